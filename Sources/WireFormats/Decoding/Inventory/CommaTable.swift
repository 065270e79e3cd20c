/// A table as RFC 4180 writes it: rows of fields with commas between them, quoted where they hold one.
struct CommaTable {
    /// The first row: where each column stands, by name.
    private let columns: [String: Int]
    /// The rows behind it.
    let rows: [[String]]

    /// The table of a text; nil if it has no first row, or a quote that does not close.
    init?(_ text: [UInt8]) {
        guard let rows = CommaTable.rows(text), let head = rows.first else { return nil }
        columns = Dictionary(head.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        self.rows = Array(rows.dropFirst())
    }

    /// The field of a row in the named column; nil where the row or the table lacks it.
    func field(_ column: String, of row: [String]) -> String? {
        guard let place = columns[column], place < row.count else { return nil }
        return row[place]
    }

    private static func rows(_ text: [UInt8]) -> [[String]]? {
        var reader = FieldReader(text: text)
        var rows: [[String]] = []
        var row: [String] = []
        while let field = reader.next() {
            row.append(field.text)
            guard field.endsRow else { continue }
            // An empty line is no row.
            if row != [""] { rows.append(row) }
            row = []
        }
        return reader.isBroken ? nil : rows
    }
}

/// Reads the fields of a table one behind the other.
private struct FieldReader {
    let text: [UInt8]
    /// True if a quote did not close.
    private(set) var isBroken = false
    private var position = 0
    private var isAtEnd = false

    init(text: [UInt8]) {
        self.text = text
    }

    /// The next field and whether it is the last of its row; nil behind the last one.
    mutating func next() -> (text: String, endsRow: Bool)? {
        guard !isAtEnd else { return nil }
        var field: [UInt8] = []
        while position < text.count {
            let byte = text[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): readQuoted(into: &field)
            case UInt8(ascii: ","): return (String(decoding: field, as: UTF8.self), false)
            case 0x0A: return (String(decoding: field, as: UTF8.self), true)
            case 0x0D: break
            default: field.append(byte)
            }
        }
        isAtEnd = true
        return (String(decoding: field, as: UTF8.self), true)
    }

    /// Reads on to the quote that closes; two quotes are one.
    private mutating func readQuoted(into field: inout [UInt8]) {
        while position < text.count {
            let byte = text[position]
            position += 1
            if byte != UInt8(ascii: "\"") {
                field.append(byte)
            } else if position < text.count, text[position] == byte {
                field.append(byte)
                position += 1
            } else {
                return
            }
        }
        isBroken = true
    }
}
