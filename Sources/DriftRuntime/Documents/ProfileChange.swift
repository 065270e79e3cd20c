internal import CloudModel
internal import WireFormats

/// A change of the profiles that somebody posted, as the topic `approvals` has it: who proposed what, and what became of it.
///
///     (needs no second person)  applied
///     (needs one)               open -> approved | rejected
///
/// One that is open past its end has expired; nobody writes that.
struct ProfileChange: Sendable, Hashable {
    enum State: String, Sendable { case open, approved, rejected, applied }

    /// Who, as far as a token told it.
    struct Person: Sendable, Hashable {
        let subject: String
        let mail: String?
    }

    /// What somebody did.
    struct Step: Sendable, Hashable {
        /// Nil where callers are not told apart.
        let person: Person?
        let time: Timestamp
        /// The process that took it, by its transactional id.
        let process: String
        /// What the person said of it.
        var remark = ""
    }

    /// The document in whose place the new one comes.
    struct Former: Sendable, Hashable {
        let digest: String
        /// Where it stands on the topic `profiles`.
        let offset: Int64
    }

    let id: String
    private(set) var state: State
    /// The key of the profile's record.
    let profile: String
    let proposed: Step
    private(set) var decided: Step?
    /// When nobody may decide about it any more; nil if nobody has to.
    let end: Timestamp?
    /// The fields by which it may check less or repair unattended.
    let reasons: [String]
    /// Nil if there was none.
    let former: Former?
    /// SHA-256 of the document.
    let digest: String
    /// The profile as it was posted.
    private(set) var document: [UInt8]

    /// How long somebody may decide about it, in seconds: a week.
    static let lifeSeconds: Int64 = 7 * 86_400

    /// A document that somebody posted. It is open if there are reasons for a second person to look at it.
    init(
        _ document: [UInt8], under profile: String, replacing former: Former?, reasons: [String],
        by step: Step
    ) {
        self.profile = profile
        self.former = former
        self.reasons = reasons
        self.document = document
        proposed = step
        digest = Digest.sha256Hex(document)
        state = reasons.isEmpty ? .applied : .open
        end =
            reasons.isEmpty
            ? nil : Timestamp(nanoseconds: step.time.nanoseconds + Self.lifeSeconds * 1_000_000_000)
        // The same proposal has the same id whoever takes it; what was applied is told of each time.
        id = Digest.identifier(parts: [
            profile, digest, former?.digest ?? "", former.map { String($0.offset) } ?? "",
            step.person?.subject ?? "", reasons.isEmpty ? step.time.rfc3339 : "",
        ])
    }

    /// One that was read.
    init(
        id: String, _ state: State, of profile: String, proposed: Step, decided: Step?, end: Timestamp?,
        reasons: [String], former: Former?, digest: String, document: [UInt8]
    ) {
        (self.id, self.state, self.profile) = (id, state, profile)
        (self.proposed, self.decided, self.end) = (proposed, decided, end)
        (self.reasons, self.former, self.digest, self.document) = (reasons, former, digest, document)
    }

    /// The same after a decision about it.
    func deciding(_ isApproved: Bool, by step: Step) -> ProfileChange {
        var change = self
        (change.state, change.decided) = (isApproved ? .approved : .rejected, step)
        return change
    }

    /// The same without its document.
    var bare: ProfileChange {
        var change = self
        change.document = []
        return change
    }

    /// True if somebody may still decide about it.
    func isOpen(at now: Timestamp) -> Bool { state == .open && now < end ?? .distantPast }
}

extension ProfileChange.Person {
    init(_ caller: Caller) { self.init(subject: caller.subject, mail: caller.mail) }
}
