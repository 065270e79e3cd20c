import CloudModel
import DriftEngine
import LogContract
import Simulation
import Testing
import WireFormats

/// The simulated log, as the contract asks for it.
final class SimulatedLogUnderTest: LogUnderTest {
    let inputTopic = "cloudtrail"
    private let cluster: SimulatedCluster
    private var clientCount = 0

    init() {
        var limits = ClusterLimits()
        limits.transactionMilliseconds = 60_000
        cluster = SimulatedCluster(seed: 3, partitionCount: 1, limits: limits)
        for topic in ["cloudtrail", "state", "findings"] { cluster.makeTopic(topic, partitionCount: 1) }
    }

    func makeClient(
        _ name: String
    ) -> LogClient<SimulatedInputLog, SimulatedOutputTransaction, SimulatedStateLog> {
        clientCount += 1
        let process = SimulatedProcess(
            cluster, transactionalID: name, memberID: "\(clientCount)", faults: FaultPlan(script: []))
        let inputs = SimulatedInputLog(process, topics: [inputTopic])
        return LogClient(
            inputs: inputs, outputs: SimulatedOutputTransaction(process, committingFor: inputs),
            states: SimulatedStateLog(process))
    }

    func feed(_ value: [UInt8]) {
        cluster.append(inputTopic, 0, key: value, value: value)
    }

    func values(on topic: OutputTopic, isCommitted: Bool) -> [[UInt8]] {
        cluster.advance(milliseconds: 100)
        return cluster.read(topic.rawValue, 0, isolation: isCommitted ? .committed : .uncommitted)
            .records.compactMap(\.value)
    }

    func pause() {
        cluster.advance(milliseconds: 10)
    }
}

@Suite struct LogContractTests {
    @Test(arguments: ContractClause.allCases)
    func `the simulated log keeps the contract`(clause: ContractClause) {
        let violation = clause.violation(on: SimulatedLogUnderTest())
        #expect(violation == nil)
    }
}
