import Foundation

/// The schemas of the project, found from where this file stands.
public enum SchemaFolder {
    /// The path of `schemas/`.
    public static let path: String = {
        "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/schemas"
    }()

    /// The schema of each file that a replay writes, by file name.
    public static let schemaOfFile: [String: String] = [
        "findings.jsonl": "finding", "posture.jsonl": "posture", "alerts.jsonl": "alert",
        "remediation-commands.jsonl": "remediation-command", "tickets.jsonl": "ticket",
        "reread-requests.jsonl": "reread-request", "dead-letters.jsonl": "dead-letter",
        "coverage.jsonl": "coverage", "stats.json": "stats",
    ]

    /// The schema of each topic that no file stands for, by topic.
    public static let schemaOfInternalTopic = ["shared-facts": "shared-facts"]

    /// The text of the schema with this name: `finding`, `alert`, …
    public static func text(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name + ".schema.json")))
    }
}

extension SchemaValidator {
    /// The validator of the project's schema with this name.
    public init(named name: String) throws {
        try self.init(try SchemaFolder.text(name))
    }

    /// What is wrong with a file of JSON lines, one line each with its number; empty if every line conforms.
    public func validateLines(_ bytes: [UInt8]) -> [String] {
        var problems: [String] = []
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
            problems += validate(Array(line)).map { "line \(index + 1): \($0)" }
        }
        return problems
    }
}
