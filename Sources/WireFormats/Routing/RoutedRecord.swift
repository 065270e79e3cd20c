public import CloudModel

/// What became of one raw record.
public struct RoutedRecord: Sendable {
    /// The documents that go on, in their order.
    public internal(set) var documents: [RoutedDocument] = []
    /// What could not be understood or has no account, with its number among the documents of the record; nil
    /// if the record as a whole is meant.
    public internal(set) var failures: [(index: Int?, failure: DecodingFailure)] = []
    /// Reads that were left out.
    public internal(set) var droppedReads = 0
    /// Documents that are well formed and say nothing.
    public internal(set) var ignored = 0

    /// Nothing yet.
    public init() {}
}

/// One document with the account that it belongs to.
public struct RoutedDocument: Sendable {
    /// The input topic it goes to.
    public let topic: OutputTopic
    /// The key.
    public let account: AccountKey
    /// The document, as it stood in its envelope; one that relied on its envelope has a small one again.
    public let bytes: [UInt8]
    /// Its number among the documents of the record, from 0.
    public let index: Int
}
