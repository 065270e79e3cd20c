internal import JSONTokens

/// Which events a log filter has to match: those that satisfy every clause.
///
/// In controls it is a list of clauses, each a map with `field` and one of `equals`, `like`, `not` (a text or a list;
/// the values inside one clause are OR-ed) or `absent: true`; optional are `such` (values that stand for all others
/// in the probes of `not`), `others` (values that the clause must keep out) and `optional: true` for a clause that
/// a filter may have or leave out.
struct EventSelector {
    struct Clause {
        enum Condition {
            case equals([String])
            case like([String])
            case not([String])
            case absent
        }

        let field: String
        let condition: Condition
        let isOptional: Bool
        /// Values that satisfy a `not`.
        let samples: [String]
        /// Values that violate the clause.
        let others: [String]
    }

    let clauses: [Clause]

    /// Reads a selector; nil if it is none.
    init?(_ value: FlatView) {
        guard value.tag == .list else { return nil }
        var clauses: [Clause] = []
        for element in value.elements {
            guard let clause = Clause(element) else { return nil }
            clauses.append(clause)
        }
        if clauses.isEmpty { return nil }
        self.clauses = clauses
    }
}

extension EventSelector.Clause {
    private static let known: Set<String> = [
        "field", "equals", "like", "not", "absent", "optional", "such", "others",
    ]

    init?(_ value: FlatView) {
        guard let field = value.member("field")?.string, !field.isEmpty,
            value.members.allSatisfy({ EventSelector.Clause.known.contains($0.key) })
        else { return nil }
        let conditions: [Condition] = [
            value.member("equals").map { .equals($0.texts) }, value.member("like").map { .like($0.texts) },
            value.member("not").map { .not($0.texts) }, value.member("absent")?.bool == true ? .absent : nil,
        ].compactMap { $0 }
        guard conditions.count == 1, EventSelector.Clause.hasValues(conditions[0]) else { return nil }
        self.field = field
        condition = conditions[0]
        isOptional = value.member("optional")?.bool ?? false
        samples = value.member("such")?.texts ?? []
        others = value.member("others")?.texts ?? []
    }

    private static func hasValues(_ condition: Condition) -> Bool {
        switch condition {
        case .equals(let values), .like(let values), .not(let values): !values.isEmpty
        case .absent: true
        }
    }

    /// The values with which the clause is satisfied; nil stands for an absent field.
    var satisfying: [String?] {
        switch condition {
        case .equals(let values): values
        case .like(let patterns): patterns.flatMap(EventSelector.Clause.instances)
        case .not(let values):
            samples.isEmpty ? [values.contains("Yes") ? "No" : "plumbline-probe"] : samples
        case .absent: [nil]
        }
    }

    /// Values with which the clause is violated; nil stands for an absent field.
    var violating: [String?] {
        switch condition {
        case .equals, .like: others.isEmpty ? EventSelector.Clause.strangers(field) : others
        case .not(let values): values
        case .absent: others.isEmpty ? ["plumbline-probe"] : others
        }
    }

    /// Texts that a pattern with `*` matches: short, plausible, and one that nobody guesses.
    private static func instances(of pattern: String) -> [String] {
        guard pattern.contains("*") else { return [pattern] }
        let parts = ["", pattern.first == "*" ? "Client." : "Exception", "Zq7x"]
        return parts.map { pattern.replacing("*", with: $0) }
    }

    /// Values that no selector asks for.
    private static func strangers(_ field: String) -> [String?] {
        switch field {
        case "eventName": ["DescribeProbe", "PutProbeItem"]
        case "eventSource": ["probe.amazonaws.com"]
        case "errorCode", "errorMessage": [nil, "ValidationException"]
        case "userIdentity.type": ["IAMUser"]
        default: ["plumbline-probe"]
        }
    }
}
