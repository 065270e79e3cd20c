import CloudModel
import JSONTokens
import Testing

@testable import WireFormats

@Suite struct EncodingFindingTests {
    private func view(_ finding: FindingRecord) throws -> FlatView {
        try FlatValue(json: EffectEncoder().encode(.finding(finding)).value).view
    }

    typealias Codes = (
        status: FindingRecord.Status, activity: FindingRecord.Activity, type: Int64, statusID: Int64,
        compliance: Int64
    )

    @Test(
        arguments: [
            (status: .open, activity: .create, type: 200301, statusID: 1, compliance: 3),
            (status: .open, activity: .update, type: 200302, statusID: 2, compliance: 3),
            (status: .stale, activity: .update, type: 200302, statusID: 2, compliance: 2),
            (status: .suppressed, activity: .update, type: 200302, statusID: 3, compliance: 3),
            (status: .excluded, activity: .close, type: 200303, statusID: 3, compliance: 99),
            (status: .resolved, activity: .close, type: 200303, statusID: 4, compliance: 1),
            (status: .deleted, activity: .close, type: 200303, statusID: 4, compliance: 99),
        ] as [Codes])
    func `status and activity have their OCSF numbers`(codes: Codes) throws {
        let finding = EncodingFixtures.finding.with {
            ($0.status, $0.activity) = (codes.status, codes.activity)
        }
        let view = try view(finding)
        #expect(view.member("type_uid")?.int == codes.type)
        #expect(view.member("status_id")?.int == codes.statusID)
        #expect(view.member("compliance")?.member("status_id")?.int == codes.compliance)
        #expect(view.member("unmapped")?.member("status")?.string == codes.status.name)
    }

