import CloudModel
import DriftEngine
import Simulation
import Testing

/// What a worker does with the stores that its predecessor left on the machine.
@Suite struct StoreRestartTests {
    typealias Loop = NamedFaultTests.Loop

    private let cluster = NamedFaultTests.filledCluster()
    private let machine = MemoryStores()
    private var memberCount = 0

    private mutating func start(_ script: [(point: CallPoint, skipping: Int, fault: Fault)] = []) -> Loop {
        memberCount += 1
        return NamedFaultTests.loop(
            SimulatedProcess(
                cluster, transactionalID: "worker", memberID: "\(memberCount)",
                faults: FaultPlan(script: script), machine: machine))
    }

    /// Works until all is done; returns how many state records were read back and what went wrong.
    private func finish(_ loop: Loop) -> (restored: Int, reports: [RunReport]) {
        let reports = NamedFaultTests.finish(loop, on: cluster)
        return (reports.map(\.restoredRecords).reduce(0, +), reports)
    }

    @Test mutating func `a restart with its store reads nothing of the state topic`() {
        _ = finish(start())
        let (restored, reports) = finish(start())
        #expect(restored == 0)
        #expect(reports.flatMap(\.startedPartitions).sorted() == [0, 1, 2, 3])
        NamedFaultTests.expectExactlyOnce(cluster)
    }

    @Test mutating func `a crash that takes the store's last batches is made up for from the state topic`() {
        _ = finish(start())
        machine.crash { $0 / 2 }
        let (restored, _) = finish(start())
        let all = (0..<4 as Range<Int32>).flatMap {
            cluster.read("state", $0, isolation: .committed).records
        }
        #expect(restored > 0 && restored < all.count, "\(restored) of \(all.count)")
        NamedFaultTests.expectExactlyOnce(cluster)
    }

    @Test mutating func `a store that was not written to for long is built anew if the topic has gone on`() {
        _ = finish(start())
        machine.crash { $0 / 2 }
        cluster.advance(milliseconds: 4 * 24 * 3_600 * 1_000)
        _ = finish(start())
        #expect(machine.setAsideCount == 4)
        // Now the stores have what the topic has, however old they become.
        cluster.advance(milliseconds: 40 * 24 * 3_600 * 1_000)
        let (restored, _) = finish(start())
        #expect(restored == 0 && machine.setAsideCount == 4)
    }

    @Test mutating func `a store that is ahead of the state topic is set aside`() throws {
        let store = try machine.open(2)
        try store.write(
            [StateRecord(key: [114], value: [1])], StorePlace(next: 90_000, commit: 3, time: cluster.time))
        _ = finish(start())
        #expect(machine.setAsideCount == 1)
        NamedFaultTests.expectExactlyOnce(cluster)
    }

    @Test(arguments: StoreFailure.Recovery.allCases)
    mutating func `a disk that takes no batch costs a restore and loses nothing`(
        recovery: StoreFailure.Recovery
    ) {
        let fault = Fault.failBefore(recovery == .retriable ? .retriable : .fatal)
        let (_, reports) = finish(start([(point: .writeStore, skipping: 3, fault: fault)]))
        let starts = reports.flatMap(\.startedPartitions)
        #expect(starts.count == 5)
        #expect(machine.setAsideCount == (recovery == .renew ? 1 : 0))
        NamedFaultTests.expectExactlyOnce(cluster)
    }
}
