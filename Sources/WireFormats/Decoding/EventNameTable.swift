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

    /// The id of a name, made if it is new.
    public func intern(source: String, name: String) -> EventNameID {
        let hash = TextHash.hash(source, seed: TextHash.hash(name))
        return find(hash) { entry in entry.source == source && entry.name == name }
            ?? insert(hash, source: source, name: name)
    }

    /// The id of the name that two tokens spell, made if it is new.
    func intern(_ tape: TokenTape, source: Token, name: Token) -> EventNameID {
        let hash = tape.hash(source, seed: tape.hash(name))
        return find(hash) { entry in tape.equals(name, entry.name) && tape.equals(source, entry.source) }
            ?? insert(hash, source: tape.string(source) ?? "", name: tape.string(name) ?? "")
    }

    private func find(_ hash: UInt64, _ matches: ((source: String, name: String)) -> Bool) -> EventNameID? {
        var bucket = Int(truncatingIfNeeded: hash) & (buckets.count - 1)
        while buckets[bucket] >= 0 {
            let index = buckets[bucket]
            if hashes[Int(index)] == hash && matches(texts[Int(index)]) { return EventNameID(index: index) }
            bucket = (bucket + 1) & (buckets.count - 1)
        }
        return nil
    }

    private func insert(_ hash: UInt64, source: String, name: String) -> EventNameID {
        guard texts.count < EventNameTable.maximumCount else { return EventNameID(index: 0) }
        if texts.count * 2 >= buckets.count { grow() }
        texts.append((source, name))
        hashes.append(hash)
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
