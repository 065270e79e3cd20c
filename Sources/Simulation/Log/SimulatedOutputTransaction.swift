internal import CloudModel
public import DriftEngine
public import WireFormats

/// The transactional producer of one simulated process.
public final class SimulatedOutputTransaction: OutputTransaction {
    private let process: SimulatedProcess
    private let inputs: SimulatedInputLog
    private var cluster: SimulatedCluster { process.cluster }
    /// Nil until opened, and after a fatal failure.
    private var epoch: Int?
    private var sequence = 0
    private var isBegun = false
    private var mustAbort = false
    /// Behind the state records of the open transaction, or of the last one.
    private var stateEnds: [Int32: Int64] = [:]

    /// A producer that commits as the member that reads these inputs.
    public init(_ process: SimulatedProcess, committingFor inputs: SimulatedInputLog) {
        self.process = process
        self.inputs = inputs
    }

    /// Takes the transactional id over.
    public func open() throws(LogFailure) {
        try perform(.open) { () throws(LogFailure) in
            let id = process.transactionalID
            let taken = try cluster.coordinator.initialize(id)
            if let aborted = taken.aborted {
                cluster.decide(aborted, isCommitted: false)
                throw LogFailure(.retriable, "the predecessor's transaction is being aborted")
            }
            epoch = taken.epoch
            isBegun = false
            mustAbort = false
        }
    }

    /// Begins; the cluster hears of it with the first record.
    public func begin() throws(LogFailure) {
        try perform(.begin) { () throws(LogFailure) in
            guard epoch != nil, !isBegun else { throw LogFailure(.fatal, "begin out of turn") }
            sequence += 1
            isBegun = true
            stateEnds = [:]
        }
    }

    /// Appends a record.
    public func send(_ record: OutputRecord, to partition: Int32?) throws(LogFailure) {
        try perform(.send) { () throws(LogFailure) in
            let topic = record.topic.rawValue
            let count = cluster.partitionCount(of: topic)
            guard count > 0 else { throw LogFailure(.abortable, "there is no topic \(topic)") }
            let target =
                partition
                ?? KeyHash.partition(
                    of: record.account.map { Array($0.text.utf8) } ?? record.key, count: count)
            let number = try enlist(TopicPartition(topic: topic, partition: target))
            cluster.write(
                topic, target, record.key, record.value.isEmpty ? nil : record.value,
                record.header("ce_id") ?? "", transaction: number)
            guard record.topic == .state else { return }
            stateEnds[target] = cluster.end(of: topic, target, isolation: .uncommitted)
        }
    }

    /// Adds numbers, if the group still accepts them from this member.
    public func sendNumbers(_ numbers: [CommitNumber]) throws(LogFailure) {
        try perform(.sendNumbers) { () throws(LogFailure) in
            guard cluster.group.accepts(inputs.memberID, generation: inputs.generation) else {
                throw LogFailure(.abortable, "illegal generation")
            }
            cluster.group.hold(numbers, in: try enlist(nil))
        }
    }

    /// Commits; markers follow later.
    public func commit() throws(LogFailure) {
        try perform(.commit) { () throws(LogFailure) in try end(isCommitted: true) }
    }

    /// Behind the last committed state records.
    public func stateEnd(of partition: Int32) -> Int64? { stateEnds[partition] }

    /// Aborts; markers follow later.
    public func abort() throws(LogFailure) {
        try perform(.abort) { () throws(LogFailure) in
            mustAbort = false
            try end(isCommitted: false)
        }
    }

    private func enlist(_ place: TopicPartition?) throws(LogFailure) -> Int {
        guard let epoch, isBegun else { throw LogFailure(.fatal, "there is no transaction") }
        return try cluster.coordinator.enlist(
            process.transactionalID, epoch: epoch, sequence: sequence,
            deadline: cluster.now + cluster.limits.transactionMilliseconds, place: place)
    }

    private func end(isCommitted: Bool) throws(LogFailure) {
        guard let epoch else { throw LogFailure(.fatal, "the producer is not open") }
        let ended = try cluster.coordinator.end(
            process.transactionalID, epoch: epoch, sequence: sequence, isCommitted: isCommitted)
        if let ended { cluster.decide(ended, isCommitted: isCommitted) }
    }

    /// Makes one call, and remembers what its failure forbids from then on.
    private func perform(_ point: CallPoint, _ body: () throws(LogFailure) -> Void) throws(LogFailure) {
        do throws(LogFailure) {
            if mustAbort && point != .abort && point != .open {
                throw LogFailure(.abortable, "\(point.rawValue) in a transaction that must be aborted")
            }
            try process.call(point) { _ throws(LogFailure) in try body() }
            if point == .commit || point == .abort { isBegun = false }
        } catch {
            switch error.recovery {
            case .retriable: break
            case .abortable: mustAbort = true
            case .fatal: epoch = nil
            }
            throw error
        }
    }
}

/// Spreads keys over partitions.
public enum KeyHash {
    /// The partition of a key: FNV-1a, modulo the count.
    public static func partition(of key: [UInt8], count: Int32) -> Int32 {
        var hash: UInt32 = 0x811c_9dc5
        for byte in key { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return Int32(hash % UInt32(count))
    }
}
