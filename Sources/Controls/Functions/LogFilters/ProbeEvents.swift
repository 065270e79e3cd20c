internal import JSONTokens

/// Made-up CloudTrail events that show whether a filter matches what a selector asks for, and nothing beyond.
struct ProbeEvents {
    struct Probe {
        /// What sets the event apart: `eventName CreateTrail`.
        let name: String
        let event: FlatValue
    }

    /// Events that satisfy the selector.
    private(set) var wanted: [Probe] = []
    /// Events that violate exactly one clause of it.
    private(set) var unwanted: [Probe] = []

    /// Above this many combinations of values a selector is refused.
    static let maximumCount = 1024

    /// The probes of a selector; nil if there would be too many.
    init?(_ selector: EventSelector) {
        let clauses = selector.clauses
        let count = clauses.reduce(1) { min($0, ProbeEvents.maximumCount) * $1.satisfying.count }
        guard count <= ProbeEvents.maximumCount else { return nil }
        for values in ProbeEvents.combinations(clauses.map(\.satisfying)) {
            let fields = zip(clauses, values).map { ($0.field, $1) }
            let name = ProbeEvents.name(
                zip(clauses, values).filter { $0.0.satisfying.count > 1 }, clauses, values)
            for base in ProbeEvents.bases { wanted.append(Probe(name: name, event: base.with(fields))) }
        }
        for (index, clause) in clauses.enumerated() where !clause.isOptional {
            for value in clause.violating {
                var fields = clauses.map { ($0.field, $0.satisfying[0]) }
                fields[index].1 = value
                let name = ProbeEvents.name([(clause, value)], [], [])
                // Of two clauses on one field the violated one decides.
                fields.append(fields[index])
                unwanted.append(Probe(name: name, event: ProbeEvents.bases[0].with(fields)))
            }
        }
    }

    private static func name(
        _ telling: [(EventSelector.Clause, String?)], _ clauses: [EventSelector.Clause], _ values: [String?]
    ) -> String {
        let parts = telling.isEmpty ? Array(zip(clauses, values).prefix(1)) : telling
        return parts.map { "\($0.field) \($1 ?? "absent")" }.joined(separator: ", ")
    }

    private static func combinations(_ choices: [[String?]]) -> [[String?]] {
        choices.reduce([[]]) { rows, values in rows.flatMap { row in values.map { row + [$0] } } }
    }

    /// Two events that differ in all that no selector speaks of, so that a filter bound to one account, region,
    /// caller or address is seen to miss events.
    private static let bases = [
        EventTree([
            ("eventVersion", "1.08"), ("userIdentity.type", "IAMUser"),
            ("userIdentity.principalId", "AIDAEXAMPLEEXAMPLE001"),
            ("userIdentity.arn", "arn:aws:iam::111122223333:user/alice"),
            ("userIdentity.accountId", "111122223333"), ("userIdentity.userName", "alice"),
            ("eventTime", "2026-01-02T03:04:05Z"), ("eventSource", "iam.amazonaws.com"),
            ("eventName", "GetProbe"), ("awsRegion", "us-east-1"), ("sourceIPAddress", "203.0.113.7"),
            ("userAgent", "aws-cli/2.15.0"), ("requestID", "5f1c7a2e-0001"), ("eventID", "5f1c7a2e-1001"),
            ("eventType", "AwsApiCall"), ("eventCategory", "Management"),
            ("recipientAccountId", "111122223333"),
        ]),
        EventTree([
            ("eventVersion", "1.11"), ("userIdentity.type", "AssumedRole"),
            ("userIdentity.principalId", "AROAEXAMPLEEXAMPLE002:deploy"),
            ("userIdentity.arn", "arn:aws-cn:sts::444455556666:assumed-role/ops/deploy"),
            ("userIdentity.accountId", "444455556666"),
            ("userIdentity.sessionContext.sessionIssuer.userName", "ops"),
            ("eventTime", "2027-11-12T13:14:15Z"), ("eventSource", "probe.amazonaws.com.cn"),
            ("eventName", "ListProbes"), ("awsRegion", "eu-central-1"), ("sourceIPAddress", "2001:db8::7"),
            ("userAgent", "Mozilla/5.0"), ("requestID", "9d3b6c4f-0002"), ("eventID", "9d3b6c4f-1002"),
            ("eventType", "AwsConsoleAction"), ("eventCategory", "Management"),
            ("recipientAccountId", "444455556666"),
        ]),
    ]
}

/// An event as the paths of its texts.
struct EventTree {
    private let fields: [(path: String, text: String)]

    init(_ fields: [(String, String)]) {
        self.fields = fields.map { (path: $0.0, text: $0.1) }
    }

    /// The event with these fields set, or taken out where the text is nil; later ones win.
    func with(_ changes: [(String, String?)]) -> FlatValue {
        var all = fields.map { (path: $0.path.split(separator: ".").map(String.init)[...], text: $0.text) }
        for (field, text) in changes {
            let path = field.split(separator: ".").map(String.init)[...]
            all.removeAll { $0.path.starts(with: path) || path.starts(with: $0.path) }
            if let text { all.append((path: path, text: text)) }
        }
        return EventTree.tree(all)
    }

    private static func tree(_ fields: [(path: ArraySlice<String>, text: String)]) -> FlatValue {
        var members: [(String, FlatValue)] = []
        var done: Set<String> = []
        for (path, text) in fields {
            guard let key = path.first, done.insert(key).inserted else { continue }
            if path.count == 1 {
                members.append((key, FlatValue(text)))
            } else {
                let inner = fields.filter { $0.path.first == key }
                members.append((key, tree(inner.map { ($0.path.dropFirst(), $0.text) })))
            }
        }
        return FlatValue(map: members)
    }
}
