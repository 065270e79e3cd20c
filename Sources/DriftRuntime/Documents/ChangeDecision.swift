internal import CloudModel
internal import Controls
internal import JSONTokens

/// What a second person says of a change, and whether that counts: a function of the change, of what is in force and of the time.
struct ChangeDecision: Hashable {
    let isApproved: Bool
    let remark: String

    private static let maximumRemarkBytes = 2_000
    private static let words = ["approve", "reject"]

    /// Reads `{"decision": "approve" | "reject", "remark": "..."}`.
    init(json bytes: [UInt8]) throws(IntakeRefusal) {
        guard let value = try? FlatValue(json: bytes), value.view.tag == .map else {
            throw IntakeRefusal(400, message: "An object as {\"decision\": \"approve\"} was expected.")
        }
        for (key, _) in value.view.members where !["decision", "remark"].contains(key) {
            throw Self.refusal(key, "There is no field of this name.", "known: decision, remark")
        }
        guard let word = value.view.member("decision")?.string, Self.words.contains(word) else {
            throw Self.refusal("decision", "approve or reject was expected.")
        }
        isApproved = word == "approve"
        guard let remark = value.view.member("remark"), !remark.isNull else {
            self.remark = ""
            return
        }
        guard let text = remark.string, text.utf8.count <= Self.maximumRemarkBytes else {
            throw Self.refusal("remark", "A text of at most \(Self.maximumRemarkBytes) bytes was expected.")
        }
        self.remark = text
    }

    private static func refusal(_ field: String, _ message: String, _ hint: String = "") -> IntakeRefusal {
        IntakeRefusal(400, DocumentError(field: field, message: message, hint: hint))
    }

    /// Refuses a decision that does not count. One that was made already counts again, so that whoever was not answered may
    /// repeat it.
    func judge(
        _ change: ProfileChange, by person: ProfileChange.Person, current: ProfileChange.Former?,
        at now: Timestamp
    ) throws(IntakeRefusal) {
        guard change.state != .applied else {
            throw IntakeRefusal(409, message: "The change needed no second person and is in force.")
        }
        // Whose proposal cannot be told may be anybody's.
        guard let proposer = change.proposed.person, proposer.subject != person.subject else {
            throw IntakeRefusal(
                403, message: "Whoever proposed a change cannot decide about it.",
                hint: "somebody else with the role must")
        }
        guard change.state == .open else {
            guard (change.state == .approved) == isApproved else { throw Self.lateRefusal(change) }
            return
        }
        guard change.isOpen(at: now) else {
            throw IntakeRefusal(
                410, message: "The proposal has expired at \(change.end?.rfc3339 ?? "").",
                hint: "post it again")
        }
        guard !isApproved || current == change.former else {
            throw IntakeRefusal(
                409, message: "What the document would replace was posted anew since it was proposed.",
                hint: "post it again, so that its difference from what is in force now is looked at")
        }
    }

    /// Somebody decided otherwise before.
    static func lateRefusal(_ change: ProfileChange, hint: String = "") -> IntakeRefusal {
        let who = change.decided?.person?.subject ?? ""
        let time = change.decided?.time.rfc3339 ?? ""
        return IntakeRefusal(
            409, message: "It was \(change.state.rawValue) at \(time) by \(who).", hint: hint)
    }

    /// The decision that counts, as the topic has it after one was told. It may lie behind a transaction that nobody has ended yet;
    /// the brokers end it within a minute.
    static func first(found: ProfileChange?) throws(IntakeRefusal) -> ProfileChange {
        guard let found, found.state != .open else {
            throw IntakeRefusal(
                503, message: "The decision was told, but cannot be read back yet.",
                hint: "send it again in a minute")
        }
        return found
    }

    /// True if an approved document still has to be written: what it replaces stands where it stood.
    static func isPublishDue(_ change: ProfileChange, current: ProfileChange.Former?, at now: Timestamp)
        -> Bool
    {
        change.state == .approved && current == change.former && now < change.end ?? .distantPast
    }
}
