public import CloudModel
public import WireFormats

extension DeadLetter {
    /// The dead letter of a record's bytes.
    public init(
        _ failure: DecodingFailure, _ bytes: Span<UInt8>, _ position: RecordPosition, eventIndex: Int?
    ) {
        let copy = unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
        self.init(
            reason: failure.reason, detail: failure.detail, position: position, eventIndex: eventIndex,
            byteCount: copy.count, digest: Digest.sha256Hex(copy),
            head: Array(copy.prefix(DeadLetter.maximumHeadBytes)))
    }

    /// The same bytes with another fault; their digest is not computed again.
    func telling(_ failure: DecodingFailure, eventIndex: Int?) -> DeadLetter {
        DeadLetter(
            reason: failure.reason, detail: failure.detail, position: position, eventIndex: eventIndex,
            byteCount: byteCount, digest: digest, head: head)
    }
}
