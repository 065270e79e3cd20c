import CloudModel
import DriftEngine
import Simulation
import Testing
import WireFormats

/// The simulated log is as unforgiving as the real one.
@Suite struct TransactionModelTests {
    static let patient: ClusterLimits = {
        var limits = ClusterLimits()
        limits.transactionMilliseconds = 60_000
        limits.sessionMilliseconds = 60_000
        return limits
    }()

    struct Client {
        let inputs: SimulatedInputLog
        let outputs: SimulatedOutputTransaction
        let states: SimulatedStateLog

        init(_ cluster: SimulatedCluster, _ name: String, member: String) {
            let process = SimulatedProcess(
                cluster, transactionalID: name, memberID: member, faults: FaultPlan(script: []))
            inputs = SimulatedInputLog(process, topics: ["cloudtrail"])
            outputs = SimulatedOutputTransaction(process, committingFor: inputs)
            states = SimulatedStateLog(process)
        }

        /// Becomes a member and takes what the group gives.
        func join() throws {
            _ = try inputs.serveGroup()
            _ = try inputs.serveGroup()
        }
    }

    static func cluster(_ limits: ClusterLimits = patient) -> SimulatedCluster {
        let cluster = SimulatedCluster(seed: 1, partitionCount: 1, limits: limits)
        for topic in ["cloudtrail", "state", "findings"] { cluster.makeTopic(topic, partitionCount: 1) }
        return cluster
    }

    static func record(_ topic: OutputTopic, _ value: UInt8) -> OutputRecord {
        OutputRecord(topic: topic, key: [value], value: [value], headers: [])
    }

    static func values(_ cluster: SimulatedCluster, _ isolation: Isolation) -> [UInt8] {
        cluster.read("findings", 0, isolation: isolation).records.compactMap { $0.value?.first }
    }

    @Test func `an open transaction holds committed readers back, also from later records`() throws {
        let cluster = Self.cluster()
        let slow = Client(cluster, "slow", member: "1")
        let quick = Client(cluster, "quick", member: "2")
        for client in [slow, quick] {
            try client.outputs.open()
            try client.outputs.begin()
        }
        try slow.outputs.send(Self.record(.findings, 1), to: nil)
        try quick.outputs.send(Self.record(.findings, 2), to: nil)
        try quick.outputs.commit()
        cluster.advance(milliseconds: 100)
        #expect(Self.values(cluster, .committed) == [])
        #expect(Self.values(cluster, .uncommitted) == [1, 2])
        try slow.outputs.abort()
        #expect(Self.values(cluster, .committed) == [])
        cluster.advance(milliseconds: 100)
        #expect(Self.values(cluster, .committed) == [2])
    }

    @Test func `what is committed shows only once its marker is written, and takes an offset`() throws {
        let cluster = Self.cluster()
        let client = Client(cluster, "a", member: "1")
        try client.outputs.open()
        try client.outputs.begin()
        try client.outputs.send(Self.record(.findings, 1), to: nil)
        try client.outputs.commit()
        #expect(cluster.end(of: "findings", 0, isolation: .committed) == 0)
        cluster.advance(milliseconds: 100)
        #expect(cluster.end(of: "findings", 0, isolation: .committed) == 2)
        #expect(cluster.isDecided)
    }

    @Test func `a transaction that is open for too long is aborted and its producer fenced`() throws {
        var limits = Self.patient
        limits.transactionMilliseconds = 500
        let cluster = Self.cluster(limits)
        let client = Client(cluster, "a", member: "1")
        try client.outputs.open()
        try client.outputs.begin()
        try client.outputs.send(Self.record(.findings, 1), to: nil)
        cluster.advance(milliseconds: 600)
        let failure = #expect(throws: LogFailure.self) { try client.outputs.commit() }
        #expect(failure?.recovery == .fatal)
        cluster.advance(milliseconds: 100)
        #expect(Self.values(cluster, .committed) == [])
        try client.outputs.open()
        try client.outputs.begin()
    }

    @Test func `compaction keeps the newest committed record of a key, below the last stable offset`() throws
    {
        let cluster = Self.cluster()
        let client = Client(cluster, "a", member: "1")
        try client.outputs.open()
        func write(_ value: UInt8, commits: Bool) throws {
            try client.outputs.begin()
            try client.outputs.send(
                OutputRecord(topic: .state, key: [7], value: [value], headers: []), to: 0)
            if commits { try client.outputs.commit() } else { try client.outputs.abort() }
            cluster.advance(milliseconds: 100)
        }
        try write(1, commits: true)
        try write(2, commits: true)
        try write(3, commits: false)
        cluster.compact("state")
        #expect(cluster.read("state", 0, isolation: .uncommitted).records.map(\.value) == [[2]])
        #expect(cluster.read("state", 0, isolation: .committed).next == 6)
    }

    @Test func `a member that was silent for too long commits nothing more`() throws {
        var limits = Self.patient
        limits.sessionMilliseconds = 500
        let cluster = Self.cluster(limits)
        let client = Client(cluster, "a", member: "1")
        try client.outputs.open()
        try client.join()
        try client.outputs.begin()
        try client.outputs.send(Self.record(.findings, 1), to: nil)
        cluster.advance(milliseconds: 600)
        let numbers = [CommitNumber(partition: 0, number: 1)]
        let failure = #expect(throws: LogFailure.self) { try client.outputs.sendNumbers(numbers) }
        #expect(failure?.recovery == .abortable)
        let second = #expect(throws: LogFailure.self) { try client.outputs.commit() }
        #expect(second?.recovery == .abortable)
        #expect(try client.inputs.serveGroup() == [.lost([0])])
    }
}
