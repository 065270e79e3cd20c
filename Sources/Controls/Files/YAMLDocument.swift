import Yams

/// One YAML file as nodes with places. Nothing is typed by its looks: `no` is a text until a Boolean is asked for.
package struct YAMLDocument {
    package let root: YAMLField

    package init(path: String, bytes: [UInt8]) throws(ControlFileError) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ControlFileError(
                file: path, line: 0, column: 0, field: "", message: "The file is not UTF-8.")
        }
        let file = SourceFile(path: path, text: text)
        let node: Node?
        do {
            node = try Yams.compose(yaml: text, .basic)
        } catch {
            throw YAMLDocument.failure(error, file)
        }
        guard let node else {
            throw ControlFileError(file: path, line: 0, column: 0, field: "", message: "The file is empty.")
        }
        root = YAMLField(node: node, file: file, name: "")
    }

    private static func failure(_ error: any Error, _ file: SourceFile) -> ControlFileError {
        guard let error = error as? YamlError else {
            return file.error(SourcePlace(line: 0, column: 0), field: "", "The file is no YAML: \(error)")
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let place = SourcePlace(line: mark.line, column: mark.column)
            let hint =
                file.line(mark.line).contains(": !")
                ? "put the value in quotes: YAML takes a leading ! for a tag" : ""
            return file.error(place, field: "", "The file is no YAML: \(problem).", hint: hint)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.map { "\"\($0)\"" }.joined(separator: ", ")
            return file.error(
                SourcePlace(line: context.mark.line, column: context.mark.column), field: "",
                "The key \(names) stands twice in one map.")
        default:
            return file.error(SourcePlace(line: 0, column: 0), field: "", "The file is no YAML.")
        }
    }
}

/// One YAML value under its field name, with typed readings that throw at its place.
package struct YAMLField {
    let node: Node
    let file: SourceFile
    /// The path of the field; empty for the whole file.
    package let name: String

    var place: SourcePlace {
        SourcePlace(line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
    }

    package func error(_ message: String, hint: String = "") -> ControlFileError {
        file.error(place, field: name, message, hint: hint)
    }

    /// The scalar's text, whatever it looks like. A tag would eat the beginning of an expression such as `!a`.
    package func text() throws(ControlFileError) -> String {
        guard let scalar = node.scalar else { throw error("A text was expected.") }
        if scalar.tag.description.hasPrefix("!") {
            throw error("YAML takes a leading ! for a tag.", hint: "put the value in quotes")
        }
        return scalar.string
    }

    /// The scalar's text, which must not be blank.
    package func filledText() throws(ControlFileError) -> String {
        let text = try text()
        if text.allSatisfy(\.isWhitespace) { throw error("The text is empty.") }
        return text
    }

    func bool() throws(ControlFileError) -> Bool {
        switch try text() {
        case "true": return true
        case "false": return false
        default: throw error("true or false was expected.")
        }
    }

    package func int() throws(ControlFileError) -> Int {
        guard let number = Int(try text()) else { throw error("A whole number was expected.") }
        return number
    }

    func expression() throws(ControlFileError) -> SourceText {
        SourceText(text: try filledText(), field: name, file: file, place: place)
    }

    /// One of some words.
    func word<Choice>(_ choices: [(String, Choice)]) throws(ControlFileError) -> Choice {
        let text = try text()
        for (name, choice) in choices where name == text { return choice }
        throw error(
            "\"\(text)\" is not one of \(choices.map(\.0).joined(separator: ", ")).",
            hint: Suggestion.nearest(to: text, among: choices.map(\.0)).map { "did you mean \"\($0)\"?" }
                ?? "")
    }

    package func list() throws(ControlFileError) -> [YAMLField] {
        guard let sequence = node.sequence else { throw error("A list was expected.") }
        return sequence.enumerated().map { YAMLField(node: $1, file: file, name: "\(name)[\($0)]") }
    }

    package func texts() throws(ControlFileError) -> [String] {
        var texts: [String] = []
        for element in try list() { texts.append(try element.filledText()) }
        return texts
    }

    /// The members of a map in their order, whatever their keys.
    package func members() throws(ControlFileError) -> [(key: String, value: YAMLField)] {
        guard let mapping = node.mapping else { throw error("A map was expected.") }
        var members: [(key: String, value: YAMLField)] = []
        for (key, value) in mapping {
            guard let key = key.scalar?.string else { throw error("A key must be a text.") }
            let path = name.isEmpty ? key : "\(name).\(key)"
            members.append((key, YAMLField(node: value, file: file, name: path)))
        }
        return members
    }

    /// The map, which may have the given keys only.
    package func map(_ known: [String]) throws(ControlFileError) -> YAMLMap {
        guard let mapping = node.mapping else { throw error("A map was expected.") }
        for (key, _) in mapping {
            let text = key.scalar?.string ?? ""
            if known.contains(text) { continue }
            let path = name.isEmpty ? text : "\(name).\(text)"
            let place = SourcePlace(line: key.mark?.line ?? 0, column: key.mark?.column ?? 0)
            throw file.error(
                place, field: path, "There is no field of this name.",
                hint: Suggestion.hint(for: text, among: known))
        }
        return YAMLMap(field: self, members: try members())
    }
}

/// A YAML map whose keys are all known.
package struct YAMLMap {
    let field: YAMLField
    package let members: [(key: String, value: YAMLField)]

    package func optional(_ key: String) -> YAMLField? {
        members.first { $0.key == key }?.value
    }

    package func required(_ key: String) throws(ControlFileError) -> YAMLField {
        guard let member = optional(key) else {
            let path = field.name.isEmpty ? key : "\(field.name).\(key)"
            throw field.file.error(field.place, field: path, "The field is missing.")
        }
        return member
    }
}
