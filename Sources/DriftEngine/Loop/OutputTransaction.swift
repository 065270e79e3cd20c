public import WireFormats

/// Where the worker's outputs go, in transactions. One thread owns it; one transaction at a time.
///
///     made -> (open) -> idle -> (begin) -> sending -> (commit | abort) -> idle; any -> (fatal failure) -> made
public protocol OutputTransaction: AnyObject {
    /// Fences every predecessor and decides its open transaction; needed first, and after a fatal failure,
    /// when it takes a new client. Committed offsets and state read after it include the predecessor's.
    func open() throws(LogFailure)

    /// Begins a transaction.
    func begin() throws(LogFailure)

    /// Adds a record. A state record names its partition; others are spread by key. A retriable failure means
    /// that the record was not taken.
    func send(_ record: OutputRecord, to partition: Int32?) throws(LogFailure)

    /// Adds the inputs' offsets. Must be refused (abortable) once the group has moved on without this worker.
    func sendOffsets(_ offsets: [InputOffset]) throws(LogFailure)

    /// Makes the transaction's records and offsets visible, all or none. After a retriable failure only
    /// another `commit` may follow.
    func commit() throws(LogFailure)

    /// Drops the transaction.
    func abort() throws(LogFailure)
}
