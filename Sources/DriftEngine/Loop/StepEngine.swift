public import CloudModel
public import WireFormats

/// The core of one partition as the worker's loop drives it: records and ticks in, records out.
///
/// What it knows runs ahead of what is committed from the first step on. So an engine whose batch cannot be
/// committed is of no more use, and another one is restored from the state that was.
public protocol StepEngine {
    /// Takes one record. `recordTime` is the broker's timestamp.
    mutating func step(
        _ bytes: Span<UInt8>, at position: RecordPosition, recordTime: Timestamp?,
        into outputs: inout [OutputRecord])

    /// Lets time pass up to `now`; what is due becomes outputs.
    mutating func tick(_ now: Timestamp, into outputs: inout [OutputRecord])

    /// Ends a batch: what is told once a batch becomes outputs. Returns what changed of the state since the last call, one
    /// record a key.
    mutating func drain(into outputs: inout [OutputRecord]) -> [StateRecord]

    /// Takes up the committed state, with the engine time that was committed; emits nothing. Called once, on a new
    /// engine. The store stays open and is written to as long as the engine lives.
    mutating func takeUp(_ store: some LocalStore, at time: Timestamp) throws(TakeUpFailure)

    /// The store has everything that was drained and committed.
    mutating func didKeepState()

    /// Why the store could not be read while it was needed; nothing that the engine did since is of use.
    var storeFailure: StoreFailure? { get }

    /// Puts one state record back; a later one of the same key replaces it, an empty value deletes it.
    mutating func restore(_ record: StateRecord) throws(RestoreFailure)

    /// Called once after the last `restore`, with the engine time that was committed; emits nothing.
    mutating func finishRestoring(at time: Timestamp)
}

extension StepEngine {
    /// Nothing is to be done by an engine that has everything in memory.
    public mutating func didKeepState() {}

    /// An engine that has everything in memory needs no store.
    public var storeFailure: StoreFailure? { nil }

    /// Puts every record of the store back.
    public mutating func takeUp(_ store: some LocalStore, at time: Timestamp) throws(TakeUpFailure) {
        var failure: RestoreFailure?
        do throws(StoreFailure) {
            try store.scan(prefix: []) { key, value in
                let record = StateRecord(key: Array(copying: key), value: Array(copying: value))
                guard record.key != LoopPosition.key else { return true }
                do throws(RestoreFailure) { try restore(record) } catch { failure = error }
                return failure == nil
            }
        } catch {
            throw .store(error)
        }
        if let failure { throw .record(failure) }
        finishRestoring(at: time)
    }
}

/// Why an engine cannot take up a committed state.
public enum TakeUpFailure: Error, Hashable, Sendable {
    /// The store cannot be read.
    case store(StoreFailure)
    /// It holds something that the engine does not understand.
    case record(RestoreFailure)
    /// It cannot be taken up yet; nothing of it was, and the same engine may try again.
    case early(RestoreFailure)
    /// It was made with documents that are not known here, since the topic has only a refused one of their keys; nothing of it
    /// was taken up. Another engine may take it up that is made with them.
    case lacking([KeptDocument])
}

/// A state record that cannot be understood.
public struct RestoreFailure: Error, Hashable, Sendable {
    /// What is wrong with it.
    public let reason: String

    /// One failure.
    public init(_ reason: String) {
        self.reason = reason
    }
}
