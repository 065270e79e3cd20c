internal import DriftEngine
internal import Logging
internal import StateStore

/// The stores of this process's partitions: one directory each, under one that is the process's own.
final class RocksLocalStores: LocalStores {
    private let directory: String
    private let identity: String
    private let limits: Limits
    private let logger: Logger
    private var stores: [Int32: RocksStore] = [:]

    /// What each store may use, in bytes.
    struct Limits {
        var cacheBytes = 32 << 20
        var writeBufferBytes = 32 << 20
    }

    /// Stores under a directory. `identity` names whose state it is: the topic, with what else decides what a
    /// partition's number means.
    init(_ directory: String, identity: String, limits: Limits = Limits(), logger: Logger) {
        self.directory = directory
        self.identity = identity
        self.limits = limits
        self.logger = logger
    }

    func open(_ partition: Int32) throws(StoreFailure) -> RocksLocalStore {
        close(partition)
        let (path, settings) = (path(of: partition), settings(of: partition))
        let (store, setAside) = try StoreFailure.translating { () throws(StoreError) in
            try StoreDirectory.open(path, settings)
        }
        if let setAside { tell(setAside.path, setAside.reason.description) }
        stores[partition] = store
        return RocksLocalStore(store)
    }

    func renew(_ partition: Int32) throws(StoreFailure) -> RocksLocalStore {
        close(partition)
        let path = path(of: partition)
        let aside = try StoreFailure.translating { () throws(StoreError) in
            try StoreDirectory.setAside(path)
        }
        tell(aside, "it does not fit the state topic, or is too old")
        return try open(partition)
    }

    func close(_ partition: Int32) {
        stores.removeValue(forKey: partition)?.close()
    }

    private func path(of partition: Int32) -> String { "\(directory)/partition-\(partition)" }

    /// The number of the state records' form: a store of another form is set aside, and built anew from the topic.
    private static let form = 2

    private func settings(of partition: Int32) -> StoreSettings {
        StoreSettings(
            identity: "\(identity)/\(partition) form \(Self.form)", cacheBytes: limits.cacheBytes,
            writeBufferBytes: limits.writeBufferBytes)
    }

    private func tell(_ path: String, _ reason: String) {
        logger.error(
            "a local store is of no use any more; it is built anew from the state topic",
            metadata: ["set_aside": "\(path)", "reason": "\(reason)"])
    }
}
