public import JSONTokens

/// Checks JSON documents against the subset of JSON Schema 2020-12 that `schemas/` uses.
public struct SchemaValidator: Sendable {
    let root: FlatValue

    /// Why a schema cannot be used.
    public struct Refusal: Error, CustomStringConvertible {
        /// Where and what, for people.
        public let description: String
    }

    /// Reads a schema. Refuses text that is no JSON, keywords outside the subset, references that lead
    /// nowhere and patterns that `SimplePattern` cannot match.
    public init(_ schemaJSON: [UInt8]) throws {
        do {
            root = try FlatValue(json: schemaJSON)
        } catch {
            throw Refusal(description: "the schema is no JSON: \(error)")
        }
        var problems: [String] = []
        collectProblems(of: root.view, at: "#", into: &problems)
        if !problems.isEmpty { throw Refusal(description: problems.joined(separator: "; ")) }
    }

    /// What is wrong with a document, one line each with its place; empty if it conforms.
    public func validate(_ document: [UInt8]) -> [String] {
        do {
            return validate(try FlatValue(json: document))
        } catch {
            return ["the document is no JSON: \(error)"]
        }
    }

    /// What is wrong with a value, one line each with its place; empty if it conforms.
    public func validate(_ value: FlatValue) -> [String] {
        var problems: [String] = []
        check(value.view, root.view, at: "$", into: &problems)
        return problems
    }

    /// The schema that a `$ref` inside the same document names.
    func resolve(_ reference: String) -> FlatView? {
        if reference == "#" { return root.view }
        guard reference.hasPrefix("#/") else { return nil }
        var view = root.view
        for step in reference.dropFirst(2).split(separator: "/") {
            guard let next = view.member(String(step)) else { return nil }
            view = next
        }
        return view
    }
}

/// Reading the schema itself.
extension SchemaValidator {
    private static let annotations: Set<String> = [
        "$schema", "$id", "$comment", "title", "description", "examples", "default",
    ]
    private static let assertions: Set<String> = [
        "type", "required", "enum", "const", "minimum", "maximum", "minLength", "maxLength", "minItems",
        "maxItems", "uniqueItems",
    ]

    private func collectProblems(of schema: FlatView, at place: String, into problems: inout [String]) {
        if schema.bool != nil { return }
        guard schema.tag == .map else {
            return problems.append("\(place): a schema is an object or a boolean")
        }
        for (keyword, value) in schema.members {
            let inner = place + "/" + keyword
            switch keyword {
            case "properties", "$defs", "patternProperties":
                for (name, member) in value.members {
                    if keyword == "patternProperties" { checkPattern(name, at: inner, into: &problems) }
                    collectProblems(of: member, at: inner + "/" + name, into: &problems)
                }
            case "additionalProperties", "items", "not", "propertyNames":
                collectProblems(of: value, at: inner, into: &problems)
            case "oneOf", "anyOf", "allOf":
                for element in value.elements { collectProblems(of: element, at: inner, into: &problems) }
            case "$ref":
                if resolve(value.string ?? "") == nil { problems.append("\(inner): leads nowhere") }
            case "pattern": checkPattern(value.string ?? "(", at: inner, into: &problems)
            default:
                if !Self.annotations.contains(keyword) && !Self.assertions.contains(keyword) {
                    problems.append("\(inner): unknown keyword")
                }
            }
        }
    }

    private func checkPattern(_ text: String, at place: String, into problems: inout [String]) {
        if SimplePattern(text) == nil { problems.append("\(place): cannot match pattern \(text)") }
    }
}
