import JSONTokens

/// What the expression of a case can name, and the values of its variables.
struct ConformanceDeclarations {
    private(set) var variables: [Environment.Variable] = []
    private(set) var functions: [FunctionDeclaration] = []
    private(set) var bindings: [Value] = []

    init(_ fields: ConformanceFields) throws(ConformanceFormError) {
        for declaration in try fields.list("type_env") {
            let declaration = ConformanceFields(declaration)
            let name = try declaration.text("name")
            if declaration.member("type") != nil {
                let type = try ConformanceNotation.type(try declaration.text("type"))
                variables.append(Environment.Variable(name, type))
            }
            for overload in try declaration.list("overloads") {
                functions.append(try Self.function(name, ConformanceFields(overload)))
            }
        }
        var values: [String: Value] = [:]
        if let bound = fields.member("bindings") {
            for (name, value) in bound.members {
                values[name] = try ConformanceNotation.value(value)
                if variables.contains(where: { $0.name == name }) { continue }
                variables.append(Environment.Variable(name, .dyn))
            }
        }
        bindings = variables.map { values[$0.name] ?? .failure(.noSuchVariable, $0.name) }
    }

    private static func function(_ name: String, _ overload: ConformanceFields)
        throws(ConformanceFormError) -> FunctionDeclaration
    {
        var parameters: [ExpressionType] = []
        for parameter in try overload.list("params") {
            parameters.append(try ConformanceNotation.type(parameter.string ?? ""))
        }
        let result = try ConformanceNotation.type(try overload.text("result"))
        guard try overload.flag("method"), let receiver = parameters.first else {
            return FunctionDeclaration(name, parameters, returns: result, .host(0))
        }
        return FunctionDeclaration(
            method: name, on: receiver, Array(parameters.dropFirst()), returns: result, .host(0))
    }
}

/// A host that knows the bindings of a case and nothing else.
final class ConformanceHost: Activation {
    private let values: [Value]

    init(_ values: [Value]) {
        self.values = values
    }

    func variable(_ index: Int) -> Value { values[index] }
    func field(_ name: Int32, of object: ObjectHandle) -> Value? { nil }
    func call(_ function: Int, _ arguments: [Value]) -> Value { .failure(.host, "declared, not defined") }
}
