internal import Expressions
internal import JSONTokens

/// Statements of policies, for conditions of one's own over them.
enum StatementFunctions {
    /// A statement in one form, whichever of the language's short forms it uses.
    static let statement = Environment.ObjectType(
        "PolicyStatement",
        fields: [
            "Effect": .string, "Principals": .list(.string), "NotPrincipals": .list(.string),
            "Actions": .list(.string), "NotActions": .list(.string), "Resources": .list(.string),
            "NotResources": .list(.string), "Conditions": .list(.string), "Statement": .dyn,
        ])

    private static let type = ExpressionType.object("PolicyStatement")

    static let all = [statements, grantsEveryone, deniesPlainHTTP, coversARN]

    private static let example =
        "policyStatements({'Statement': {'Effect': 'Allow', 'Principal': '*', "
        + "'Action': 'S3:Get*', 'Resource': 'arn:aws-cn:s3:::b/*'}})"

    private static let statements = CloudFunction(
        "policyStatements(policy)",
        """
        The statements in one form. Each has `Effect`, `Principals` (`*`, or `AWS:arn…`, `Service:…`), \
        `NotPrincipals`, `Actions` in small letters, `NotActions`, `Resources`, `NotResources`, `Conditions` \
        (`operator key values`, in small letters) and `Statement`, as it is written.
        """,
        examples: [
            ("\(example)[0].Actions", #"["s3:get*"]"#),
            ("policyStatements({'Statement': []})", "[]"), ("policyStatements('')", "[]"),
            ("policyStatements('no')", "error"),
        ],
        FunctionDeclaration("policyStatements", [.dyn], returns: .list(type), .unary(statements)))

    private static let grantsEveryone = CloudFunction(
        "statement.grantsEveryone()",
        "True if the statement names every principal, or all but some; conditions are not looked at.",
        examples: [("\(example)[0].grantsEveryone()", "true")],
        FunctionDeclaration(
            method: "grantsEveryone", on: type, returns: .bool,
            .unary { reading($0) { .bool($0.namesEveryone) } }))

    private static let deniesPlainHTTP = CloudFunction(
        "statement.deniesPlainHTTP()",
        """
        True if it denies every principal every S3 action on requests without TLS, or with a TLS older than a \
        named version, and on no other condition. See `policyDeniesInsecureTransport` for whole policies.
        """,
        examples: [("\(example)[0].deniesPlainHTTP()", "false")],
        FunctionDeclaration(
            method: "deniesPlainHTTP", on: type, returns: .bool,
            .unary { reading($0) { .bool($0.deniesInsecureTransport && $0.coversActions(of: "s3")) } }))

    private static let coversARN = CloudFunction(
        "statement.coversARN(arn)",
        "True if one of the statement's resources matches the ARN, in whichever partition.",
        examples: [
            ("\(example)[0].coversARN('arn:aws:s3:::b/c')", "true"),
            ("\(example)[0].coversARN('arn:aws:s3:::b')", "false"),
        ],
        FunctionDeclaration(
            method: "coversARN", on: type, [.string], returns: .bool,
            .binary { statement, name in
                reading(statement) { statement in
                    .bool(
                        (statement.resources ?? []).contains { ResourceName.covers($0, name.readText) }
                            && !statement.excludesResources)
                }
            }))

    private static func reading(_ statement: Value, _ body: (PolicyStatement) -> Value) -> Value {
        guard let written = statement.view?.member("Statement"), let statement = try? PolicyStatement(written)
        else {
            return .error(EvaluationError(.badArgument, "no statement of a policy"))
        }
        return body(statement)
    }

    private static func statements(_ policy: Value) -> Value {
        PolicyFunctions.reading(policy) { _ in
            let document = try? PolicyDocument.object(policy)
            let list = document?.view.members.first { $0.key.lowercased() == "statement" }?.value.listed ?? []
            return Value(flat: FlatValue(list: list.map(normal)))
        }
    }

    private static func normal(_ statement: FlatView) -> FlatValue {
        func list(_ texts: [String]) -> FlatValue { FlatValue(list: texts.map { FlatValue($0) }) }
        func names(_ key: String) -> FlatValue { list(statement.memberFolded(key)?.texts ?? []) }
        return FlatValue(map: [
            ("Effect", FlatValue(statement.memberFolded("Effect")?.string ?? "")),
            ("Principals", list(principals(statement.memberFolded("Principal")))),
            ("NotPrincipals", list(principals(statement.memberFolded("NotPrincipal")))),
            ("Actions", list((statement.memberFolded("Action")?.texts ?? []).map { $0.lowercased() })),
            ("NotActions", names("NotAction")), ("Resources", names("Resource")),
            ("NotResources", names("NotResource")),
            ("Conditions", list(conditions(statement.memberFolded("Condition")))),
            ("Statement", statement.value),
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
}
