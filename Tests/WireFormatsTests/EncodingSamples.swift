import CloudModel
import JSONTokens
import WireFormats

/// Effects that together reach every member of every output format.
enum EncodingSamples {
    static let findings: [(name: String, finding: FindingRecord)] = {
        let base = EncodingFixtures.finding
        return [
            ("open", base), ("no cause", base.with { ($0.cause, $0.changes) = (nil, []) }),
            ("observed", base.with { $0.cause = .other(actor: nil, isObservation: true) }),
            (
                "stale",
                base.with {
                    ($0.status, $0.activity) = (.stale, .update)
                    $0.missing = ["SecurityGroupIngress", "VpcId"]
                }
            ),
            (
                "resolved",
                base.with {
                    ($0.status, $0.activity, $0.exposureSeconds) = (.resolved, .close, 320)
                    $0.evidence = .null
                }
            ),
            ("deleted", base.with { ($0.status, $0.activity) = (.deleted, .close) }),
            ("excluded", base.with { ($0.status, $0.activity) = (.excluded, .close) }),
            (
                "suppressed",
                base.with {
                    ($0.status, $0.activity) = (.suppressed, .update)
                    $0.suppression = SuppressionFacts(
                        id: "s-1", reason: "bastion", requestedBy: "alice", approvedBy: "bob",
                        expires: EncodingFixtures.at("2023-09-01T00:00:00Z"))
                }
            ),
            (
                "suppressed in doubt",
                base.with {
                    ($0.status, $0.activity) = (.suppressed, .update)
                    $0.suppression = EncodingFixtures.conditional(.doubtful(reasons: ["Tags"]))
                }
            ),
            (
                "suppression ended",
                base.with {
                    ($0.status, $0.activity) = (.open, .update)
                    $0.suppression = EncodingFixtures.conditional(
                        .conditionEnded(since: EncodingFixtures.time))
                }
            ),
            ("odd", odd), ("huge", huge), ("azure", azure), ("gcp", gcp), ("tenant", tenant),
            ("service name", base.with { $0.cause = .other(sourceAddress: "cloudformation.amazonaws.com") }),
            ("no account type", base.with { $0.cause = .other(actor: Actor(type: "", id: "x")) }),
        ]
    }()

    /// Quotes, backslashes, control characters, characters beyond the basic plane, an unknown region.
    static let odd: FindingRecord = {
        let text = "a\"b\\c\u{01}\n\t\u{7F}é😀</script>\u{2028}"
        return EncodingFixtures.finding.with {
            $0.subject = ResourceID(
                kind: $0.subject.kind, account: AccountKey("aws:" + text), region: "", nativeID: text)
            $0.resourceName = text
            $0.tags = [(key: text, value: text), (key: "owner", value: "")]
            $0.evidence = FlatValue(map: [(text, FlatValue(text)), ("n", FlatValue(1.5))])
            $0.changes = [PropertyDifference(property: text, before: nil, after: nil)]
            $0.missing = [text]
            $0.cause = .other(
                eventID: text, action: text, actor: Actor(type: text, id: text, name: text, chain: [text]),
                sourceAddress: text, userAgent: text)
        }
    }()

    /// Everything far beyond its limit, in characters that take six bytes each.
    static let huge: FindingRecord = {
        let text = String(repeating: "\u{01}", count: 40_000)
        let list = FlatValue(list: (0..<5000).map { FlatValue("element \($0)") })
        let numbers = (0..<500).map {
            BenchmarkNumber(
                name: "cis-aws", version: "3.\($0)", number: "1.\($0)", level: 2, assessment: "manual")
        }
        let control = ControlFacts(
            id: "aws.x.y", title: text, description: text, remediationText: text, severity: .critical,
            version: text, benchmarks: numbers,
            frameworks: Dictionary(
                uniqueKeysWithValues: (0..<300).map { ("framework_\($0)", ["A-1", "A-2"]) }),
            references: Array(repeating: text, count: 9))
        return EncodingFixtures.finding.with {
            $0.control = control
            $0.resourceName = text
            $0.subject = ResourceID(
                kind: $0.subject.kind, account: $0.subject.account, region: "us-east-1", nativeID: text)
            $0.tags = (0..<300).map { (key: "key \($0)" + text, value: text) }
            $0.evidence = list
            $0.missing = Array(repeating: text, count: 100)
            $0.changes = (0..<60).map {
                PropertyDifference(property: "p\($0)", before: FlatValue(text), after: list)
            }
            $0.cause = .other(
                eventID: text, action: text,
                actor: Actor(
                    type: text, id: text, name: text, account: text, chain: Array(repeating: text, count: 50)),
                sourceAddress: text, userAgent: text)
            $0.suppression = SuppressionFacts(
                id: text, reason: text, requestedBy: text, approvedBy: text, expires: EncodingFixtures.time,
                condition: text, standing: .doubtful(reasons: Array(repeating: text, count: 100)))
        }
    }()

