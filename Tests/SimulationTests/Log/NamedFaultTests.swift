import CloudModel
import DriftEngine
import Simulation
import Testing
import WireFormats

/// One fault each, placed by hand.
@Suite struct NamedFaultTests {
    static let scenario = Scenario(seed: 6, records: 60)
    typealias Loop = WorkerLoop<
        CountingEngine, SimulatedInputLog, SimulatedOutputTransaction, SimulatedStateLog, SimulatedStores
    >

    /// A cluster with all of the scenario's records in it.
    static func filledCluster() -> SimulatedCluster {
        let cluster = scenario.makeCluster()
        for feed in scenario.feeds { cluster.append(feed) }
        return cluster
    }

    static func loop(_ process: SimulatedProcess) -> Loop {
        let inputs = SimulatedInputLog(process, topics: Scenario.inputTopics)
        var settings = LoopSettings()
        settings.batch.records = 5
        return WorkerLoop(
            inputs: inputs, outputs: SimulatedOutputTransaction(process, committingFor: inputs),
            states: SimulatedStateLog(process), stores: SimulatedStores(process), settings: settings
        ) { _ in CountingEngine() }
    }

    /// Runs until everything is committed. Returns the reports.
    @discardableResult
    static func finish(_ loop: Loop, on cluster: SimulatedCluster) -> [RunReport] {
        var reports: [RunReport] = []
        for _ in 0..<2_000 {
            reports.append(loop.runOnce(now: cluster.time))
            cluster.advance(milliseconds: 10)
            if reports.count > 100 && reports.suffix(80).allSatisfy(\.isIdle) { break }
        }
        return reports
    }

    static func expectExactlyOnce(_ cluster: SimulatedCluster) {
        cluster.advance(milliseconds: 5_000)
        let difference = difference(Scenario.outputs(of: cluster), from: scenario.expected)
        #expect(difference == nil)
    }

    static let transactionPoints: [CallPoint] = [.begin, .send, .sendNumbers, .commit]

