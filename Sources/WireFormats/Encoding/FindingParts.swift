internal import CloudModel
internal import JSONTokens

/// Limits in bytes of escaped JSON; together with the fixed parts they keep a finding below 64 KiB.
enum PartLimit {
    static let name = 1024
    static let title = 256
    static let description = 1536
    static let evidence = 10 * 1024
    static let changes = 12 * 1024
    static let changeValue = 4 * 1024
    static let tags = 6 * 1024
    static let missing = 3 * 1024
    static let benchmarks = 4 * 1024
    static let frameworks = 3 * 1024
    static let chain = 2 * 1024
    static let plan = 24 * 1024
}

/// The parts of a finding that several formats share.
extension JSONBuilder {
    /// `[{"name","version","number","level","assessment"}]`, by name, version and number.
    mutating func benchmarks(_ numbers: [BenchmarkNumber]) {
        array("benchmarks") { json in
            for number in JSONBuilder.bounded(numbers) {
                json.object { json in
                    json.member("name", number.name, limit: 64)
                    json.member("version", number.version, limit: 32)
                    json.member("number", number.number, limit: 32)
                    json.member("level", number.level)
                    json.member("assessment", number.assessment, limit: 32)
                }
            }
        }
    }

    /// As many numbers as fit, in their order.
    static func bounded(_ numbers: [BenchmarkNumber]) -> [BenchmarkNumber] {
        Array(numbers.sorted().prefix(PartLimit.benchmarks / 100))
    }

    /// `{"nist_800_53_r5": ["AC-4"], …}` by framework name.
    mutating func frameworks(_ frameworks: [String: [String]]) {
        object("frameworks") { json in
            var rest = PartLimit.frameworks
            for (name, ids) in frameworks.sorted(by: { $0.key < $1.key }) {
                rest -= JSONBuilder.escapedCount(name) + 8
                guard rest > 64 else { return }
                json.member(name, ids, limit: rest)
                rest -= ids.reduce(0) { $0 + JSONBuilder.escapedCount($1) + 3 }
            }
        }
    }

    /// Who did what from where and when; null if nothing is known of it.
    mutating func cause(_ cause: CauseRecord?) {
        guard let cause else { return null("cause") }
        object("cause") { json in
            json.member("event_id", cause.eventID, limit: PartLimit.name)
            json.member("action", cause.action, limit: 512)
            json.member("event_time", cause.time.rfc3339)
            json.member("observation", cause.isObservation)
            if let actor = cause.actor { json.actor(actor) }
            json.memberIfAny("source_address", cause.sourceAddress, limit: 256)
            json.memberIfAny("user_agent", cause.userAgent, limit: 512)
        }
    }

    private mutating func actor(_ actor: Actor) {
        object("actor") { json in
            json.member("type", actor.type, limit: 128)
            json.member("id", actor.id, limit: PartLimit.name)
            json.memberIfAny("name", actor.name, limit: 512)
            json.memberIfAny("account", actor.account, limit: 128)
            json.member("chain", actor.chain, limit: PartLimit.chain)
        }
    }

    /// The deciding properties before and after; an unknown side is left out.
    mutating func changes(_ changes: [PropertyDifference], limit: Int = PartLimit.changes) {
        array("changes") { json in
            var rest = limit
            for change in changes {
                guard rest > 1024 else { return }
                let start = json.bytes.count
                let valueLimit = min(PartLimit.changeValue, rest / 2 - 256)
                json.object { json in
                    json.member("property", change.property, limit: 256)
                    if let before = change.before { json.member("before", before, limit: valueLimit) }
                    if let after = change.after { json.member("after", after, limit: valueLimit) }
                }
                rest -= json.bytes.count - start
            }
        }
    }

    /// Tags as `[{"name","value"}]` in the order of the finding, as many as fit.
    mutating func tags(_ tags: [(key: String, value: String)]) {
        array("tags") { json in
            var rest = PartLimit.tags
            for tag in tags {
                let key = JSONBuilder.cut(tag.key, toEscapedBytes: 256)
                let value = JSONBuilder.cut(tag.value, toEscapedBytes: 512)
                rest -= JSONBuilder.escapedCount(key) + JSONBuilder.escapedCount(value) + 24
                guard rest >= 0 else { return }
                json.object { json in
                    json.member("name", key)
                    json.member("value", value)
                }
            }
        }
    }

    /// What every record of ours says of the subject: provider, account, region, partition, resource.
    mutating func subject(_ finding: FindingRecord) {
        if let provider = finding.subject.account.provider { member("provider", provider.rawValue) }
        member("account", finding.subject.account.text, limit: 256)
        memberIfAny("region", finding.subject.region, limit: 64)
        if let partition = finding.partition { member("partition", partition, limit: 32) }
        object("resource") { json in
            json.member("kind", finding.subject.kind.name)
            json.member("id", finding.subject.nativeID, limit: PartLimit.name)
            json.member("name", finding.resourceName, limit: PartLimit.name)
        }
    }

    /// When it began, when it happened, when it was found.
    mutating func times(_ finding: FindingRecord) {
        member("first_seen", finding.firstSeen.rfc3339)
        member("event_time", finding.eventTime.rfc3339)
        member("detected_at", finding.detectedAt.rfc3339)
    }
}

extension FindingRecord {
    /// The AWS partition, from the ARN or else the region; nil for other providers.
    var partition: String? {
        guard subject.account.provider == .aws else { return nil }
        let fields = resourceName.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        if fields.count == 3, fields[0] == "arn", !fields[1].isEmpty { return String(fields[1]) }
        if subject.region.hasPrefix("us-gov-") { return "aws-us-gov" }
        if subject.region.hasPrefix("cn-") { return "aws-cn" }
        return "aws"
    }
}
