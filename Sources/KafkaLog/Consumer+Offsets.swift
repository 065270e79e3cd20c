internal import CRdkafka

extension Consumer {
    /// The group's committed offsets; a partition without one is missing. Waits for the outcome of open
    /// transactions that hold offsets of these partitions.
    public func committed(
        _ partitions: [TopicPartition], timeoutMilliseconds: Int
    ) throws(KafkaError) -> [TopicPartition: Int64] {
        // A token may have to be renewed before the brokers answer.
        handle.serve()
        let list = PartitionList(partitions)
        let code = unsafe rd_kafka_committed(
            handle.client, list.raw, Int32(clamping: timeoutMilliseconds))
        try check(code, "committed offsets")
        return try list.offsets(of: "committed offset of")
    }

    /// The offset after the last record lent, or the last transaction marker passed, of each partition; one
    /// of which nothing came yet is missing.
    public func positions(_ partitions: [TopicPartition]) throws(KafkaError) -> [TopicPartition: Int64] {
        // Of what the library has handed over some may still wait here.
        let waiting = fetched.nextOffsets.filter { partitions.contains($0.key) }
        return try fetchPositions(partitions).merging(waiting) { $1 }
    }

    /// Asks the broker for the partition's oldest offset and its end; the end is that of committed records
    /// (the last stable offset) unless `isolation.level` says otherwise.
    ///
    /// librdkafka 2.0.2's `rd_kafka_query_watermark_offsets` waits for the answer without an end if the broker goes while it is
    /// asked. Its question for times has a limit, and takes the same two numbers for the first and the last offset.
    public func watermarks(
        _ partition: TopicPartition, timeoutMilliseconds: Int
    ) throws(KafkaError) -> Range<Int64> {
        handle.serve()
        let deadline = Deadline(milliseconds: timeoutMilliseconds)
        while true {
            do throws(KafkaError) {
                let low = try edge(.beginning, of: partition, deadline)
                let high = try edge(.end, of: partition, deadline)
                return low..<max(low, high)
            } catch {
                // A topic that was made a moment ago has no leader yet, and the library asks once.
                guard error.code.isWithoutLeader, !deadline.isOver else { throw error }
                handle.serve(timeoutMilliseconds: min(50, deadline.remainingMilliseconds))
            }
        }
    }

    private func edge(
        _ place: StartOffset, of partition: TopicPartition, _ deadline: Deadline
    ) throws(KafkaError) -> Int64 {
        let list = PartitionList([partition], at: place)
        let code = unsafe rd_kafka_offsets_for_times(
            handle.client, list.raw, max(deadline.remainingMilliseconds, 1))
        try check(code, "watermarks of \(partition)")
        return try list.offsets(of: "watermarks of")[partition] ?? 0
    }

    /// The name that the cluster has given itself.
    public func clusterID(timeoutMilliseconds: Int) throws(KafkaError) -> String {
        guard let text = unsafe rd_kafka_clusterid(handle.client, Int32(clamping: timeoutMilliseconds)) else {
            handle.serve()
            throw handle.explained(
                KafkaError(
                    code: .timedOut, message: "cluster id: no broker has answered yet", isRetriable: true))
        }
        defer { unsafe rd_kafka_mem_free(handle.client, text) }
        return unsafe String(cString: text)
    }

    /// The partition's end as the last fetch told it, without asking; nil before the first.
    public func knownEnd(of partition: TopicPartition) -> Int64? {
        var low: Int64 = 0
        var high: Int64 = 0
        let code = unsafe rd_kafka_get_watermark_offsets(
            handle.client, partition.topic, partition.partition, &low, &high)
        return code == RD_KAFKA_RESP_ERR_NO_ERROR && high >= 0 ? high : nil
    }

    /// The first offset at or after a time, per partition; a partition with no later record is missing.
    public func offsets(
        _ partitions: [TopicPartition], atMilliseconds time: Int64, timeoutMilliseconds: Int
    ) throws(KafkaError) -> [TopicPartition: Int64] {
        let list = PartitionList(partitions.map { PartitionOffset($0, time) })
        let code = unsafe rd_kafka_offsets_for_times(
            handle.client, list.raw, Int32(clamping: timeoutMilliseconds))
        try check(code, "offsets at a time")
        return try list.offsets(of: "offset at a time of")
    }

    /// Commits the offsets of the next records to read, without a transaction; waits for the broker's answer.
    public func commit(_ offsets: [PartitionOffset]) throws(KafkaError) {
        let list = PartitionList(offsets)
        try check(unsafe rd_kafka_commit(handle.client, list.raw, 0), "commit")
        _ = try list.offsets(of: "commit of")
    }
}
