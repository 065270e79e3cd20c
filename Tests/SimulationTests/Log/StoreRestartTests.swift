import CloudModel
import DriftEngine
import Simulation
import Testing

/// What a worker does with the stores that its predecessor left on the machine.
@Suite struct StoreRestartTests {
    typealias Loop = NamedFaultTests.Loop

    private let cluster = NamedFaultTests.filledCluster()
    private let machine = MemoryStores()
    private var memberCount = 0

    private mutating func start(_ script: [(point: CallPoint, skipping: Int, fault: Fault)] = []) -> Loop {
        memberCount += 1
        return NamedFaultTests.loop(
            SimulatedProcess(
                cluster, transactionalID: "worker", memberID: "\(memberCount)",
                faults: FaultPlan(script: script), machine: machine))
    }

    /// Works until all is done; returns how many state records were read back and what went wrong.
    private func finish(_ loop: Loop) -> (restored: Int, reports: [RunReport]) {
        let reports = NamedFaultTests.finish(loop, on: cluster)
        return (reports.map(\.restoredRecords).reduce(0, +), reports)
    }

    @Test mutating func `a restart with its store reads nothing of the state topic`() {
        _ = finish(start())
        let (restored, reports) = finish(start())
        #expect(restored == 0)
        #expect(reports.flatMap(\.startedPartitions).sorted() == [0, 1, 2, 3])
        NamedFaultTests.expectExactlyOnce(cluster)
    }

    @Test mutating func `a crash that takes the store's last batches is made up for from the state topic`() {
        _ = finish(start())
        machine.crash { $0 / 2 }
        let (restored, _) = finish(start())
        let all = (0..<4 as Range<Int32>).flatMap {
            cluster.read("state", $0, isolation: .committed).records
        }
        #expect(restored > 0 && restored < all.count, "\(restored) of \(all.count)")
        NamedFaultTests.expectExactlyOnce(cluster)
    }

    @Test mutating func `a store that was not written to for long is built anew if the topic has gone on`() {
        _ = finish(start())
        machine.crash { $0 / 2 }
        cluster.advance(milliseconds: 4 * 24 * 3_600 * 1_000)
        _ = finish(start())
        #expect(machine.setAsideCount == 4)
        // Now the stores have what the topic has, however old they become.
        cluster.advance(milliseconds: 40 * 24 * 3_600 * 1_000)
        let (restored, _) = finish(start())
        #expect(restored == 0 && machine.setAsideCount == 4)
    }

    @Test mutating func `a store that is ahead of the state topic is set aside`() throws {
        let store = try machine.open(2)
        try store.write(
            [StateRecord(key: [114], value: [1])], StorePlace(next: 90_000, commit: 3, time: cluster.time))
        _ = finish(start())
        #expect(machine.setAsideCount == 1)
        NamedFaultTests.expectExactlyOnce(cluster)
    }

    @Test(arguments: StoreFailure.Recovery.allCases)
    mutating func `a disk that takes no batch costs a restore and loses nothing`(
        recovery: StoreFailure.Recovery
    ) {
        let fault = Fault.failBefore(recovery == .retriable ? .retriable : .fatal)
        let (_, reports) = finish(start([(point: .writeStore, skipping: 3, fault: fault)]))
        let starts = reports.flatMap(\.startedPartitions)
        #expect(starts.count == 5)
        #expect(machine.setAsideCount == (recovery == .renew ? 1 : 0))
        NamedFaultTests.expectExactlyOnce(cluster)
    }
}

/// What a worker does with the engine of a partition that goes away and comes back.
@Suite struct ParkedEngineTests {
    private let cluster = NamedFaultTests.filledCluster()

    private func process(_ name: String) -> SimulatedProcess {
        SimulatedProcess(cluster, transactionalID: name, memberID: name, faults: FaultPlan(script: []))
    }

    /// Lets the loop take part until a partition has left it or come back.
    private func run(_ loop: NamedFaultTests.Loop, rounds: Int = 60) -> [RunReport] {
        (0..<rounds).map { _ in
            defer { cluster.advance(milliseconds: 10) }
            return loop.runOnce(now: cluster.time)
        }
    }

    @Test func `an engine goes on when its partition comes back untouched`() throws {
        let loop = NamedFaultTests.loop(process("a"))
        NamedFaultTests.finish(loop, on: cluster)
        let visitor = SimulatedInputLog(process("b"), topics: Scenario.inputTopics)
        _ = try visitor.serveGroup()
        let left = run(loop)
        #expect(!left.flatMap(\.lostPartitions).isEmpty)
        cluster.advance(milliseconds: 700)
        let back = run(loop)
        #expect(Set(back.flatMap(\.resumedPartitions)).isSuperset(of: left.flatMap(\.lostPartitions)))
        #expect(back.map(\.restoredRecords).reduce(0, +) == 0)
        #expect(loop.runningPartitions == [0, 1, 2, 3])
        NamedFaultTests.expectExactlyOnce(cluster)
    }

    @Test func `an engine is dropped if somebody else has committed for its partition`() throws {
        let loop = NamedFaultTests.loop(process("a"))
        NamedFaultTests.finish(loop, on: cluster)
        let other = NamedFaultTests.loop(process("b"))
        var taken: Set<Int32> = []
        for round in 0..<120 {
            if round > 60 {
                for partition in 0..<4 as Range<Int32> {
                    cluster.append("cloudtrail", partition, key: [], value: Array("late 1".utf8))
                }
            }
            _ = other.runOnce(now: cluster.time)
            taken.formUnion(loop.runOnce(now: cluster.time).lostPartitions)
            cluster.advance(milliseconds: 10)
        }
        taken.formIntersection(other.runningPartitions)
        #expect(!taken.isEmpty)
        // The other one falls silent, and the group gives everything back.
        cluster.advance(milliseconds: 700)
        let back = run(loop)
        #expect(loop.runningPartitions == [0, 1, 2, 3])
        #expect(Set(back.flatMap(\.resumedPartitions)).isDisjoint(with: taken))
        #expect(taken.isSubset(of: back.flatMap(\.startedPartitions)))
    }
}
