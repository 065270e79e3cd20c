internal import CloudModel
internal import Controls
public import Logging

/// Takes profiles that people send, one at a time: checks each against the controls and against what is in force, and writes
/// it to the topic `profiles`, where every worker finds it. One that may check less or repair unattended waits on the topic
/// `approvals` for a second person. What becomes of each is told on that topic.
public final class ProfileIntake: Sendable {
    private let settings: RunSettings
    let topics: ProfileTopics
    let logger: Logger
    private let turnstile = Turnstile()

    /// For the topics and files of these settings.
    public init(_ settings: RunSettings, logger: Logger) {
        self.settings = settings
        self.logger = logger
        topics = ProfileTopics(settings: settings, logger: logger)
    }

    /// Takes one document, from whom if that is known. Blocks until it is acknowledged by the brokers, or refused.
    public func take(_ document: [UInt8], from caller: Caller? = nil) -> IntakeAnswer {
        inTurn(caller) { () throws(IntakeRefusal) in try accept(document, from: caller) }
    }

    /// Does one thing at a time, and tells what is refused.
    func inTurn(_ caller: Caller?, _ work: () throws(IntakeRefusal) -> IntakeAnswer) -> IntakeAnswer {
        let answer = turnstile.pass {
            do throws(IntakeRefusal) { return try work() } catch { return refuse(error, caller) }
        }
        let crowd = IntakeRefusal(503, message: "Too many are waiting here.", hint: "send it again later")
        return answer ?? refuse(crowd, caller)
    }

    private func refuse(_ refusal: IntakeRefusal, _ caller: Caller?) -> IntakeAnswer {
        logger.warning(
            "what was posted is refused",
            metadata: [
                "status": "\(refusal.status)", "field": "\(refusal.field)", "reason": "\(refusal.message)",
                "subject": "\(caller?.subject ?? "")",
            ])
        return refusal.answer
    }

    /// What the files say, as they are now.
    func sources() throws(IntakeRefusal) -> ControlSources {
        do throws(RuntimeFailure) {
            return try ControlSources(settings.controls)
        } catch {
            throw IntakeRefusal(500, message: error.description)
        }
    }

    /// What somebody does now, with this process.
    func step(_ caller: Caller?, remark: String = "") -> ProfileChange.Step {
        ProfileChange.Step(
            person: caller.map(ProfileChange.Person.init), time: WallClock.now,
            process: settings.transactionalID, remark: remark)
    }

    private func accept(_ document: [UInt8], from caller: Caller?) throws(IntakeRefusal) -> IntakeAnswer {
        let profile = try Self.profile(document)
        let sources = try sources()
        let selection = try Self.selection(profile, sources)
        let (documents, changes) = try topics.read(sources)
        try ChangeRule.refuseContradictions(of: profile, documents)
        let reasons = ChangeRule.reasons(for: profile, sources, documents)
        if caller == nil, !reasons.isEmpty { throw ChangeRule.refusal(reasons) }
        var change = ProfileChange(
            document, under: selection.path, replacing: documents.former(of: selection.path),
            reasons: reasons, by: step(caller))
        if reasons.isEmpty {
            try topics.apply(change)
        } else if let known = try ChangeRule.known(change, changes) {
            change = known
        } else {
            try topics.write(change)
        }
        logger.notice(
            "a profile was taken",
            metadata: [
                "id": "\(selection.path)", "change": "\(change.id)", "state": "\(change.state.rawValue)",
                "controls": "\(selection.controlCount)", "subject": "\(caller?.subject ?? "")",
            ])
        return IntakeAnswer(202, Self.text(selection, change, Self.warnings(sources, documents)))
    }

    static func profile(_ document: [UInt8]) throws(IntakeRefusal) -> Profile {
        do throws(DocumentError) { return try Profile(json: document) } catch {
            throw IntakeRefusal(400, error)
        }
    }

    private static func selection(
        _ profile: Profile, _ sources: ControlSources
    ) throws(IntakeRefusal) -> ProfileSelection {
        try ChangeRule.checkName(of: profile)
        do throws(ControlFileError) {
            try sources.library.check([profile])
            return try ProfileSelection(ChangeRule.id(of: profile), profile, sources.library)
        } catch {
            throw IntakeRefusal(400, error)
        }
    }

    private static func warnings(_ sources: ControlSources, _ documents: DocumentSet) -> [String] {
        guard sources.profiles.isEmpty, documents.profiles.isEmpty else { return [] }
        return ["it is the first profile, and takes the place of the standard ones of every cloud"]
    }

    private static func text(
        _ selection: ProfileSelection, _ change: ProfileChange, _ warnings: [String]
    ) -> [UInt8] {
        JSONLine.object { json in
            json.member("id", selection.path)
            json.member("state", change.state.rawValue)
            json.member("change", change.id)
            json.member("reasons", change.reasons)
            if let end = change.end {
                json.member("expires_at", end.rfc3339)
            } else {
                json.null("expires_at")
            }
            json.member("benchmark", selection.title)
            json.member("controls", selection.controlCount)
            json.objects("types", selection.types) { json, type in
                json.member("type", type.name)
                json.member("controls", type.controlCount)
            }
            json.member("warnings", selection.warnings + warnings)
        }
    }
}
