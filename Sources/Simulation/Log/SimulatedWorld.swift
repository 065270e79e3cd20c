public import CloudModel
public import DriftEngine

/// Anything that does a round of work when it is its turn.
public protocol SimulatedWorker {
    /// Does one round.
    func runOnce(now: Timestamp) -> RunReport
}

extension WorkerLoop: SimulatedWorker {}

/// Workers, a supervisor that starts them again, a feeder and a cluster, in one thread and one order that
/// follows from the seed.
public final class SimulatedWorld {
    /// A record to be fed to an input topic.
    public struct Feed: Sendable {
        let topic: String
        let partition: Int32
        let key: [UInt8]
        let value: [UInt8]

        /// One record.
        public init(topic: String, partition: Int32, key: [UInt8], value: [UInt8]) {
            self.topic = topic
            self.partition = partition
            self.key = key
            self.value = value
        }
    }

    private struct Incumbent {
        let process: SimulatedProcess
        let worker: any SimulatedWorker
        let place: Int
        var isInside = false
    }

    /// The cluster of the outputs and of the group.
    public let cluster: SimulatedCluster
    /// The cluster of the inputs; may be the same.
    private let source: SimulatedCluster
    /// How often a process was started.
    public private(set) var startCount = 0
    /// Records that were sent in transactions, committed or not.
    public private(set) var sentRecords = 0
    /// True if the workers keep no state: the group's number of a partition is its next offset.
    private let isStateless: Bool
    /// A topic on which the workers tell each other what they all read; compacted.
    private let exchange: String?
    private let faults: FaultPlan
    private let workerCount: Int
    private let makeWorker: (SimulatedProcess) -> any SimulatedWorker
    private var feeds: [Feed]
    private var fedCount = 0
    private var incumbents: [Incumbent] = []
    private var restarts: [(place: Int, due: Int64)] = []
    /// By place; a process that succeeds a living one works elsewhere.
    private var machines: [MemoryStores]
    private var generator: SeededGenerator
    private var depth = 0

    /// A world whose workers are about to start.
    public init(
        _ cluster: SimulatedCluster, inputs: SimulatedCluster? = nil, seed: UInt64, workerCount: Int,
        faults: FaultPlan, feeds: [Feed], isStateless: Bool = false,
        exchange: String? = nil,
        makeWorker: @escaping (SimulatedProcess) -> any SimulatedWorker
    ) {
        self.cluster = cluster
        source = inputs ?? cluster
        self.isStateless = isStateless
        self.exchange = exchange
        self.faults = faults
        self.workerCount = workerCount
        self.feeds = feeds
        self.makeWorker = makeWorker
        generator = SeededGenerator(seed: seed)
        machines = (0..<workerCount).map { _ in MemoryStores() }
        for place in 0..<workerCount { start(place) }
    }

    /// Runs with faults for so many rounds, then without, until everything is committed, and on for a while so
    /// that timers can fire. Returns false if that takes longer than the limit. In simulated milliseconds.
    public func run(
        faultyRounds: Int, quietLimitMilliseconds: Int64 = 30_000, settlingMilliseconds: Int64 = 1_500
    ) -> Bool {
        for _ in 0..<faultyRounds { round() }
        faults.isActive = false
        endZombies()
        let deadline = cluster.now + quietLimitMilliseconds
        while !isCaughtUp {
            if cluster.now > deadline { return false }
            round()
        }
        let settled = cluster.now + settlingMilliseconds
        while cluster.now < settled || !isCaughtUp {
            if cluster.now > settled + quietLimitMilliseconds { return false }
            round()
        }
        return true
    }

    /// True if every record was fed, and what came of it is committed and decided.
    public var isCaughtUp: Bool {
        guard fedCount == feeds.count else { return false }
        let places = Set(feeds.map { TopicPartition(topic: $0.topic, partition: $0.partition) })
        return places.allSatisfy { place in
            let end = source.end(of: place.topic, place.partition, isolation: .uncommitted)
            let next =
                isStateless
                ? cluster.committedNumber(of: place.partition)
                : cluster.committedPosition(of: place.partition).next(of: place.topic)
            return next == end
        } && cluster.isDecided && isExchanged
    }

