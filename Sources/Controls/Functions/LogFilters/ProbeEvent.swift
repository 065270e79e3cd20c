internal import JSONTokens

/// An event that is made up from another one by setting some fields and taking some out; only those are stored.
struct ProbeEvent: LogEvent {
    struct Change {
        let path: [String]
        /// Nil takes the field out.
        let value: FlatValue?
    }

    let base: FlatValue
    /// Later ones win.
    let changes: [Change]

    func value(at selector: FieldSelector) -> FlatView? {
        for change in changes.reversed() {
            switch ProbeEvent.relation(of: selector.steps, to: change.path) {
            case .same: return change.value?.view
            case .below where change.value != nil: return nil
            case .above where change.value != nil: return ProbeEvent.emptyObject.view
            case .below, .above, .apart: break
            }
        }
        return selector.value(in: base.view)
    }

    func values(at selector: FieldSelector) -> [FlatView] { selector.values(in: whole.view) }

    var text: String { whole.view.json }

    private static let emptyObject = FlatValue(map: [])

    private enum Relation {
        case same, above, below, apart
    }

    private static func relation(of steps: [FieldSelector.Step], to path: [String]) -> Relation {
        for (step, name) in zip(steps, path) {
            guard case .member(let member) = step, member == name else { return .apart }
        }
        if steps.count == path.count { return .same }
        return steps.count < path.count ? .above : .below
    }

    /// The event with its changes made.
    private var whole: FlatValue {
        changes.reduce(base) { event, change in
            ProbeEvent.set(change.path[...], change.value, in: event.view)
        }
    }

    private static func set(_ path: ArraySlice<String>, _ value: FlatValue?, in object: FlatView?)
        -> FlatValue
    {
        guard let key = path.first else { return value ?? .null }
        var members = object?.members.filter { $0.key != key }.map { ($0.key, $0.value.value) } ?? []
        if path.count > 1 {
            members.append((key, set(path.dropFirst(), value, in: object?.member(key))))
        } else if let value {
            members.append((key, value))
        }
        return FlatValue(map: members)
    }
}

extension ProbeEvent {
    /// Two events that differ in all that no selector speaks of, so that a filter bound to one account, region,
    /// caller or address is seen to miss events.
    static let bases = [
        event(
            [
                "eventVersion": "1.08", "eventTime": "2026-01-02T03:04:05Z",
                "eventSource": "iam.amazonaws.com",
                "eventName": "GetProbe", "awsRegion": "us-east-1", "sourceIPAddress": "203.0.113.7",
                "userAgent": "aws-cli/2.15.0", "requestID": "5f1c7a2e-0001", "eventID": "5f1c7a2e-1001",
                "eventType": "AwsApiCall", "eventCategory": "Management",
                "recipientAccountId": "111122223333",
            ],
            identity: [
                "type": "IAMUser", "principalId": "AIDAEXAMPLEEXAMPLE001", "accountId": "111122223333",
                "arn": "arn:aws:iam::111122223333:user/alice", "userName": "alice",
            ]),
        event(
            [
                "eventVersion": "1.11", "eventTime": "2027-11-12T13:14:15Z",
                "eventSource": "probe.amazonaws.com.cn",
                "eventName": "ListProbes", "awsRegion": "eu-central-1", "sourceIPAddress": "2001:db8::7",
                "userAgent": "Mozilla/5.0", "requestID": "9d3b6c4f-0002", "eventID": "9d3b6c4f-1002",
                "eventType": "AwsConsoleAction", "eventCategory": "Management",
                "recipientAccountId": "444455556666",
            ],
            identity: [
                "type": "AssumedRole", "principalId": "AROAEXAMPLEEXAMPLE002:deploy",
                "accountId": "444455556666",
                "arn": "arn:aws-cn:sts::444455556666:assumed-role/ops/deploy",
            ]),
    ]

    private static func event(
        _ fields: KeyValuePairs<String, String>, identity: KeyValuePairs<String, String>
    ) -> FlatValue {
        let caller = FlatValue(map: identity.map { ($0.key, FlatValue($0.value)) })
        return FlatValue(map: fields.map { ($0.key, FlatValue($0.value)) } + [("userIdentity", caller)])
    }
}
