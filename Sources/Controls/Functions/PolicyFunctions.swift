internal import Expressions
internal import JSONTokens

/// Policies of IAM's language, given as a map or as JSON text.
///
/// - `policyStatements(policy)`: the statements in one form, whichever of the language's short forms they use; an empty
///   policy has none. Each has `Effect`, `Principals` (`*`, or `AWS:arn…`, `Service:…`), `NotPrincipals`, `Actions`,
///   `NotActions`, `Resources`, `NotResources` and `Conditions` (`operator key`, in small letters). Example:
///   `policyStatements(resource.?Policy.orValue({})).exists(s, s.Effect == 'Allow')`.
/// - `statement.grantsEveryone()`: true if it names every principal, or all but some.
/// - `statement.deniesPlainHTTP()`: true if it denies every principal every S3 action on requests without TLS, or with a
///   TLS older than a named version, and on no other condition.
/// - `statement.coversARN(arn)`: true if one of its resources matches the ARN, in whichever partition.
/// - `policyDenyingPlainHTTP(policy, bucket)`: the policy as JSON text with a statement more that denies plain HTTP.
/// - `policyText(policy)`: the policy as JSON text.
enum PolicyFunctions {
    static let statement = Environment.ObjectType(
        "PolicyStatement",
        fields: [
            "Effect": .string, "Principals": .list(.string), "NotPrincipals": .list(.string),
            "Actions": .list(.string), "NotActions": .list(.string), "Resources": .list(.string),
            "NotResources": .list(.string), "Conditions": .list(.string),
        ])

    private static let type = ExpressionType.object("PolicyStatement")

    static let all = [
        FunctionDeclaration("policyStatements", [.dyn], returns: .list(type), .unary(statements)),
        FunctionDeclaration(
            method: "grantsEveryone", on: type, returns: .bool,
            .unary { .bool(has($0, "Principals", "*") || !texts($0, "NotPrincipals").isEmpty) }),
        FunctionDeclaration(
            method: "deniesPlainHTTP", on: type, returns: .bool, .unary { .bool(deniesPlainHTTP($0)) }),
        FunctionDeclaration(
            method: "coversARN", on: type, [.string], returns: .bool,
            .binary { statement, arn in
                .bool(texts(statement, "Resources").contains { covers($0, arn.readText) })
            }),
        FunctionDeclaration(
            "policyDenyingPlainHTTP", [.dyn, .string], returns: .string,
            .binary { addDenial(to: $0, bucket: $1.readText) }),
        FunctionDeclaration(
            "policyText", [.dyn], returns: .string,
            .unary { policy in document(policy).map { .string($0.view.json) } ?? failure }),
    ]

    private static let failure = Value.error(EvaluationError(.badArgument, "the policy is no JSON object"))

    /// The policy as a map; nil if it is neither a map nor the text of one.
    private static func document(_ policy: Value) -> FlatValue? {
        guard let view = policy.view else { return nil }
        if view.tag == .map { return view.value }
        if view.isNull || view.string == "" { return FlatValue(map: []) }
        guard let text = view.string, let parsed = try? FlatValue(json: text), parsed.view.tag == .map else {
            return nil
        }
        return parsed
    }

    private static func statements(_ policy: Value) -> Value {
        guard let document = document(policy) else { return failure }
        let list = document.view.member("Statement")?.listed ?? []
        return Value(flat: FlatValue(list: list.map(normal)))
    }

    private static func normal(_ statement: FlatView) -> FlatValue {
        func list(_ texts: [String]) -> FlatValue { FlatValue(list: texts.map { FlatValue($0) }) }
        func names(_ key: String) -> FlatValue { list(statement.member(key)?.texts ?? []) }
        return FlatValue(map: [
            ("Effect", FlatValue(statement.member("Effect")?.string ?? "")),
            ("Principals", list(principals(statement.member("Principal")))),
            ("NotPrincipals", list(principals(statement.member("NotPrincipal")))),
            ("Actions", list((statement.member("Action")?.texts ?? []).map { $0.lowercased() })),
            ("NotActions", names("NotAction")), ("Resources", names("Resource")),
            ("NotResources", names("NotResource")),
            ("Conditions", list(conditions(statement.member("Condition")))),
        ])
    }

