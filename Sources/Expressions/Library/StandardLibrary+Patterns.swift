extension StandardLibrary {
    /// `matches`, and the regex extension of cel-go.
    static let patterns: [FunctionDeclaration] = [
        FunctionDeclaration("matches", [.string, .string], returns: .bool, .pattern(occurs)),
        FunctionDeclaration(method: "matches", on: .string, [.string], returns: .bool, .pattern(occurs)),
        FunctionDeclaration(
            "regex.extract", [.string, .string], returns: .optional(.string),
            .pattern(PatternFunction(place: 1, body: .general(extract)))),
        FunctionDeclaration(
            "regex.extractAll", [.string, .string], returns: .list(.string),
            .pattern(PatternFunction(place: 1, body: .general(extractAll)))),
        FunctionDeclaration(
            "regex.replace", [.string, .string, .string], returns: .string,
            .pattern(PatternFunction(place: 1, body: .general(replace)))),
        FunctionDeclaration(
            "regex.replace", [.string, .string, .string, .int], returns: .string,
            .pattern(PatternFunction(place: 1, body: .general(replace)))),
    ]

    private static let occurs = PatternFunction(place: 1, body: .occurs)

    /// The first match, or its group if the pattern has one; none if there is no match or the group is empty.
    private static func extract(_ pattern: Pattern, _ arguments: [Value], _ meter: inout Meter) -> Value {
        guard pattern.groupCount <= 1 else { return .failure(.badArgument, "more than one group") }
        let found = arguments[0].withText { text -> Value in
            var matches = PatternMatches(of: pattern)
            guard let match = matches.next(in: text, &meter) else { return .optional(nil) }
            guard let range = match.groups[pattern.groupCount], pattern.groupCount == 0 || !range.isEmpty
            else {
                return .optional(nil)
            }
            return .optional(.string(text.string(range)))
        }
        return found ?? .noOverload
    }

    /// All matches, or the group of each; empty groups are left out.
    private static func extractAll(_ pattern: Pattern, _ arguments: [Value], _ meter: inout Meter) -> Value {
        guard pattern.groupCount <= 1 else { return .failure(.badArgument, "more than one group") }
        let found = arguments[0].withText { text -> Value in
            var matches = PatternMatches(of: pattern)
            var elements: [Value] = []
            while let match = matches.next(in: text, &meter) {
                guard let range = match.groups[pattern.groupCount], pattern.groupCount == 0 || !range.isEmpty
                else { continue }
                elements.append(.string(text.string(range)))
            }
            return Value(list: elements)
        }
        return found ?? .noOverload
    }

    private static func replace(_ pattern: Pattern, _ arguments: [Value], _ meter: inout Meter) -> Value {
        guard let template = arguments[2].text else { return .noOverload }
        var limit = Int64.max
        if arguments.count > 3 {
            guard case .int(let count) = arguments[3] else { return .noOverload }
            limit = count < 0 ? .max : count
        }
        if limit == 0 { return arguments[0] }
        let found = arguments[0].withText { text -> Value in
            let replacement = ReplacementTemplate(template, groupCount: pattern.groupCount)
            var matches = PatternMatches(of: pattern)
            var result: [UInt8] = []
            var end = 0
            while limit > 0, let match = matches.next(in: text, &meter) {
                guard let replacement else {
                    return .failure(.badArgument, "replacement \(template.prefix(40))")
                }
                limit -= 1
                result.append(contentsOf: text.bytes(end..<match.whole.lowerBound))
                for piece in replacement.parts {
                    let bytes =
                        switch piece {
                        case .plain(let bytes): bytes
                        case .group(let number): match.groups[number].map { text.bytes($0) } ?? []
                        }
                    guard meter.spend(bytes: bytes.count) else { return .failure(.costLimit) }
                    result.append(contentsOf: bytes)
                }
                end = match.whole.upperBound
            }
            result.append(contentsOf: text.bytes(end..<text.count))
            return .string(String(decoding: result, as: UTF8.self))
        }
        return found ?? .noOverload
    }
}

/// A replacement in which `\1` to `\9` name groups, `\0` the whole match and `\\` a backslash.
private struct ReplacementTemplate {
    enum Part {
        case plain([UInt8])
        case group(Int)
    }

    private(set) var parts: [Part] = []

    init?(_ text: String, groupCount: Int) {
        var plain: [UInt8] = []
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            guard byte == UInt8(ascii: "\\") else {
                plain.append(byte)
                continue
            }
            guard let mark = bytes.next() else { return nil }
            if mark == UInt8(ascii: "\\") {
                plain.append(mark)
                continue
            }
            guard Lexer.isDigit(mark), Int(mark - 0x30) <= groupCount else { return nil }
            parts += [.plain(plain), .group(Int(mark - 0x30))]
            plain = []
        }
        parts.append(.plain(plain))
    }
}

extension Span<UInt8> {
    fileprivate func bytes(_ range: Range<Int>) -> [UInt8] {
        unsafe extracting(range).withUnsafeBufferPointer { unsafe Array($0) }
    }

    fileprivate func string(_ range: Range<Int>) -> String {
        unsafe extracting(range).withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
