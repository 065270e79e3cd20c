import JSONTokens

/// Why a line is no case of the suite.
public struct ConformanceFormError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, in one short sentence.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// One case of cel-spec's conformance suite, written as one line of JSON: an expression, what it can name, and
/// the value, type or error that it must give.
public struct ConformanceCase: Sendable {
    /// The file of the suite, such as `string_ext`.
    public let file: String
    /// The section of that file.
    public let section: String
    /// The name within the section.
    public let name: String

    private let expression: String
    private let environment: Environment
    private let bindings: [Value]
    private let expectation: Expectation
    private let checksTypeOnly: Bool

    private struct Expectation: Sendable {
        var value: Value?
        var type: String?
        var isError = false
        var isUnknown = false
    }

    /// Reads a case from its line.
    public init(line: String) throws(ConformanceFormError) {
        let root: FlatValue
        do {
            root = try FlatValue(json: line)
        } catch {
            throw ConformanceFormError("no JSON: \(error)")
        }
        let fields = ConformanceFields(root.view)
        file = try fields.text("file")
        section = try fields.text("section")
        name = try fields.text("name")
        expression = try fields.text("expr")
        checksTypeOnly = try fields.flag("check_only")
        expectation = try Self.expectation(fields.member("expect"))
        let declarations = try ConformanceDeclarations(fields)
        bindings = declarations.bindings
        environment = Environment(
            variables: declarations.variables, functions: declarations.functions,
            container: try fields.text("container", default: ""),
            checksTypes: try fields.flag("check_disabled") == false,
            expandsMacros: try fields.flag("macros_disabled") == false)
    }

    /// File, section and name.
    public var id: String { "\(file)/\(section)/\(name)" }

    /// Runs the case: nil if it passes, else what came instead of what.
    ///
    /// Any error will do where one is expected: implementations word them differently.
    public func complaint() -> String? {
        var names = NameTable()
        do throws(ExpressionError) {
            let program = try Program(expression, in: environment, names: &names)
            if let type = expectation.type, program.resultType.description != type {
                return "\(expression): type \(program.resultType) instead of \(type)"
            }
            if checksTypeOnly { return nil }
            return complaint(about: Evaluator().evaluate(program, in: ConformanceHost(bindings)))
        } catch {
            return expectation.isError ? nil : "\(expression): refused: \(error)"
        }
    }

    private func complaint(about value: Value) -> String? {
        let shown = ConformanceNotation.text(value)
        if expectation.isError {
            if case .error = value { return nil }
            return "\(expression): \(shown) instead of an error"
        }
        if expectation.isUnknown {
            if case .unknown = value { return nil }
            return "\(expression): \(shown) instead of an unknown value"
        }
        guard let wanted = expectation.value.map(ConformanceNotation.text), wanted != shown else {
            return nil
        }
        return "\(expression): \(shown) instead of \(wanted)"
    }

    private static func expectation(_ view: FlatView?) throws(ConformanceFormError) -> Expectation {
        guard let view, view.tag == .map else { throw ConformanceFormError("`expect` is missing") }
        var expectation = Expectation()
        for (key, content) in view.members {
            switch key {
            case "value": expectation.value = try ConformanceNotation.value(content)
            case "error": expectation.isError = true
            case "unknown": expectation.isUnknown = true
            case "deduced_type": expectation.type = content.string
            default: throw ConformanceFormError("`expect` knows no `\(key)`")
            }
        }
        let outcomes = [expectation.value != nil, expectation.isError, expectation.isUnknown].filter(\.self)
        guard outcomes.count == 1 || (outcomes.isEmpty && expectation.type != nil) else {
            throw ConformanceFormError("`expect` asks for one of value, error, unknown, or for a type")
        }
        return expectation
    }
}

/// The fields of a case, each with the type it must have.
struct ConformanceFields {
    private let view: FlatView

    init(_ view: FlatView) {
        self.view = view
    }

    func member(_ name: String) -> FlatView? { view.member(name) }

    func text(_ name: String, default fallback: String? = nil) throws(ConformanceFormError) -> String {
        guard let text = view.member(name).map(\.string) ?? fallback else {
            throw ConformanceFormError("`\(name)` is missing or no text")
        }
        return text
    }

    func flag(_ name: String) throws(ConformanceFormError) -> Bool {
        guard let field = view.member(name) else { return false }
        guard let flag = field.bool else { throw ConformanceFormError("`\(name)` is no truth value") }
        return flag
    }

    func list(_ name: String) throws(ConformanceFormError) -> [FlatView] {
        guard let field = view.member(name) else { return [] }
        guard field.tag == .list else { throw ConformanceFormError("`\(name)` is no array") }
        return Array(field.elements)
    }
}
