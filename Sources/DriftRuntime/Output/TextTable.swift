/// Columns of text of a bounded width: long cells go on on the next line, and end with an ellipsis when there is no more
/// room.
public struct TextTable: Sendable {
    /// One column.
    public struct Column: Sendable {
        let title: String
        let width: Int
        let maximumLines: Int

        /// A column of at least the title's width.
        public init(_ title: String, width: Int, maximumLines: Int = 3) {
            self.title = title
            self.width = max(width, title.count)
            self.maximumLines = maximumLines
        }
    }

    private let columns: [Column]
    private var rows: [[[String]]] = []
    private static let gap = "  "

    /// A table without rows.
    public init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row; a cell that is missing is empty.
    public mutating func add(_ cells: [String]) {
        rows.append(
            columns.enumerated().map { index, column in
                let cell = index < cells.count ? cells[index] : ""
                return TextTable.wrapped(cell, width: column.width, maximumLines: column.maximumLines)
            })
    }

    /// The head, a rule, and the rows; every line ends with a line feed.
    public var text: String {
        let used = columns.indices.map { column in
            max(columns[column].title.count, rows.lazy.flatMap { $0[column] }.map(\.count).max() ?? 0)
        }
        var text = line(columns.map(\.title), used)
        text += line(used.map { String(repeating: "-", count: $0) }, used)
        for row in rows {
            for index in 0..<(row.map(\.count).max() ?? 0) {
                text += line(row.map { index < $0.count ? $0[index] : "" }, used)
            }
        }
        return text
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var text = ""
        for (cell, width) in zip(cells, widths) {
            text += cell + String(repeating: " ", count: width - cell.count) + TextTable.gap
        }
        while text.last == " " { text.removeLast() }
        return text + "\n"
    }

    /// The text in lines of at most the width, broken behind blanks and separators where it can be.
    static func wrapped(_ text: String, width: Int, maximumLines: Int) -> [String] {
        var rest = clean(text)[...]
        var lines: [String] = []
        while rest.count > width {
            if lines.count == maximumLines - 1 {
                lines.append(String(rest.prefix(width - 1)) + "…")
                return lines
            }
            let piece = rest.prefix(width)
            let breakPoint =
                piece.lastIndex { " -/:,.".contains($0) }.map { rest.index(after: $0) } ?? piece.endIndex
            let end =
                rest.distance(from: rest.startIndex, to: breakPoint) * 2 >= width
                ? breakPoint : piece.endIndex
            lines.append(trimmed(rest[..<end]))
            rest = rest[end...].drop { $0 == " " }
        }
        lines.append(trimmed(rest))
        return lines
    }

    /// Control characters would break the columns, or worse: names come from strangers.
    private static func clean(_ text: String) -> String {
        String(text.map { $0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } ? " " : $0 })
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
