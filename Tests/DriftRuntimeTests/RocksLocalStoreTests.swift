import DriftEngine
import Foundation
import Logging
import StateStore
import StoreContract
import Testing

@testable import DriftRuntime

/// The store on disk keeps what the loop relies on.
@Suite struct RocksLocalStoreTests {
    final class Place: StoreUnderTest {
        private let root = NSTemporaryDirectory() + "plumbline-local-\(UInt64.random(in: 0 ... .max))"
        private var generation = 0
        private var store: RocksStore?

        deinit { try? FileManager.default.removeItem(atPath: root) }

        func open() throws(StoreFailure) -> RocksLocalStore {
            store?.close()
            let path = "\(root)/\(generation)"
            let store = try StoreFailure.translating { () throws(StoreError) in
                try RocksStore(directory: path, settings: StoreSettings(identity: "test"))
            }
            self.store = store
            return RocksLocalStore(store)
        }

        /// The files as they are now, without what is in memory only.
        func crash() {
            let (old, new) = ("\(root)/\(generation)", "\(root)/\(generation + 1)")
            try? FileManager.default.copyItem(atPath: old, toPath: new)
            generation += 1
        }

        func flush() { try? store?.flush(waits: true) }
    }

    @Test(arguments: StoreClause.allCases)
    func `the store on disk keeps the contract`(clause: StoreClause) {
        let violation = clause.violation(in: Place())
        #expect(violation == nil)
    }
}
