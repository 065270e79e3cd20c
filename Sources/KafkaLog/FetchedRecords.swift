internal import CRdkafka

/// What was fetched and is still to be lent, in a line for each partition, so that one with many records does not stand
/// before another's few.
@safe struct FetchedRecords: ~Copyable {
    private var lines: [PartitionLine] = []
    /// Where the last message went; messages come in runs of one partition.
    private var latest = 0
    private var turn = 0
    /// The partitions whose records are kept back.
    private var withheld: Set<TopicPartition> = []
    /// What all lines take.
    private(set) var byteCount = 0
    /// What all records took that ever came.
    private(set) var receivedByteCount = 0

    init() {}

    deinit {
        for index in lines.indices {
            var line = lines[index]
            line.destroy()
        }
    }

    /// Whether there is anything that may be lent.
    var canLend: Bool { lines.contains { !$0.isWithheld } }

    /// Takes over a record, or the news that its partition ends here.
    mutating func append(_ message: UnsafeMutablePointer<rd_kafka_message_t>, topic: OpaquePointer) {
        unsafe latest = line(for: message, topic)
        let before = lines[latest].byteCount
        unsafe lines[latest].append(message)
        byteCount += lines[latest].byteCount - before
        receivedByteCount += lines[latest].byteCount - before
    }

    private mutating func line(
        for message: UnsafeMutablePointer<rd_kafka_message_t>, _ topic: OpaquePointer
    ) -> Int {
        if latest < lines.count, unsafe lines[latest].takes(message, topic) { return latest }
        for index in lines.indices where unsafe lines[index].takes(message, topic) { return index }
        var line = unsafe PartitionLine(of: message, topic: topic)
        line.isWithheld = withheld.contains(line.partition)
        lines.append(line)
        return lines.count - 1
    }

    /// Moves up to so many records into the batch: of every line equally many, if it has them, and what short lines leave
    /// goes to the long ones. With more lines than records another line is the first each time.
    mutating func lend(
        _ maximumCount: Int, into batch: inout MessageBatch, _ events: inout [ConsumerEvent]
    ) {
        turn &+= 1
        var room = maximumCount
        var waiting = lines.indices.filter { !lines[$0].isWithheld }
        if !waiting.isEmpty {
            let start = turn % waiting.count
            waiting = Array(waiting[start...] + waiting[..<start])
        }
        while room > 0, !waiting.isEmpty {
            let share = max(room / waiting.count, 1)
            for index in waiting where room > 0 {
                let before = lines[index].byteCount
                room -= lines[index].lend(min(share, room), into: &batch, &events)
                byteCount -= before - lines[index].byteCount
            }
            waiting.removeAll { lines[$0].isEmpty }
        }
        lines.removeAll(where: \.isEmpty)
    }

    /// Keeps back the records of these partitions, those to come too, or does so no longer.
    mutating func withhold(_ partitions: [TopicPartition], _ isWithheld: Bool) {
        if isWithheld { withheld.formUnion(partitions) } else { withheld.subtract(partitions) }
        for index in lines.indices { lines[index].isWithheld = withheld.contains(lines[index].partition) }
    }

    func isWithheld(_ partition: TopicPartition) -> Bool { withheld.contains(partition) }

    /// Forgets the records of these partitions.
    mutating func drop(_ partitions: [TopicPartition]) {
        for index in lines.indices where partitions.contains(lines[index].partition) {
            byteCount -= lines[index].byteCount
            lines[index].destroy()
        }
        lines.removeAll(where: \.isEmpty)
    }

    /// Forgets everything.
    mutating func removeAll() {
        for index in lines.indices { lines[index].destroy() }
        lines = []
        withheld = []
        byteCount = 0
    }

    /// The offset of the next record to be lent of each partition that has any.
    var nextOffsets: [TopicPartition: Int64] {
        var offsets: [TopicPartition: Int64] = [:]
        for line in lines { offsets[line.partition] = line.nextOffset }
        return offsets
    }

    /// The partitions of which more than so many bytes wait.
    func partitions(over limit: Int) -> [TopicPartition] {
        lines.filter { $0.byteCount > limit }.map(\.partition)
    }

    /// How many bytes of one partition wait.
    func byteCount(of partition: TopicPartition) -> Int {
        lines.first { $0.partition == partition }?.byteCount ?? 0
    }
}
