internal import Expressions
internal import JSONTokens

/// Maps for the parameters of calls.
enum MapFunctions {
    static let group = FunctionGroup("Parameters of calls", [mapWith, mapWithout, passwordPolicyParameters])

    private static let mapWith = CloudFunction(
        "mapWith(map, key, value)", "The map with that member set.",
        examples: [
            ("mapWith({'a': 1}, 'b', 2)", #"{"a":1,"b":2}"#), ("mapWith({'a': 1}, 'a', 2)", #"{"a":2}"#),
        ],
        FunctionDeclaration(
            "mapWith", [.map(.string, .dyn), .string, .dyn], returns: .map(.string, .dyn),
            .general { with($0[0], $0[1].readText, $0[2]) }))

    private static let mapWithout = CloudFunction(
        "mapWithout(map, key)", "The map without that member.",
        examples: [("mapWithout({'a': 1, 'b': 2}, 'b')", #"{"a":1}"#)],
        FunctionDeclaration(
            "mapWithout", [.map(.string, .dyn), .string], returns: .map(.string, .dyn),
            .binary { map, key in
                Value(flat: FlatValue(map: members(map).filter { $0.0 != key.readText }))
            }))

    private static let passwordPolicyParameters = CloudFunction(
        "passwordPolicyParameters(policy)",
        """
        An IAM password policy as UpdateAccountPasswordPolicy takes it: settings that are off by being 0 are left out.
        """,
        examples: [
            ("passwordPolicyParameters({'MaxPasswordAge': 0, 'HardExpiry': false})", #"{"HardExpiry":false}"#)
        ],
        FunctionDeclaration(
            "passwordPolicyParameters", [.map(.string, .dyn)], returns: .map(.string, .dyn),
            .unary { policy in
                Value(flat: FlatValue(map: members(policy).filter { $0.1.view.int != 0 }))
            }))

    private static func with(_ map: Value, _ key: String, _ value: Value) -> Value {
        guard let flat = value.flatValue else { return .error(EvaluationError(.badArgument, key)) }
        return Value(flat: FlatValue(map: members(map) + [(key, flat)]))
    }

    private static func members(_ map: Value) -> [(String, FlatValue)] {
        map.view?.members.map { ($0.key, $0.value.value) } ?? []
    }
}
