import CloudModel
import WireFormats

/// One partition that this worker owns.
///
///     unread -(offsets fetched)-> reading -(state read back)-> running; any -(engines dropped)-> unread
struct PartitionSlot<Engine: StepEngine> {
    enum Phase: Hashable {
        /// Nothing of its state was read yet.
        case unread
        /// Its state is being read back; these offsets were committed when that began.
        case reading(committed: [InputOffset])
        /// Its engine takes records.
        case running
    }

    let partition: Int32
    var phase = Phase.unread
    var engine: Engine
    var position = LoopPosition()
    /// What its engine emitted since the last batch was made.
    var outputs: [OutputRecord] = []
    /// True if records were passed since its position was last part of a batch.
    var hasMoved = false
    /// When its position was last part of a batch.
    var lastBatch: Timestamp?
    /// True if the group takes it away with the next question to the log.
    var isLeaving = false
    /// Why its state cannot be read back, if so.
    var restoreFailure: RestoreFailure?

    init(_ partition: Int32, _ engine: Engine) {
        self.partition = partition
        self.engine = engine
    }

    var isRunning: Bool { phase == .running }

    /// Steps over one record. Returns false if the record was passed before, as after a repeated delivery.
    mutating func take(_ record: InputRecord, _ bytes: Span<UInt8>) -> Bool {
        guard position.pass(record.position) else { return false }
        if let time = record.time { position.advance(to: time) }
        hasMoved = true
        engine.step(bytes, at: record.position, recordTime: record.time, into: &outputs)
        return true
    }

    mutating func tick(_ now: Timestamp) {
        position.advance(to: now)
        engine.tick(position.time, into: &outputs)
    }

    /// Takes one state record, the loop's own or the engine's.
    mutating func restore(_ record: StateRecord) {
        guard record.key == LoopPosition.key else {
            do throws(RestoreFailure) {
                try engine.restore(record)
            } catch {
                restoreFailure = restoreFailure ?? error
            }
            return
        }
        if let restored = LoopPosition(stateValue: record.value) {
            position = restored
        } else {
            restoreFailure = RestoreFailure("the position of partition \(partition) cannot be read")
        }
    }

    /// True if no input offset was committed that the state does not know of: a second look at whether every
    /// committed transaction's state has been read. It cannot replace the state's high watermark, because a
    /// batch that only time has made moves no offset.
    var coversCommitted: Bool {
        guard case .reading(let committed) = phase else { return false }
        return position.covers(committed)
    }
}
