import CloudModel
import Testing

@testable import WireFormats

@Suite struct CredentialUseTests {
    static let account = "AWS::::Account aws:111122223333 - account"
    static let key = "AWS::IAM::AccessKey aws:111122223333 - AKIAIOSFODNN7EXAMPLE"
    static let user = "AWS::IAM::User aws:111122223333 - ada"
    static let usedKey = [
        "use", "modify \(key)", #"LastUsedDate = "2024-05-06T07:00:00Z""#, "modify \(user)",
        #"AccessKeyLastUsedDate = "2024-05-06T07:00:00Z""#,
    ]
    static let usedRoot = ["use", "modify \(account)", #"RootLastUsed = "2024-05-06T07:08:09Z""#]

    static func identity(_ type: String, _ rest: String, account: String = "111122223333") -> String {
        "{\"type\":\"\(type)\",\"principalId\":\"AIDA1\",\"arn\":\"arn:aws:iam::\(account):user/ada\","
            + "\"accountId\":\"\(account)\"\(rest)}"
    }

    static let withKey = #","accessKeyId":"AKIAIOSFODNN7EXAMPLE","userName":"ada""#
    static let ada = identity("IAMUser", withKey)

    /// A call that nothing governs by this identity.
    static func record(
        _ identity: String, readOnly: Bool = true, extra: String = "", service: String = "ec2",
        time: String = "2024-05-06T07:08:09Z"
    ) -> String {
        """
        {"eventVersion":"1.08","userIdentity":\(identity),"eventTime":"\(time)","eventSource":"\(service).amazonaws.com",\
        "eventName":"DescribeThings","awsRegion":"eu-west-1",\(extra)"readOnly":\(readOnly),"eventID":"e-1",\
        "recipientAccountId":"111122223333"}
        """
    }

    static let cases: [AWSCase] = [
        AWSCase("a read with a user's key", record(ada), ["irrelevant read-only"] + usedKey),
        AWSCase(
            "a refused call with a user's key",
            record(ada, readOnly: false, extra: #""errorCode":"AccessDenied","#), ["refused"] + usedKey),
        AWSCase(
            "a key of a session", record(identity("IAMUser", #","accessKeyId":"ASIA1","userName":"ada""#)),
            ["irrelevant read-only"]),
        AWSCase(
            "an identity that is spelled in another order",
            record(
                #"{ "userName": "ada", "accessKeyId":"AKIAIOSFODNN7EXAMPLE", "type": "IAMUser", "accountId": "111122223333" }"#
            ), ["irrelevant read-only"] + usedKey),
        AWSCase(
            "an identity that was written anew with spaces",
            record(
                #"{"type": "IAMUser", "accountId": "111122223333", "accessKeyId" : "AKIAIOSFODNN7EXAMPLE", "userName": "ada"}"#
            ), ["irrelevant read-only"] + usedKey),
        AWSCase(
            "another account's copy of a call",
            record(identity("IAMUser", withKey, account: "999988887777")), ["irrelevant read-only"]),
        AWSCase("a role", record(identity("AssumedRole", withKey)), ["irrelevant read-only"]),
        AWSCase("root", record(identity("Root", "")), ["irrelevant read-only"] + usedRoot),
        AWSCase(
            "a service for root", record(identity("Root", #","invokedBy":"backup.amazonaws.com""#)),
            ["irrelevant read-only"]),
        AWSCase(
            "a service event of root",
            record(identity("Root", ""), extra: #""eventType":"AwsServiceEvent","#),
            ["irrelevant read-only"]),
        AWSCase(
            "a session that stands in for root",
            record(identity("Root", #","sessionContext":{"assumedRoot":"true","attributes":{}}"#)),
            ["irrelevant read-only"]),
        AWSCase(
            "a failed sign-in of root",
            identityRecord(
                "signin", "ConsoleLogin", response: #"{"ConsoleLogin":"Failure"}"#, who: .root),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "a call of root that changes something",
            identityRecord("iam", "DeleteGroup", request: #"{"groupName":"ops"}"#, who: .root),
            ["delete AWS::IAM::Group aws:111122223333 - ops"] + usedRoot),
    ]

    @Test(arguments: cases) func `a record tells which credential was used`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }

    @Test func `a key's use is told once an hour, whichever record comes first`() {
        let decoder = EventDecoder()
        func uses(_ time: String) -> Int {
            decoded(Array(Self.record(Self.ada, time: time).utf8), decoder).count { $0 == "use" }
        }
        #expect(uses("2024-05-06T07:59:59Z") == 1)
        #expect(uses("2024-05-06T07:00:00Z") == 0)
        #expect(uses("2024-05-06T08:00:00Z") == 1)
        #expect(uses("2024-05-06T08:30:00Z") == 0)
        #expect(uses("2024-05-06T07:30:00Z") == 1, "what was forgotten is told again")
    }

    @Test func `what an hour's records write does not depend on the record`() throws {
        func written(_ time: String) throws -> [String] {
            var results: [Decoded] = []
            EventDecoder().decode(Array(Self.record(Self.ada, time: time).utf8).span, into: &results)
            guard case .use(let changes)? = results.last else { return [] }
            return changes.compactMap { change in
                guard case .resource(let change) = change else { return nil }
                return "\(change.cause.eventID) \(change.cause.time) \(change.writes)"
            }
        }
        let first = try written("2024-05-06T07:00:00Z")
        #expect(first.count == 2)
        #expect(try written("2024-05-06T07:59:59Z") == first)
        #expect(try written("2024-05-06T08:00:00Z") != first)
    }

    @Test func `a use in the hour in which its key was made outranks that the key was never used`() {
        let made = identityRecord(
            "iam", "CreateAccessKey", request: #"{"userName":"ada"}"#,
            response: #"{"accessKey":{"accessKeyId":"AKIAIOSFODNN7EXAMPLE","userName":"ada"}}"#)
        #expect(decoded(made).contains("LastUsedDate = default null"))
        var results: [Decoded] = []
        EventDecoder().decode(Array(made.utf8).span, into: &results)
        guard case .event(let event)? = results.first, case .changes(let changes) = event.meaning else {
            Issue.record("no changes")
            return
        }
        let times = changes.compactMap { change -> Timestamp? in
            guard case .resource(let change) = change,
                change.writes.contains(where: { $0.property == IAMKind.Key.lastUsed })
            else { return nil }
            return change.cause.time
        }
        #expect(times == [CredentialUse.hour(of: Timestamp(rfc3339: "2024-05-06T07:08:09Z") ?? .distantPast)])
    }
}
