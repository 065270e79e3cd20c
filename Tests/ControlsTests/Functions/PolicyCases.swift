import Testing

/// Policies with what they let everyone do.
struct PolicyCase: Sendable, CustomTestStringConvertible {
    let name: String
    /// JSON, or a text in quotes.
    let policy: String
    /// Whether everyone is let in: `true`, `false` or `error`.
    let isPublic: String

    var testDescription: String { name }

    init(_ name: String, _ policy: String, isPublic: String) {
        self.name = name
        self.policy = policy
        self.isPublic = isPublic
    }

    static func statement(
        _ principal: String, _ condition: String = "", effect: String = "Allow",
        action: String = #""s3:GetObject""#,
        resource: String = #""arn:aws:s3:::b/*""#
    ) -> String {
        #"{"Effect":"\#(effect)","Principal":\#(principal),"Action":\#(action),"Resource":\#(resource)"#
            + (condition.isEmpty ? "" : #","Condition":\#(condition)"#) + "}"
    }

    static func policy(_ statements: String...) -> String {
        #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
    }

    /// Everyone, under a condition.
    private static func everyone(_ name: String, if condition: String, isPublic: String) -> PolicyCase {
        PolicyCase("everyone, " + name, policy(statement(#""*""#, condition)), isPublic: isPublic)
    }

    static let all = principals + conditions + operators + denials + forms

    private static let principals = [
        PolicyCase("everyone as a text", policy(statement(#""*""#)), isPublic: "true"),
        PolicyCase("everyone by AWS", policy(statement(#"{"AWS":"*"}"#)), isPublic: "true"),
        PolicyCase(
            "everyone in a list", policy(statement(#"{"AWS":["111122223333","*"]}"#)), isPublic: "true"),
        PolicyCase("everyone by a star as the kind", policy(statement(#"{"*":"*"}"#)), isPublic: "true"),
        PolicyCase(
            "everyone by a star for the account", policy(statement(#"{"AWS":"arn:aws:iam::*:root"}"#)),
            isPublic: "true"),
        PolicyCase("every service", policy(statement(#"{"Service":"*"}"#)), isPublic: "true"),
        PolicyCase("every identity provider", policy(statement(#"{"Federated":"*"}"#)), isPublic: "true"),
        PolicyCase("one account by its id", policy(statement(#"{"AWS":"111122223333"}"#)), isPublic: "false"),
        PolicyCase(
            "one account by its id as a number", policy(statement(#"{"AWS":111122223333}"#)),
            isPublic: "false"),
        PolicyCase(
            "one account by its root", policy(statement(#"{"AWS":"arn:aws:iam::111122223333:root"}"#)),
            isPublic: "false"),
        PolicyCase(
            "one role", policy(statement(#"{"AWS":["arn:aws-cn:iam::111122223333:role/r"]}"#)),
            isPublic: "false"),
        PolicyCase(
            "a deleted role", policy(statement(#"{"AWS":"AROAEXAMPLEEXAMPLE001"}"#)), isPublic: "false"),
        PolicyCase(
            "a canonical user", policy(statement(#"{"CanonicalUser":"79a59df900b949e5"}"#)), isPublic: "false"
        ),
        PolicyCase(
            "an origin access identity",
            policy(
                statement(#"{"AWS":"arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1"}"#)),
            isPublic: "false"),
        PolicyCase(
            "one service", policy(statement(#"{"Service":"cloudtrail.amazonaws.com"}"#)), isPublic: "false"),
        PolicyCase(
            "an identity provider", policy(statement(#"{"Federated":"cognito-identity.amazonaws.com"}"#)),
            isPublic: "false"),
        PolicyCase(
            "all but one",
            policy(
                #"{"Effect":"Allow","NotPrincipal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"s3:*","Resource":"*"}"#
            ), isPublic: "true"),
        PolicyCase(
            "all but one, denied",
            policy(
                #"{"Effect":"Deny","NotPrincipal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"s3:*","Resource":"*"}"#
            ), isPublic: "false"),
        PolicyCase("everyone denied", policy(statement(#""*""#, effect: "Deny")), isPublic: "false"),
        PolicyCase(
            "all actions but some",
            policy(#"{"Effect":"Allow","Principal":"*","NotAction":"s3:DeleteBucket","Resource":"*"}"#),
            isPublic: "true"),
        PolicyCase(
            "all resources but some",
            policy(
                #"{"Effect":"Allow","Principal":"*","Action":"s3:*","NotResource":"arn:aws:s3:::b/private/*"}"#
            ), isPublic: "true"),
        PolicyCase(
            "no principal, as in policies of identities",
            policy(#"{"Effect":"Allow","Action":"*","Resource":"*"}"#), isPublic: "false"),
    ]

    private static let conditions = [
        everyone(
            "an organization", if: #"{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3"}}"#, isPublic: "false"),
        everyone(
            "a list of organizations",
            if: #"{"StringEquals":{"aws:PrincipalOrgID":["o-a1b2c3","o-d4e5f6"]}}"#, isPublic: "false"),
        everyone(
            "a key in other case", if: #"{"StringEquals":{"AWS:principalORGID":"o-a1b2c3"}}"#,
            isPublic: "false"),
        everyone(
            "organizations like star", if: #"{"StringLike":{"aws:PrincipalOrgID":"*"}}"#, isPublic: "true"),
        everyone(
            "organizations like o-star", if: #"{"StringLike":{"aws:PrincipalOrgID":"o-*"}}"#, isPublic: "true"
        ),
        everyone(
            "a unit of an organization",
            if: #"{"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"o-a1b2c3/r-x/ou-y/*"}}"#,
            isPublic: "false"),
        everyone(
            "units of every organization",
            if: #"{"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"o-*/r-x/*"}}"#, isPublic: "true"),
        everyone(
            "one account", if: #"{"StringEquals":{"aws:PrincipalAccount":"111122223333"}}"#, isPublic: "false"
        ),
        everyone(
            "the resource's own account",
            if: #"{"StringEquals":{"aws:PrincipalAccount":"${aws:ResourceAccount}"}}"#, isPublic: "false"),
        everyone(
            "an account by another variable",
            if: #"{"StringEquals":{"aws:PrincipalAccount":"${aws:userid}"}}"#, isPublic: "true"),
        everyone(
            "one source account", if: #"{"StringEquals":{"AWS:SourceOwner":"111122223333"}}"#,
            isPublic: "false"),
        everyone(
            "one known account beside every one",
            if: #"{"StringLike":{"aws:SourceAccount":["111122223333","*"]}}"#, isPublic: "true"),
        everyone(
            "a KMS caller's account",
            if:
                #"{"StringEquals":{"kms:CallerAccount":"111122223333","kms:ViaService":"s3.eu-west-1.amazonaws.com"}}"#,
            isPublic: "false"),
        everyone(
            "through a service alone",
            if: #"{"StringEquals":{"kms:ViaService":"s3.eu-west-1.amazonaws.com"}}"#, isPublic: "true"),
        everyone(
            "an ARN of one account", if: #"{"ArnLike":{"aws:SourceArn":"arn:aws:sns:*:111122223333:*"}}"#,
            isPublic: "false"),
        everyone(
            "an ARN of any account", if: #"{"ArnLike":{"aws:SourceArn":"arn:aws:sns:*:*:alarms"}}"#,
            isPublic: "true"),
        everyone(
            "a role of any account", if: #"{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/Admin"}}"#,
            isPublic: "true"),
        everyone(
            "a bucket as the source", if: #"{"ArnLike":{"aws:SourceArn":"arn:aws:s3:*:*:uploads"}}"#,
            isPublic: "true"),
        everyone(
            "a bucket by its ARN", if: #"{"ArnEquals":{"aws:SourceArn":"arn:aws:s3:::uploads"}}"#,
            isPublic: "false"),
        everyone(
            "buckets that begin alike", if: #"{"StringLike":{"aws:SourceArn":"arn:aws:s3:::uploads*"}}"#,
            isPublic: "true"),
        everyone(
            "objects of one bucket", if: #"{"StringLike":{"aws:SourceArn":"arn:aws:s3:::uploads/*"}}"#,
            isPublic: "false"),
        everyone(
            "an ARN without its parts", if: #"{"StringLike":{"aws:SourceArn":"arn:aws:sns:*"}}"#,
            isPublic: "true"),
        everyone("one network", if: #"{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}"#, isPublic: "false"),
        everyone(
            "the internet by address", if: #"{"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}}"#, isPublic: "true"),
        everyone(
            "the internet beside a network", if: #"{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","::/0"]}}"#,
            isPublic: "true"),
        everyone(
            "two halves of the internet", if: #"{"IpAddress":{"aws:SourceIp":["0.0.0.0/1","128.0.0.0/1"]}}"#,
            isPublic: "true"),
        everyone("no address", if: #"{"IpAddress":{"aws:SourceIp":"office"}}"#, isPublic: "true"),
        everyone(
            "all addresses but one network", if: #"{"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}}"#,
            isPublic: "true"),
        everyone(
            "an endpoint", if: #"{"StringEquals":{"aws:SourceVpce":"vpce-0a1b2c3d"}}"#, isPublic: "false"),
        everyone("every endpoint", if: #"{"StringLike":{"aws:SourceVpce":"vpce-*"}}"#, isPublic: "true"),
        everyone(
            "sessions of one role", if: #"{"StringLike":{"aws:userid":"AROAEXAMPLEEXAMPLE001:*"}}"#,
            isPublic: "false"),
        everyone("sessions of every role", if: #"{"StringLike":{"aws:userid":"ARO*"}}"#, isPublic: "true"),
        everyone(
            "one service by key",
            if: #"{"StringEquals":{"aws:PrincipalServiceName":"cloudtrail.amazonaws.com"}}"#,
            isPublic: "false"),
        everyone(
            "a mount target", if: #"{"Bool":{"elasticfilesystem:AccessedViaMountTarget":"true"}}"#,
            isPublic: "false"),
        everyone("encrypted transport", if: #"{"Bool":{"aws:SecureTransport":"true"}}"#, isPublic: "true"),
        everyone(
            "with a second factor", if: #"{"Bool":{"aws:MultiFactorAuthPresent":true}}"#, isPublic: "true"),
        everyone("with a tag", if: #"{"StringEquals":{"aws:PrincipalTag/team":"web"}}"#, isPublic: "true"),
        everyone(
            "with a referer", if: #"{"StringLike":{"aws:Referer":"https://example.com/*"}}"#, isPublic: "true"
        ),
        everyone("an empty condition", if: "{}", isPublic: "true"),
        everyone(
            "two keys, one of which narrows",
            if: #"{"Bool":{"aws:SecureTransport":"true"},"StringEquals":{"aws:SourceVpc":"vpc-1"}}"#,
            isPublic: "false"),
    ]

    private static let operators = [
        everyone(
            "an organization if there is one",
            if: #"{"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3"}}"#, isPublic: "true"),
        everyone(
            "an organization that must be there",
            if:
                #"{"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3"},"Null":{"aws:PrincipalOrgID":"false"}}"#,
            isPublic: "false"),
        everyone(
            "all values of an organization",
            if: #"{"ForAllValues:StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3"}}"#, isPublic: "true"),
        everyone(
            "all values of a path that must be there",
            if:
                #"{"ForAllValues:StringLike":{"aws:PrincipalOrgPaths":"o-a1b2c3/*"},"Null":{"aws:PrincipalOrgPaths":false}}"#,
            isPublic: "false"),
        everyone("some organization", if: #"{"Null":{"aws:PrincipalOrgID":"false"}}"#, isPublic: "true"),
        everyone("no organization", if: #"{"Null":{"aws:PrincipalOrgID":"true"}}"#, isPublic: "true"),
        everyone(
            "every organization but one", if: #"{"StringNotEquals":{"aws:PrincipalOrgID":"o-a1b2c3"}}"#,
            isPublic: "true"),
        everyone(
            "in other case", if: #"{"StringEqualsIgnoreCase":{"aws:PrincipalOrgID":"O-A1B2C3"}}"#,
            isPublic: "false"),
        everyone(
            "a star that is no wildcard", if: #"{"StringEquals":{"aws:SourceAccount":"*"}}"#,
            isPublic: "false"),
        everyone(
            "an address by the wrong operator", if: #"{"StringEquals":{"aws:SourceIp":"203.0.113.7"}}"#,
            isPublic: "true"),
        everyone(
            "an operator in other case", if: #"{"stringequals":{"aws:SourceVpc":"vpc-1"}}"#, isPublic: "false"
        ),
        everyone(
            "an operator that is none", if: #"{"StringEqual":{"aws:SourceVpc":"vpc-1"}}"#, isPublic: "error"),
    ]

    private static let open = statement(#""*""#)
    private static func denial(_ condition: String, principal: String = #""*""#) -> String {
        statement(
            principal, condition, effect: "Deny", action: #""s3:*""#,
            resource: #"["arn:aws:s3:::b","arn:aws:s3:::b/*"]"#)
    }

    private static let denials = [
        PolicyCase(
            "closed to all but an organization",
            policy(open, denial(#"{"StringNotEquals":{"aws:PrincipalOrgID":"o-a1b2c3"}}"#)), isPublic: "false"
        ),
        PolicyCase(
            "closed to all but an organization and services",
            policy(
                open,
                denial(
                    #"{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3"},"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}"#
                )), isPublic: "false"),
        PolicyCase(
            "closed to all but a network",
            policy(denial(#"{"NotIpAddress":{"aws:SourceIp":["203.0.113.0/24"]}}"#), open), isPublic: "false"),
        PolicyCase(
            "closed to all but the internet",
            policy(open, denial(#"{"NotIpAddress":{"aws:SourceIp":"0.0.0.0/0"}}"#)), isPublic: "true"),
        PolicyCase("closed to everybody", policy(open, denial("")), isPublic: "false"),
        PolicyCase(
            "closed to all but the named",
            policy(
                open,
                #"{"Effect":"Deny","NotPrincipal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"s3:*","Resource":"*"}"#
            ), isPublic: "false"),
        PolicyCase(
            "closed to one account", policy(open, denial("", principal: #"{"AWS":"111122223333"}"#)),
            isPublic: "true"),
        PolicyCase(
            "closed to one network",
            policy(open, denial(#"{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}"#)), isPublic: "true"),
        PolicyCase(
            "closed to plain HTTP", policy(open, denial(#"{"Bool":{"aws:SecureTransport":"false"}}"#)),
            isPublic: "true"),
        PolicyCase(
            "another action closed",
            policy(open, statement(#""*""#, effect: "Deny", action: #""s3:Put*""#, resource: #""*""#)),
            isPublic: "true"),
        PolicyCase(
            "other objects closed",
            policy(
                open,
                statement(#""*""#, effect: "Deny", action: #""*""#, resource: #""arn:aws:s3:::b/private/*""#)),
            isPublic: "true"),
    ]

    private static let forms = [
        PolicyCase("one statement, no list", #"{"Statement":\#(open)}"#, isPublic: "true"),
        PolicyCase(
            "JSON text", #"'{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}'"#,
            isPublic: "true"),
        PolicyCase("JSON text after spaces", #"' \n {"Statement":[]}'"#, isPublic: "false"),
        PolicyCase(
            "URL-encoded text",
            "'%7B%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%22*%22%2C%22Action%22%3A%22sqs%3A%2A%22%7D%7D'",
            isPublic: "true"),
        PolicyCase(
            "keys in small letters",
            #"{"statement":{"effect":"Allow","principal":"*","action":"*","resource":"*"}}"#, isPublic: "true"
        ),
        PolicyCase("no policy: null", "null", isPublic: "false"),
        PolicyCase("no policy: empty text", "''", isPublic: "false"),
        PolicyCase("no policy: empty object", "{}", isPublic: "false"),
        PolicyCase("no JSON", "'Allow everything'", isPublic: "error"),
        PolicyCase("JSON cut short", #"'{"Statement":[{"Effect":"Allow"'"#, isPublic: "error"),
        PolicyCase("broken URL encoding", "'%7B%2'", isPublic: "error"),
        PolicyCase("a list", "[]", isPublic: "error"),
        PolicyCase("a number", "7", isPublic: "error"),
        PolicyCase("no statement", #"{"Version":"2012-10-17"}"#, isPublic: "error"),
        PolicyCase("statements that are a text", #"{"Statement":"Allow"}"#, isPublic: "error"),
        PolicyCase("no effect", #"{"Statement":{"Principal":"*","Action":"*"}}"#, isPublic: "error"),
        PolicyCase(
            "an effect in small letters", #"{"Statement":{"Effect":"allow","Principal":"*","Action":"*"}}"#,
            isPublic: "error"),
        PolicyCase("no action", #"{"Statement":{"Effect":"Allow","Principal":"*"}}"#, isPublic: "error"),
        PolicyCase(
            "both actions", #"{"Statement":{"Effect":"Allow","Action":"a","NotAction":"b"}}"#,
            isPublic: "error"),
        PolicyCase(
            "a misspelled element", #"{"Statement":{"Effect":"Allow","Principle":"*","Action":"*"}}"#,
            isPublic: "error"),
        PolicyCase(
            "a principal of an unknown kind",
            #"{"Statement":{"Effect":"Allow","Principal":{"Group":"g"},"Action":"*"}}"#, isPublic: "error"),
        PolicyCase(
            "a principal that is true", #"{"Statement":{"Effect":"Allow","Principal":true,"Action":"*"}}"#,
            isPublic: "error"),
        PolicyCase(
            "a condition that is a text",
            #"{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Condition":"x"}}"#,
            isPublic: "error"),
        PolicyCase(
            "a condition's values that are an object",
            #"{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Condition":{"Bool":{"a":{}}}}}"#,
            isPublic: "error"),
    ]
}
