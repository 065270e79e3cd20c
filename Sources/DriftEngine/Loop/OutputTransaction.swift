public import WireFormats

/// Where the worker's outputs go, in transactions. One thread owns it; one transaction at a time.
///
///     made -> (open) -> idle -> (begin) -> sending -> (commit | abort) -> idle; any -> (fatal failure) -> made
public protocol OutputTransaction: AnyObject {
    /// Fences every predecessor and decides its open transaction; needed first, and after a fatal failure,
    /// when it takes a new client. Committed numbers and state read after it include the predecessor's.
    func open() throws(LogFailure)

    /// Begins a transaction.
    func begin() throws(LogFailure)

    /// Adds a record. A state record names its partition; others are spread by key. A retriable failure means
    /// that the record was not taken.
    func send(_ record: OutputRecord, to partition: Int32?) throws(LogFailure)

    /// Adds the partitions' numbers. Must be refused (abortable) once the group has moved on without this worker.
    func sendNumbers(_ numbers: [CommitNumber]) throws(LogFailure)

    /// Makes the transaction's records and numbers visible, all or none. After a retriable failure only
    /// another `commit` may follow.
    func commit() throws(LogFailure)

    /// The offset behind the last state record of the transaction that was committed last, by partition; nil for
    /// a partition that it had none of.
    func stateEnd(of partition: Int32) -> Int64?

    /// Drops the transaction.
    func abort() throws(LogFailure)
}
