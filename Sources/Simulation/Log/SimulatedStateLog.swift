public import CloudModel
public import DriftEngine

/// The state topic as one simulated process reads it.
public final class SimulatedStateLog: StateLog {
    /// Which end a restore reads up to. Kafka's clients give one or the other, by their isolation level.
    public enum End: Hashable, Sendable {
        /// The end of all records: reading up to it waits for undecided transactions.
        case highWatermark
        /// The end of what is decided: a commit whose marker is on its way lies beyond it.
        case lastStableOffset
    }

    private let process: SimulatedProcess
    private let topic: String
    private let end: End
    private var places: [Int32: StateLogProgress] = [:]

    /// A reader of this topic.
    public init(_ process: SimulatedProcess, topic: String = "state", end: End = .highWatermark) {
        self.process = process
        self.topic = topic
        self.end = end
    }

    /// Starts at an offset, or at the beginning.
    public func begin(_ partition: Int32, from next: Int64?) throws(LogFailure) -> StateLogProgress {
        try process.call(.beginState) { _ throws(LogFailure) in
            let end = process.cluster.end(
                of: topic, partition, isolation: end == .highWatermark ? .uncommitted : .committed)
            let progress = StateLogProgress(next: next ?? 0, end: end)
            places[partition] = progress
            return progress
        }
    }

    /// Reads on.
    public func read(
        _ partition: Int32, maximumCount: Int, _ body: (StateRecord) -> Void
    ) throws(LogFailure) -> StateLogProgress {
        try process.call(.readState) { _ throws(LogFailure) in
            guard let place = places[partition] else {
                throw LogFailure(.fatal, "partition \(partition) was not begun")
            }
            let read = process.cluster.read(
                topic, partition, from: place.next, maximumCount: maximumCount, isolation: .committed)
            for record in read.records { body(StateRecord(key: record.key, value: record.value ?? [])) }
            let progress = StateLogProgress(next: read.next, end: place.end)
            places[partition] = progress
            return progress
        }
    }

    /// Forgets the partition.
    public func end(_ partition: Int32) {
        places[partition] = nil
    }
}
