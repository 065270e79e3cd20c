internal import CloudModel
internal import Controls
internal import DriftEngine
internal import KafkaLog
public import Logging
internal import Synchronization

/// Takes profiles that people send, one at a time: checks each against the controls and against what is in force, and writes
/// it to the topic `profiles`, where every worker finds it.
public final class ProfileIntake: Sendable {
    private let settings: RunSettings
    private let logger: Logger
    private let turn = Mutex(())

    private static let flushMilliseconds = 15_000

    /// For the topics and files of these settings.
    public init(_ settings: RunSettings, logger: Logger) {
        self.settings = settings
        self.logger = logger
    }

    /// Takes one document, from whom if that is known. Blocks until it is acknowledged by the brokers, or refused.
    public func take(_ document: [UInt8], from caller: Caller? = nil) -> IntakeAnswer {
        turn.withLock { _ in
            do throws(IntakeRefusal) {
                return try accept(document, from: caller)
            } catch {
                logger.warning(
                    "a profile was refused",
                    metadata: [
                        "status": "\(error.status)", "reason": "\(error.field): \(error.message)",
                        "subject": "\(caller?.subject ?? "")",
                    ])
                return error.answer
            }
        }
    }

    private func accept(_ document: [UInt8], from caller: Caller?) throws(IntakeRefusal) -> IntakeAnswer {
        let profile: Profile
        do throws(DocumentError) { profile = try Profile(json: document) } catch {
            throw IntakeRefusal(400, error)
        }
        let sources: ControlSources
        do throws(RuntimeFailure) {
            sources = try ControlSources(settings.controls)
        } catch {
            throw IntakeRefusal(500, message: error.description)
        }
        let selection: ProfileSelection
        do throws(ControlFileError) {
            try sources.library.check([profile])
            selection = try ProfileSelection(Self.id(of: profile), profile, sources.library)
        } catch {
            throw IntakeRefusal(400, error)
        }
        let documents: DocumentSet
        do throws(LogFailure) {
            documents = try read(sources)
        } catch {
            throw IntakeRefusal(503, message: error.reason)
        }
        try Self.judge(profile, sources, documents)
        do throws(KafkaError) {
            try write(document, under: selection.path)
        } catch {
            throw IntakeRefusal(503, message: error.description)
        }
        logger.notice(
            "a profile was taken",
            metadata: [
                "id": "\(selection.path)", "controls": "\(selection.controlCount)",
                "subject": "\(caller?.subject ?? "")",
            ])
        return IntakeAnswer(202, Self.text(selection, Self.warnings(sources, documents)))
    }

    /// The key of its record: its name, else the cloud and version, so that one without a name takes the place of the last.
    static func id(of profile: Profile) -> String {
        if !profile.name.isEmpty { return profile.name }
        return "\(profile.provider.rawValue)-\(profile.version ?? "newest")"
    }

    private func read(_ sources: ControlSources) throws(LogFailure) -> DocumentSet {
        let log = try DocumentLog(
            settings.kafka, group: settings.group, settings.topics, logger: logger)
        defer { log.close() }
        var documents = DocumentSet(sources)
        try log.readToEnd(
            into: &documents, seconds: settings.startSeconds, isStopRequested: { StopSignal.isRequested })
        if StopSignal.isRequested { throw LogFailure(.retriable, "the process stops") }
        return documents
    }

    /// Refuses what contradicts what is in force, and what needs a second person, whom nobody can show here.
    static func judge(
        _ profile: Profile, _ sources: ControlSources, _ documents: DocumentSet
    ) throws(IntakeRefusal) {
        let id = id(of: profile)
        let former = documents.profiles.first { $0.key == id }?.value
        let others = documents.profiles.filter { $0.key != id }.map(\.value)
        let fields = former.map { profile.narrowing(of: $0) } ?? (profile.isAutomated ? [automation] : [])
        if let first = fields.first {
            throw IntakeRefusal(
                403,
                DocumentError(
                    field: first,
                    message: "A change that may check less or repair unattended needs a second person: "
                        + fields.joined(separator: ", ") + ".",
                    hint: "have it reviewed, and give it as a file under controls.profiles"))
        }
        do throws(ControlFileError) {
            try sources.library.check(sources.profiles + others + [profile])
        } catch {
            throw IntakeRefusal(409, error)
        }
    }

    private static let automation = "auto_remediation_enabled"

    private func write(_ document: [UInt8], under id: String) throws(KafkaError) {
        let producer = try Producer(settings.kafka)
        try producer.produce(
            ProducerRecord(topic: settings.topics.name("profiles"), key: Array(id.utf8), value: document))
        try producer.flush(timeoutMilliseconds: Self.flushMilliseconds)
    }

    private static func warnings(_ sources: ControlSources, _ documents: DocumentSet) -> [String] {
        guard sources.profiles.isEmpty, documents.profiles.isEmpty else { return [] }
        return ["it is the first profile, and takes the place of the standard ones of every cloud"]
    }

    private static func text(_ selection: ProfileSelection, _ warnings: [String]) -> [UInt8] {
        JSONLine.object { json in
            json.member("id", selection.path)
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
