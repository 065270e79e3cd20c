/// Finds the line of a JSON text on which a field stands, so that a message can name it.
struct JSONPlace {
    private let bytes: [UInt8]
    private var position = 0

    private enum Step: Equatable {
        case member(String)
        case element(Int)
    }

    /// The line, from 1, of the field with this path (`resources[0].type`), or of the innermost value around it that is
    /// there; 1 if the text is no JSON.
    static func line(of path: String, in bytes: [UInt8]) -> Int {
        var place = JSONPlace(bytes: bytes)
        let found = place.seek(steps(path)[...])
        return bytes[..<min(found, bytes.count)].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private static func steps(_ path: String) -> [Step] {
        var steps: [Step] = []
        for part in path.split(separator: ".") {
            let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
            if let name = pieces.first, !name.isEmpty { steps.append(.member(String(name))) }
            for piece in pieces.dropFirst() {
                if let index = Int(piece.dropLast()) { steps.append(.element(index)) }
            }
        }
        return steps
    }

    /// The position of the value that the steps lead to, as far as they lead.
    private mutating func seek(_ steps: ArraySlice<Step>) -> Int {
        skipBlanks()
        let start = position
        guard let step = steps.first, position < bytes.count else { return start }
        switch (bytes[position], step) {
        case (UInt8(ascii: "{"), .member(let name)):
            return seekMember(name, steps.dropFirst()) ?? start
        case (UInt8(ascii: "["), .element(let index)):
            return seekElement(index, steps.dropFirst()) ?? start
        default: return start
        }
    }

    private mutating func seekMember(_ name: String, _ rest: ArraySlice<Step>) -> Int? {
        position += 1
        while position < bytes.count {
            skipBlanks()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
            let keyStart = position
            skipValue()
            let key = String(decoding: bytes[(keyStart + 1)..<max(keyStart + 1, position - 1)], as: UTF8.self)
            skipBlanks()
            position += 1
            if key == name {
                guard !rest.isEmpty else { return keyStart }
                return seek(rest)
            }
            skipValue()
            guard skipComma() else { return nil }
        }
        return nil
    }

    private mutating func seekElement(_ index: Int, _ rest: ArraySlice<Step>) -> Int? {
        position += 1
        for _ in 0..<index {
            skipValue()
            guard skipComma() else { return nil }
        }
        return seek(rest)
    }

    private mutating func skipComma() -> Bool {
        skipBlanks()
        guard position < bytes.count, bytes[position] == UInt8(ascii: ",") else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while position < bytes.count, BrokenDocument.isBlank(bytes[position]) { position += 1 }
    }

    /// Passes over one value: a text, a bracketed value, or a bare word.
    private mutating func skipValue() {
        skipBlanks()
        var scanner = BracketScanner()
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            let isEnd = byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
            if scanner.depth == 0, !scanner.isInText {
                if isEnd || byte == UInt8(ascii: ":") || (BrokenDocument.isBlank(byte) && position > start) {
                    return
                }
            }
            let wasInText = scanner.isInText
            let closes = scanner.take(byte)
            position += 1
            if closes || (wasInText && !scanner.isInText && scanner.depth == 0) { return }
        }
    }
}
