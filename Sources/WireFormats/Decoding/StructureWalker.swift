/// Finds the byte ranges of the elements of an array, or of a member of an object, by quotes and brackets alone.
///
/// It checks nothing else, so one bad element of an envelope leaves the ranges of the others intact.
enum StructureWalker {
    /// The ranges of the elements of the array that begins at or behind `start`, and where the array ends; nil if its
    /// brackets do not close.
    static func elements(of bytes: Span<UInt8>, from start: Int) -> (ranges: [Range<Int>], end: Int)? {
        var position = skipBlanks(bytes, start)
        guard position < bytes.count, bytes[position] == UInt8(ascii: "[") else { return nil }
        position = skipBlanks(bytes, position + 1)
        var ranges: [Range<Int>] = []
        if position < bytes.count, bytes[position] == UInt8(ascii: "]") { return (ranges, position + 1) }
        while position < bytes.count {
            guard let end = endOfValue(bytes, position) else { return nil }
            ranges.append(position..<end)
            position = skipBlanks(bytes, end)
            guard position < bytes.count else { return nil }
            if bytes[position] == UInt8(ascii: "]") { return (ranges, position + 1) }
            guard bytes[position] == UInt8(ascii: ",") else { return nil }
            position = skipBlanks(bytes, position + 1)
        }
        return nil
    }

    /// The ranges of objects that stand one behind the other with only blanks between; nil if the bytes are anything else.
    static func objects(in bytes: Span<UInt8>) -> [Range<Int>]? {
        var ranges: [Range<Int>] = []
        var position = skipBlanks(bytes, 0)
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "{"), let end = endOfContainer(bytes, position) else {
                return nil
            }
            ranges.append(position..<end)
            position = skipBlanks(bytes, end)
        }
        return ranges
    }

    /// Where the value of the object's first member with this key begins, or nil. Keys with escapes do not match.
    static func member(of bytes: Span<UInt8>, named key: StaticString) -> Int? {
        var position = skipBlanks(bytes, 0)
        guard position < bytes.count, bytes[position] == UInt8(ascii: "{") else { return nil }
        position = skipBlanks(bytes, position + 1)
        while position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            guard let end = endOfString(bytes, position) else { return nil }
            let isWanted = matches(bytes, (position + 1)..<(end - 1), key)
            position = skipBlanks(bytes, end)
            guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { return nil }
            position = skipBlanks(bytes, position + 1)
            if isWanted { return position < bytes.count ? position : nil }
            guard let after = endOfValue(bytes, position) else { return nil }
            position = skipBlanks(bytes, after)
            guard position < bytes.count, bytes[position] == UInt8(ascii: ",") else { return nil }
            position = skipBlanks(bytes, position + 1)
        }
        return nil
    }

    /// The first position at or behind `start` that is no blank.
    static func skipBlanks(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var position = start
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return position
            }
        }
        return position
    }

    private static func endOfValue(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        switch bytes[start] {
        case UInt8(ascii: "\""): return endOfString(bytes, start)
        case UInt8(ascii: "{"), UInt8(ascii: "["): return endOfContainer(bytes, start)
        default: return endOfScalar(bytes, start)
        }
    }

    private static func endOfString(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
        var position = start + 1
        while position < bytes.count {
            while position + 8 <= bytes.count, !ByteWords.hasQuoteOrBackslash(bytes, at: position) {
                position += 8
            }
            guard position < bytes.count else { return nil }
            switch bytes[position] {
            case UInt8(ascii: "\""): return position + 1
            case UInt8(ascii: "\\"): position += 2
            default: position += 1
            }
        }
        return nil
    }

    private static func endOfContainer(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
        var depth = 0
        var position = start
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard let end = endOfString(bytes, position) else { return nil }
                position = end
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return position + 1 }
            default: break
            }
            position += 1
        }
        return nil
    }

    private static func endOfScalar(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
        var position = start
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), 0x20, 0x09, 0x0A, 0x0D:
                return position > start ? position : nil
            default: position += 1
            }
        }
        return position > start ? position : nil
    }

    private static func matches(_ bytes: Span<UInt8>, _ range: Range<Int>, _ key: StaticString) -> Bool {
        guard range.count == key.utf8CodeUnitCount else { return false }
        let wanted = unsafe key.utf8Start
        for index in 0..<range.count where unsafe bytes[range.lowerBound + index] != wanted[index] {
            return false
        }
        return true
    }
}
