internal import Expressions
internal import JSONTokens

/// Policies of IAM's language, given as an object, as JSON text or as URL-encoded text.
///
/// A policy that cannot be understood is an error. No policy (null, an empty text or object) has no statements.
enum PolicyFunctions {
    static let group = FunctionGroup(
        "Policies",
        [
            allowsPublic, publicStatements, fullAdministration, allows, foreignPrincipals, unscopedServices,
            insecureTransport,
        ] + StatementFunctions.all + PolicyTextFunctions.all)

    private static let open =
        "{'Statement': {'Effect': 'Allow', 'Principal': '*', 'Action': 's3:GetObject', "
        + "'Resource': 'arn:aws:s3:::b/*'}}"
    private static let inOrganization =
        "{'Statement': {'Effect': 'Allow', 'Principal': {'AWS': '*'}, "
        + "'Action': 's3:*', 'Resource': '*', 'Condition': {'StringEquals': {'aws:PrincipalOrgID': 'o-a1b2c3'}}}}"

    private static let allowsPublic = CloudFunction(
        "policyAllowsPublic(policy)",
        """
        True if a statement lets everyone in: its principal is `*` in whichever form, or all but some (NotPrincipal), and \
        no condition leaves a known few (an account, an organization, an ARN of one owner, an endpoint, addresses \
        that are not the internet), and no denial takes from everyone else what it gives. Conditions that hold where \
        their key is missing (`ForAllValues:`, `...IfExists`, negated ones), and values that anything matches, narrow \
        nothing.
        """,
        examples: [
            ("policyAllowsPublic(\(open))", "true"), ("policyAllowsPublic(\(inOrganization))", "false"),
            (
                "policyAllowsPublic(\(inOrganization.replacing("o-a1b2c3", with: "*").replacing("StringEquals", with: "StringLike")))",
                "true"
            ),
            ("policyAllowsPublic('')", "false"), ("policyAllowsPublic('no policy')", "error"),
        ],
        FunctionDeclaration(
            "policyAllowsPublic", [.dyn], returns: .bool,
            .unary { policy in reading(policy) { .bool(!$0.publicStatements.isEmpty) } }
        ).remembered)

    private static let publicStatements = CloudFunction(
        "policyPublicStatements(policy)",
        "The statements of the policy that let everyone in, as they are written; for evidence.",
        examples: [
            (
                "policyPublicStatements(\(open))",
                #"[{"Action":"s3:GetObject","Effect":"Allow","Principal":"*","Resource":"arn:aws:s3:::b/*"}]"#
            ), ("policyPublicStatements(\(inOrganization))", "[]"),
        ],
        FunctionDeclaration("policyPublicStatements", [.dyn], returns: .list(.dyn), .unary(openStatements))
            .remembered)

    private static let fullAdministration = CloudFunction(
        "policyGrantsFullAdmin(policy)",
        "True if one statement allows every action on every resource, whatever its conditions.",
        examples: [
            (
                "policyGrantsFullAdmin({'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*'}})",
                "true"
            ),
            (
                "policyGrantsFullAdmin({'Statement': {'Effect': 'Allow', 'Action': 'iam:*', 'Resource': '*'}})",
                "false"
            ),
            (
                "policyGrantsFullAdmin('%7B%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22"
                    + "%2A%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D')", "true"
            ),
        ],
        FunctionDeclaration(
            "policyGrantsFullAdmin", [.dyn], returns: .bool,
            .unary { policy in reading(policy) { .bool($0.grantsFullAdministration) } }
        ).remembered)

    private static let allows = CloudFunction(
        "policyAllows(policy, action, arn)",
        """
        True if some statement allows somebody the action on the resource under some condition, and none denies it to \
        everybody at all times.
        """,
        examples: [
            ("policyAllows(\(open), 's3:GetObject', 'arn:aws:s3:::b/k')", "true"),
            ("policyAllows(\(open), 's3:PutObject', 'arn:aws:s3:::b/k')", "false"),
        ],
        FunctionDeclaration(
            "policyAllows", [.dyn, .string, .string], returns: .bool,
            .general { arguments in
                reading(arguments[0]) { policy in
                    .bool(policy.allows(action: arguments[1].readText, on: arguments[2].readText))
                }
            }
        ).remembered)

