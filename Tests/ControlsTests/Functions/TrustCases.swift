import Testing

/// Trust policies of a role in account 111122223333, with what is wrong with them.
struct TrustCase: Sendable, CustomTestStringConvertible {
    let name: String
    let policy: String
    /// A word of the only problem; nil if there is none, `error` if it is no policy.
    let problem: String?

    var testDescription: String { name }

    init(_ name: String, _ policy: String, _ problem: String?) {
        self.name = name
        self.policy = policy
        self.problem = problem
    }

    private static func trust(_ name: String, _ principal: String, _ problem: String?) -> TrustCase {
        trust(name, principal, "", action: "sts:AssumeRole", problem)
    }

    private static func trust(_ name: String, _ principal: String, action: String, _ problem: String?)
        -> TrustCase
    {
        trust(name, principal, "", action: action, problem)
    }

    private static func trust(
        _ name: String, _ principal: String, _ condition: String, action: String = "sts:AssumeRole",
        _ problem: String?
    ) -> TrustCase {
        let statement =
            #"{"Effect":"Allow","Principal":\#(principal),"Action":"\#(action)""#
            + (condition.isEmpty ? "" : #","Condition":\#(condition)"#) + "}"
        return TrustCase(name, #"{"Statement":[\#(statement)]}"#, problem)
    }

    static let all = identities + services + webIdentities + others

    private static let partner = #"{"AWS":"arn:aws:iam::444455556666:root"}"#

    private static let identities = [
        trust("the own account", #"{"AWS":"arn:aws:iam::111122223333:root"}"#, nil),
        trust("the own account by its id", #"{"AWS":"111122223333"}"#, nil),
        trust("a role of the own account", #"{"AWS":"arn:aws:iam::111122223333:role/deploy"}"#, nil),
        trust("another account of the owner", #"{"AWS":"777788889999"}"#, nil),
        trust("everyone", #""*""#, "everyone is trusted"),
        trust("everyone by AWS", #"{"AWS":"*"}"#, "everyone is trusted"),
        trust(
            "everyone in an organization", #"{"AWS":"*"}"#,
            #"{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3"}}"#, nil),
        trust(
            "everyone with an external id", #"{"AWS":"*"}"#, #"{"StringEquals":{"sts:ExternalId":"a7f3"}}"#,
            "everyone is trusted"),
        trust(
            "everyone in an organization if there is one", #"{"AWS":"*"}"#,
            #"{"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3"}}"#, "everyone is trusted"),
        trust(
            "everyone who is one role", #"{"AWS":"*"}"#,
            #"{"ArnEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/r"}}"#, nil),
        trust(
            "everyone who is a role called so", #"{"AWS":"*"}"#,
            #"{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/r"}}"#, "everyone is trusted"),
        trust("a partner without an external id", partner, "external id"),
        trust(
            "a partner's role without an external id", #"{"AWS":"arn:aws:iam::444455556666:role/vendor"}"#,
            "external id"),
        trust("a partner with an external id", partner, #"{"StringEquals":{"sts:ExternalId":"a7f3"}}"#, nil),
        trust(
            "a partner with one of two external ids", partner,
            #"{"StringEquals":{"sts:ExternalId":["a7f3","b8e4"]}}"#, nil),
        trust(
            "a partner with any external id", partner, #"{"StringLike":{"sts:ExternalId":"*"}}"#,
            "external id"),
        trust(
            "a partner with an external id like a pattern", partner,
            #"{"StringLike":{"sts:ExternalId":"vendor-*"}}"#, "external id"),
        trust(
            "a partner with an external id if there is one", partner,
            #"{"StringEqualsIfExists":{"sts:ExternalId":"a7f3"}}"#, "external id"),
        trust(
            "a partner with all external ids", partner,
            #"{"ForAllValues:StringEquals":{"sts:ExternalId":"a7f3"}}"#, "external id"),
        trust(
            "a partner with another external id", partner, #"{"StringNotEquals":{"sts:ExternalId":"a7f3"}}"#,
            "external id"),
        trust(
            "a partner with an empty external id", partner, #"{"StringEquals":{"sts:ExternalId":""}}"#,
            "external id"),
        trust(
            "a partner in an organization", partner, #"{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3"}}"#,
            nil),
        trust(
            "a partner with a second factor", partner, #"{"Bool":{"aws:MultiFactorAuthPresent":"true"}}"#,
            "external id"),
        trust("a deleted role", #"{"AWS":"AROAEXAMPLEEXAMPLE001"}"#, nil),
        trust("a partner who may tag alone", partner, action: "sts:TagSession", nil),
        trust("a partner who may do everything", partner, action: "sts:*", "external id"),
        TrustCase(
            "everyone but one",
            #"{"Statement":{"Effect":"Allow","NotPrincipal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}"#,
            "everyone but"),
        TrustCase(
            "everyone but one, denied",
            #"{"Statement":{"Effect":"Deny","NotPrincipal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}"#,
            nil),
        TrustCase(
            "everyone, but closed to all outside an organization",
            #"{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"},{"Effect":"Deny","Principal":"*","Action":"sts:*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-a1b2c3"}}}]}"#,
            nil),
    ]

    private static let services = [
        trust("a service that acts for its own account", #"{"Service":"ec2.amazonaws.com"}"#, nil),
        trust(
            "a service that acts for any account", #"{"Service":"sns.amazonaws.com"}"#, "whichever account"),
        trust(
            "such a service in China", #"{"Service":"sns.cn-north-1.amazonaws.com.cn"}"#, "whichever account"),
        trust(
            "such a service for one account", #"{"Service":"sns.amazonaws.com"}"#,
            #"{"StringEquals":{"aws:SourceAccount":"111122223333"}}"#, nil),
        trust(
            "such a service for one organization", #"{"Service":"sns.amazonaws.com"}"#,
            #"{"StringEquals":{"aws:SourceOrgID":"o-a1b2c3"}}"#, nil),
        trust(
            "such a service for one resource", #"{"Service":"sns.amazonaws.com"}"#,
            #"{"ArnLike":{"aws:SourceArn":"arn:aws:sns:*:111122223333:*"}}"#, nil),
        trust(
            "such a service for any resource", #"{"Service":"sns.amazonaws.com"}"#,
            #"{"ArnLike":{"aws:SourceArn":"arn:aws:sns:*:*:*"}}"#, "whichever account"),
        trust(
            "such a service for one account if there is one", #"{"Service":"sns.amazonaws.com"}"#,
            #"{"StringEqualsIfExists":{"aws:SourceAccount":"111122223333"}}"#, "whichever account"),
        trust("every service", #"{"Service":"*"}"#, "whichever account"),
        trust(
            "two services, one of which acts for any account",
            #"{"Service":["lambda.amazonaws.com","sns.amazonaws.com"]}"#, "sns.amazonaws.com"),
    ]

    private static func oidc(_ name: String, _ condition: String, _ problem: String?) -> TrustCase {
        trust(
            name,
            #"{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}"#,
            condition.replacing("gh:", with: "token.actions.githubusercontent.com:"),
            action: "sts:AssumeRoleWithWebIdentity", problem)
    }

    private static func web(_ name: String, _ provider: String, _ condition: String, _ problem: String?)
        -> TrustCase
    {
        trust(
            name, #"{"Federated":"\#(provider)"}"#, condition, action: "sts:AssumeRoleWithWebIdentity",
            problem)
    }

    private static let cluster =
        "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AB12"

    private static let webIdentities = [
        oidc(
            "a repository",
            #"{"StringEquals":{"gh:aud":"sts.amazonaws.com","gh:sub":"repo:acme/web:ref:refs/heads/main"}}"#,
            nil),
        oidc(
            "an owner's repositories",
            #"{"StringEquals":{"gh:aud":"sts.amazonaws.com"},"StringLike":{"gh:sub":"repo:acme/*"}}"#, nil),
        oidc("no condition", "", "audience"),
        oidc("an audience alone", #"{"StringEquals":{"gh:aud":"sts.amazonaws.com"}}"#, "without a subject"),
        oidc(
            "a subject alone", #"{"StringEquals":{"gh:sub":"repo:acme/web:ref:refs/heads/main"}}"#, "audience"
        ),
        oidc(
            "every repository",
            #"{"StringEquals":{"gh:aud":"sts.amazonaws.com"},"StringLike":{"gh:sub":"repo:*"}}"#, "any owner"),
        oidc(
            "a repository of every owner",
            #"{"StringEquals":{"gh:aud":"sts.amazonaws.com"},"StringLike":{"gh:sub":"repo:*/web:*"}}"#,
            "any owner"),
        oidc(
            "owners that begin alike",
            #"{"StringEquals":{"gh:aud":"sts.amazonaws.com"},"StringLike":{"gh:sub":"repo:acme*"}}"#,
            "any owner"),
        oidc(
            "every subject", #"{"StringEquals":{"gh:aud":"sts.amazonaws.com"},"StringLike":{"gh:sub":"*"}}"#,
            "any owner"),
        oidc(
            "one good subject and one open one",
            #"{"StringEquals":{"gh:aud":"sts.amazonaws.com"},"StringLike":{"gh:sub":["repo:acme/*","repo:*"]}}"#,
            "any owner"),
        oidc(
            "all subjects",
            #"{"StringEquals":{"gh:aud":"sts.amazonaws.com"},"ForAllValues:StringLike":{"gh:sub":"repo:acme/*"}}"#,
            "without a subject"),
        oidc("any audience", #"{"StringLike":{"gh:aud":"*","gh:sub":"repo:acme/*"}}"#, "audience"),
        oidc(
            "an owner by its claim",
            #"{"StringEquals":{"gh:aud":"sts.amazonaws.com","gh:repository_owner_id":"12345"}}"#, nil),
        oidc(
            "a workflow of one owner",
            #"{"StringEquals":{"gh:aud":"sts.amazonaws.com"},"StringLike":{"gh:job_workflow_ref":"acme/deploy/*"}}"#,
            nil),
        web(
            "a service account of a cluster", cluster,
            #"{"StringEquals":{"oidc.eks.eu-west-1.amazonaws.com/id/AB12:aud":"sts.amazonaws.com","oidc.eks.eu-west-1.amazonaws.com/id/AB12:sub":"system:serviceaccount:web:front"}}"#,
            nil),
        web(
            "every service account of a cluster", cluster,
            #"{"StringEquals":{"oidc.eks.eu-west-1.amazonaws.com/id/AB12:aud":"sts.amazonaws.com"},"StringLike":{"oidc.eks.eu-west-1.amazonaws.com/id/AB12:sub":"system:serviceaccount:*:*"}}"#,
            "any owner"),
        web(
            "conditions on another provider", cluster,
            #"{"StringEquals":{"gitlab.com:aud":"x","gitlab.com:sub":"y"}}"#, "audience"),
        web(
            "an identity pool", "cognito-identity.amazonaws.com",
            #"{"StringEquals":{"cognito-identity.amazonaws.com:aud":"eu-west-1:12345678"},"ForAnyValue:StringLike":{"cognito-identity.amazonaws.com:amr":"authenticated"}}"#,
            nil),
        web("every identity pool", "cognito-identity.amazonaws.com", "", "audience"),
        web(
            "an application", "graph.facebook.com", #"{"StringEquals":{"graph.facebook.com:app_id":"1"}}"#,
            nil),
        web("every identity provider", "*", "", "every identity provider"),
    ]

    private static func saml(_ name: String, _ condition: String, _ problem: String?) -> TrustCase {
        trust(
            name, #"{"Federated":"arn:aws:iam::111122223333:saml-provider/corporate"}"#, condition,
            action: "sts:AssumeRoleWithSAML", problem)
    }

    private static let others = [
        saml(
            "SAML with an audience", #"{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"}}"#,
            nil),
        saml(
            "SAML with the audience of every region",
            #"{"StringLike":{"SAML:aud":"https://*.signin.aws.amazon.com/saml"}}"#, nil),
        saml("SAML without an audience", "", "SAML audience"),
        saml("SAML with any audience", #"{"StringLike":{"SAML:aud":"*"}}"#, "SAML audience"),
        saml(
            "SAML with an audience if there is one",
            #"{"StringEqualsIfExists":{"SAML:aud":"https://signin.aws.amazon.com/saml"}}"#, "SAML audience"),
        TrustCase(
            "URL-encoded text",
            "'%7B%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%7B%22AWS%22%3A%22%2A%22%7D%2C%22Action%22%3A%22sts%3AAssumeRole%22%7D%5D%7D'",
            "everyone is trusted"),
        TrustCase("no policy", "'x'", "error"),
        TrustCase("no effect", #"{"Statement":{"Principal":"*","Action":"sts:AssumeRole"}}"#, "error"),
    ]
}
