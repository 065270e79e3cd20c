internal import CloudModel
public import DriftEngine

/// The inputs and the group membership of one simulated process.
public final class SimulatedInputLog: InputLog {
    private struct Cursor {
        let place: TopicPartition
        var next: Int64
    }

    private let process: SimulatedProcess
    private let topics: [String]
    /// Where the records are.
    private let source: SimulatedCluster
    /// Where the group is.
    private var cluster: SimulatedCluster { process.cluster }
    private var isMember = false
    private var isRevoking = false
    private var owned: [Int32] = []
    private var cursors: [Cursor] = []
    private var turn = 0
    /// The generation that this member last heard of; commits are checked against it.
    private(set) var generation = 0

    /// A reader of these topics that is no member yet; they are on the cluster of the outputs unless another one
    /// is given.
    public init(_ process: SimulatedProcess, topics: [String], on source: SimulatedCluster? = nil) {
        self.process = process
        self.source = source ?? process.cluster
        self.topics = topics
    }

    /// The member's name in the group.
    var memberID: String { process.memberID }

    /// Lends records and takes part in the group.
    public func poll(
        _ limit: BatchLimit, _ body: (InputRecord, Span<UInt8>) -> Void
    ) throws(LogFailure) -> [AssignmentChange] {
        try process.call(.poll) { repeatsDelivery throws(LogFailure) in
            if repeatsDelivery { stepBack() }
            lend(limit, body)
            return takePart()
        }
    }

    /// Takes part in the group.
    public func serveGroup() throws(LogFailure) -> [AssignmentChange] {
        try process.call(.serveGroup) { _ throws(LogFailure) in takePart() }
    }

    /// The group's number, once it is decided.
    public func committedNumber(of partition: Int32) throws(LogFailure) -> Int64? {
        try process.call(.committedNumber) { _ throws(LogFailure) in
            guard !cluster.group.isUndecided(partition) else {
                throw LogFailure(.retriable, "unstable offsets")
            }
            return cluster.committedNumber(of: partition)
        }
    }

    /// Starts reading.
    public func start(_ partition: Int32, at offsets: [InputOffset]) throws(LogFailure) {
        try process.call(.start) { _ throws(LogFailure) in
            stop(partition)
            for topic in topics where partition < source.partitionCount(of: topic) {
                let next = offsets.first { $0.topic == topic }?.next ?? 0
                cursors.append(Cursor(place: TopicPartition(topic: topic, partition: partition), next: next))
            }
        }
    }

    /// Stops reading.
    public func stop(_ partition: Int32) {
        cursors.removeAll { $0.place.partition == partition }
    }

    private func stepBack() {
        for index in cursors.indices { cursors[index].next = max(cursors[index].next - 3, 0) }
    }

    /// Lends records, one of every cursor in turn as the fetched ones of a real log, another cursor's first each time.
    private func lend(_ limit: BatchLimit, _ body: (InputRecord, Span<UInt8>) -> Void) {
        var taken = (records: 0, bytes: 0)
        turn += 1
        var waiting = cursors.indices.map { ($0 + turn) % cursors.count }
        while !waiting.isEmpty, taken.records < limit.records, taken.bytes < limit.bytes {
            waiting = waiting.filter { index in
                guard taken.records < limit.records, taken.bytes < limit.bytes else { return true }
                guard let byteCount = lendNext(of: index, body) else { return false }
                taken = (taken.records + 1, taken.bytes + byteCount)
                return true
            }
        }
    }

    /// Lends a cursor's next record; returns its size, or nil if it has none at present.
    private func lendNext(of index: Int, _ body: (InputRecord, Span<UInt8>) -> Void) -> Int? {
        let cursor = cursors[index]
        let read = source.read(
            cursor.place.topic, cursor.place.partition, from: cursor.next, maximumCount: 1,
            isolation: .committed)
        cursors[index].next = read.next
        guard let record = read.records.first else { return nil }
        lend(record, of: cursor.place, body)
        return record.key.count + (record.value?.count ?? 0)
    }

    private func lend(
        _ record: SimulatedRecord, of place: TopicPartition, _ body: (InputRecord, Span<UInt8>) -> Void
    ) {
        let position = RecordPosition(
            source: place.topic, partition: place.partition, offset: record.offset)
        let value = record.value ?? []
        let time = Timestamp(nanoseconds: record.milliseconds * 1_000_000)
        body(InputRecord(position: position, time: time), value.span)
    }

    private func takePart() -> [AssignmentChange] {
        guard isMember else {
            cluster.group.join(memberID, at: cluster.now)
            isMember = true
            return []
        }
        switch cluster.group.heartbeat(memberID, at: cluster.now) {
        case .unknownMember:
            isMember = false
            generation = 0
            return giveUp().map { [.lost($0)] } ?? []
        case .rebalancing:
            guard owned.isEmpty || isRevoking else {
                isRevoking = true
                return [.revoked(owned)]
            }
            _ = giveUp()
            cluster.group.join(memberID, at: cluster.now)
            return []
        case .stable(let newest): return adopt(newest)
        }
    }

    private func adopt(_ newest: Int) -> [AssignmentChange] {
        guard newest != generation else { return [] }
        generation = newest
        owned = cluster.group.assignment(of: memberID)
        return owned.isEmpty ? [] : [.assigned(owned)]
    }

    /// Forgets what it owned and returns it, or nil if that was nothing.
    private func giveUp() -> [Int32]? {
        let former = owned
        owned = []
        isRevoking = false
        cursors = []
        return former.isEmpty ? nil : former
    }
}
