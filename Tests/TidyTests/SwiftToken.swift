/// An identifier, keyword or number, or one character of any other kind.
struct SwiftToken: Sendable {
    let text: String
    /// Counted from 1.
    let line: Int
    /// Whether only spaces stand before it on its line.
    let startsLine: Bool

    static func tokens(of bytes: [UInt8]) -> [SwiftToken] {
        var tokens: [SwiftToken] = []
        var line = 1
        var startsLine = true
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\n") {
                line += 1
                startsLine = true
            } else if byte != UInt8(ascii: " ") {
                var end = index + 1
                if isWord(byte) { while end < bytes.count, isWord(bytes[end]) { end += 1 } }
                let text = String(decoding: bytes[index..<end], as: UTF8.self)
                tokens.append(SwiftToken(text: text, line: line, startsLine: startsLine))
                startsLine = false
                index = end - 1
            }
            index += 1
        }
        return tokens
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 128...255: true
        default: false
        }
    }
}

extension [SwiftToken] {
    /// The lines on which the words follow each other; `notAfterDot` leaves out members.
    func lines(of words: [String], notAfterDot: Bool = false) -> [Int] {
        indices.compactMap { index in
            guard self[index].text == words[0], index + words.count <= count else { return nil }
            for (step, word) in words.enumerated() where self[index + step].text != word { return nil }
            if notAfterDot, index > 0, self[index - 1].text == "." { return nil }
            return self[index].line
        }
    }
}
