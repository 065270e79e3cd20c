internal import Expressions
internal import JSONTokens

/// Policies as the parameters of calls.
enum PolicyTextFunctions {
    static let all = [denyingPlainHTTP, text]

    private static let denyingPlainHTTP = CloudFunction(
        "policyDenyingPlainHTTP(policy, bucket)",
        "The bucket's policy as JSON text with one statement more, which denies plain HTTP; the others stay.",
        examples: [
            ("policyDeniesInsecureTransport(policyDenyingPlainHTTP({}, 'b'), 'arn:aws:s3:::b')", "true")
        ],
        FunctionDeclaration(
            "policyDenyingPlainHTTP", [.dyn, .string], returns: .string,
            .binary { addDenial(to: $0, bucket: $1.readText) }))

    private static let text = CloudFunction(
        "policyText(policy)",
        "The policy as JSON text, its keys in order.",
        examples: [
            ("policyText({'b': 1, 'a': []})", #""{\"a\":[],\"b\":1}""#), ("policyText('x')", "error"),
        ],
        FunctionDeclaration(
            "policyText", [.dyn], returns: .string,
            .unary { policy in object(policy) { .string($0.view.json) } }))

    private static func object(_ policy: Value, _ body: (FlatValue) -> Value) -> Value {
        do {
            return body(try PolicyDocument.object(policy))
        } catch {
            return .error(EvaluationError(.badArgument, error.message))
        }
    }

    private static func addDenial(to policy: Value, bucket: String) -> Value {
        object(policy) { document in
            let arn = "arn:aws:s3:::\(bucket)"
            let denial = FlatValue(map: [
                ("Sid", FlatValue("DenyPlainHTTP")), ("Effect", FlatValue("Deny")),
                ("Principal", FlatValue("*")),
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
}
