import Testing

@testable import WireFormats

@Suite struct AWSFoldRegistryTests {
    /// Every fold, by service and event name.
    static let folds: [String] = AWSServices.byName.flatMap { service, facts in
        facts.folds.keys.map { "\(service):\($0)" }
    }.sorted()

    static let cases: [AWSCase] = [
        AWSAlarmTests.cases,
        AWSBucketAccessTests.cases,
        AWSDatabaseTests.cases,
        AWSDelegationTests.cases,
        AWSDetectionServiceTests.cases,
        AWSEC2Tests.cases,
        AWSFrontEndTests.cases,
        AWSLogsTests.cases,
        AWSNetworkTests.cases,
        AWSPolicyHolderTests.cases,
        AWSSecurityGroupTests.cases,
        AWSWorkloadTests.cases,
        AccessAnalyzerEventsTests.cases,
        AccountEventsTests.cases,
        IAMCredentialEventsTests.cases,
        IAMManagedPolicyEventsTests.cases,
        IAMPolicyEventsTests.cases,
        IAMProviderEventsTests.cases,
        IAMRoleEventsTests.cases,
        IAMTagEventsTests.cases,
        IAMUserEventsTests.cases,
        OrganizationEventsTests.cases,
        OrganizationTreeEventsTests.cases,
        SignInEventsTests.cases,
        AWSServiceTests.accountCases,
        AWSServiceTests.kmsCases,
        AWSServiceTests.s3Cases,
        AWSServiceTests.trailCases,
        rareCases,
    ].flatMap(\.self)

    /// Folds of calls that are seldom made.
    static let rareCases: [AWSCase] = [
        AWSCase(
            "a region switched off",
            cloudTrailRecord("account", "DisableRegion", request: #"{"regionName":"ap-east-1"}"#),
            [
                "modify \(AWSServiceTests.account)", #"EnabledRegions - "ap-east-1""#,
                "delete AWS::::Account aws:111122223333 ap-east-1 account",
            ]),
        AWSCase(
            "expired material", keyCall("DeleteExpiredKeyMaterial"),
            ["modify \(AWSServiceTests.key)", "KeyState = ?", "Enabled = ?"]),
        AWSCase(
            "material deleted", keyCall("DeleteImportedKeyMaterial"),
            ["modify \(AWSServiceTests.key)", "KeyState = ?", "Enabled = ?"]),
        AWSCase(
            "a replica's synchronisation may carry the rotation over", keyCall("SynchronizeMultiRegionKey"),
            ["modify \(AWSServiceTests.key)", "EnableKeyRotation = ?"]),
        AWSCase(
            "a replica is a new key in its own region, comes into force by itself and rotates as its primary does",
            cloudTrailRecord(
                "kms", "ReplicateKey", request: #"{"keyId":"k-1","replicaRegion":"eu-central-1"}"#,
                response: #"""
                    {"replicaKeyMetadata":{"arn":"arn:aws:kms:eu-central-1:111122223333:key/k-1","enabled":false,
                    "keyState":"Creating","multiRegion":true}}
                    """#),
            [
                "create AWS::KMS::Key aws:111122223333 eu-central-1 k-1", #"KeySpec = "SYMMETRIC_DEFAULT""#,
                #"KeyUsage = "ENCRYPT_DECRYPT""#, #"Origin = "AWS_KMS""#, #"KeyManager = "CUSTOMER""#,
                "Enabled = ?", "KeyState = ?", "MultiRegion = true", "EnableKeyRotation = ?", "Tags = []",
                AWSServiceTests.keyPolicy,
            ]),
        AWSCase(
            "a bucket's tags by the newer call",
            cloudTrailRecord(
                "s3", "TagResource",
                request: #"{"resourceArn":"arn:aws:s3:::b1","tags":[{"key":"a","value":"b"}]}"#),
            ["modify \(AWSServiceTests.bucket)", ##"Tags #a := {"Key":"a","Value":"b"}"##]),
        AWSCase(
            "a bucket's tags gone by the newer call",
            cloudTrailRecord(
                "s3", "UntagResource", request: #"{"resourceArn":"arn:aws:s3:::b1","tagKeys":["a"]}"#),
            ["modify \(AWSServiceTests.bucket)", "Tags - #a"]),
    ]

    private static func keyCall(_ name: String) -> String {
        cloudTrailRecord("kms", name, request: #"{"keyId":"k-1"}"#)
    }

    @Test(arguments: rareCases) func `a seldom event decodes to its changes`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }

    /// The cases whose record has a fold's service and name.
    private static func cases(of fold: String) -> [AWSCase] {
        let parts = fold.split(separator: ":")
        let head = #""eventSource":"\#(parts[0]).amazonaws.com","eventName":""#
        return cases.filter { example in
            guard let start = example.record.firstRange(of: head) else { return false }
            let name = String(example.record[start.upperBound...].prefix { $0 != "\"" })
            return AWSEventName.withoutDate(name) == parts[1]
        }
    }

    /// A touch says that the resource must be read again.
    private static func changes(_ line: String) -> Bool {
        ["create ", "delete ", "touch "].contains { line.hasPrefix($0) }
            || [" = ", " + ", " - ", " := ", " ~ "].contains { line.contains($0) }
    }

    @Test(arguments: folds) func `a fold has a case in which it changes something`(fold: String) {
        let changing = Self.cases(of: fold).filter { example in
            example.expected.contains { Self.changes($0) }
                && !["blind", "refused"].contains(example.expected.first)
        }
        #expect(!changing.isEmpty, "no case of \(fold) changes a property or a resource")
    }

    /// What a case expects is said by its fold alone: a decoder that lacks the fold says something else, but for cases of
    /// what is not governed in any event.
    @Test(arguments: folds) func `a fold that goes turns its cases red`(fold: String) throws {
        let parts = fold.split(separator: ":").map { String($0) }
        var services = AWSServices.byName
        services[parts[0]] = try #require(services[parts[0]]).without(fold: parts[1])
        let decoder = EventDecoder(services: services)
        let (green, red) = Self.cases(of: fold).reduce(into: ([AWSCase](), [AWSCase]())) { parts, example in
            let isGreen = decoded(Array(example.record.utf8), decoder) == example.expected
            if isGreen { parts.0.append(example) } else { parts.1.append(example) }
        }
        #expect(!red.isEmpty, "nothing turns red without \(fold)")
        #expect(
            green.allSatisfy { ["blind", "refused", "irrelevant not-governed"].contains($0.expected.first) })
    }
}
