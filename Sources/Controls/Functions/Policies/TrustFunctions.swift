internal import Expressions
internal import JSONTokens

/// Trust policies of roles.
enum TrustFunctions {
    static let group = FunctionGroup("Trust policies", [problems])

    private static func trust(_ principal: String, _ action: String, _ condition: String = "") -> String {
        "{'Statement': {'Effect': 'Allow', 'Principal': \(principal), 'Action': 'sts:\(action)'"
            + (condition.isEmpty ? "" : ", 'Condition': \(condition)") + "}}"
    }

    private static let partner = "{'AWS': 'arn:aws:iam::444455556666:root'}"
    private static let gitHub =
        "{'Federated': 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'}"

    private static func call(_ policy: String) -> String {
        "trustProblems(\(policy), '111122223333', ['777788889999'], ['sns.amazonaws.com'])"
    }

    private static let problems = CloudFunction(
        "trustProblems(policy, account, trusted, services)",
        """
        What is wrong with a role's trust policy; nothing, if the list is empty. `account` is the role's own account, \
        `trusted` are further accounts of the same owner, `services` are those that assume roles for whoever calls them. \
        Wrong are: everyone without a condition that leaves a known few; NotPrincipal; another account without a \
        fixed sts:ExternalId or organization; one of the services without a condition on the source; an OIDC provider \
        without a fixed audience, without a subject, or with a subject whose owner is a wildcard; SAML without audience. \
        Conditions that hold where their key is missing do not count.
        """,
        examples: [
            (call(trust("{'Service': 'ec2.amazonaws.com'}", "AssumeRole")), "[]"),
            (call(trust("'*'", "AssumeRole")), #"["statement 1: everyone is trusted"]"#),
            (
                call(trust(partner, "AssumeRole")),
                #"["statement 1: arn:aws:iam::444455556666:root of another account is trusted without an external id"]"#
            ),
            (call(trust(partner, "AssumeRole", "{'StringEquals': {'sts:ExternalId': 'a7f3'}}")), "[]"),
            (
                call(
                    trust(
                        gitHub, "AssumeRoleWithWebIdentity",
                        "{'StringEquals': {'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com'}}")),
                #"["statement 1: token.actions.githubusercontent.com is trusted without a subject"]"#
            ),
        ],
        FunctionDeclaration(
            "trustProblems", [.dyn, .string, .list(.string), .list(.string)], returns: .list(.string),
            .general { arguments in
                PolicyFunctions.reading(arguments[0]) { policy in
                    let review = TrustReview(
                        policy, account: arguments[1].readText, trusted: arguments[2].view?.texts ?? [],
                        services: ServiceNames(arguments[3].view?.texts ?? []))
                    return PolicyFunctions.list(review.problems)
                }
            }
        ).remembered)
}
