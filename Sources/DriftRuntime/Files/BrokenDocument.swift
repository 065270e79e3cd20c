/// What can be saved of a JSON document whose end is missing.
enum BrokenDocument {
    /// The members of an envelope whose elements are records of their own. Elements of any other list belong to one
    /// record, and half a record must not be taken for a whole one.
    private static let lists: Set<String> = [
        "Records", "records", "Events", "configurationItems", "value", "logEvents",
    ]

    /// The document closed behind the last whole record of its list, and where the lost rest begins; nil if no record
    /// is whole.
    static func salvage(_ bytes: [UInt8]) -> (document: [UInt8], restStart: Int)? {
        var scanner = BracketScanner()
        var isInList = false
        var end: (position: Int, open: [UInt8])?
        for (index, byte) in bytes.enumerated() {
            let depth = scanner.depth
            _ = scanner.take(byte)
            if scanner.depth > depth, scanner.open.last == UInt8(ascii: "[") {
                if scanner.depth == 1 { isInList = true }
                if scanner.depth == 2 { isInList = isInList || isList(bytes[..<index]) }
            }
            guard isInList, scanner.depth < depth, scanner.open.last == UInt8(ascii: "["),
                scanner.depth == (scanner.open[0] == UInt8(ascii: "[") ? 1 : 2)
            else { continue }
            end = (index + 1, scanner.open)
        }
        guard let end else { return nil }
        let closers = end.open.reversed().map {
            $0 == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
        }
        return (Array(bytes[..<end.position]) + closers, end.position)
    }

    /// True if the bytes end with the key of a list of records.
    private static func isList(_ bytes: ArraySlice<UInt8>) -> Bool {
        let tail = bytes.suffix(64).filter { !isBlank($0) }
        return lists.contains { tail.reversed().starts(with: "\"\($0)\":".utf8.reversed()) }
    }

    /// True if at least half of the lines are whole objects: records of which the first is broken, not one document.
    static func looksLikeLines(_ bytes: [UInt8]) -> Bool {
        var whole = 0
        var all = 0
        for line in bytes.split(separator: 0x0A) {
            guard let first = line.first(where: { !isBlank($0) }) else { continue }
            all += 1
            if first == UInt8(ascii: "{"), isWhole(line) { whole += 1 }
        }
        return all > 1 && whole * 2 >= all
    }

    /// True if the bytes are one bracketed value and nothing else.
    static func isWhole(_ bytes: ArraySlice<UInt8>) -> Bool {
        var scanner = BracketScanner()
        guard let start = bytes.firstIndex(where: { !isBlank($0) }),
            bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "[")
        else { return false }
        guard let end = scanner.end(of: bytes.span, from: start - bytes.startIndex) else { return false }
        return bytes.dropFirst(end).allSatisfy { isBlank($0) }
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
    }
}
