internal import CloudModel
internal import Controls
internal import DriftEngine
internal import WireFormats

/// What a posted profile needs before it is in force: a function of the profile, the files and what is in force.
enum ChangeRule {
    /// The key of its record: its name, else the cloud and version, so that one without a name takes the place of the last.
    static func id(of profile: Profile) -> String {
        if !profile.name.isEmpty { return profile.name }
        return "\(profile.provider.rawValue)-\(profile.version ?? "newest")"
    }

    /// Refuses a name that is too long for a key.
    static func checkName(of profile: Profile) throws(IntakeRefusal) {
        guard profile.name.utf8.count > maximumNameBytes else { return }
        throw IntakeRefusal(
            400, DocumentError(field: "name", message: "The name is longer than \(maximumNameBytes) bytes."))
    }

    private static let maximumNameBytes = 200

    /// The fields by which it may check less, judge milder or repair unattended; empty if it needs no second person.
    static func reasons(
        for profile: Profile, _ sources: ControlSources, _ documents: DocumentSet
    ) -> [String] {
        let id = id(of: profile)
        let former = documents.profiles.first { $0.key == id }?.value
        // The one in force is on the topic no more: whether this one checks less cannot be told.
        if former == nil, documents.lacksProfile(id) { return ["name"] }
        let others = sources.profiles + documents.profiles.filter { $0.key != id }.map(\.value)
        let isFirst = former == nil && others.isEmpty
        var fields = former.map { profile.narrowing(of: $0) } ?? profile.additions(isFirst: isFirst)
        let known = ["version", "controls"]
        // Who cannot tell asks a second person.
        let isChanging = try? sources.library.changesAutomation(
            profile, insteadOf: former, beside: others)
        if fields.allSatisfy({ !known.contains($0) }), isChanging ?? true { fields.append("version") }
        return fields
    }

    /// Why it is not taken from somebody who is not known.
    static func refusal(_ reasons: [String]) -> IntakeRefusal {
        IntakeRefusal(
            403,
            DocumentError(
                field: reasons.first ?? "",
                message: "A change that may check less or repair unattended needs a second person: "
                    + reasons.joined(separator: ", ") + ".",
                hint:
                    "have callers told apart (http.oidc_issuer), or have it reviewed and give it as a file under "
                    + "controls.profiles"))
    }

    /// Refuses what contradicts what is in force beside it, and what would put something else out of force.
    static func refuseContradictions(
        of profile: Profile, _ documents: DocumentSet
    ) throws(IntakeRefusal) {
        if let fault = documents.fault(writing: profile, under: id(of: profile)) {
            throw IntakeRefusal(409, fault)
        }
    }

    /// The same proposal if it is open already; nil if it is new. Refuses one that was decided about, and one too many.
    static func known(_ change: ProfileChange, _ changes: ChangeBook) throws(IntakeRefusal) -> ProfileChange?
    {
        let now = change.proposed.time
        if let known = changes[change.id] {
            if known.isOpen(at: now) { return known }
            if known.state != .open {
                let isDue = known.state == .approved && now < known.end ?? .distantPast
                let hint = isDue ? "have the approval sent again" : "change the document"
                throw ChangeDecision.lateRefusal(known, hint: hint)
            }
        }
        guard changes.open(at: now).count < ChangeBook.maximumOpen else {
            throw IntakeRefusal(
                409,
                message: "\(ChangeBook.maximumOpen) changes wait for a second person, which is the most.",
                hint: "decide about some first: GET /v1/approvals")
        }
        return nil
    }
}

extension DocumentSet {
    /// What a document of this key would replace; nil if nothing is there.
    func former(of key: String) -> ProfileChange.Former? {
        profiles.first { $0.key == key }.map {
            ProfileChange.Former(digest: Digest.sha256Hex($0.bytes), offset: $0.position.offset)
        }
    }
}
