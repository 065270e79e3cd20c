internal import CloudModel
internal import JSONTokens

/// Gathers the documents that a decoder meets in one record.
final class DocumentSplitter {
    private(set) var routed = RoutedRecord()
    private let maximumDocumentBytes: Int
    private let tape = TokenTape()
    private var lastSeen: LastSeen
    private var count = 0

    init(maximumDocumentBytes: Int, maximumCredentials: Int) {
        self.maximumDocumentBytes = maximumDocumentBytes
        lastSeen = LastSeen(maximumCount: maximumCredentials)
    }

    /// A new record begins.
    func begin() {
        routed = RoutedRecord()
        count = 0
    }

    /// Takes one document and what it means. `isNews` says that its account was heard for the first time in an hour.
    func take(
        _ decoded: Decoded, _ form: DocumentForm, _ bytes: Span<UInt8>, _ facts: EnvelopeFacts, isNews: Bool
    ) {
        defer { count += 1 }
        switch decoded {
        case .malformed, .ignored, .use: return
        case .inventory(let changes): pass(changes.first?.account, form, bytes, nil)
        case .event(let event):
            guard tape.parse(bytes) == nil else { return }
            let origin = DocumentOrigin(tape, form, facts)
            if case .irrelevant(.readOnly) = event.meaning, !isKept(origin), !isNews {
                routed.droppedReads += 1
                return
            }
            pass(event.account ?? origin.account, form, bytes, origin.wrapping)
        }
    }

    private func isKept(_ origin: DocumentOrigin) -> Bool {
        if origin.isAlwaysKept { return true }
        guard let credential = origin.credential, let hour = origin.hour else { return false }
        return lastSeen.isFirst("\(origin.account?.text ?? "")|\(credential)", hour: hour)
    }

    private func pass(
        _ account: AccountKey?, _ form: DocumentForm, _ bytes: Span<UInt8>, _ wrapping: EnvelopeWrapping?
    ) {
        guard let account else { return fail("missing-field", "nothing says whose account it is") }
        guard bytes.count <= maximumDocumentBytes else {
            return fail(
                "too-large", "\(bytes.count) bytes, at most \(maximumDocumentBytes) fit into a record")
        }
        var document = unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
        if let wrapping { document = wrapping.around(document) }
        routed.documents.append(
            RoutedDocument(topic: form.topic, account: account, bytes: document, index: count))
    }

    private func fail(_ reason: String, _ detail: String) {
        routed.failures.append((count, DecodingFailure(reason, detail)))
    }
}

extension GraphChange {
    /// Whose the resource or the scope is.
    var account: AccountKey {
        switch self {
        case .resource(let change): change.resource.account
        case .scope(let closing): closing.account
        case .shared(let facts): facts.asking
        }
    }
}

extension DecodedEvent {
    /// The account that its changes are about: the same that a detector checks.
    var account: AccountKey? {
        switch meaning {
        case .changes(let changes), .blind(let changes): changes.first?.account
        case .irrelevant, .refused: nil
        }
    }
}
