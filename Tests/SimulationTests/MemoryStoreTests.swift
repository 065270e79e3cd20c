import DriftEngine
import Simulation
import StoreContract
import Testing

/// The store of the simulation keeps what the loop relies on.
@Suite struct MemoryStoreTests {
    final class Place: StoreUnderTest {
        private let disk = MemoryDisk()
        func open() throws(StoreFailure) -> MemoryStore { MemoryStore(disk) }
        func crash() { disk.crash(losing: 2) }
        func flush() { disk.flush() }
    }

    @Test(arguments: StoreClause.allCases)
    func `the memory store keeps the contract`(clause: StoreClause) {
        let violation = clause.violation(in: Place())
        #expect(violation == nil)
    }
}
