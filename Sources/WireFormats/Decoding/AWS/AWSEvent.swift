import CloudModel
internal import JSONTokens

/// One CloudTrail record on a built tape; valid until the tape's next document.
struct AWSEvent {
    /// Where its tokens stand.
    let shapes: AWSShapes
    /// The record.
    let root: Token
    /// The account whose log it is: the resource owner's, unless the resource says otherwise.
    let accountID: String
    /// Where it happened.
    let region: String
    /// When it happened.
    let time: Timestamp
    /// The parameters, unwrapped; nil if there are none.
    let request: Token?
    /// The answer, unwrapped; nil if there is none.
    let response: Token?

    /// Reads what every fold needs of the tape's document.
    init(_ tape: TokenTape, _ facts: EnvelopeFacts) throws(DecodingFailure) {
        let root = tape.root
        let shapes = AWSShapes(tape: tape)
        self.shapes = shapes
        self.root = root
        let account =
            shapes.text(tape.member(root, "recipientAccountId")) ?? facts.account
            ?? shapes.text(tape.member(root, "userIdentity", "accountId"))
        guard let account, !account.isEmpty else {
            throw DecodingFailure("missing-field", "recipientAccountId")
        }
        accountID = account
        guard let region = shapes.text(tape.member(root, "awsRegion")) ?? facts.region, !region.isEmpty else {
            throw DecodingFailure("missing-field", "awsRegion")
        }
        self.region = region
        guard let text = tape.string(tape.member(root, "eventTime")) ?? facts.time else {
            throw DecodingFailure("missing-field", "eventTime")
        }
        guard let time = Timestamp(rfc3339: text) else { throw DecodingFailure("bad-time", "eventTime") }
        self.time = time
        request = shapes.unwrapped(tape.member(root, "requestParameters"), suffix: "Request")
        response = shapes.unwrapped(tape.member(root, "responseElements"), suffix: "Response")
    }

    /// The account as a key.
    var account: AccountKey { AccountKey(.aws, accountID) }

    /// A parameter of the request.
    func parameter(_ key: StaticString) -> Token? { shapes.member(request, key) }

    /// A member of the answer.
    func answer(_ key: StaticString) -> Token? { shapes.member(response, key) }

    /// True for records that repeat a call seen from elsewhere: network activity and insight records.
    var isOtherCopy: Bool {
        guard let type = shapes.tape.member(root, "eventType") else { return false }
        return shapes.tape.equals(type, "AwsVpceEvent") || shapes.tape.equals(type, "AwsCloudTrailInsight")
    }

    /// True if the answer carries an error although the record has no error code.
    var responseHasError: Bool {
        guard let response else { return false }
        let result = shapes.member(response, "return") ?? shapes.member(response, "_return")
        return shapes.bool(result) == false || shapes.text(shapes.member(response, "errorCode")) != nil
    }

    /// The ARN and the owner of the first listed resource of this type.
    func listedResource(_ type: StaticString) -> (arn: String?, owner: String?)? {
        for entry in shapes.items(shapes.tape.member(root, "resources")) {
            guard let found = shapes.member(entry, "type"), shapes.tape.equals(found, type) else { continue }
            let arn = shapes.text(shapes.member(entry, "ARN"))
            return (
                arn, shapes.text(shapes.member(entry, "accountId")) ?? arn.flatMap { AWSARN($0)?.account }
            )
        }
        return nil
    }

    /// The event's meaning: foreign resources fall out, the rest gets its cause.
    func meaning(of outcome: AWSFoldOutcome) -> DecodedEvent.Meaning {
        switch outcome {
        case .irrelevant(let reason): return .irrelevant(reason)
        case .blind(let pending): return .blind(changes(own(pending)))
        case .changes(let pending):
            let mine = own(pending)
            if mine.isEmpty { return .irrelevant(pending.isEmpty ? .notGoverned : .foreign) }
            return .changes(changes(mine))
        }
    }

    private func own(_ pending: [AWSPendingChange]) -> [AWSPendingChange] {
        pending.filter { change in
            guard let owner = change.owner, !owner.isEmpty else { return true }
            return owner == accountID
        }
    }

    private func changes(_ pending: [AWSPendingChange]) -> [GraphChange] {
        guard !pending.isEmpty else { return [] }
        let cause = makeCause()
        return pending.map {
            .resource(
                ResourceChange(
                    resource: $0.resource, cause: cause, lifecycle: $0.lifecycle, writes: $0.writes))
        }
    }
}
