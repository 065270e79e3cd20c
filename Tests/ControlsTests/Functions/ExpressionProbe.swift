import Expressions
import JSONTokens

@testable import Controls

/// Evaluates one expression with the functions of controls; there is no graph.
enum ExpressionProbe {
    private final class Nothing: Activation {
        func variable(_ index: Int) -> Value { .error(EvaluationError(.noSuchVariable)) }
        func field(_ name: Int32, of object: ObjectHandle) -> Value? { nil }
        func call(_ function: Int, _ arguments: [Value]) -> Value { .error(EvaluationError(.badArgument)) }
    }

    static let environment = Environment(
        variables: [], objectTypes: FunctionCatalog.objectTypes, functions: FunctionCatalog.functions)

    /// The value of an expression with `$x` replaced by a JSON value, as JSON; or `unknown` and `error`.
    static func value(_ text: String, x: String = "null") throws -> String {
        var names = NameTable()
        let source = text.replacing("$x", with: x)
        let program = try Program(source, in: environment, names: &names)
        let value = Expressions.Evaluator().evaluate(program, in: Nothing())
        switch value {
        case .unknown: return "unknown"
        case .error: return "error"
        default: return value.flatValue?.description ?? "none"
        }
    }

    /// The text as a literal of the expression language.
    static func quoted(_ text: String) -> String {
        "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'").replacing("\n", with: "\\n")
            + "'"
    }
}
