public import CloudModel

/// How one partition of a worker stands; for metrics.
public struct PartitionStatus: Sendable {
    /// The partition.
    public let partition: Int32
    /// True if its engine takes records; else its state is being read back.
    public let isRunning: Bool
    /// How far it has come; may run ahead of what is committed.
    public let position: LoopPosition
    /// The broker's time of the last record that its engine took.
    public let lastRecordTime: Timestamp?
}

extension WorkerLoop {
    /// How every partition of this worker stands, by rising number.
    public var status: [PartitionStatus] {
        slots.map { slot in
            PartitionStatus(
                partition: slot.partition, isRunning: slot.isRunning, position: slot.position,
                lastRecordTime: slot.lastRecordTime)
        }
    }
}
