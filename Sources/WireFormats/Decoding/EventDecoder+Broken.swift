internal import JSONTokens

extension EventDecoder {
    /// Bytes that begin as an object and are none: several documents one behind the other, or a file of records of which
    /// some are broken. Whatever can be cut out is tried alone; the rest is reported.
    func decodeBroken(
        _ bytes: Span<UInt8>, _ failure: JSONFailure, _ facts: EnvelopeFacts, into results: inout [Decoded]
    ) {
        let documents = EventDecoder.documents(in: bytes)
        if documents.count > 1 { return decodeEach(documents, of: bytes, facts.deeper(), into: &results) }
        let start =
            StructureWalker.member(of: bytes, named: "Records")
            ?? StructureWalker.member(of: bytes, named: "records")
        guard let start, let found = StructureWalker.elements(of: bytes, from: start), found.ranges.count > 1
        else { return results.append(.notJSON(failure)) }
        decodeEach(found.ranges, of: bytes, facts.deeper(), into: &results)
        if !EventDecoder.closes(bytes, at: found.end) { results.append(.notJSON(failure)) }
    }

    /// True if an object ends here and nothing follows.
    private static func closes(_ bytes: Span<UInt8>, at start: Int) -> Bool {
        let bracket = StructureWalker.skipBlanks(bytes, start)
        guard bracket < bytes.count, bytes[bracket] == UInt8(ascii: "}") else { return false }
        return StructureWalker.skipBlanks(bytes, bracket + 1) == bytes.count
    }

    /// The ranges of documents that stand one a line or one right behind the other; empty if the bytes are no such
    /// sequence.
    private static func documents(in bytes: Span<UInt8>) -> [Range<Int>] {
        let lines = lines(of: bytes)
        let areObjects = lines.allSatisfy { range in
            bytes[StructureWalker.skipBlanks(bytes, range.lowerBound)] == UInt8(ascii: "{")
        }
        return lines.count > 1 && areObjects ? lines : StructureWalker.objects(in: bytes) ?? []
    }

    /// The lines that hold more than blanks.
    private static func lines(of bytes: Span<UInt8>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for position in 0...bytes.count where position == bytes.count || bytes[position] == 0x0A {
            if StructureWalker.skipBlanks(bytes, start) < position { lines.append(start..<position) }
            start = position + 1
        }
        return lines
    }
}
