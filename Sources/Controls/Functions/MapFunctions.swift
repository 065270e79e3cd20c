internal import Expressions
internal import JSONTokens

/// Maps for the parameters of calls.
///
/// - `mapWith(map, key, value)`: the map with that member set. Example: `mapWith({'a': 1}, 'b', 2)` is
///   `{'a': 1, 'b': 2}`.
/// - `mapWithout(map, key)`: the map without that member. Example: `mapWithout({'a': 1, 'b': 2}, 'b')` is `{'a': 1}`.
/// - `passwordPolicyParameters(policy)`: an IAM password policy as UpdateAccountPasswordPolicy takes it: settings that
///   are off by being 0 are left out. Example: `passwordPolicyParameters({'MaxPasswordAge': 0})` is `{}`.
enum MapFunctions {
    static let all = [
        FunctionDeclaration(
            "mapWith", [.map(.string, .dyn), .string, .dyn], returns: .map(.string, .dyn),
            .general { with($0[0], $0[1].readText, $0[2]) }),
        FunctionDeclaration(
            "mapWithout", [.map(.string, .dyn), .string], returns: .map(.string, .dyn),
            .binary { map, key in Value(flat: FlatValue(map: members(map).filter { $0.0 != key.readText })) }),
        FunctionDeclaration(
            "passwordPolicyParameters", [.map(.string, .dyn)], returns: .map(.string, .dyn),
            .unary { policy in Value(flat: FlatValue(map: members(policy).filter { $0.1.view.int != 0 })) }),
    ]

    private static func with(_ map: Value, _ key: String, _ value: Value) -> Value {
        guard let flat = value.flatValue else { return .error(EvaluationError(.badArgument, key)) }
        return Value(flat: FlatValue(map: members(map) + [(key, flat)]))
    }

    private static func members(_ map: Value) -> [(String, FlatValue)] {
        map.view?.members.map { ($0.key, $0.value.value) } ?? []
    }
}
