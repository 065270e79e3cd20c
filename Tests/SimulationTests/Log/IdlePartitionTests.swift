import CloudModel
import DriftEngine
import Simulation
import Testing
import WireFormats

/// Time alone makes outputs: on partitions without records, and for what fell due while nobody ran.
@Suite struct IdlePartitionTests {
    private let cluster: SimulatedCluster

    init() {
        cluster = SimulatedCluster(seed: 1, partitionCount: 1)
        for topic in ["cloudtrail", "state", "findings", "tickets", "alerts"] {
            cluster.makeTopic(topic, partitionCount: 1)
        }
    }

    private func makeWorker(_ name: String) -> (SimulatedProcess, any SimulatedWorker) {
        let process = SimulatedProcess(
            cluster, transactionalID: "worker", memberID: name, faults: FaultPlan(script: []))
        let inputs = SimulatedInputLog(process, topics: ["cloudtrail"])
        let loop = WorkerLoop(
            inputs: inputs, outputs: SimulatedOutputTransaction(process, committingFor: inputs),
            states: SimulatedStateLog(process), stores: TransientStores()
        ) { _ in CountingEngine() }
        return (process, loop)
    }

    private func tickets() -> [String] {
        cluster.read("tickets", 0, isolation: .committed).records.map { Scenario.text($0.value ?? []) }
    }

    private func run(_ worker: any SimulatedWorker, rounds: Int) {
        for _ in 0..<rounds {
            _ = worker.runOnce(now: cluster.time)
            cluster.advance(milliseconds: 10)
        }
    }

    /// The seventh record of a key starts a timer of 400 ms.
    private func startTimer() {
        for number in 0..<7 { cluster.append("cloudtrail", 0, key: [1], value: Array("k \(number)".utf8)) }
    }

    @Test func `a partition without records ticks, and what is due is committed`() {
        let (_, worker) = makeWorker("a")
        startTimer()
        run(worker, rounds: 30)
        #expect(tickets().isEmpty)
        cluster.advance(milliseconds: 400)
        run(worker, rounds: 10)
        #expect(tickets().count == 1)
    }

    @Test func `what fell due while nobody ran happens at once on restart, and once`() {
        let (process, worker) = makeWorker("a")
        startTimer()
        run(worker, rounds: 30)
        process.crash()
        cluster.advance(milliseconds: 3_600_000)
        #expect(tickets().isEmpty)
        for name in ["b", "c"] {
            let (process, worker) = makeWorker(name)
            run(worker, rounds: 60)
            #expect(tickets().count == 1)
            process.crash()
            cluster.advance(milliseconds: 60_000)
        }
    }
}
