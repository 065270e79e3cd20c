import CloudModel
internal import JSONTokens

/// What every record says beside its event: that a credential was used.
///
/// Root's uses are few and each is known exactly, with who and from where. An access key may be used a thousand times a
/// second, so its use is known to the hour, and what is written follows from the hour alone: whichever of the hour's
/// records comes first, and however often, the same is written.
enum CredentialUse {
    /// The cause of what is known to the hour.
    static func cause(hourOf time: Timestamp, actor: Actor? = nil) -> CauseRecord {
        let hour = hour(of: time)
        return CauseRecord(
            eventID: "use-" + hour.rfc3339, time: hour, action: "credential use", actor: actor)
    }

    /// The beginning of the hour.
    static func hour(of time: Timestamp) -> Timestamp {
        let length: Int64 = 3600 * 1_000_000_000
        let rest = time.nanoseconds % length
        return Timestamp(nanoseconds: time.nanoseconds - (rest < 0 ? rest + length : rest))
    }

    /// What the record says of a credential of its own account.
    static func changes(_ event: AWSEvent) -> [GraphChange] {
        let shapes = event.shapes
        guard let identity = event.identity,
            shapes.text(shapes.member(identity, "accountId")) ?? event.accountID == event.accountID
        else { return [] }
        switch event.callingCredentialOwner {
        case .root: return rootUse(event, identity)
        case .user(let name): return keyUse(event, identity, name)
        case nil: return []
        }
    }

    /// A call by the root user itself: not by a service for it, nor by a session that stands in for it.
    private static func rootUse(_ event: AWSEvent, _ identity: Token) -> [GraphChange] {
        let shapes = event.shapes
        let session = shapes.member(identity, "sessionContext")
        let isService = event.type.map { shapes.tape.equals($0, "AwsServiceEvent") } ?? false
        guard !isService, shapes.member(identity, "invokedBy") == nil,
            shapes.bool(shapes.member(session, "assumedRoot")) != true
        else { return [] }
        let resource = ResourceID.account(event.account, .aws)
        let write = PropertyWrite.set(AWSAccountKind.rootLastUsed, FlatValue(event.time.rfc3339))
        return [.resource(ResourceChange(resource: resource, cause: event.makeCause(), writes: [write]))]
    }

    private static func keyUse(_ event: AWSEvent, _ identity: Token, _ user: String) -> [GraphChange] {
        guard let key = event.shapes.text(event.shapes.member(identity, "accessKeyId")), isLasting(key) else {
            return []
        }
        let arn = event.shapes.text(event.shapes.member(identity, "arn")) ?? ""
        let cause = cause(
            hourOf: event.time, actor: Actor(type: "IAMUser", id: arn, name: user, account: event.accountID))
        let hour = FlatValue(cause.time.rfc3339)
        return [
            (IAMKind.id(IAMKind.accessKey, event.account, key), IAMKind.Key.lastUsed),
            (IAMKind.id(IAMKind.user, event.account, user), IAMKind.User.keyLastUsed),
        ].map { resource, property in
            .resource(ResourceChange(resource: resource, cause: cause, writes: [.set(property, hour)]))
        }
    }

    /// True for the keys that users hold; those of sessions begin with other letters.
    static func isLasting(_ key: String) -> Bool { key.hasPrefix("AKIA") }
}

/// Which access keys have been seen in which hour, so that all but the first record of an hour pay for a look-up alone.
///
/// Forgetting costs a write that changes nothing. Holds at most `maximumCount` keys.
struct KeyHours {
    private static let maximumCount = 65_536
    private var hours: [Key: Int32] = [:]

    /// The sixteen characters behind `AKIA`.
    struct Key: Hashable {
        let high: UInt64
        let low: UInt64
    }

    /// Notes a use. Returns true if it is the first that this table knows of in its hour.
    mutating func note(_ key: Key, at time: Timestamp) -> Bool {
        let hour = Int32(truncatingIfNeeded: CredentialUse.hour(of: time).nanoseconds / 3_600_000_000_000)
        if hours[key] == hour { return false }
        if hours.count >= KeyHours.maximumCount { hours.removeAll(keepingCapacity: true) }
        hours[key] = hour
        return true
    }
}
