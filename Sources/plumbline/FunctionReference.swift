import Controls
import JSONTokens

/// The functions of the control language, for people and for programs.
enum FunctionReference {
    /// The functions whose name contains the text, by group; groups without any are left out.
    static func groups(named text: String?) -> [(title: String, functions: [CloudFunction])] {
        FunctionCatalog.groups.compactMap { group in
            let functions = group.functions.filter { function in
                text.map { function.name.lowercased().contains($0.lowercased()) } ?? true
            }
            return functions.isEmpty ? nil : (title: group.title, functions: functions)
        }
    }

    /// One section a group.
    static func text(_ groups: [(title: String, functions: [CloudFunction])], width: Int) -> String {
        groups.map { group in
            let sections = group.functions.map { section($0, width: min(width, 120)) }
            return "\(group.title.uppercased())\n\n" + sections.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// One function a line.
    static func json(_ groups: [(title: String, functions: [CloudFunction])]) -> String {
        groups.flatMap { group in group.functions.map { line($0, group.title) } }.joined()
    }

    private static func section(_ function: CloudFunction, width: Int) -> String {
        let meaning = wrapped(function.meaning, indentation: 4, width: width)
        let examples = function.examples.map { example in
            let given = (example.given ?? "").isEmpty ? "" : "        given \(example.given ?? "")\n"
            return "      \(example.expression)\n\(given)        = \(example.value)\n"
        }
        return "  \(function.usage) -> \(function.result)\n\(meaning)\(examples.joined())"
    }

    private static func wrapped(_ text: String, indentation: Int, width: Int) -> String {
        let margin = String(repeating: " ", count: indentation)
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(margin + word)
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func line(_ function: CloudFunction, _ group: String) -> String {
        let examples = function.examples.map { example in
            FlatValue(map: [
                ("expression", FlatValue(example.expression)), ("value", FlatValue(example.value)),
                ("given", example.given.map { FlatValue($0) } ?? .null),
            ])
        }
        let object = FlatValue(map: [
            ("name", FlatValue(function.name)), ("usage", FlatValue(function.usage)),
            ("result", FlatValue(function.result)), ("meaning", FlatValue(function.meaning)),
            ("group", FlatValue(group)), ("examples", FlatValue(list: examples)),
        ])
        return object.view.json + "\n"
    }
}