    private static func principals(_ principal: FlatView?) -> [String] {
        guard let principal else { return [] }
        if principal.tag != .map { return principal.texts }
        return principal.members.flatMap { key, value in
            value.texts.map { $0 == "*" ? "*" : "\(key):\($0)" }
        }
    }

    /// Each condition as `operator key values`, in small letters.
    private static func conditions(_ condition: FlatView?) -> [String] {
        guard let condition else { return [] }
        return condition.members.flatMap { name, keys in
            keys.members.map { key, values in
                ([name, key] + values.texts).joined(separator: " ").lowercased()
            }
        }
    }

    private static func deniesPlainHTTP(_ statement: Value) -> Bool {
        let conditions = texts(statement, "Conditions")
        let actions = texts(statement, "Actions")
        return statement.view?.member("Effect")?.string == "Deny" && has(statement, "Principals", "*")
            && (actions.contains("*") || actions.contains("s3:*")) && !conditions.isEmpty
            && conditions.allSatisfy(isAboutPlainHTTP) && conditions.count == 1
    }

    private static func isAboutPlainHTTP(_ condition: String) -> Bool {
        let words = condition.split(separator: " ")
        guard words.count == 3 else { return false }
        switch words[1] {
        case "aws:securetransport": return ["bool", "boolifexists"].contains(words[0]) && words[2] == "false"
        case "s3:tlsversion": return words[0].hasPrefix("numericlessthan")
        default: return false
        }
    }

    private static func texts(_ statement: Value, _ key: String) -> [String] {
        statement.view?.member(key)?.texts ?? []
    }

    private static func has(_ statement: Value, _ key: String, _ text: String) -> Bool {
        texts(statement, key).contains(text)
    }

    private static func covers(_ pattern: String, _ arn: String) -> Bool {
        Wildcard.matches(withoutPartition(pattern), withoutPartition(arn))
    }

    private static func withoutPartition(_ arn: String) -> String {
        for partition in ["aws-cn", "aws-us-gov", "*"] where arn.hasPrefix("arn:\(partition):") {
            return "arn:aws:" + arn.dropFirst("arn:\(partition):".count)
        }
        return arn
    }

    private static func addDenial(to policy: Value, bucket: String) -> Value {
        guard let document = document(policy) else { return failure }
        let arn = "arn:aws:s3:::\(bucket)"
        let denial = FlatValue(map: [
            ("Sid", FlatValue("DenyPlainHTTP")), ("Effect", FlatValue("Deny")), ("Principal", FlatValue("*")),
            ("Action", FlatValue("s3:*")),
            ("Resource", FlatValue(list: [FlatValue(arn), FlatValue("\(arn)/*")])),
            (
                "Condition",
                FlatValue(map: [("Bool", FlatValue(map: [("aws:SecureTransport", FlatValue("false"))]))])
            ),
        ])
        var members = document.view.members.map { ($0.key, $0.value.value) }
        if document.view.member("Version") == nil { members.append(("Version", FlatValue("2012-10-17"))) }
        let statements = (document.view.member("Statement")?.listed ?? []).map(\.value) + [denial]
        members.append(("Statement", FlatValue(list: statements)))
        return .string(FlatValue(map: members).view.json)
    }
}

/// The patterns of policies: `*` stands for any text, `?` for one character.
enum Wildcard {
    /// True if the pattern matches all of the text. Linear in practice: only the last `*` is walked back to.
    static func matches(_ pattern: String, _ text: String) -> Bool {
        let pattern = Array(pattern.utf8)
        let text = Array(text.utf8)
        var (place, position) = (0, 0)
        var star: (place: Int, position: Int)?
        while position < text.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                star = (place, position)
                place += 1
            } else if place < pattern.count,
                pattern[place] == text[position] || pattern[place] == UInt8(ascii: "?")
            {
                place += 1
                position += 1
            } else if let last = star {
                star = (last.place, last.position + 1)
                place = last.place + 1
                position = last.position + 1
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
