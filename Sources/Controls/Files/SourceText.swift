/// An expression as it stands in a YAML file: its text, and where each of its characters came from.
public struct SourceText: Sendable {
    /// The expression, as YAML reads it.
    public let text: String
    /// The field by its path: `remediation.guard`.
    public let field: String
    let file: SourceFile
    /// Where the YAML value begins: at its first character, its quote, or its `>` or `|`.
    let place: SourcePlace

    /// An error at a character of the expression.
    ///
    /// `offset` is how many bytes of UTF-8 stand before it in `text`.
    public func error(atOffset offset: Int, _ message: String, hint: String = "") -> ControlFileError {
        file.error(position(ofOffset: offset), field: field, message, hint: hint)
    }

    /// Where a character of the expression stands in the file.
    ///
    /// YAML folds lines and drops quotes, so the text is walked beside the file: each character that is no
    /// blank is looked for behind the one before it.
    func position(ofOffset offset: Int) -> SourcePlace {
        var line = place.line - 1
        var column = max(place.column - 1, 0)
        guard line >= 0, line < file.lines.count else { return place }
        if startsBlock {
            line += 1
            column = 0
        }
        var last = place
        var seen = 0
        for scalar in text.unicodeScalars {
            if !scalar.properties.isWhitespace {
                guard let found = find(scalar, line, column) else { return last }
                (line, column) = (found.place.line - 1, found.end)
                last = found.place
            } else if seen >= offset {
                return SourcePlace(line: last.line, column: last.column + 1)
            }
            if seen >= offset { return last }
            seen += scalar.utf8.count
        }
        return SourcePlace(line: last.line, column: last.column + 1)
    }

    private var startsBlock: Bool {
        let line = file.lines[place.line - 1]
        let column = place.column - 1
        guard column >= 0, column < line.count else { return false }
        return line[column] == ">" || line[column] == "|"
    }

    /// True if the value stands in double quotes, where a backslash begins an escape.
    private var hasEscapes: Bool {
        let line = file.lines[place.line - 1]
        return line.indices.contains(place.column - 1) && line[place.column - 1] == "\""
    }

    /// Where a scalar stands behind a place, and the column behind it.
    private func find(_ scalar: Unicode.Scalar, _ line: Int, _ column: Int) -> (place: SourcePlace, end: Int)?
    {
        var column = column
        let hasEscapes = hasEscapes
        for line in line..<file.lines.count {
            let scalars = file.lines[line]
            while column < scalars.count {
                let escape = hasEscapes ? YAMLEscape(scalars[column...]) : nil
                let end = column + (escape?.length ?? 1)
                if (escape?.value ?? scalars[column]) == scalar {
                    return (SourcePlace(line: line + 1, column: column + 1), end)
                }
                column = end
            }
            column = 0
        }
        return nil
    }
}

extension SourceText: Hashable {
    /// True if both are the same text of the same field.
    public static func == (left: SourceText, right: SourceText) -> Bool {
        left.text == right.text && left.field == right.field
    }

    /// Hashes the text.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(text)
    }
}
