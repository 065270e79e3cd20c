import Foundation
import JSONTokens

/// What the catalogue says the filters of the monitoring controls have to match.
struct MonitoringCatalogue {
    struct Clause {
        let field: String
        let operation: String
        var values: [String]
    }

    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/catalogue/cis-aws-monitoring.csv").standardizedFileURL

    static let isPresent = FileManager.default.fileExists(atPath: file.path)

    /// The clauses of each control in the newest version, by key.
    static let clauses: [(key: String, clauses: [Clause])] = {
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        var keys: [String] = []
        var found: [String: [(number: String, clause: Clause)]] = [:]
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let row = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            if found[row[0]] == nil { keys.append(row[0]) }
            if let last = found[row[0], default: []].indices.last, found[row[0]]?[last].number == row[1] {
                found[row[0]]?[last].clause.values.append(row[4])
            } else {
                let clause = Clause(field: row[2], operation: row[3], values: [row[4]])
                found[row[0], default: []].append((number: row[1], clause: clause))
            }
        }
        return keys.map { key in (key: key, clauses: found[key, default: []].map(\.clause)) }
    }()

    /// The clauses as a selector of `logFilterCovers`.
    static func selector(_ clauses: [Clause]) -> String {
        let maps = clauses.map { clause in
            let values = "[" + clause.values.map { "'\($0)'" }.joined(separator: ", ") + "]"
            switch clause.operation {
            case "=": return "{'field': '\(clause.field)', 'equals': \(values)}"
            case "like": return "{'field': '\(clause.field)', 'like': \(values)}"
            case "!=": return "{'field': '\(clause.field)', 'not': \(values)}"
            default: return "{'field': '\(clause.field)', 'absent': true}"
            }
        }
        return "[\(maps.joined(separator: ", "))]"
    }
}

/// One way of writing the same filter.
struct FilterSpelling: Sendable {
    let name: String
    var isReversed = false
    var quotesWords = true
    var space = " "

    static let all = [
        FilterSpelling(name: "as published"), FilterSpelling(name: "reversed", isReversed: true),
        FilterSpelling(name: "no quotes", quotesWords: false), FilterSpelling(name: "dense", space: ""),
        FilterSpelling(name: "wide", isReversed: true, quotesWords: false, space: "\n   "),
    ]

    func filter(_ clauses: [MonitoringCatalogue.Clause]) -> String {
        let parts = clauses.map { clause in
            let tests = clause.values.map { test(clause, $0) }
            let joined = order(tests).map { "(\($0))" }.joined(separator: "\(space)||\(space)")
            return "(\(space)\(joined)\(space))"
        }
        return "{\(space)" + order(parts).joined(separator: "\(space)&&\(space)") + "\(space)}"
    }

    private func test(_ clause: MonitoringCatalogue.Clause, _ value: String) -> String {
        let needsQuotes = quotesWords || value.contains(" ")
        let literal = needsQuotes ? "\"\(value)\"" : value
        switch clause.operation {
        case "=", "like": return "$.\(clause.field)\(space)=\(space)\(literal)"
        case "!=": return "$.\(clause.field)\(space)!=\(space)\(literal)"
        default: return "$.\(clause.field) NOT EXISTS"
        }
    }

    private func order<Element>(_ parts: [Element]) -> [Element] { isReversed ? parts.reversed() : parts }
}
