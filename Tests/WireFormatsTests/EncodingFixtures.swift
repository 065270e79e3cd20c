import CloudModel
import JSONTokens

/// Values to encode; every part of them can be changed by a test.
enum EncodingFixtures {
    static let time = at("2023-07-10T11:45:01Z")

    static func at(_ text: String) -> Timestamp {
        Timestamp(rfc3339: text) ?? .distantPast
    }

    static let control = ControlFacts(
        id: "aws.ec2.sg-no-ipv4-public-admin-ports",
        title: "Security groups do not open administration ports to the IPv4 internet",
        description: "Ports 22 and 3389 reachable from anywhere invite password guessing.",
        remediationText: "Remove the rule or narrow its source.", severity: .high, version: "a1b2c3d4",
        benchmarks: [
            BenchmarkNumber(
                name: "cis-aws", version: "3.0", number: "5.2", level: 1, assessment: "automated"),
            BenchmarkNumber(
                name: "cis-aws", version: "1.5", number: "5.2", level: 1, assessment: "automated"),
        ],
        frameworks: ["soc2": ["CC6.6"], "nist_800_53_r5": ["AC-4", "SC-7"]],
        references: ["https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html"])

    static let cause = CauseRecord(
        eventID: "6f1d1a52-0001", time: time, action: "ec2.amazonaws.com/AuthorizeSecurityGroupIngress",
        actor: Actor(
            type: "AssumedRole", id: "arn:aws:sts::123456789012:assumed-role/Deploy/alice", name: "alice",
            account: "123456789012", chain: ["arn:aws:iam::123456789012:role/Deploy"]),
        sourceAddress: "203.0.113.7", userAgent: "aws-cli/2.13")

    static let rule = FlatValue(map: [
        ("IpProtocol", FlatValue("tcp")), ("FromPort", FlatValue(Int64(22))),
        ("ToPort", FlatValue(Int64(22))),
        ("CidrIp", FlatValue("0.0.0.0/0")),
    ])

    static func conditional(_ standing: SuppressionFacts.Standing) -> SuppressionFacts {
        SuppressionFacts(
            id: "s-1", reason: "bastion", requestedBy: "alice", approvedBy: "bob",
            expires: at("2023-09-01T00:00:00Z"), condition: "resource.Tags.size() > 0", standing: standing)
    }

    static var finding: FindingRecord {
        FindingRecord(
            uid: "0123456789abcdef0123456789abcdef", control: control,
            subject: ResourceID(
                kind: KindCatalog.kind("AWS::EC2::SecurityGroup"), account: AccountKey(.aws, "123456789012"),
                region: "us-east-1", nativeID: "sg-0a1b2c3d"),
            resourceName: "arn:aws:ec2:us-east-1:123456789012:security-group/sg-0a1b2c3d",
            tags: [(key: "Environment", value: "Production"), (key: "Owner", value: "platform")],
            activity: .create, status: .open, isBaseline: false, firstSeen: time, eventTime: time,
            detectedAt: at("2023-07-10T11:45:04.250Z"), cause: cause,
            changes: [
                PropertyDifference(
                    property: "SecurityGroupIngress", before: .emptyList, after: FlatValue(list: [rule]))
            ],
            evidence: FlatValue(list: [rule]), missing: [], exposureSeconds: nil, occurrence: 1)
    }

    static let plan = RemediationPlan(
        idempotencyKey: "key-1", safety: .guarded,
        summary: "Revokes the rule that admits 0.0.0.0/0 to port 22.",
        calls: [
            .aws(
                service: "ec2", operation: "RevokeSecurityGroupIngress",
                parameters: FlatValue(map: [
                    ("GroupId", FlatValue("sg-0a1b2c3d")), ("IpPermissions", FlatValue(list: [rule])),
                ]))
        ],
        inverse: [
            .aws(
                service: "ec2", operation: "AuthorizeSecurityGroupIngress",
                parameters: FlatValue(map: [("GroupId", FlatValue("sg-0a1b2c3d"))]))
        ],
        snapshot: FlatValue(map: [("SecurityGroupIngress", FlatValue(list: [rule]))]), stateDigest: "d1",
        expected: FlatValue(map: [("SecurityGroupIngress", .emptyList)]),
        permissions: ["ec2:RevokeSecurityGroupIngress"], deadline: at("2023-07-10T12:45:01Z"), canary: "none",
        needsApproval: true)

    static let restPlan = RemediationPlan(
        idempotencyKey: "key-2", safety: .safe, summary: "Turns public access prevention on.",
        calls: [
            .http(
                method: "PATCH", url: "https://storage.googleapis.com/storage/v1/b/logs",
                query: FlatValue(map: [("ifMetagenerationMatch", FlatValue("7"))]),
                body: FlatValue(map: [("iamConfiguration", FlatValue(map: []))]),
                precondition: FlatValue(map: [("metageneration", FlatValue("7"))])),
            .http(
                method: "DELETE", url: "https://management.azure.com/x", query: .null, body: .null,
                precondition: .null),
        ],
        inverse: [], snapshot: .null, stateDigest: "d2", expected: .null, permissions: [],
        deadline: time, canary: "peer bucket", needsApproval: false, approvedBy: "bob@example.com")

    static let reread = RereadRequest(
        resource: finding.subject, reason: "ambiguous", properties: ["SecurityGroupIngress"], newerThan: time,
        deadline: at("2023-07-10T12:00:00Z"))

    static let deadLetter = DeadLetter(
        reason: "not-json", detail: "structure at byte 4", eventIndexed: nil, head: Array("{\"a\"".utf8))
}

extension DeadLetter {
    init(reason: String, detail: String, eventIndexed index: Int?, head: [UInt8]) {
        self.init(
            reason: reason, detail: detail,
            position: RecordPosition(source: "plumbline.cloudtrail", partition: 3, offset: 42),
            eventIndex: index, byteCount: head.count, digest: String(repeating: "ab", count: 32), head: head)
    }
}

extension FindingRecord {
    /// The same finding with something changed.
    func with(_ change: (inout FindingRecord) -> Void) -> FindingRecord {
        var copy = self
        change(&copy)
        return copy
    }
}

extension CauseRecord {
    /// A cause that differs from the usual one.
    static func other(
        eventID: String = EncodingFixtures.cause.eventID, time: Timestamp = EncodingFixtures.time,
        action: String = EncodingFixtures.cause.action, actor: Actor? = EncodingFixtures.cause.actor,
        sourceAddress: String = "203.0.113.7", userAgent: String = "aws-cli/2.13",
        isObservation: Bool = false
    ) -> CauseRecord {
        CauseRecord(
            eventID: eventID, time: time, action: action, actor: actor, sourceAddress: sourceAddress,
            userAgent: userAgent, isObservation: isObservation)
    }
}