    @Test func `a suppression in doubt is a warning that says what is missing, and a record of its own`()
        throws
    {
        let quiet = EncodingFixtures.finding.with { $0.status = .suppressed }
        let doubtful = quiet.with {
            $0.suppression = EncodingFixtures.conditional(.doubtful(reasons: ["AWS::S3::Bucket.Tags"]))
        }
        let view = try view(doubtful)
        #expect(view.member("status_id")?.int == 3)
        #expect(view.member("compliance")?.member("status_id")?.int == 2)
        let detail = view.member("compliance")?.member("status_details")?.element(0)?.string ?? ""
        #expect(detail.contains("s-1") && detail.contains("AWS::S3::Bucket.Tags"))
        let part = view.member("unmapped")?.member("suppression")
        #expect(part?.member("state")?.string == "in-doubt")
        #expect(part?.member("while")?.string == "resource.Tags.size() > 0")
        #expect(
            view.member("metadata")?.member("uid")?.string
                != (try self.view(quiet).member("metadata")?.member("uid")?.string))
    }

    @Test func `an alert and a ticket name the suppression that ended, and why`() throws {
        let finding = EncodingFixtures.finding.with {
            $0.suppression = EncodingFixtures.conditional(.conditionEnded(since: EncodingFixtures.time))
        }
        let alert = try FlatValue(json: EffectEncoder().encode(.alert(finding, nil)).value).view
        let part = alert.member("suppression")
        #expect(part?.member("id")?.string == "s-1" && part?.member("ended_by")?.string == "condition")
        #expect(part?.member("ended_at")?.string == EncodingFixtures.time.rfc3339)
        let ticket = try FlatValue(json: EffectEncoder().encode(.ticket(finding, nil)).value).view
        let text = ticket.member("text")?.string ?? ""
        #expect(text.contains("Suppression: suppression s-1 (bastion; approved by bob) ended at"))
    }

    @Test func `the members of a finding stand in one order`() {
        let value = EffectEncoder().encode(.finding(EncodingFixtures.finding)).value
        let wanted = """
            {"activity_id":1,"activity_name":"Create","category_uid":2,"category_name":"Findings",\
            "class_uid":2003,"class_name":"Compliance Finding","type_uid":200301,\
            "type_name":"Compliance Finding: Create","time":1688989501000,"severity_id":4,
            """
        #expect(String(decoding: value, as: UTF8.self).hasPrefix(wanted))
    }

    @Test func `a finding names who did it, from where and through which role`() throws {
        let evidence = try view(EncodingFixtures.finding).member("evidences")?.element(0)
        let actor = evidence?.member("actor")
        #expect(actor?.member("user")?.member("uid")?.string == EncodingFixtures.cause.actor?.id)
        let issuer = actor?.member("session")?.member("issuer")?.string
        #expect(issuer == "arn:aws:iam::123456789012:role/Deploy")
        #expect(evidence?.member("api")?.member("operation")?.string == "AuthorizeSecurityGroupIngress")
        #expect(evidence?.member("api")?.member("service")?.member("name")?.string == "ec2.amazonaws.com")
        #expect(evidence?.member("src_endpoint")?.member("ip")?.string == "203.0.113.7")
    }

    @Test func `a finding carries values before and after, and the evidence`() throws {
        let view = try view(EncodingFixtures.finding)
        let change = view.member("evidences")?.element(0)?.member("data")?.member("changes")?.element(0)
        #expect(change?.member("before")?.json == "[]")
        #expect(change?.member("after")?.count == 1)
        let evidence = view.member("resources")?.element(0)?.member("data")?.member("evidence")
        #expect(evidence?.value == EncodingFixtures.finding.evidence)
    }

    @Test func `a finding without a cause has no actor and says null`() throws {
        let view = try view(EncodingFixtures.finding.with { ($0.cause, $0.changes) = (nil, []) })
        #expect(view.member("evidences") == nil)
        #expect(view.member("finding_info")?.member("related_events") == nil)
        #expect(view.member("unmapped")?.member("cause")?.isNull == true)
    }

    @Test func `an unknown verdict is a warning that names what is missing`() throws {
        let view = try view(
            EncodingFixtures.finding.with {
                ($0.status, $0.activity, $0.missing) = (.stale, .update, ["VpcId"])
            })
        let details = view.member("compliance")?.member("status_details")?.json
        #expect(details == #"["not observed: VpcId"]"#)
    }

    @Test func `every benchmark number is a requirement`() throws {
        let compliance = try view(EncodingFixtures.finding).member("compliance")
        #expect(compliance?.member("requirements")?.json == #"["cis-aws 1.5 5.2","cis-aws 3.0 5.2"]"#)
        let standards = #"["cis-aws 1.5","cis-aws 3.0","nist_800_53_r5","soc2"]"#
        #expect(compliance?.member("standards")?.json == standards)
    }

    @Test(arguments: [
        (EncodingFixtures.finding, "AWS", Int64(10), "aws"), (EncodingSamples.azure, "Azure", 13, nil),
        (EncodingSamples.gcp, "GCP", 11, nil),
    ])
    func `each provider has its account type`(
        finding: FindingRecord, provider: String, type: Int64, partition: String?
    ) throws {
        let cloud = try view(finding).member("cloud")
        #expect(cloud?.member("provider")?.string == provider)
        #expect(cloud?.member("account")?.member("type_id")?.int == type)
        #expect(cloud?.member("account")?.member("uid")?.string == finding.subject.account.id)
        #expect(cloud?.member("cloud_partition")?.string == partition)
    }

    @Test(arguments: [
        ("arn:aws-us-gov:s3:::b", "", "aws-us-gov"), ("b", "cn-north-1", "aws-cn"),
        ("b", "us-gov-west-1", "aws-us-gov"),
        ("arn::x", "", "aws"),
    ])
    func `the partition comes from the ARN or the region`(name: String, region: String, wanted: String) {
        let finding = EncodingFixtures.finding.with {
            $0.resourceName = name
            $0.subject = ResourceID(
                kind: $0.subject.kind, account: $0.subject.account, region: region, nativeID: "b")
        }
        #expect(finding.partition == wanted)
    }

    @Test func `odd characters come back as they went in`() throws {
        let view = try view(EncodingSamples.odd)
        #expect(
            view.member("resources")?.element(0)?.member("uid")?.string == EncodingSamples.odd.resourceName)
        let tag = view.member("resources")?.element(0)?.member("tags")?.element(0)
        #expect(tag?.member("value")?.string == EncodingSamples.odd.tags[0].value)
    }

    @Test func `a text that is cut ends with the marker`() throws {
        let view = try view(EncodingSamples.huge)
        #expect(view.member("finding_info")?.member("desc")?.string?.hasSuffix("…[cut]") == true)
        let evidence = view.member("resources")?.element(0)?.member("data")?.member("evidence")
        #expect(evidence?.elements.map { $0 }.last?.string == "…[cut]")
        #expect(evidence?.element(0)?.string == "element 0")
    }

    @Test(arguments: [
        ("203.0.113.7", true), ("2001:db8::1", true), ("::1", true), ("::", true), ("::ffff:1.2.3.4", true),
        ("1:2:3:4:5:6:7:8", true), ("AWS Internal", false), ("s3.amazonaws.com", false), ("1.2.3", false),
        ("1.2.3.256", false), ("1:2:3", false), (":1::2", false), ("1::2::3", false), ("12345::", false),
        ("", false),
        ("1::", true), ("1:2:3:4:5:6:7::", true),
    ])
    func `addresses are told from names`(text: String, isAddress: Bool) {
        #expect(InternetAddress.isAddress(text) == isAddress)
    }

    @Test func `milliseconds round down exactly`() {
        #expect(Timestamp(nanoseconds: 1_700_000_000_123_000_000).milliseconds == 1_700_000_000_123)
        #expect(Timestamp(nanoseconds: -1).milliseconds == -1)
    }
}
