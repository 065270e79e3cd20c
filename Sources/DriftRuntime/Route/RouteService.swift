internal import Foundation
public import Logging
internal import Synchronization
public import Telemetry
internal import WireFormats

/// What `plumbline route` does: a worker on a thread of its own for each raw topic.
public struct RouteService: Sendable {
    private let settings: RunSettings
    private let logger: Logger
    private let board: StatusBoard?
    private let isStopRequested: @Sendable () -> Bool

    /// The service of these settings, which tells on the board how it stands. `isStopRequested` is asked after every batch, on all threads.
    public init(
        settings: RunSettings, logger: Logger, board: StatusBoard? = nil,
        isStopRequested: @escaping @Sendable () -> Bool
    ) {
        self.settings = settings
        self.logger = logger
        self.board = board
        self.isStopRequested = isStopRequested
    }

    /// Works until a stop is requested, or until one of the workers cannot go on.
    ///
    /// - Throws: why it cannot work, or not any more.
    public func run() throws(RuntimeFailure) {
        try checkSources()
        do throws(RuntimeFailure) {
            try checkTopics()
        } catch {
            if isStopRequested() { return logger.info("stopped before the brokers answered") }
            throw error
        }
        logger.info(
            "started", metadata: ["brokers": "\(settings.brokers)", "sources": "\(settings.route.sources)"])
        if let failure = work() { throw failure }
    }

    private func checkTopics() throws(RuntimeFailure) {
        let topics = settings.topics
        let letters = topics.name(of: OutputTopic.deadLetters)
        let outputs = OutputTopic.ofRoute.map { topics.name(of: $0) }.filter { $0 != letters }
        try ClusterCheck(settings, isStopRequested: isStopRequested).requireTopics(
            topics, spread: outputs, others: settings.route.sources + [letters])
    }

    private func checkSources() throws(RuntimeFailure) {
        let sources = settings.route.sources
        guard !sources.isEmpty else {
            throw .usage("route.sources: it is missing; it names the raw topics that are to be split")
        }
        // What goes in circles never ends.
        let own = Set(TopicLayout.all(settings.topics).map { settings.topics.name($0.base) })
        if let own = sources.first(where: own.contains) {
            throw .usage("route.sources: \(own) is a topic that route or the detector writes")
        }
        guard Set(sources).count == sources.count else {
            throw .usage("route.sources: a topic is named twice")
        }
    }

    /// Runs all workers to their end; returns the first failure. One that fails stops the others.
    private func work() -> RuntimeFailure? {
        let outcome = RouteOutcome()
        let board = RouteBoard(board, sourceCount: settings.route.sources.count)
        let threads = settings.route.sources.map { source in
            let worker = RouteWorker(settings, source: source, logger: logger, board: board) {
                isStopRequested() || outcome.hasFailed
            }
            let thread = Thread {
                do throws(RuntimeFailure) { try worker.run() } catch { outcome.note(error) }
                outcome.end()
            }
            thread.name = "route-\(source)"
            return thread
        }
        for thread in threads { thread.start() }
        outcome.waitForEnd(of: threads.count)
        return outcome.failure
    }
}

/// What became of the workers.
private final class RouteOutcome: Sendable {
    private let first = Mutex<RuntimeFailure?>(nil)
    private let ends = DispatchSemaphore(value: 0)

    var failure: RuntimeFailure? { first.withLock { $0 } }
    var hasFailed: Bool { failure != nil }

    func note(_ failure: RuntimeFailure) { first.withLock { $0 = $0 ?? failure } }

    func end() { ends.signal() }

    func waitForEnd(of count: Int) { for _ in 0..<count { ends.wait() } }
}