    private static let foreignPrincipals = CloudFunction(
        "policyForeignPrincipals(policy, account)",
        """
        The principals of other accounts than the given one that a statement allows something, and `*` if everyone is \
        let in.
        """,
        examples: [
            (
                "policyForeignPrincipals({'Statement': {'Effect': 'Allow', 'Action': 'kms:*', 'Principal': {'AWS': "
                    + "['111122223333', 'arn:aws:iam::444455556666:root']}}}, '111122223333')",
                #"["arn:aws:iam::444455556666:root"]"#
            )
        ],
        FunctionDeclaration(
            "policyForeignPrincipals", [.dyn, .string], returns: .list(.string),
            .binary { policy, account in
                reading(policy) { list($0.foreignPrincipals(account: account.readText)) }
            }
        ).remembered)

    private static let unscopedServices = CloudFunction(
        "policyUnscopedServices(policy, services)",
        """
        Those of the services that a statement lets in without a condition on aws:SourceAccount, aws:SourceArn or \
        aws:SourceOrgID that narrows: they can be used by other accounts. Names count in every region's and \
        partition's form.
        """,
        examples: [
            (
                "policyUnscopedServices({'Statement': {'Effect': 'Allow', 'Action': 'sqs:SendMessage', "
                    + "'Principal': {'Service': 'sns.amazonaws.com'}}}, ['sns.amazonaws.com'])",
                #"["sns.amazonaws.com"]"#
            ),
            (
                "policyUnscopedServices({'Statement': {'Effect': 'Allow', 'Action': 'sqs:SendMessage', "
                    + "'Principal': {'Service': 'sns.amazonaws.com'}, 'Condition': {'StringEquals': "
                    + "{'AWS:SourceAccount': '111122223333'}}}}, ['sns.amazonaws.com'])",
                "[]"
            ),
        ],
        FunctionDeclaration(
            "policyUnscopedServices", [.dyn, .list(.string)], returns: .list(.string),
            .binary { policy, services in
                reading(policy) { list($0.unscopedServices(ServiceNames(services.view?.texts ?? []))) }
            }
        ).remembered)

    private static let insecureTransport = CloudFunction(
        "policyDeniesInsecureTransport(policy, arn)",
        """
        True if everyone is denied every action on the resource, and for a bucket on its objects too, where the request \
        comes without TLS or with an old one, on no other condition. Several statements may share that.
        """,
        examples: [
            (
                "policyDeniesInsecureTransport({'Statement': {'Effect': 'Deny', 'Principal': '*', 'Action': 's3:*', "
                    + "'Resource': ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'], 'Condition': {'Bool': "
                    + "{'aws:SecureTransport': 'false'}}}}, 'arn:aws:s3:::b')", "true"
            ),
            ("policyDeniesInsecureTransport({}, 'arn:aws:s3:::b')", "false"),
        ],
        FunctionDeclaration(
            "policyDeniesInsecureTransport", [.dyn, .string], returns: .bool,
            .binary { policy, name in
                reading(policy) { .bool($0.deniesInsecureTransport(to: name.readText)) }
            }
        ).remembered)

    /// Calls the body with the policy that the value is.
    static func reading(_ policy: Value, _ body: (PolicyDocument) -> Value) -> Value {
        do {
            return body(try PolicyDocument(policy))
        } catch {
            return .error(EvaluationError(.badArgument, error.message))
        }
    }

    static func list(_ texts: [String]) -> Value {
        Value(flat: FlatValue(list: texts.map { FlatValue($0) }))
    }

    private static func openStatements(_ policy: Value) -> Value {
        reading(policy) { document in
            let places = document.publicStatements.map(\.place)
            let written = (try? PolicyDocument.object(policy))?.view.members.first {
                $0.key.lowercased() == "statement"
            }
            let all = written?.value.listed ?? []
            return Value(flat: FlatValue(list: places.map { all[$0].value }))
        }
    }
}
