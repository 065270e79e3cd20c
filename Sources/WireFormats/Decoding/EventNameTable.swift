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
    private var hashes: [UInt64] = []
    private var buckets: [Int32]
    /// The bytes of every source and name, one behind the other; entry `i` ends at `ends[i]`.
    private var keys: [UInt8] = []
    private var ends: [(source: Int, name: Int)] = []

    /// An empty table.
    public init() {
        buckets = Array(repeating: -1, count: 4096)
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
        let found = find(key.span, source: 0..<middle, name: middle..<key.count)
        return found.id ?? insert(found.hash, source: source, name: name)
    }

    /// The id of the name that two tokens spell, made if it is new.
    func intern(_ tape: TokenTape, source: Token, name: Token) -> EventNameID {
        intern(source: tape.string(source) ?? "", name: tape.string(name) ?? "")
    }

    /// The same for tokens of this record, without a text made for a name seen before.
    func intern(_ record: Span<UInt8>, _ tape: TokenTape, source: Token, name: Token) -> EventNameID {
        let found = find(
            record, source: source.start..<(source.start + source.length),
            name: name.start..<(name.start + name.length))
        return found.id ?? intern(tape, source: source, name: name)
    }

    private func find(
        _ bytes: Span<UInt8>, source: Range<Int>, name: Range<Int>
    ) -> (id: EventNameID?, hash: UInt64) {
        let hash = ByteWords.hash(bytes, name, seed: ByteWords.hash(bytes, source, seed: 0))
        var bucket = Int(truncatingIfNeeded: hash) & (buckets.count - 1)
        while buckets[bucket] >= 0 {
            let index = Int(buckets[bucket])
            if hashes[index] == hash && matches(index, bytes, source: source, name: name) {
                return (EventNameID(index: Int32(index)), hash)
            }
            bucket = (bucket + 1) & (buckets.count - 1)
        }
        return (nil, hash)
    }

    private func matches(_ index: Int, _ bytes: Span<UInt8>, source: Range<Int>, name: Range<Int>) -> Bool {
        let start = index == 0 ? 0 : ends[index - 1].name
        let end = ends[index]
        guard ByteWords.areEqual(keys, start..<end.source, bytes, source) else { return false }
        return ByteWords.areEqual(keys, end.source..<end.name, bytes, name)
    }

    private func insert(_ hash: UInt64, source: String, name: String) -> EventNameID {
        guard texts.count < EventNameTable.maximumCount else { return EventNameID(index: 0) }
        if texts.count * 2 >= buckets.count { grow() }
        texts.append((source, name))
        hashes.append(hash)
        keys.append(contentsOf: source.utf8)
        let middle = keys.count
        keys.append(contentsOf: name.utf8)
        ends.append((middle, keys.count))
        place(Int32(texts.count - 1))
        return EventNameID(index: Int32(texts.count - 1))
    }

    private func place(_ index: Int32) {
        var bucket = Int(truncatingIfNeeded: hashes[Int(index)]) & (buckets.count - 1)
        while buckets[bucket] >= 0 { bucket = (bucket + 1) & (buckets.count - 1) }
        buckets[bucket] = index
    }

    private func grow() {
        buckets = Array(repeating: -1, count: buckets.count * 2)
        for index in texts.indices { place(Int32(index)) }
    }
}
