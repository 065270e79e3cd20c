import JSONTokens
import Testing

@testable import Controls

@Suite struct PolicyTests {
    @Test(arguments: PolicyCase.all)
    func `who is let in is told`(policy: PolicyCase) throws {
        #expect(try ExpressionProbe.value("policyAllowsPublic(dyn(\(policy.policy)))") == policy.isPublic)
    }

    @Test func `the table of policies has its size, and each name once`() {
        #expect(PolicyCase.all.count >= 60)
        #expect(Set(PolicyCase.all.map(\.name)).count == PolicyCase.all.count)
        #expect(TrustCase.all.count >= 40)
        #expect(Set(TrustCase.all.map(\.name)).count == TrustCase.all.count)
    }

    @Test(arguments: PolicyCase.all)
    func `a policy says the same as an object, as text and URL-encoded`(policy: PolicyCase) throws {
        guard policy.policy.hasPrefix("{"), policy.policy != "{}" else { return }
        let text = ExpressionProbe.quoted(policy.policy)
        #expect(try ExpressionProbe.value("policyAllowsPublic(\(text))") == policy.isPublic)
        let encoded = policy.policy.utf8.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + String(repeating: "0", count: 2 - digits.count) + digits
        }.joined()
        #expect(try ExpressionProbe.value("policyAllowsPublic('\(encoded)')") == policy.isPublic)
    }

    @Test(arguments: TrustCase.all)
    func `what is wrong with a trust policy is told`(trust: TrustCase) throws {
        let call =
            "trustProblems(dyn(\(trust.policy)), '111122223333', ['777788889999'], ['sns.amazonaws.com'])"
        let answer = try ExpressionProbe.value(call)
        guard let problem = trust.problem else {
            #expect(answer == "[]")
            return
        }
        #expect(answer.contains(problem))
        if problem != "error" { #expect(try FlatValue(json: answer).view.count == 1, "\(answer)") }
    }

    @Test(arguments: [
        (#"{"Effect":"Allow","Action":"*","Resource":"*"}"#, "true"),
        (#"{"Effect":"Allow","Action":["s3:Get*","*:*"],"Resource":["arn:aws:s3:::b","*"]}"#, "true"),
        (#"{"Effect":"Allow","Action":"*","Resource":"arn:aws:*:*:*:*"}"#, "true"),
        (#"{"Effect":"Allow","Action":"*","Resource":"arn:*"}"#, "true"),
        (#"{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::*"}"#, "false"),
        (
            #"{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}"#,
            "true"
        ),
        (#"{"Effect":"Deny","Action":"*","Resource":"*"}"#, "false"),
        (#"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#, "false"),
        (#"{"Effect":"Allow","Action":"*","NotResource":"*"}"#, "false"),
        (#"{"Effect":"Allow","Action":"ec2:*","Resource":"*"}"#, "false"), (#"{"Effect":"Allow"}"#, "error"),
    ])
    func `every action on every resource is full administration`(statement: String, isFull: String) throws {
        #expect(try ExpressionProbe.value("policyGrantsFullAdmin({'Statement': [\(statement)]})") == isFull)
    }

    @Test(arguments: [
        (#"{"Effect":"Allow","Action":"S3:get*","Resource":"arn:aws:s3:::b/*"}"#, "true"),
        (#"{"Effect":"Allow","Action":"s3:Get?bject","Resource":"*"}"#, "true"),
        (#"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#, "true"),
        (#"{"Effect":"Allow","NotAction":"s3:*","Resource":"*"}"#, "false"),
        (#"{"Effect":"Allow","Action":"*","NotResource":"arn:aws:s3:::b/*"}"#, "false"),
        (#"{"Effect":"Allow","Action":"*","NotResource":"arn:aws:s3:::c/*"}"#, "true"),
        (#"{"Effect":"Allow","Action":"*","Resource":"arn:aws-us-gov:s3:::b/*"}"#, "true"),
        (
            #"{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"s3:*","Resource":"*"}"#,
            "false"
        ),
        (
            #"{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}"#,
            "true"
        ),
        (
            #"{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Principal":{"AWS":"111122223333"},"Action":"s3:*","Resource":"*"}"#,
            "true"
        ),
    ])
    func `what a policy allows is told by action and resource`(statements: String, allows: String) throws {
        let call = "policyAllows({'Statement': [\(statements)]}, 's3:GetObject', 'arn:aws:s3:::b/k')"
        #expect(try ExpressionProbe.value(call) == allows)
    }

    private static func denial(_ rest: String) -> String {
        #"{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"],\#(rest)}"#
    }

    @Test(arguments: [
        (denial(#""Condition":{"Bool":{"aws:SecureTransport":"false"}}"#), "true"),
        (denial(#""Condition":{"BoolIfExists":{"AWS:SECURETRANSPORT":[false]}}"#), "true"),
        (denial(#""Condition":{"NumericLessThan":{"s3:TlsVersion":1.2}}"#), "true"),
        (denial(#""Condition":{"Bool":{"aws:SecureTransport":"true"}}"#), "false"),
        (denial(#""Condition":{"NumericGreaterThan":{"s3:TlsVersion":1.2}}"#), "false"),
        (denial(#""Condition":{"Bool":{"aws:SecureTransport":"false"},"StringEquals":{"a":"b"}}"#), "false"),
        (denial(#""Condition":{"ForAllValues:Bool":{"aws:SecureTransport":"false"}}"#), "false"),
        (denial(#""Sid":"s""#), "false"),
        (
            #"{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}"#,
            "true"
        ),
        (
            #"{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws-cn:s3:::b*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}"#,
            "true"
        ),
        (
            #"{"Effect":"Deny","Principal":"*","Action":"s3:Put*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}"#,
            "false"
        ),
        (
            #"{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b/*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}"#,
            "false"
        ),
        (
            #"{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b/public/*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}"#,
            "false"
        ),
        (
            #"{"Effect":"Deny","Principal":{"AWS":"111122223333"},"Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}"#,
            "false"
        ),
        (
            #"{"Effect":"Deny","NotPrincipal":{"AWS":"111122223333"},"Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}"#,
            "false"
        ),
        (
            #"{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}"#,
            "false"
        ),
    ])
    func `a denial of insecure transport is told`(statement: String, denies: String) throws {
        let call = "policyDeniesInsecureTransport({'Statement': [\(statement)]}, 'arn:aws:s3:::b')"
        #expect(try ExpressionProbe.value(call) == denies)
    }

    @Test(arguments: [
        ("*", "s3:*", true), ("s3:*", "s3:*", true), ("s3:*", "s3:get*", true), ("s3:get*", "s3:*", false),
        ("s3:?et", "s3:*", false), ("s3:?et", "s3:get", true), ("a*c", "a*b*c", true), ("a?c", "a?c", true),
        ("a?c", "a*c", false), ("abc", "abc", true),
    ])
    func `one pattern covers another if it matches all that the other does`(
        pattern: String, other: String, covers: Bool
    ) {
        #expect(Wildcard.covers(pattern, other) == covers)
    }
}
