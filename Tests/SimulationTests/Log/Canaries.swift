import CloudModel
import DriftEngine
import Simulation
import WireFormats

/// Ways to get it wrong, each of which the simulation must notice.
enum Canary: String, CaseIterable {
    /// Numbers are committed by themselves, whatever becomes of the transaction.
    case numbersOutsideTransaction
    /// Outputs are appended at once, without a transaction.
    case outputsOutsideTransaction
    /// Nobody asks whether the group has moved on before a commit.
    case noGenerationCheck
    /// A lost producer is replaced and the batch repeated, although the commit may have succeeded.
    case repeatAfterFatalFailure
    /// An engine that ran ahead goes on where it is instead of being restored.
    case engineKept
    /// State is read back whether committed or not.
    case uncommittedState
    /// State is read up to what is decided, without a look at the committed number.
    case restoreCutShort

    func makeWorker(_ process: SimulatedProcess, _ settings: LoopSettings) -> any SimulatedWorker {
        let real = SimulatedInputLog(process, topics: Scenario.inputTopics)
        let inputs = FaultyInputs(base: real, canary: self)
        let outputs = FaultyOutputs(
            base: SimulatedOutputTransaction(process, committingFor: real), cluster: process.cluster,
            canary: self)
        let end: SimulatedStateLog.End = self == .restoreCutShort ? .lastStableOffset : .highWatermark
        let states = FaultyStates(
            base: SimulatedStateLog(process, end: end), cluster: process.cluster, canary: self)
        var kept: [Int32: KeptEngine] = [:]
        return WorkerLoop(
            inputs: inputs, outputs: outputs, states: states, stores: SimulatedStores(process),
            settings: settings
        ) { partition in
            guard self == .engineKept else { return KeptEngine() }
            let engine = kept[partition] ?? KeptEngine()
            engine.isKept = kept[partition] != nil
            kept[partition] = engine
            return engine
        }
    }
}

final class FaultyInputs: InputLog {
    let base: SimulatedInputLog
    let canary: Canary

    init(base: SimulatedInputLog, canary: Canary) {
        self.base = base
        self.canary = canary
    }

    func poll(
        _ limit: BatchLimit, _ body: (InputRecord, Span<UInt8>) -> Void
    ) throws(LogFailure) -> [AssignmentChange] {
        try base.poll(limit, body)
    }

    func serveGroup() throws(LogFailure) -> [AssignmentChange] { try base.serveGroup() }

    func committedNumber(of partition: Int32) throws(LogFailure) -> Int64? {
        canary == .restoreCutShort ? nil : try base.committedNumber(of: partition)
    }

    func start(_ partition: Int32, at offsets: [InputOffset]) throws(LogFailure) {
        try base.start(partition, at: offsets)
    }

    func stop(_ partition: Int32) { base.stop(partition) }
}

final class FaultyOutputs: OutputTransaction {
    let base: SimulatedOutputTransaction
    let cluster: SimulatedCluster
    let canary: Canary
    private var numbers: [CommitNumber] = []

    init(base: SimulatedOutputTransaction, cluster: SimulatedCluster, canary: Canary) {
        self.base = base
        self.cluster = cluster
        self.canary = canary
    }

    func open() throws(LogFailure) { try base.open() }

    func begin() throws(LogFailure) { try tamed { () throws(LogFailure) in try base.begin() } }

    func send(_ record: OutputRecord, to partition: Int32?) throws(LogFailure) {
        if canary == .outputsOutsideTransaction && record.topic != .state {
            let topic = record.topic.rawValue
            let target = KeyHash.partition(of: record.key, count: cluster.partitionCount(of: topic))
            cluster.append(topic, target, key: record.key, value: record.value)
        } else {
            try tamed { () throws(LogFailure) in try base.send(record, to: partition) }
        }
    }

    func sendNumbers(_ numbers: [CommitNumber]) throws(LogFailure) {
        self.numbers = numbers
        switch canary {
        case .numbersOutsideTransaction: cluster.commitNumbers(numbers)
        case .noGenerationCheck: return
        default: try tamed { () throws(LogFailure) in try base.sendNumbers(numbers) }
        }
    }

    func commit() throws(LogFailure) {
        try tamed { () throws(LogFailure) in try base.commit() }
        if canary == .noGenerationCheck { cluster.commitNumbers(numbers) }
    }

    func stateEnd(of partition: Int32) -> Int64? { base.stateEnd(of: partition) }

    func abort() throws(LogFailure) {
        if canary == .repeatAfterFatalFailure { try base.open() } else { try base.abort() }
    }

    private func tamed(_ call: () throws(LogFailure) -> Void) throws(LogFailure) {
        do throws(LogFailure) {
            try call()
        } catch {
            guard canary == .repeatAfterFatalFailure && error.recovery == .fatal else { throw error }
            throw LogFailure(.abortable, error.reason)
        }
    }
}

final class FaultyStates: StateLog {
    let base: SimulatedStateLog
    let cluster: SimulatedCluster
    let canary: Canary

    init(base: SimulatedStateLog, cluster: SimulatedCluster, canary: Canary) {
        self.base = base
        self.cluster = cluster
        self.canary = canary
    }

    func begin(_ partition: Int32, from next: Int64?) throws(LogFailure) -> StateLogProgress {
        try base.begin(partition, from: next)
    }

    func read(
        _ partition: Int32, maximumCount: Int, _ body: (StateRecord) -> Void
    ) throws(LogFailure) -> StateLogProgress {
        guard canary == .uncommittedState else {
            return try base.read(partition, maximumCount: maximumCount, body)
        }
        let read = cluster.read("state", partition, isolation: .uncommitted)
        for record in read.records { body(StateRecord(key: record.key, value: record.value ?? [])) }
        return StateLogProgress(next: read.next, end: read.next)
    }

    func end(_ partition: Int32) { base.end(partition) }
}

/// A counting engine that can be told to take no state back.
final class KeptEngine: StepEngine {
    var isKept = false
    private var engine = CountingEngine()

    func step(
        _ bytes: Span<UInt8>, at position: RecordPosition, recordTime: Timestamp?,
        into outputs: inout [OutputRecord]
    ) { engine.step(bytes, at: position, recordTime: recordTime, into: &outputs) }

    func tick(_ now: Timestamp, into outputs: inout [OutputRecord]) { engine.tick(now, into: &outputs) }

    func drain(into outputs: inout [OutputRecord]) -> [StateRecord] { engine.drain(into: &outputs) }

    func restore(_ record: StateRecord) throws(RestoreFailure) {
        if !isKept { try engine.restore(record) }
    }

    func finishRestoring(at time: Timestamp) { engine.finishRestoring(at: time) }
}
