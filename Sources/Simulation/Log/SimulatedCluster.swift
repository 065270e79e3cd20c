public import CloudModel
public import DriftEngine

/// The times after which a simulated cluster does something by itself, in milliseconds.
public struct ClusterLimits: Sendable {
    /// How long a member may be silent.
    public var sessionMilliseconds: Int64 = 600
    /// How long a rebalance waits for its members.
    public var rebalanceMilliseconds: Int64 = 300
    /// How long a transaction may be open.
    public var transactionMilliseconds: Int64 = 1_000
    /// The longest time between a transaction's decision and one of its markers.
    public var markerDelayMilliseconds = 30
    /// How long a deletion outlives compaction.
    public var deletionMilliseconds: Int64 = 60_000

    /// The defaults: short, so that a simulation meets all of them.
    public init() {}
}

/// A cluster in one thread: topics, one consumer group, transactions with asynchronous markers, fencing and
/// time-outs. Nothing in it fails by itself; `SimulatedProcess` adds the faults.
public final class SimulatedCluster {
    /// The times after which it does something.
    public let limits: ClusterLimits
    /// The present time in milliseconds.
    public private(set) var now: Int64 = 1_772_409_600_000
    /// The present time.
    public var time: Timestamp { Timestamp(nanoseconds: now * 1_000_000) }
    var group: SimulatedGroup
    var coordinator = TransactionCoordinator()
    private var topics: [String: [SimulatedPartition]] = [:]
    private var markers: [PendingMarker] = []
    private var generator: SeededGenerator

    private struct PendingMarker {
        let due: Int64
        let transaction: Int
        /// Nil for the group's numbers.
        let place: TopicPartition?
        let isCommitted: Bool
    }

    /// A cluster whose group shares out that many partitions.
    public init(seed: UInt64, partitionCount: Int32, limits: ClusterLimits = ClusterLimits()) {
        self.limits = limits
        group = SimulatedGroup(partitionCount: partitionCount, limits: limits)
        generator = SeededGenerator(seed: seed)
    }

    /// Makes a topic.
    public func makeTopic(_ name: String, partitionCount: Int32) {
        topics[name] = Array(repeating: SimulatedPartition(), count: Int(partitionCount))
    }

    /// How many partitions a topic has.
    public func partitionCount(of topic: String) -> Int32 { Int32(topics[topic]?.count ?? 0) }

    /// Appends a record outside of any transaction, as a feeder does.
    public func append(_ topic: String, _ partition: Int32, key: [UInt8], value: [UInt8]) {
        write(topic, partition, key, value, "", transaction: nil)
    }

    /// Appends a record outside of any transaction, as a feeder does.
    public func append(_ feed: SimulatedWorld.Feed) {
        append(feed.topic, feed.partition, key: feed.key, value: feed.value)
    }

    /// The records of a partition from an offset on, and the offset to go on from.
    public func read(
        _ topic: String, _ partition: Int32, from offset: Int64 = 0, maximumCount: Int = .max,
        isolation: Isolation
    ) -> (records: [SimulatedRecord], next: Int64) {
        guard let log = topics[topic]?[Int(partition)] else { return ([], offset) }
        return log.read(from: offset, maximumCount: maximumCount, isolation: isolation)
    }

    /// The end of a partition: the high watermark, or for committed records the last stable offset.
    public func end(of topic: String, _ partition: Int32, isolation: Isolation) -> Int64 {
        guard let log = topics[topic]?[Int(partition)] else { return 0 }
        return isolation == .committed ? log.lastStableOffset : log.highWatermark
    }

    /// The group's committed number of a partition; nil if there is none.
    public func committedNumber(of partition: Int32) -> Int64? { group.number(of: partition) }

    /// Commits numbers outside of any transaction, unchecked; the product never does.
    public func commitNumbers(_ numbers: [CommitNumber]) { group.commit(numbers) }

    /// How far a partition has come by its committed state.
    public func committedPosition(of partition: Int32) -> LoopPosition {
        let records = read("state", partition, isolation: .committed).records
        let value = records.last { $0.key == LoopPosition.key }?.value
        let position = value.flatMap { try? StateFrame.unwrap($0) }.flatMap { LoopPosition(stateValue: $0) }
        return position ?? LoopPosition()
    }

    /// Tells the group that a member lives, as a client's own thread does while its process is busy.
    public func keepAlive(_ memberID: String) { _ = group.heartbeat(memberID, at: now) }

    /// Compacts a topic.
    public func compact(_ topic: String) {
        for index in topics[topic, default: []].indices {
            topics[topic]?[index].compact(keepingDeletionsSince: now - limits.deletionMilliseconds)
        }
    }

    /// True if no transaction is open or waits for its markers.
    public var isDecided: Bool {
        markers.isEmpty
            && topics.values.joined().allSatisfy { $0.lastStableOffset == $0.highWatermark }
    }

    /// Lets time pass: markers are written, transactions and sessions time out.
    public func advance(milliseconds: Int64) {
        now += milliseconds
        for transaction in coordinator.timeOut(at: now) { decide(transaction, isCommitted: false) }
        let due = markers.filter { $0.due <= now }
        markers.removeAll { $0.due <= now }
        for marker in due { write(marker) }
        group.advance(to: now)
    }

    func write(
        _ topic: String, _ partition: Int32, _ key: [UInt8], _ value: [UInt8]?, _ eventID: String,
        transaction: Int?
    ) {
        topics[topic]?[Int(partition)].append(
            key: key, value: value, eventID: eventID, at: now, transaction: transaction)
    }

    /// Schedules the markers of a decided transaction, each at a time of its own.
    func decide(_ transaction: OpenTransaction, isCommitted: Bool) {
        let places = transaction.places.map(Optional.some) + (transaction.hasNumbers ? [nil] : [])
        guard !places.isEmpty else { return coordinator.finish(transaction.number) }
        for place in places {
            let delay = generator.below(limits.markerDelayMilliseconds + 1)
            markers.append(
                PendingMarker(
                    due: now + Int64(delay), transaction: transaction.number, place: place,
                    isCommitted: isCommitted))
        }
    }

    private func write(_ marker: PendingMarker) {
        if let place = marker.place {
            topics[place.topic]?[Int(place.partition)].close(
                marker.transaction, isCommitted: marker.isCommitted, at: now)
        } else {
            group.close(marker.transaction, isCommitted: marker.isCommitted)
        }
        if !markers.contains(where: { $0.transaction == marker.transaction }) {
            coordinator.finish(marker.transaction)
        }
    }
}