    /// True if everybody has read what the others told. Markers take offsets too, so that the end says nothing.
    private var isExchanged: Bool {
        guard let exchange else { return true }
        return (0..<cluster.partitionCount(of: exchange)).allSatisfy { partition in
            let next = cluster.committedPosition(of: partition).next(of: exchange) ?? 0
            let records = cluster.read(exchange, partition, isolation: .committed).records
            return (records.last?.offset ?? -1) < next
        }
    }

    private func round() {
        feed()
        restartDue()
        maintain()
        let free = incumbents.indices.filter { !incumbents[$0].isInside }
        if !free.isEmpty { runOnce(generator.pick(free)) }
        advance(Int64(generator.below(20)))
    }

    private func advance(_ milliseconds: Int64) {
        cluster.advance(milliseconds: milliseconds)
        if source !== cluster { source.advance(milliseconds: milliseconds) }
    }

    private func feed() {
        let count = min(generator.below(6), feeds.count - fedCount)
        for feed in feeds[fedCount..<fedCount + count] { source.append(feed) }
        fedCount += count
    }

    /// Compacts now and then; and a supervisor may start a successor although the predecessor is alive.
    private func maintain() {
        if generator.chance(permille: 20) { cluster.compact("state") }
        if let exchange, generator.chance(permille: 20) { cluster.compact(exchange) }
        if faults.isActive && faults.drawsZombie && generator.chance(permille: 4) {
            start(generator.below(workerCount))
        }
    }

    private func runOnce(_ index: Int) {
        let incumbent = incumbents[index]
        incumbents[index].isInside = true
        let report = incumbent.worker.runOnce(now: cluster.time)
        sentRecords += report.sentRecords
        var isOver = incumbent.process.isDead
        if case .stopped = report.standing { isOver = true }
        // Others may have come and gone while this one stood still.
        guard let place = incumbents.firstIndex(where: { $0.process === incumbent.process }) else { return }
        incumbents[place].isInside = false
        if isOver { end(place) }
    }

    /// Ends a process. Its place gets another one after a while, unless it has one already.
    private func end(_ index: Int) {
        let incumbent = incumbents.remove(at: index)
        incumbent.process.crash()
        incumbent.process.machine.crash { generator.below($0) }
        if !isTaken(incumbent.place) {
            restarts.append((incumbent.place, cluster.now + Int64(generator.below(800))))
        }
        // One in two says good-bye, as a member with a fixed name does; the other has to be missed.
        if generator.chance(permille: 500) {
            cluster.group.leave(incumbent.process.memberID, at: cluster.now)
        }
    }

    private func isTaken(_ place: Int) -> Bool {
        incumbents.contains { $0.place == place } || restarts.contains { $0.place == place }
    }

    private func restartDue() {
        let due = restarts.filter { $0.due <= cluster.now }
        restarts.removeAll { $0.due <= cluster.now }
        for restart in due {
            // Now and then a disk is lost.
            if generator.chance(permille: 100) { machines[restart.place] = MemoryStores() }
            start(restart.place)
        }
    }

    private func start(_ place: Int) {
        startCount += 1
        let process = SimulatedProcess(
            cluster, transactionalID: "worker-\(place)", memberID: "\(place)-\(startCount)", faults: faults,
            machine: incumbents.contains { $0.place == place } ? MemoryStores() : machines[place])
        process.whileStalled = { [unowned self, unowned process] in live(without: process, $0) }
        incumbents.append(Incumbent(process: process, worker: makeWorker(process), place: place))
    }

    /// What happens while one process stands still: the others go on, and it may get a successor.
    private func live(without process: SimulatedProcess, _ milliseconds: Int64) {
        guard depth == 0 else { return advance(milliseconds) }
        depth += 1
        defer { depth -= 1 }
        let end = cluster.now + milliseconds
        if let place = incumbents.first(where: { $0.process === process })?.place,
            milliseconds > 300, generator.chance(permille: 500)
        {
            start(place)
        }
        while cluster.now < end { round() }
    }

    /// Of several processes in one place all but the last one end.
    private func endZombies() {
        for place in 0..<workerCount {
            let all = incumbents.indices.filter { incumbents[$0].place == place }
            for index in all.dropLast().reversed() { end(index) }
        }
    }
}
