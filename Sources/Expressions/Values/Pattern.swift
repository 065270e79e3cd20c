internal import CRE2

/// A compiled regular expression in the syntax of RE2; searching takes time linear in the text.
@safe final class Pattern: Sendable {
    /// The most bytes of a pattern that is no literal.
    static let maximumDynamicLength = 1000
    /// About the most bytes that a pattern with its automata takes.
    private static let maximumMemory: Int64 = 1 << 20

    private nonisolated(unsafe) let handle: OpaquePointer
    /// How many groups it captures.
    let groupCount: Int
    /// What a search costs for each 16 bytes of text.
    let weight: Int

    /// Why a text is no pattern.
    struct Refusal: Error {
        let reason: String
    }

    init(_ text: String) throws(Refusal) {
        let capacity = 200
        var handle: OpaquePointer?
        var text = text
        let message = unsafe String(unsafeUninitializedCapacity: capacity) { buffer in
            text.withUTF8 { bytes in
                unsafe handle = plumbline_pattern_create(
                    bytes.baseAddress, bytes.count, Self.maximumMemory, buffer.baseAddress, capacity)
            }
            return unsafe handle == nil ? buffer.firstIndex(of: 0) ?? 0 : 0
        }
        guard let created = unsafe handle else { throw Refusal(reason: message) }
        unsafe self.handle = created
        groupCount = unsafe Int(plumbline_pattern_groups(created))
        weight = unsafe 1 + Int(plumbline_pattern_size(created)) / 64
    }

    deinit {
        unsafe plumbline_pattern_destroy(handle)
    }

    /// Whether the pattern occurs in the text.
    func occurs(in text: Span<UInt8>) -> Bool {
        unsafe text.withUnsafeBufferPointer { text in
            unsafe plumbline_pattern_search(handle, text.baseAddress, text.count, 0, nil, 0) == 1
        }
    }

    /// The first match at or behind `start`: the whole one, then each group; nil for a group that took no part.
    func match(in text: Span<UInt8>, from start: Int) -> [Range<Int>?]? {
        var matches = [plumbline_match](
            repeating: plumbline_match(start: -1, end: -1),
            count: min(1 + groupCount, Int(PLUMBLINE_MAXIMUM_GROUPS)))
        let isFound = unsafe text.withUnsafeBufferPointer { text in
            unsafe plumbline_pattern_search(
                handle, text.baseAddress, text.count, start, &matches, Int32(matches.count))
        }
        guard isFound == 1 else { return nil }
        return matches.map { $0.start < 0 ? nil : Int($0.start)..<Int($0.end) }
    }
}

/// The patterns that evaluations made of texts that are no literals: the last few, so that a pattern that stays the same
/// compiles once.
struct PatternCache {
    private static let capacity = 32
    private var entries: [(text: String, pattern: Pattern)] = []

    /// The pattern of a text, from the cache or compiled anew; the one least recently asked for makes room.
    mutating func pattern(of text: String) throws(Pattern.Refusal) -> Pattern {
        if let place = entries.firstIndex(where: { Value.equalTexts($0.text, text) }) {
            let entry = entries.remove(at: place)
            entries.append(entry)
            return entry.pattern
        }
        let pattern = try Pattern(text)
        if entries.count == Self.capacity { entries.removeFirst() }
        entries.append((text, pattern))
        return pattern
    }
}
