/// The place that a store has come to; written in one piece with what brought it there.
public struct StoreCheckpoint: Hashable, Sendable {
    /// The offset of the first record of the log behind the store that is not in it yet.
    public var next: Int64
    /// The number of the last commit that is in it.
    public var commit: Int64
    /// When it was written, in nanoseconds since 1970.
    public var writtenAt: Int64

    /// One place.
    public init(next: Int64, commit: Int64, writtenAt: Int64) {
        self.next = next
        self.commit = commit
        self.writtenAt = writtenAt
    }
}

/// What a store says of itself, under a key that no record has.
struct StoreHead: Hashable {
    /// The version of everything that this module writes.
    static let version: UInt8 = 1
    static let key: [UInt8] = [0]

    var checkpoint: StoreCheckpoint
    /// Whose state it is.
    var identity: String

    /// The version, three numbers of eight bytes, big-endian, and the identity.
    var bytes: [UInt8] {
        var bytes = [Self.version]
        for number in [checkpoint.next, checkpoint.commit, checkpoint.writtenAt] {
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
            }
        }
        return bytes + Array(identity.utf8)
    }

    init(_ checkpoint: StoreCheckpoint, identity: String) {
        self.checkpoint = checkpoint
        self.identity = identity
    }

    init(_ bytes: [UInt8]) throws(StoreError) {
        guard bytes.first == Self.version else {
            let found = bytes.first.map { "\($0)" } ?? "none"
            throw StoreError(.format, "the store has format \(found), this version writes \(Self.version)")
        }
        guard bytes.count >= 25 else { throw StoreError(.damaged, "the store's head is too short") }
        let numbers = stride(from: 1, to: 25, by: 8).map { start in
            bytes[start..<start + 8].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        }
        checkpoint = StoreCheckpoint(next: numbers[0], commit: numbers[1], writtenAt: numbers[2])
        identity = String(decoding: bytes[25...], as: UTF8.self)
    }
}
