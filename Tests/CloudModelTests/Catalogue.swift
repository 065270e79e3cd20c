import Foundation

/// The catalogue of benchmark controls where it lies beside the package.
enum Catalogue {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/catalogue")

    static let exists = FileManager.default.fileExists(atPath: folder.path)

    /// The kinds of resource that a table's rows are about, sorted.
    static func resourceTypes(_ file: String) throws -> [String] {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        let rows = records(text)
        guard let column = rows.first?.firstIndex(of: "resource_types") else { return [] }
        let types = rows.dropFirst().flatMap { row in
            column < row.count ? row[column].split(separator: ";").map(String.init) : []
        }
        return Set(types).sorted()
    }

    /// The records of a table in the form of RFC 4180.
    private static func records(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field = ""
        var isQuoted = false
        for character in text {
            switch character {
            // A doubled quote inside quotes closes and opens again: the quote between them is part of the text.
            case "\"":
                isQuoted.toggle()
            case "," where !isQuoted:
                record.append(field)
                field = ""
            case "\r\n" where !isQuoted, "\n" where !isQuoted:
                records.append(record + [field])
                record = []
                field = ""
            default: field.append(character)
            }
        }
        if !record.isEmpty || !field.isEmpty { records.append(record + [field]) }
        return records
    }
}
