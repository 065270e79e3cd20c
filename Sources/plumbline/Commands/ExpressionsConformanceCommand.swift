import ArgumentParser
import DriftRuntime
import Expressions
import Foundation

/// `plumbline expressions conformance`.
struct ExpressionsConformanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conformance",
        abstract: "Runs cases of cel-spec's conformance suite and prints a table per section.",
        discussion:
            "A file holds one case a line, as JSON. Exits with 1 if a case fails, 2 if a line is no case.")

    @Argument(help: "Files of cases.")
    var files: [String]

    func run() throws {
        var cases: [ConformanceCase] = []
        for file in files { cases += try Self.cases(of: file) }
        var table = ConformanceTable()
        for conformanceCase in cases { table.run(conformanceCase) }
        Terminal.write(Self.text(of: table))
        if table.passed < table.all { throw ExitCode(1) }
    }

    private static func cases(of path: String) throws -> [ConformanceCase] {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw RuntimeFailure(.usage, "\(path): cannot be read: \(error.localizedDescription)")
        }
        var cases: [ConformanceCase] = []
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.isEmpty {
            do throws(ConformanceFormError) {
                cases.append(try ConformanceCase(line: String(decoding: line, as: UTF8.self)))
            } catch {
                throw RuntimeFailure(.usage, "\(path):\(index + 1): \(error)")
            }
        }
        if cases.isEmpty { throw RuntimeFailure(.usage, "\(path): holds no case") }
        return cases
    }

    private static func text(of table: ConformanceTable) -> String {
        var rows = TextTable([
            .init("FILE", width: 24), .init("SECTION", width: 48), .init("PASSED", width: 6),
            .init("ALL", width: 6),
        ])
        for row in table.rows { rows.add([row.file, row.section, "\(row.passed)", "\(row.all)"]) }
        let failures = table.failures.map { "\n\($0.id): \($0.complaint)" }.joined()
        return rows.text + failures + "\n\(table.passed) of \(table.all) cases passed\n"
    }
}
