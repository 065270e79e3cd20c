/// A Swift file as tokens, with comments and the text of string literals kept apart from the code.
///
/// Good enough for tidiness: it knows nested comments, raw and multi-line strings and interpolation. Regex
/// literals it takes for code, and a quote in one for a string to the end of the line.
struct SwiftText: Sendable {
    /// The code's words and signs; of a string literal only its quotes are left.
    let tokens: [SwiftToken]
    /// The same of the comments.
    let commentTokens: [SwiftToken]

    init(_ text: String) {
        var scanner = Scanner(text)
        scanner.run()
        tokens = SwiftToken.tokens(of: scanner.code)
        commentTokens = SwiftToken.tokens(of: scanner.comments)
    }
}

extension SwiftText {
    /// What the scanner is inside of.
    private enum State: Equatable {
        /// `parentheses` counts those open since an interpolation began; nil at the top.
        case code(parentheses: Int?)
        case lineComment
        case blockComment(depth: Int)
        case string(hashes: Int, isMultiline: Bool)
    }

    private struct Scanner {
        private let bytes: [UInt8]
        private var index = 0
        private var stack: [State] = [.code(parentheses: nil)]
        private(set) var code: [UInt8] = []
        private(set) var comments: [UInt8] = []

        init(_ text: String) { bytes = Array(text.utf8) }

        mutating func run() {
            while index < bytes.count {
                switch stack[stack.count - 1] {
                case .code(let parentheses): stepCode(parentheses)
                case .lineComment: stepLineComment()
                case .blockComment(let depth): stepBlockComment(depth)
                case .string(let hashes, let isMultiline): stepString(hashes, isMultiline)
                }
            }
        }

        private mutating func stepCode(_ parentheses: Int?) {
            if has("//") {
                stack.append(.lineComment)
            } else if has("/*") {
                stack.append(.blockComment(depth: 1))
                take(2, comment: true)
            } else if let (hashes, isMultiline) = stringStart() {
                stack.append(.string(hashes: hashes, isMultiline: isMultiline))
                take(hashes + (isMultiline ? 3 : 1), code: true)
            } else if let open = parentheses, bytes[index] == UInt8(ascii: ")"), open == 0 {
                stack.removeLast()
                take(1)
            } else {
                if let open = parentheses { stack[stack.count - 1] = .code(parentheses: open + balance()) }
                take(1, code: true)
            }
        }

        private func balance() -> Int {
            bytes[index] == UInt8(ascii: "(") ? 1 : bytes[index] == UInt8(ascii: ")") ? -1 : 0
        }

        private mutating func stepLineComment() {
            if bytes[index] == UInt8(ascii: "\n") { stack.removeLast() }
            take(1, comment: true)
        }

        private mutating func stepBlockComment(_ depth: Int) {
            if has("*/") {
                stack.removeLast()
                if depth > 1 { stack.append(.blockComment(depth: depth - 1)) }
                take(2, comment: true)
            } else if has("/*") {
                stack[stack.count - 1] = .blockComment(depth: depth + 1)
                take(2, comment: true)
            } else {
                take(1, comment: true)
            }
        }

        private mutating func stepString(_ hashes: Int, _ isMultiline: Bool) {
            let escape = "\\" + String(repeating: "#", count: hashes)
            let end = (isMultiline ? "\"\"\"" : "\"") + String(repeating: "#", count: hashes)
            if has(escape + "(") {
                stack.append(.code(parentheses: 0))
                take(hashes + 2)
            } else if has(escape) {
                take(hashes + 2)
            } else if has(end) {
                stack.removeLast()
                take(end.utf8.count, code: true)
            } else if !isMultiline, bytes[index] == UInt8(ascii: "\n") {
                // Only a quote in a regex literal gets here; it costs the rest of its line.
                stack.removeLast()
            } else {
                take(1)
            }
        }

        private func stringStart() -> (hashes: Int, isMultiline: Bool)? {
            guard bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "#") else { return nil }
            var place = index
            while place < bytes.count, bytes[place] == UInt8(ascii: "#") { place += 1 }
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return nil }
            let isMultiline = bytes[place...].starts(with: "\"\"\"".utf8)
            return (place - index, isMultiline)
        }

        private func has(_ text: String) -> Bool {
            bytes[index] == text.utf8.first && bytes[index...].starts(with: text.utf8)
        }

        /// Moves on; the bytes stay in one of the two texts or in none, line ends in both.
        private mutating func take(_ count: Int, code isCode: Bool = false, comment isComment: Bool = false) {
            for byte in bytes[index..<min(index + count, bytes.count)] {
                let blank = byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " ")
                code.append(isCode ? byte : blank)
                comments.append(isComment ? byte : blank)
            }
            index += count
        }
    }
}
