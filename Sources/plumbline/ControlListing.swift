import CloudModel
import Controls
import DriftRuntime
import JSONTokens

/// The controls of a library as text, the watches over exclusions among them.
enum ControlListing {
    private static func files(_ library: ControlLibrary) -> [ControlFile] {
        (library.controls + ControlLibrary.watches).sorted { $0.id < $1.id }
    }

    /// One JSON object a line, by id.
    static func json(_ library: ControlLibrary) -> String {
        files(library).map { file in
            let numbers = library.numbers(of: file.id).map { number in
                "{\"name\":\(quoted(number.name)),\"version\":\(quoted(number.version)),"
                    + "\"number\":\(quoted(number.number)),\"level\":\(number.level),"
                    + "\"assessment\":\(quoted(number.assessment))}"
            }
            return "{\"id\":\(quoted(file.id)),\"title\":\(quoted(file.title)),"
                + "\"severity\":\(quoted(file.severity.name)),\"subject\":\(quoted(file.subject.name)),"
                + "\"provider\":\(quoted(file.subject.schema.provider.rawValue)),"
                + "\"benchmarks\":[\(numbers.joined(separator: ","))]}\n"
        }.joined()
    }

    /// A line a control for people.
    static func table(_ library: ControlLibrary, width: Int) -> String {
        var table = TextTable([
            .init("CONTROL", width: 48, maximumLines: 2), .init("SEVERITY", width: 8),
            .init("BENCHMARKS", width: 40, maximumLines: 4), .init("TITLE", width: max(width - 102, 40)),
        ])
        for file in files(library) {
            table.add([file.id, file.severity.name, benchmarks(library.numbers(of: file.id)), file.title])
        }
        return table.text
    }

    /// `cis-aws 3.0 5.2, 5.0 5.3`.
    static func benchmarks(_ numbers: [BenchmarkNumber]) -> String {
        var parts: [String] = []
        for number in numbers.sorted() {
            let isNew = !parts.contains { $0.hasPrefix(number.name) }
            parts.append("\(isNew ? number.name + " " : "")\(number.version) \(number.number)")
        }
        return parts.isEmpty ? "none" : parts.joined(separator: ", ")
    }

    private static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        JSONText.appendQuoted(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