    @Test(arguments: transactionPoints, [true, false])
    func `a zombie that wakes after its successor has done its work changes nothing`(
        point: CallPoint, hasSameID: Bool
    ) {
        let cluster = Self.filledCluster()
        let faults = FaultPlan(script: [(point: point, skipping: 4, fault: .stall(milliseconds: 1))])
        let old = SimulatedProcess(cluster, transactionalID: "worker", memberID: "1", faults: faults)
        let new = SimulatedProcess(
            cluster, transactionalID: hasSameID ? "worker" : "other", memberID: "2",
            faults: FaultPlan(script: []))
        let successor = Self.loop(new)
        old.whileStalled = { _ in Self.finish(successor, on: cluster) }
        let zombie = Self.loop(old)
        var failures: [LogFailure] = []
        for _ in 0..<200 where failures.isEmpty || !faults.isScriptDone {
            if case .waiting(let failure) = zombie.runOnce(now: cluster.time).standing {
                failures.append(failure)
            }
            cluster.advance(milliseconds: 10)
        }
        #expect(faults.isScriptDone)
        // A transaction that is open for too long while its process sleeps is fenced as well.
        let reasons = failures.map(\.reason)
        #expect(
            reasons.contains { $0.contains("fenced") || (!hasSameID && $0.contains("illegal generation")) },
            "\(reasons)")
        Self.expectExactlyOnce(cluster)
        old.crash()
        Self.finish(successor, on: cluster)
        Self.expectExactlyOnce(cluster)
    }

    @Test func `a transaction that took too long is fenced, and its engines are restored`() {
        let cluster = Self.filledCluster()
        let faults = FaultPlan(script: [(point: .commit, skipping: 2, fault: .stall(milliseconds: 5_000))])
        let process = SimulatedProcess(cluster, transactionalID: "worker", memberID: "1", faults: faults)
        process.whileStalled = { milliseconds in
            // The group hears of the member meanwhile, as of one with a thread for it.
            for _ in 0..<milliseconds / 100 {
                cluster.advance(milliseconds: 100)
                cluster.keepAlive("1")
            }
        }
        let reports = Self.finish(Self.loop(process), on: cluster)
        #expect(faults.isScriptDone)
        #expect(reports.contains { $0.droppedEngines })
        #expect(reports.allSatisfy { $0.lostPartitions.isEmpty })
        Self.expectExactlyOnce(cluster)
    }

    @Test(arguments: Self.transactionPoints)
    func `an aborted batch is sent again, and no engine is restored`(point: CallPoint) {
        let cluster = Self.filledCluster()
        let recovery: LogFailure.Recovery = point == .begin ? .retriable : .abortable
        let faults = FaultPlan(
            script: (0..<3).map { _ in (point: point, skipping: 1, fault: .failBefore(recovery)) })
        let process = SimulatedProcess(cluster, transactionalID: "worker", memberID: "1", faults: faults)
        let reports = Self.finish(Self.loop(process), on: cluster)
        #expect(faults.isScriptDone)
        #expect(reports.map(\.aborts).reduce(0, +) == (point == .begin ? 0 : 3))
        #expect(!reports.contains { $0.droppedEngines })
        #expect(reports.flatMap(\.startedPartitions).sorted() == [0, 1, 2, 3])
        Self.expectExactlyOnce(cluster)
    }

    static let crashes: [Fault] = [.crashBefore, .crashAfter]

    @Test(arguments: [CallPoint.committedNumber, .beginState, .readState, .start], crashes)
    func `a crash while state is read back does no harm`(point: CallPoint, crash: Fault) {
        let scenario = Self.scenario
        let faults = FaultPlan(
            script: [
                (point: .send, skipping: 6, fault: .crashAfter), (point: point, skipping: 1, fault: crash),
                (point: point, skipping: 0, fault: crash), (point: .commit, skipping: 0, fault: .crashAfter),
            ])
        let failure = scenario.failure(in: scenario.makeWorld(faults), faultyRounds: 1_000)
        #expect(failure == nil)
        #expect(faults.isScriptDone, "\(faults.counts)")
    }

    @Test(arguments: CallPoint.allCases, crashes)
    func `a crash at any step of a batch does no harm`(point: CallPoint, crash: Fault) {
        for skipping in Self.skips(before: point) {
            // These two are called only after something else has failed.
            let isSecond = point == .abort || point == .serveGroup
            let script: [(point: CallPoint, skipping: Int, fault: Fault)] =
                isSecond
                ? [
                    (point: .send, skipping: skipping, fault: .failBefore(.abortable)),
                    (point: point, skipping: 0, fault: crash),
                ]
                : Array(repeating: (point: point, skipping: skipping, fault: crash), count: 2)
            let faults = FaultPlan(script: script)
            let failure = Self.scenario.failure(in: Self.scenario.makeWorld(faults), faultyRounds: 1_000)
            #expect(failure == nil, "\(skipping)")
            #expect(faults.isScriptDone, "\(skipping)")
        }
    }

    @Test func `a state topic that has lost its records stops its partition and says so`() {
        let cluster = Self.filledCluster()
        Self.finish(
            Self.loop(
                SimulatedProcess(
                    cluster, transactionalID: "worker", memberID: "1", faults: FaultPlan(script: []))),
            on: cluster)
        cluster.makeTopic("state", partitionCount: Scenario.partitionCount)
        let process = SimulatedProcess(
            cluster, transactionalID: "worker", memberID: "2", faults: FaultPlan(script: []))
        let loop = Self.loop(process)
        let standings = (0..<300).map { _ in
            cluster.advance(milliseconds: 10)
            return loop.runOnce(now: cluster.time).standing
        }
        let partition = Scenario.partitionCount - 1
        let reason = "the state of partition \(partition) is behind what was committed"
        #expect(standings.last == .waiting(LogFailure(.retriable, reason)))
        #expect(loop.runningPartitions.isEmpty)
        Self.expectExactlyOnce(cluster)
    }

    /// How many calls of a kind go well first; a process makes few of some.
    static func skips(before point: CallPoint) -> [Int] {
        switch point {
        case .open: [0]
        case .committedNumber, .beginState, .readState, .start, .openStore, .readStore: [0, 1, 3]
        case .poll, .serveGroup, .begin, .send, .sendNumbers, .commit, .abort, .writeStore:
            [0, 1, 2, 3, 5, 8]
        }
    }

    @Test func `positions alone are committed at most once a second, and when a partition leaves`() {
        let cluster = Self.scenario.makeCluster()
        let process = SimulatedProcess(
            cluster, transactionalID: "worker", memberID: "1", faults: FaultPlan(script: []))
        let inputs = SimulatedInputLog(process, topics: Scenario.inputTopics)
        let loop = WorkerLoop(
            inputs: inputs, outputs: SimulatedOutputTransaction(process, committingFor: inputs),
            states: SimulatedStateLog(process), stores: SimulatedStores(process)
        ) { _ in SilentEngine() }
        var commits = 0
        for _ in 0..<500 {
            cluster.append("cloudtrail", 0, key: [], value: [1])
            commits += loop.runOnce(now: cluster.time).commits
            cluster.advance(milliseconds: 10)
        }
        #expect(commits == 5)
        let next = cluster.committedPosition(of: 0).next(of: "cloudtrail") ?? 0
        #expect((390..<500).contains(next))
        // Another member makes the group take the partitions away.
        let other = SimulatedInputLog(
            SimulatedProcess(
                cluster, transactionalID: "other", memberID: "2", faults: FaultPlan(script: [])),
            topics: Scenario.inputTopics)
        _ = try? other.serveGroup()
        #expect(loop.runOnce(now: cluster.time).commits == 1)
        cluster.advance(milliseconds: 100)
        #expect(cluster.committedPosition(of: 0).next(of: "cloudtrail") == 500)
        #expect(cluster.committedNumber(of: 0) == 6)
    }
}

/// An engine that never has anything to say or to remember.
struct SilentEngine: StepEngine {
    mutating func step(
        _ bytes: Span<UInt8>, at position: RecordPosition, recordTime: Timestamp?,
        into outputs: inout [OutputRecord]
    ) {}
    mutating func tick(_ now: Timestamp, into outputs: inout [OutputRecord]) {}
    mutating func drain(into outputs: inout [OutputRecord]) -> [StateRecord] { [] }
    mutating func restore(_ record: StateRecord) throws(RestoreFailure) {}
    mutating func finishRestoring(at time: Timestamp) {}
}
