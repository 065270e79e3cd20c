internal import CloudModel
internal import WireFormats

/// A record of which no more than the head is kept, because it is larger than the limit.
struct OversizeRecord: ~Copyable {
    private let position: RecordPosition
    private let limit: Int
    private var digest = RunningDigest()
    private var head: [UInt8]
    private var byteCount = 0

    init(_ start: [UInt8], at position: RecordPosition, limit: Int) {
        self.position = position
        self.limit = limit
        head = []
        append(start.span)
    }

    mutating func append(_ bytes: Span<UInt8>) {
        digest.append(bytes)
        byteCount += bytes.count
        let room = DeadLetter.maximumHeadBytes - head.count
        guard room > 0 else { return }
        for index in 0..<min(room, bytes.count) { head.append(bytes[index]) }
    }

    consuming func letter() -> DeadLetter {
        let detail = "\(byteCount) bytes, the limit is \(limit)"
        let (position, byteCount, head) = (position, byteCount, head)
        return DeadLetter(
            reason: "too-large", detail: detail, position: position, eventIndex: nil, byteCount: byteCount,
            digest: digest.finish(), head: head)
    }
}
