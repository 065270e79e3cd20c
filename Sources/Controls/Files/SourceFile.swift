/// The text of one file, kept so that errors found later still point into it.
final class SourceFile: Sendable {
    let path: String
    let text: String
    /// The lines without their ends, as scalars, because YAML counts columns in scalars.
    let lines: [[Unicode.Scalar]]

    init(path: String, text: String) {
        self.path = path
        self.text = text
        lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.last == "\r" ? Array(line.dropLast()) : Array(line)
        }
    }

    /// The text of a line counted from 1; empty outside the file.
    func line(_ number: Int) -> String {
        guard number > 0, number <= lines.count else { return "" }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: lines[number - 1])
        return String(text)
    }

    /// An error at a place of this file.
    func error(
        _ place: SourcePlace, field: String, _ message: String, hint: String = ""
    ) -> ControlFileError {
        ControlFileError(
            file: path, line: place.line, column: place.column, field: field, message: message, hint: hint,
            sourceLine: line(place.line))
    }
}

/// A line and a column, both from 1.
struct SourcePlace: Hashable, Sendable {
    let line: Int
    let column: Int
}
