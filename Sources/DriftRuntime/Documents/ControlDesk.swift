internal import Controls
internal import DriftEngine
internal import KafkaLog
internal import Logging

/// Which controls the worker's engines evaluate: those of the files and of the documents on the topics, as far as read.
final class ControlDesk {
    /// The controls in force.
    private(set) var catalog: ControlCatalog
    private let sources: ControlSources
    private var documents: DocumentSet
    private let logger: Logger
    private var lastLook = ContinuousClock.now

    private static let interval = Duration.seconds(1)

    /// The controls of the files alone.
    init(_ sources: ControlSources, logger: Logger) throws(RuntimeFailure) {
        self.sources = sources
        self.logger = logger
        documents = DocumentSet(sources)
        do throws(ControlFileError) {
            catalog = try sources.catalog(with: documents)
        } catch {
            throw .usage(error.description)
        }
    }

    /// Reads the topics whole, from where it had come before.
    func open(_ log: DocumentLog, seconds: Int, isStopRequested: () -> Bool) throws(LogFailure) {
        try log.readToEnd(into: &documents, seconds: seconds, isStopRequested: isStopRequested)
        compile()
        logger.info(
            "profiles and suppressions were read",
            metadata: [
                "profiles": "\(documents.profiles.count)", "suppressions": "\(documents.suppressions.count)",
                "refused": "\(documents.stand.faults.count)",
            ])
    }

    /// Looks for new documents, once a second. Returns true if there are any.
    func look(_ log: DocumentLog) throws(LogFailure) -> Bool {
        guard ContinuousClock.now - lastLook >= Self.interval else { return false }
        lastLook = .now
        guard try log.read(into: &documents) else { return false }
        compile()
        return true
    }

    /// Takes documents out of a partition's state that the topics have lost. Returns true if that changes anything.
    func takeBack(_ lost: [KeptDocument]) -> Bool {
        guard !lost.isEmpty, documents.takeBack(lost) else { return false }
        logger.notice(
            "documents that the topics have lost were taken from the state",
            metadata: ["documents": "\(lost.map { "\($0.topic) \($0.key)" }.joined(separator: ", "))"])
        compile()
        return true
    }

    /// What engines of a partition are told: the faults are told of by one of them.
    func stand(for partition: Int32) -> DocumentStand {
        var stand = documents.stand
        if partition != 0 { stand.faults = [] }
        return stand
    }

    private func compile() {
        do throws(ControlFileError) {
            catalog = try sources.catalog(with: documents)
            logger.info("controls in force", metadata: ["controls": "\(catalog.controls.count)"])
        } catch {
            logger.error(
                "profiles and suppressions do not go together; the last ones stay in force",
                metadata: ["reason": "\(error.description)"])
        }
    }
}
