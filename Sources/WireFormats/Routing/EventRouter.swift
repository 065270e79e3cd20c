import CloudModel

/// Splits a raw record into its documents, says whose each is, and leaves reads out that no control needs.
///
/// It keeps of what only reads: everything by a root identity, sign-ins, assumed roles and other new sessions,
/// reads that a fold listens to, the first read of each credential and hour, and the first record of each account, region
/// and hour. Not shared between threads.
public final class EventRouter {
    private let decoder: EventDecoder
    private let splitter: DocumentSplitter
    private var results: [Decoded] = []

    /// A router that remembers that many credentials per hour. A document over `maximumDocumentBytes` fails as
    /// `too-large`, and so does a packed record that unpacks to more than `maximumUnpackedBytes`.
    public init(maximumDocumentBytes: Int, maximumUnpackedBytes: Int, maximumCredentials: Int) {
        decoder = EventDecoder(maximumUnpackedBytes: maximumUnpackedBytes)
        splitter = DocumentSplitter(
            maximumDocumentBytes: maximumDocumentBytes, maximumCredentials: maximumCredentials)
        decoder.splitter = splitter
    }

    /// Takes a record apart. Every document of it goes on, fails, or is counted.
    public func route(_ record: Span<UInt8>) -> RoutedRecord {
        results.removeAll(keepingCapacity: true)
        splitter.begin()
        decoder.decode(record, into: &results)
        var routed = splitter.routed
        for index in results.indices {
            switch results[index] {
            case .malformed(let failure):
                routed.failures.append((results.count > 1 ? index : nil, failure))
            case .ignored: routed.ignored += 1
            case .event, .inventory, .use: continue
            }
        }
        return routed
    }
}
