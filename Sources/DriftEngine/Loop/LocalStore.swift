public import CloudModel

/// A partition's committed state as ordered bytes on this machine, with the place in the state topic that it
/// has come to. One thread owns it.
///
/// It holds nothing that is not committed. After a crash it may have lost its last batches, each with its
/// place, so that reading the state topic on from the place makes up for them.
public protocol LocalStore: AnyObject {
    /// The place that it has come to; nil if nothing was ever written.
    var place: StorePlace? { get }

    /// Writes records and the place that they bring the store to, all or nothing. Of records with equal keys the
    /// last one stays; an empty value deletes.
    func write(_ records: [StateRecord], _ place: StorePlace) throws(StoreFailure)

    /// The value of a key; nil if it has none.
    func value(of key: [UInt8]) throws(StoreFailure) -> [UInt8]?

    /// Lends every key that begins with the prefix and its value, by rising key, until `body` returns false. The
    /// bytes are valid only inside `body`, which must not write.
    func scan(
        prefix: [UInt8], _ body: (_ key: Span<UInt8>, _ value: Span<UInt8>) -> Bool
    ) throws(StoreFailure)
}

/// Opens partitions' stores; one of a partition at a time. One thread owns it.
public protocol LocalStores: AnyObject {
    associatedtype Store: LocalStore

    /// Opens a partition's store. One that cannot be trusted any more is put out of the way first, and an empty
    /// one is opened. A store that was opened before is closed.
    func open(_ partition: Int32) throws(StoreFailure) -> Store

    /// Puts a partition's store out of the way, whatever it holds, and opens an empty one.
    func renew(_ partition: Int32) throws(StoreFailure) -> Store

    /// Brings a partition's store to disk and closes it.
    func close(_ partition: Int32)
}

/// The place that a store has come to.
public struct StorePlace: Hashable, Sendable {
    /// The offset of the first record of the state topic that is not in the store yet.
    public var next: Int64
    /// The number of the last commit that is in it.
    public var commit: Int64
    /// When it was written.
    public var time: Timestamp

    /// One place.
    public init(next: Int64, commit: Int64, time: Timestamp) {
        self.next = next
        self.commit = commit
        self.time = time
    }
}

/// Trouble with a store, by what may be done about it.
public struct StoreFailure: Error, Hashable, Sendable {
    /// What may be done.
    public enum Recovery: Hashable, Sendable, CaseIterable {
        /// The same may succeed later: another process has the store, or the disk is full.
        case retriable
        /// What is on disk is of no use; it has to be put out of the way and built anew.
        case renew
    }

    /// What may be done.
    public let recovery: Recovery
    /// What was tried and what came back, for people.
    public let reason: String

    /// One failure.
    public init(_ recovery: Recovery, _ reason: String) {
        self.recovery = recovery
        self.reason = reason
    }
}
