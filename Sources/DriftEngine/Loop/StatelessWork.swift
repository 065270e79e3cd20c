public import CloudModel
public import WireFormats

/// Where a worker without state goes on: at the offsets that were committed, as if they were its state.
public final class CommittedPositions<Inputs: InputLog>: StateLog {
    private let inputs: Inputs
    /// The partitions whose position was not lent yet.
    private var waiting: Set<Int32> = []

    /// The positions of these inputs' group.
    public init(_ inputs: Inputs) { self.inputs = inputs }

    /// Notes that the partition's position is wanted.
    public func begin(_ partition: Int32) throws(LogFailure) { waiting.insert(partition) }

    /// Lends the position as the one state record there is.
    public func read(
        _ partition: Int32, maximumCount: Int, _ body: (StateRecord) -> Void
    ) throws(LogFailure) -> StateLogProgress {
        if waiting.contains(partition) {
            let position = LoopPosition(try inputs.committedOffsets(of: partition))
            body(StateRecord(key: LoopPosition.key, value: position.stateValue))
            waiting.remove(partition)
        }
        return StateLogProgress(next: 1, end: 1)
    }

    /// Forgets the wish.
    public func end(_ partition: Int32) { waiting.remove(partition) }
}

/// The transactions of a worker without state: the offsets say all, so state records are left out.
public final class StatelessTransaction<Base: OutputTransaction>: OutputTransaction {
    private let base: Base

    /// Transactions of the base.
    public init(_ base: Base) { self.base = base }

    /// Opens the base.
    public func open() throws(LogFailure) { try base.open() }

    /// Begins the base's.
    public func begin() throws(LogFailure) { try base.begin() }

    /// Adds a record, unless it is state.
    public func send(_ record: OutputRecord, to partition: Int32?) throws(LogFailure) {
        if record.topic != .state { try base.send(record, to: partition) }
    }

    /// Adds the offsets.
    public func sendOffsets(_ offsets: [InputOffset]) throws(LogFailure) { try base.sendOffsets(offsets) }

    /// Commits the base's.
    public func commit() throws(LogFailure) { try base.commit() }

    /// Aborts the base's.
    public func abort() throws(LogFailure) { try base.abort() }
}
