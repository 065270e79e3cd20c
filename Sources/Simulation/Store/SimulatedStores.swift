public import CloudModel
public import DriftEngine

/// The stores of one simulated process, on the disks of its machine.
public final class SimulatedStores: LocalStores {
    private let process: SimulatedProcess

    /// The stores that this process opens.
    public init(_ process: SimulatedProcess) { self.process = process }

    /// Opens a partition's store.
    public func open(_ partition: Int32) throws(StoreFailure) -> SimulatedStore {
        try process.askStore(.openStore) { () throws(StoreFailure) in
            SimulatedStore(try process.machine.open(partition), process)
        }
    }

    /// Puts what there is out of the way.
    public func renew(_ partition: Int32) throws(StoreFailure) -> SimulatedStore {
        try process.askStore(.openStore) { () throws(StoreFailure) in
            SimulatedStore(try process.machine.renew(partition), process)
        }
    }

    /// Brings a partition's store to disk.
    public func close(_ partition: Int32) {
        if !process.isDead { process.machine.close(partition) }
    }
}

/// A memory store whose calls meet the faults of its process.
public final class SimulatedStore: LocalStore {
    private let base: MemoryStore
    private let process: SimulatedProcess

    init(_ base: MemoryStore, _ process: SimulatedProcess) {
        self.base = base
        self.process = process
    }

    /// The place that it has come to.
    public var place: StorePlace? { base.place }

    /// Writes a batch.
    public func write(_ records: [StateRecord], _ place: StorePlace) throws(StoreFailure) {
        try process.askStore(.writeStore) { () throws(StoreFailure) in try base.write(records, place) }
    }

    /// The value of a key.
    public func value(of key: [UInt8]) throws(StoreFailure) -> [UInt8]? {
        try process.askStore(.readStore) { () throws(StoreFailure) in try base.value(of: key) }
    }

    /// Lends what begins with the prefix.
    public func scan(
        prefix: [UInt8], _ body: (_ key: Span<UInt8>, _ value: Span<UInt8>) -> Bool
    ) throws(StoreFailure) {
        try process.askStore(.readStore) { () throws(StoreFailure) in
            try base.scan(prefix: prefix, body)
        }
    }
}

extension SimulatedProcess {
    /// Makes one call on a store, with what goes wrong at it: a fatal fault damages what the store holds.
    func askStore<Answer>(
        _ point: CallPoint, _ body: () throws(StoreFailure) -> Answer
    ) throws(StoreFailure) -> Answer {
        var failure: StoreFailure?
        do throws(LogFailure) {
            return try call(point) { _ throws(LogFailure) in
                do throws(StoreFailure) {
                    return try body()
                } catch {
                    failure = error
                    throw LogFailure(.fatal, error.reason)
                }
            }
        } catch {
            throw failure
                ?? StoreFailure(error.recovery == .retriable ? .retriable : .renew, error.reason)
        }
    }
}