    static let azure: FindingRecord = EncodingFixtures.finding.with {
        let name = "/subscriptions/5f0e/resourcegroups/a/providers/microsoft.network/networksecuritygroups/n"
        $0.subject = ResourceID(
            kind: KindCatalog.kind("Microsoft.Network/networkSecurityGroups"),
            account: AccountKey(.azure, "5F0E"), region: "", nativeID: name)
        $0.resourceName = name
        $0.cause = .other(
            action: "Microsoft.Network/networkSecurityGroups/securityRules/write",
            actor: Actor(type: "User", id: "alice@example.com"), sourceAddress: "2001:db8::1")
    }

    static let gcp: FindingRecord = EncodingFixtures.finding.with {
        $0.subject = ResourceID(
            kind: KindCatalog.kind("storage.googleapis.com/Bucket"), account: AccountKey(.gcp, "demo"),
            region: "", nativeID: "storage.googleapis.com/projects/_/buckets/logs")
        $0.resourceName = "//storage.googleapis.com/projects/_/buckets/logs"
        $0.cause = .other(
            action: "storage.googleapis.com/storage.setIamPermissions",
            actor: Actor(type: "serviceAccount", id: "ci@demo.iam.gserviceaccount.com", chain: ["u", "v"]),
            sourceAddress: "private")
    }

    static let tenant: FindingRecord = EncodingFixtures.finding.with {
        $0.subject = ResourceID(
            kind: $0.subject.kind, account: AccountKey("azure-tenant:72f9"), region: "", nativeID: "policy")
    }

    /// A plan whose calls take more than a record holds.
    static let hugePlan: RemediationPlan = {
        var plan = EncodingFixtures.plan
        plan.snapshot = FlatValue(map: [("Policy", FlatValue(String(repeating: "x", count: 70_000)))])
        return plan
    }()

    static var effects: [Effect] {
        var effects: [Effect] = SharedRecordTests.records.map { .shared($0) }
        for (_, finding) in findings {
            effects += [.finding(finding), .alert(finding, nil), .alert(finding, EncodingFixtures.plan)]
            effects += [.alert(finding, hugePlan), .command(finding, EncodingFixtures.plan)]
            effects += [
                .command(finding, EncodingFixtures.restPlan), .ticket(finding, EncodingFixtures.plan),
            ]
            effects += [.ticket(finding, nil), .ticket(finding, hugePlan), .command(finding, hugePlan)]
        }
        let scope = ResourceID(
            kind: KindCatalog.kind("AWS::S3::Bucket"), account: AccountKey(.aws, "1"), region: "",
            nativeID: "")
        let whole = RereadRequest(
            resource: scope, reason: "new kind", properties: [], newerThan: nil,
            deadline: .distantFuture)
        effects += [
            .reread(EncodingFixtures.reread), .reread(whole), .deadLetter(EncodingFixtures.deadLetter),
        ]
        effects += [
            .coverage(
                FeedCoverage(
                    account: AccountKey(.aws, "1"), region: "", source: "cloudtrail", status: .neverHeard,
                    lastHeard: nil, baselineAt: nil, closedKinds: 0, blindSpots: [], time: .distantPast)),
            .coverage(
                FeedCoverage(
                    account: AccountKey(.aws, "1"), region: "eu-west-1", source: "cloudtrail", status: .stale,
                    lastHeard: Timestamp(seconds: 1), baselineAt: Timestamp(seconds: 2), closedKinds: 3,
                    blindSpots: [.init(event: "ec2.amazonaws.com:Unheard", count: 7)],
                    time: Timestamp(seconds: 9))),
        ]
        for count in 0...4 {
            let head = Array(repeating: UInt8(255), count: count)
            effects.append(.deadLetter(DeadLetter(reason: "r", detail: "", eventIndexed: count, head: head)))
        }
        let long = Array(repeating: UInt8(0), count: 40_000)
        effects.append(.deadLetter(DeadLetter(reason: "big", detail: "", eventIndexed: nil, head: long)))
        return effects
    }
}
