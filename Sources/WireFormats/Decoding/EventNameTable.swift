internal import JSONTokens

/// The name of an event as a dense number into an `EventNameTable`.
public struct EventNameID: Hashable, Sendable {
    /// The position in the table.
    public let index: Int32
}

/// Every event name seen so far, interned: one hash of the raw bytes an event, no text made.
///
/// Holds at most `maximumCount` names; beyond that every new name is counted as `other:other`, so that a hostile stream
/// cannot grow it.
public final class EventNameTable {
    /// How many names fit.
    public static let maximumCount = 65_536

    private var texts: [(source: String, name: String)] = []
    private var index = EventNameIndex()

    /// An empty table.
    public init() {
        _ = intern(source: "other", name: "other")
    }

    /// How many names there are.
    public var count: Int { texts.count }

    /// The event source: `ec2.amazonaws.com`, `Microsoft.Storage`, `compute.googleapis.com`, `inventory`.
    public func source(of id: EventNameID) -> String { texts[Int(id.index)].source }

    /// The event's own name.
    public func name(of id: EventNameID) -> String { texts[Int(id.index)].name }

    /// Source and name with a colon between them, as they stand in `stats.json`.
    public func text(of id: EventNameID) -> String {
        let entry = texts[Int(id.index)]
        return entry.source + ":" + entry.name
    }

    /// The ids of all names, by rising index.
    public var ids: [EventNameID] { texts.indices.map { EventNameID(index: Int32($0)) } }

    /// The id of a name, made if it is new.
    public func intern(source: String, name: String) -> EventNameID {
        let key = Array(source.utf8) + Array(name.utf8)
        let middle = source.utf8.count
        let found = index.find(key.span, source: 0..<middle, name: middle..<key.count)
        if let position = found.position { return EventNameID(index: position) }
        guard texts.count < EventNameTable.maximumCount else { return EventNameID(index: 0) }
        texts.append((source, name))
        return EventNameID(index: index.insert(found.hash, key: key, middle: middle))
    }

    /// The id of the name that two tokens spell, made if it is new.
    func intern(_ tape: TokenTape, source: Token, name: Token) -> EventNameID {
        intern(source: tape.string(source) ?? "", name: tape.string(name) ?? "")
    }

    /// The same for tokens of this record, without a text made for a name seen before.
    func intern(_ record: Span<UInt8>, _ tape: TokenTape, source: Token, name: Token) -> EventNameID {
        let found = index.find(
            record, source: source.start..<(source.start + source.length),
            name: name.start..<(name.start + name.length))
        return found.position.map { EventNameID(index: $0) } ?? intern(tape, source: source, name: name)
    }
}

/// An open hash table from the bytes of a source and a name to a position.
///
/// A value of its own, so that a look-up is one access to the table's storage.
private struct EventNameIndex {
    private var hashes: [UInt64] = []
    private var buckets: [Int32] = Array(repeating: -1, count: 4096)
    /// The bytes of every source and name, one behind the other; entry `i` ends at `ends[i]`.
    private var keys: [UInt8] = []
    private var ends: [(source: Int, name: Int)] = []

    /// The position of the bytes, or nil if they are new, and their hash.
    func find(
        _ bytes: Span<UInt8>, source: Range<Int>, name: Range<Int>
    ) -> (position: Int32?, hash: UInt64) {
        let hash = ByteWords.hash(bytes, name, seed: ByteWords.hash(bytes, source, seed: 0))
        var bucket = Int(truncatingIfNeeded: hash) & (buckets.count - 1)
        while buckets[bucket] >= 0 {
            let position = Int(buckets[bucket])
            if hashes[position] == hash && matches(position, bytes, source: source, name: name) {
                return (Int32(position), hash)
            }
            bucket = (bucket + 1) & (buckets.count - 1)
        }
        return (nil, hash)
    }

    /// Adds bytes that are new; returns their position.
    mutating func insert(_ hash: UInt64, key: [UInt8], middle: Int) -> Int32 {
        if hashes.count * 2 >= buckets.count { grow() }
        hashes.append(hash)
        ends.append((keys.count + middle, keys.count + key.count))
        keys.append(contentsOf: key)
        place(hashes.count - 1)
        return Int32(hashes.count - 1)
    }

    private func matches(_ position: Int, _ bytes: Span<UInt8>, source: Range<Int>, name: Range<Int>) -> Bool
    {
        let start = position == 0 ? 0 : ends[position - 1].name
        let end = ends[position]
        guard ByteWords.areEqual(keys, start..<end.source, bytes, source) else { return false }
        return ByteWords.areEqual(keys, end.source..<end.name, bytes, name)
    }

    private mutating func place(_ position: Int) {
        var bucket = Int(truncatingIfNeeded: hashes[position]) & (buckets.count - 1)
        while buckets[bucket] >= 0 { bucket = (bucket + 1) & (buckets.count - 1) }
        buckets[bucket] = Int32(position)
    }

    private mutating func grow() {
        buckets = Array(repeating: -1, count: buckets.count * 2)
        for position in hashes.indices { place(position) }
    }
}
