import CloudModel
internal import JSONTokens

/// One CloudTrail record on a built tape; valid until the tape's next document.
///
/// A class, since folds hand it on many times and it holds many texts.
final class AWSEvent {
    /// Where its tokens stand.
    let shapes: AWSShapes
    /// The record.
    let root: Token
    /// The account whose log it is: the resource owner's, unless the resource says otherwise.
    let accountID: String
    /// The account as a key.
    let account: AccountKey
    /// Where it happened.
    let region: String
    /// When it happened.
    let time: Timestamp
    /// The parameters, unwrapped; nil if there are none.
    let request: Token?
    /// The answer, unwrapped; nil if there is none.
    let response: Token?
    /// Service and name of the call, as a cause tells them.
    let action: String
    /// Who called.
    let identity: Token?
    /// What kind of record it is.
    let type: Token?
    /// The resources that the record lists.
    let resources: Token?
    /// What a cause tells beside the actor.
    let origin: Origin
    /// Where texts that come again are shared.
    let pools: AWSTextPools

    /// The parts of a record that tell where a call came from.
    struct Origin {
        let eventID: Token?
        let requestID: Token?
        let address: Token?
        let agent: Token?
    }

    /// Reads what every fold needs of the tape's document.
    init(
        _ tape: TokenTape, _ facts: EnvelopeFacts, action: String, pools: AWSTextPools
    ) throws(DecodingFailure) {
        let root = tape.root
        let shapes = AWSShapes(tape: tape)
        self.shapes = shapes
        self.root = root
        self.action = action
        self.pools = pools
        let isPicked = tape.pick(root, AWSField.projection)
        func field(_ field: AWSField) -> Token? {
            isPicked ? tape.picked(field.rawValue) : tape.member(root, AWSField.keys[field.rawValue])
        }
        identity = field(.identity)
        type = field(.type)
        resources = field(.resources)
        origin = Origin(
            eventID: field(.eventID), requestID: field(.requestID), address: field(.address),
            agent: field(.agent))
        request = shapes.unwrapped(field(.request), suffix: "Request")
        response = shapes.unwrapped(field(.response), suffix: "Response")
        let owner = field(.account)
        if let owner, owner.kind == .string, owner.length > 0, let text = tape.string(owner) {
            accountID = text
            account = AccountKey(pools.accounts.string(tape, owner) ?? "")
        } else {
            let account =
                shapes.text(owner) ?? facts.account
                ?? shapes.text(identity.flatMap { tape.member($0, "accountId") })
            guard let account, !account.isEmpty else {
                throw DecodingFailure("missing-field", "recipientAccountId")
            }
            accountID = account
            self.account = AccountKey(.aws, account)
        }
        guard let region = shapes.text(field(.region)) ?? facts.region, !region.isEmpty else {
            throw DecodingFailure("missing-field", "awsRegion")
        }
        self.region = region
        time = try AWSEvent.time(tape, field(.time), facts)
    }

    private static func time(
        _ tape: TokenTape, _ token: Token?, _ facts: EnvelopeFacts
    ) throws(DecodingFailure) -> Timestamp {
        if let token, let plain = tape.withText(token, { Timestamp(plain: $0) }) { return plain }
        guard let text = tape.string(token) ?? facts.time else {
            throw DecodingFailure("missing-field", "eventTime")
        }
        guard let time = Timestamp(rfc3339: text) else { throw DecodingFailure("bad-time", "eventTime") }
        return time
    }

    /// A parameter of the request.
    func parameter(_ key: StaticString) -> Token? { shapes.member(request, key) }

    /// A member of the answer.
    func answer(_ key: StaticString) -> Token? { shapes.member(response, key) }

    /// True for records that repeat a call seen from elsewhere: network activity and insight records.
    var isOtherCopy: Bool {
        guard let type else { return false }
        return shapes.tape.equals(type, "AwsVpceEvent") || shapes.tape.equals(type, "AwsCloudTrailInsight")
    }

    /// True if the record is the caller's copy of a call that another account's log has too, as the owner of the resource:
    /// both copies have one `sharedEventID`, and in the owner's the caller is of another account than the recipient.
    var isCallersCopy: Bool {
        guard let shared = shapes.text(shapes.member(root, "sharedEventID")), !shared.isEmpty else {
            return false
        }
        return shapes.text(shapes.member(identity, "accountId")) == accountID
    }

    /// Stands for the owner of a resource of whom no more is known than that it is not the account.
    static let anotherAccount = "another"

    /// True if the answer carries an error although the record has no error code.
    var responseHasError: Bool {
        guard let response else { return false }
        let result = shapes.member(response, "return") ?? shapes.member(response, "_return")
        return shapes.bool(result) == false || shapes.text(shapes.member(response, "errorCode")) != nil
    }

    /// The ARN and the owner of the first listed resource of this type.
    func listedResource(_ type: StaticString) -> (arn: String?, owner: String?)? {
        for entry in shapes.items(resources) {
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
        var changes: [GraphChange] = pending.map {
            .resource(
                ResourceChange(
                    resource: $0.resource, cause: $0.cause ?? cause, lifecycle: $0.lifecycle,
                    writes: $0.writes))
        }
        if let home = AWSAccountKind.home(of: account, in: region, beside: pending.lazy.map(\.resource)) {
            changes.append(.resource(ResourceChange(resource: home, cause: cause)))
        }
        return changes
    }
}

/// The texts that AWS records repeat, shared per decoder.
struct AWSTextPools {
    /// Account ids as keys.
    let accounts = TextPool(prefix: Provider.aws.rawValue + ":")
    /// ARNs, names, addresses and agents of callers.
    let callers = TextPool()
}
