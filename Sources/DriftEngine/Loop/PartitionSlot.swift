import CloudModel
import WireFormats

/// One partition that this worker owns.
///
///     unread -(number fetched)-> reading -(state read back)-> running; any -(engines dropped)-> unread
///     running -(taken away, all committed)-> parked -(back, nothing committed meanwhile)-> running
struct PartitionSlot<Engine: StepEngine, Store: LocalStore> {
    enum Phase: Hashable {
        /// Nothing of its state was read yet.
        case unread
        /// Its state is being read back; this number was committed when that began, 0 if none was.
        case reading(committed: Int64)
        /// Its engine takes records.
        case running
        /// Its engine, which knows exactly what was committed, waits for the partition to come back.
        case parked
    }

    let partition: Int32
    var phase = Phase.unread
    var engine: Engine
    /// Its committed state on this machine; nil before its restore has begun.
    var store: Store?
    /// True once its engine has taken its state up.
    var hasTakenUp = false
    var position = LoopPosition()
    /// What its engine emitted since the last batch was made.
    var outputs: [OutputRecord] = []
    /// The broker's time of each record that gave outputs since the last batch was made.
    var outputTimes: [Timestamp] = []
    /// The broker's time of the last record.
    var lastRecordTime: Timestamp?
    /// True if records were passed since its position was last part of a batch.
    var hasMoved = false
    /// The number of its last batch that was committed here.
    var committed: Int64?
    /// When its position was last part of a batch.
    var lastBatch: Timestamp?
    /// True if the group takes it away with the next question to the log.
    var isLeaving = false

    init(_ partition: Int32, _ engine: Engine) {
        self.partition = partition
        self.engine = engine
    }

    var isRunning: Bool { phase == .running }

    /// True if its engine knows no more than what is committed.
    var isWhollyCommitted: Bool {
        isRunning && !hasMoved && outputs.isEmpty && committed == position.commit
    }

    /// Steps over one record. Returns false if the record was passed before, as after a repeated delivery.
    mutating func take(_ record: InputRecord, _ bytes: Span<UInt8>) -> Bool {
        guard position.pass(record.position) else { return false }
        if let time = record.time { position.advance(to: time) }
        hasMoved = true
        let count = outputs.count
        engine.step(bytes, at: record.position, recordTime: record.time, into: &outputs)
        lastRecordTime = record.time
        if outputs.count > count, let time = record.time { outputTimes.append(time) }
        return true
    }

    mutating func tick(_ now: Timestamp) {
        position.advance(to: now)
        engine.tick(position.time, into: &outputs)
    }

    /// Ends a batch: the rest of its outputs, and the state that changed.
    mutating func drain() -> [StateRecord] { engine.drain(into: &outputs) }

    /// True if the state that was read back has come to the number that was committed: no transaction is
    /// missing.
    var coversCommitted: Bool {
        guard case .reading(let committed) = phase else { return false }
        return position.commit >= committed
    }
}
