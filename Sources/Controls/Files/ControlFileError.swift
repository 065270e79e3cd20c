/// Why a control file or a benchmark map cannot be used: the place, what is wrong, and what to do.
public struct ControlFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file's path as it was given.
    public let file: String
    /// The line, from 1; 0 if the file as a whole is meant.
    public let line: Int
    /// The column in Unicode scalars, from 1; 0 if the line as a whole is meant.
    public let column: Int
    /// The field by its path: `remediation.calls[0].when`; empty if the file as a whole is meant.
    public let field: String
    /// What is wrong, in one sentence.
    public let message: String
    /// What to do; empty if there is nothing to say.
    public let hint: String
    /// The text of the line; empty if it is not known.
    public let sourceLine: String

    /// One failure at one place.
    public init(
        file: String, line: Int, column: Int, field: String, message: String, hint: String = "",
        sourceLine: String = ""
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.field = field
        self.message = message
        self.hint = hint
        self.sourceLine = sourceLine
    }

    /// The place, the sentence, the line with a caret below the column, and the hint.
    public var description: String {
        var text = line > 0 ? "\(file):\(line):\(max(column, 1)): " : "\(file): "
        if !field.isEmpty { text += "\(field): " }
        text += message
        if !sourceLine.isEmpty, column > 0 {
            let gutter = "    \(line) | "
            let blanks = gutter.count + column - 1
            text += "\n\(gutter)\(sourceLine)\n\(String(repeating: " ", count: blanks))^"
        }
        if !hint.isEmpty { text += "\n    hint: \(hint)" }
        return text
    }
}
