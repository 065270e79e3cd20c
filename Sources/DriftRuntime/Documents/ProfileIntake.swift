internal import CloudModel
internal import Controls
internal import DriftEngine
internal import KafkaLog
public import Logging
internal import Synchronization

/// Takes profiles that people send, one at a time: checks each against the controls and against what is in force, and writes
/// it to the topic `profiles`, where every worker finds it.
public final class ProfileIntake: Sendable {
    /// What is answered: an HTTP status and a JSON document.
    public struct Answer: Sendable {
        /// 202, or why not.
        public let status: Int
        /// One object: what is selected, or `error`.
        public let body: [UInt8]
    }

    private let settings: RunSettings
    private let logger: Logger
    private let turn = Mutex(())

    private static let flushMilliseconds = 15_000

    /// For the topics and files of these settings.
    public init(_ settings: RunSettings, logger: Logger) {
        self.settings = settings
        self.logger = logger
    }

    /// Takes one document. Blocks until it is acknowledged by the brokers, or refused.
    public func take(_ document: [UInt8]) -> Answer {
        turn.withLock { _ in
            do throws(Refusal) {
                return try accept(document)
            } catch {
                logger.warning(
                    "a profile was refused",
                    metadata: ["status": "\(error.status)", "reason": "\(error.field): \(error.message)"])
                return error.answer
            }
        }
    }

    private func accept(_ document: [UInt8]) throws(Refusal) -> Answer {
        let profile: Profile
        do throws(DocumentError) { profile = try Profile(json: document) } catch { throw Refusal(400, error) }
        let sources: ControlSources
        do throws(RuntimeFailure) {
            sources = try ControlSources(settings.controls)
        } catch {
            throw Refusal(500, message: error.description)
        }
        let selection: ProfileSelection
        do throws(ControlFileError) {
            try sources.library.check([profile])
            selection = try ProfileSelection(Self.id(of: profile), profile, sources.library)
        } catch {
            throw Refusal(400, error)
        }
        let documents: DocumentSet
        do throws(LogFailure) {
            documents = try read(sources)
        } catch {
            throw Refusal(503, message: error.reason)
        }
        try Self.judge(profile, sources, documents)
        do throws(KafkaError) {
            try write(document, under: selection.path)
        } catch {
            throw Refusal(503, message: error.description)
        }
        logger.notice(
            "a profile was taken",
            metadata: ["id": "\(selection.path)", "controls": "\(selection.controlCount)"])
        return Answer(status: 202, body: Self.text(selection, Self.warnings(sources, documents)))
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
    ) throws(Refusal) {
        let id = id(of: profile)
        let former = documents.profiles.first { $0.key == id }?.value
        if former == nil, documents.lacksProfile(id) {
            throw Refusal(
                403,
                DocumentError(
                    field: "name",
                    message: "The topic has only a refused document of \(id), not the one that is in force: "
                        + "whether this one checks less cannot be told.",
                    hint: "have it reviewed, and give it as a file under controls.profiles"))
        }
        let others = documents.profiles.filter { $0.key != id }.map(\.value)
        let fields = former.map { profile.narrowing(of: $0) } ?? (profile.isAutomated ? [automation] : [])
        if let first = fields.first {
            throw Refusal(
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
            throw Refusal(409, error)
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

    /// Why a document is not taken.
    struct Refusal: Error {
        let status: Int
        let field: String
        let message: String
        let hint: String

        init(_ status: Int, _ error: DocumentError) {
            self.status = status
            (field, message, hint) = (error.field, error.message, error.hint)
        }

        init(_ status: Int, _ error: ControlFileError) { self.init(status, DocumentError(error)) }

        init(_ status: Int, message: String) {
            self.status = status
            (field, self.message, hint) = ("", message, "")
        }

        var answer: Answer {
            Answer(
                status: status,
                body: JSONLine.object { json in
                    json.object("error") { json in
                        json.member("field", field)
                        json.member("message", message)
                        json.member("hint", hint)
                    }
                })
        }
    }
}
