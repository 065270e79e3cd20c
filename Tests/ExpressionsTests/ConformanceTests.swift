import Expressions
import Foundation
import Testing

/// cel-spec's own cases, as far as they need no protobuf messages.
@Suite struct ConformanceTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/data/cel-spec").standardizedFileURL

    /// The shared cases, or those of the file named in the environment.
    private static let file =
        ProcessInfo.processInfo.environment["PLUMBLINE_CONFORMANCE_CASES"].map { URL(filePath: $0) }
        ?? folder.appending(path: "cases.jsonl")

    private static let isPresent = FileManager.default.fileExists(atPath: file.path)

    @Test(.enabled(if: isPresent, "the cases are not here"))
    func `every case gives what the suite expects`() throws {
        var table = ConformanceTable()
        for line in try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n") {
            table.run(try ConformanceCase(line: String(line)))
        }
        #expect(table.all > 1000)
        #expect(
            table.failures.isEmpty,
            "\(table.failures.map { "\($0.id): \($0.complaint)" }.joined(separator: "\n"))")
    }
}
