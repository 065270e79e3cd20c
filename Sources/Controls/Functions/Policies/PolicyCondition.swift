internal import JSONTokens

/// One key of a statement's condition; all keys must hold.
struct PolicyCondition {
    enum Quantifier {
        /// The key has one value.
        case one
        /// Every value of the key in the request must match; true where the key is missing.
        case forAllValues
        /// Some value of the key in the request must match.
        case forAnyValue
    }

    let quantifier: Quantifier
    /// The operator in small letters, without quantifier and `IfExists`.
    let operation: String
    /// True if the condition holds where the key is missing, by its suffix.
    let isIfExists: Bool
    /// In small letters.
    let key: String
    /// OR-ed.
    let values: [String]

    /// Every key of a condition.
    static func all(_ condition: FlatView) throws(PolicyError) -> [PolicyCondition] {
        guard condition.tag == .map else { throw PolicyError(message: "a condition is no object") }
        var all: [PolicyCondition] = []
        for (name, keys) in condition.members {
            guard keys.tag == .map else { throw PolicyError(message: "a condition's operator has no keys") }
            for (key, values) in keys.members { all.append(try PolicyCondition(name, key, values)) }
        }
        return all
    }

    private init(_ name: String, _ key: String, _ values: FlatView) throws(PolicyError) {
        var rest = name.lowercased()[...]
        quantifier =
            rest.hasPrefix("forallvalues:")
            ? .forAllValues : rest.hasPrefix("foranyvalue:") ? .forAnyValue : .one
        if quantifier != .one { rest = rest.drop { $0 != ":" }.dropFirst() }
        isIfExists = rest.hasSuffix("ifexists")
        if isIfExists { rest = rest.dropLast("ifexists".count) }
        guard PolicyCondition.operations.contains(String(rest)) else {
            throw PolicyError(message: "a condition has an unknown operator \(name)")
        }
        guard values.tag != .map, !values.isNull,
            values.listed.allSatisfy({ $0.tag != .map && $0.tag != .list })
        else { throw PolicyError(message: "the values of \(key) are no texts") }
        operation = String(rest)
        self.key = key.lowercased()
        self.values = values.texts
    }

    private static let operations: Set<String> = [
        "arnequals", "arnlike", "arnnotequals", "arnnotlike", "binaryequals", "bool", "dateequals",
        "dategreaterthan",
        "dategreaterthanequals", "datelessthan", "datelessthanequals", "datenotequals", "ipaddress",
        "notipaddress",
        "null", "numericequals", "numericgreaterthan", "numericgreaterthanequals", "numericlessthan",
        "numericlessthanequals", "numericnotequals", "stringequals", "stringequalsignorecase", "stringlike",
        "stringnotequals", "stringnotequalsignorecase", "stringnotlike",
    ]

    /// True for operators that hold unless a value matches, and so where the key is missing.
    var isNegated: Bool { operation.contains("not") }

    /// The operator without its negation.
    var positiveOperation: String { isNegated ? operation.replacing("not", with: "") : operation }

    /// True if the condition holds for a request that lacks the key.
    var holdsWithoutKey: Bool {
        if operation == "null" { return values.contains("true") }
        return isIfExists || quantifier == .forAllValues || (isNegated && quantifier != .forAnyValue)
    }

    /// True if it demands that the key is there: `"Null": {"key": "false"}`.
    var demandsKey: Bool { operation == "null" && values == ["false"] }
}
