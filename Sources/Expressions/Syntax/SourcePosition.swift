/// A place in the text of an expression.
public struct SourcePosition: Hashable, Sendable {
    /// Bytes of UTF-8 before it.
    public let offset: Int
    /// The line, from 1.
    public let line: Int
    /// The column in characters (Unicode scalars), from 1.
    public let column: Int

    /// The place behind `offset` bytes of the text.
    public init(offset: Int, in source: String) {
        var line = 1
        var column = 1
        for byte in source.utf8.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        self.offset = offset
        self.line = line
        self.column = column
    }
}

/// Why an expression was refused before it could run.
public struct ExpressionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, in one short sentence.
    public let message: String
    /// Where it is wrong.
    public let position: SourcePosition

    /// An error at a place.
    public init(_ message: String, at position: SourcePosition) {
        self.message = message
        self.position = position
    }

    /// Line, column and message.
    public var description: String { "\(position.line):\(position.column): \(message)" }

    /// The error with the line of the expression it is about, and a caret under the place.
    public func rendered(in source: String) -> String {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        guard position.line <= lines.count else { return description }
        let text = lines[position.line - 1]
        let indent = text.unicodeScalars.prefix(position.column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
        return "\(description)\n  | \(text)\n  | \(indent)^"
    }
}

/// An error that knows only how many bytes precede it; the entry point makes an `ExpressionError` of it.
struct LocatedError: Error {
    let message: String
    let offset: Int

    init(_ message: String, at offset: Int) {
        self.message = message
        self.offset = offset
    }

    func located(in source: String) -> ExpressionError {
        ExpressionError(message, at: SourcePosition(offset: offset, in: source))
    }
}
