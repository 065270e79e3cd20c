import Expressions
import JSONTokens

/// A host with variables given by name, objects given as flat maps, and one function.
final class TestHost: Activation {
    var names = NameTable()
    var variables: [Value] = []
    var objects: [FlatValue] = []
    /// The fields that were never observed, of every object.
    var unobserved: Set<String> = []
    private(set) var calls: [Int] = []

    func variable(_ index: Int) -> Value { variables[index] }

    func field(_ name: Int32, of object: ObjectHandle) -> Value? {
        let text = names.names[Int(name)]
        if unobserved.contains(text) { return .unknown(UnknownSet("object.\(text)")) }
        if text == "Bad" { return .failure }
        return objects[Int(object.number)].view.member(text).map { Value(flat: $0) }
    }

    func call(_ function: Int, _ arguments: [Value]) -> Value {
        calls.append(function)
        switch function {
        case 1: return Value(list: [.object(ObjectHandle(0)), .object(ObjectHandle(1))])
        case 2:
            guard case .list(let list) = arguments[0] else { return .failure }
            return .int(Int64(list.knownCount))
        default: return .bool(arguments.count == 1)
        }
    }
}

extension Value {
    static let failure = Value.error(EvaluationError(.host))

    static func unknown(_ path: String) -> Value { .unknown(UnknownSet(path)) }

    /// The value as text, to compare in tests.
    var shown: String {
        switch self {
        case .error(let error): "error(\(error.reason.rawValue))"
        case .unknown(let set): "unknown(\(set.paths.joined(separator: ",")))"
        case .list(let list):
            "[" + list.knownElements.map(\.shown).joined(separator: ", ")
                + (list.missing.map { " | \($0.paths.joined(separator: ","))" } ?? "") + "]"
        case .map(let map):
            "{" + zip(map.keys, map.values).map { "\($0.shown): \($1.shown)" }.joined(separator: ", ") + "}"
        case .uint(let value): "\(value)u"
        case .bytes(let bytes): "b\(bytes)"
        case .type(let name): "type(\(name))"
        case .object(let handle): "object(\(handle.number))"
        case .optional(let value): "optional(\(value?.shown ?? ""))"
        default: flatValue?.description ?? "?"
        }
    }
}

/// Evaluates one expression over variables given as JSON or as values.
func evaluate(
    _ source: String, _ variables: [(String, Value)] = [], host: TestHost = TestHost(),
    functions: [FunctionDeclaration] = [], types: [String: ExpressionType] = [:],
    objectTypes: [Environment.ObjectType] = [], costLimit: Int = 1_000_000
) throws -> Value {
    let environment = Environment(
        variables: variables.map { Environment.Variable($0.0, types[$0.0] ?? .dyn) },
        objectTypes: objectTypes,
        functions: functions)
    let program = try Program(source, in: environment, names: &host.names)
    host.variables = variables.map(\.1)
    return Evaluator(costLimit: costLimit).evaluate(program, in: host)
}

func json(_ text: String) throws -> Value { Value(flat: try FlatValue(json: text)) }
