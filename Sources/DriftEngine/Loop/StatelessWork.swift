public import CloudModel
public import WireFormats

/// Where a worker without state goes on: the number that its group committed for a partition is the offset of the
/// next record of its one source, and is lent as if it were its state.
public final class CommittedPositions<Inputs: InputLog>: StateLog {
    private let inputs: Inputs
    private let source: String
    /// The partitions whose position was not lent yet.
    private var waiting: Set<Int32> = []

    /// The positions of a group that reads this topic.
    public init(_ inputs: Inputs, source: String) {
        self.inputs = inputs
        self.source = source
    }

    /// Notes that the partition's position is wanted.
    public func begin(_ partition: Int32, from next: Int64?) throws(LogFailure) -> StateLogProgress {
        waiting.insert(partition)
        return StateLogProgress(next: 0, end: 1)
    }

    /// Lends the position as the one state record there is; none if nothing was ever committed.
    public func read(
        _ partition: Int32, maximumCount: Int, _ body: (StateRecord) -> Void
    ) throws(LogFailure) -> StateLogProgress {
        if waiting.contains(partition), let next = try inputs.committedNumber(of: partition) {
            let position = LoopPosition(next: next, of: source)
            body(StateRecord(key: LoopPosition.key, value: StateFrame.wrap(position.stateValue)))
        }
        waiting.remove(partition)
        return StateLogProgress(next: 1, end: 1)
    }

    /// Forgets the wish.
    public func end(_ partition: Int32) { waiting.remove(partition) }
}

/// The transactions of a worker without state: state records are left out, and in place of a partition's number
/// stands the offset of the next record of its source.
public final class StatelessTransaction<Base: OutputTransaction>: OutputTransaction {
    private let base: Base
    private let source: String
    /// The positions in the open transaction.
    private var positions: [Int32: LoopPosition] = [:]

    /// Transactions of the base, for a worker that reads this topic.
    public init(_ base: Base, source: String) {
        self.base = base
        self.source = source
    }

    /// Opens the base.
    public func open() throws(LogFailure) { try base.open() }

    /// Begins the base's.
    public func begin() throws(LogFailure) {
        positions = [:]
        try base.begin()
    }

    /// Adds a record. Of state there is the position only, and that says what to commit.
    public func send(_ record: OutputRecord, to partition: Int32?) throws(LogFailure) {
        guard record.topic == .state else { return try base.send(record, to: partition) }
        guard let partition else { return }
        positions[partition] = (try? StateFrame.unwrap(record.value)).flatMap { LoopPosition(stateValue: $0) }
    }

    /// Adds the offsets of the partitions.
    public func sendNumbers(_ numbers: [CommitNumber]) throws(LogFailure) {
        try base.sendNumbers(
            numbers.compactMap { number in
                positions[number.partition]?.next(of: source).map {
                    CommitNumber(partition: number.partition, number: $0)
                }
            })
    }

    /// Commits the base's.
    public func commit() throws(LogFailure) { try base.commit() }

    /// There is no state.
    public func stateEnd(of partition: Int32) -> Int64? { nil }

    /// Aborts the base's.
    public func abort() throws(LogFailure) { try base.abort() }
}

/// Stores that last as long as the partition is read; for workers without state.
public final class TransientStores: LocalStores {
    /// None is open yet.
    public init() {}

    /// An empty store.
    public func open(_ partition: Int32) throws(StoreFailure) -> TransientStore { TransientStore() }

    /// An empty store.
    public func renew(_ partition: Int32) throws(StoreFailure) -> TransientStore { TransientStore() }

    /// Nothing is kept.
    public func close(_ partition: Int32) {}
}

/// A store in memory, for the one record that a worker without state has.
public final class TransientStore: LocalStore {
    /// The place that was written last.
    public private(set) var place: StorePlace?
    private var values: [[UInt8]: [UInt8]] = [:]

    /// Takes records and place.
    public func write(_ records: [StateRecord], _ place: StorePlace) throws(StoreFailure) {
        for record in records { values[record.key] = record.value.isEmpty ? nil : record.value }
        self.place = place
    }

    /// The value of a key.
    public func value(of key: [UInt8]) throws(StoreFailure) -> [UInt8]? { values[key] }

    /// Lends the keys with the prefix, by rising key.
    public func scan(
        prefix: [UInt8], _ body: (_ key: Span<UInt8>, _ value: Span<UInt8>) -> Bool
    ) throws(StoreFailure) {
        for key in values.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) where key.starts(with: prefix)
        {
            guard let value = values[key], body(key.span, value.span) else { return }
        }
    }
}
