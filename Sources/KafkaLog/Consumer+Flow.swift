internal import CRdkafka

/// How the memory for fetched records is shared out among partitions, as switches share their buffers: nobody may have more
/// than four times what is free. A lone partition gets four fifths, many share nearly all, and there is always room
/// for one that has been quiet: an equal part of one half is everybody's, even if nothing is free.
///
/// librdkafka's own limit is one for all partitions: one with a million waiting records fills it, and the others
/// are not fetched. So records are taken out of its queue at once, and a partition that has its share is paused.
struct FetchBudget {
    let byteCount: Int

    /// How much of one of so many partitions may wait if all together take so much.
    func share(whenTaken taken: Int, among count: Int) -> Int {
        max(4 * (byteCount - taken), byteCount / (2 * max(count, 1)))
    }
}

extension Consumer {
    /// Lets the library fetch no more of partitions that have their share, and again of those that have come down to half
    /// of it. The half lasts longer than the library takes to begin again, up to `fetch.wait.max.ms`.
    func balance() {
        guard assignment.count > 1 else { return }
        let share = budget.share(whenTaken: fetched.byteCount, among: assignment.count)
        let full = fetched.partitions(over: share).filter { !filled.contains($0) && !fetched.isWithheld($0) }
        let low = filled.filter { fetched.byteCount(of: $0) < share / 2 && !fetched.isWithheld($0) }.sorted()
        do throws(KafkaError) {
            // Pausing makes the library forget what it has fetched besides; it is fetched again.
            if !full.isEmpty {
                try setFetching(full, false)
                filled.formUnion(full)
                try wakeFetching(full)
            }
            if !low.isEmpty {
                try setFetching(low, true)
                filled.subtract(low)
                try wakeFetching(low)
            }
        } catch {
            events.append(.error(error))
        }
    }

    /// Makes the library fetch of these partitions or not.
    func setFetching(_ partitions: [TopicPartition], _ isFetching: Bool) throws(KafkaError) {
        let list = PartitionList(partitions)
        if isFetching {
            try check(unsafe rd_kafka_resume_partitions(handle.client, list.raw), "resume")
            _ = try list.offsets(of: "resume")
        } else {
            try check(unsafe rd_kafka_pause_partitions(handle.client, list.raw), "pause")
            _ = try list.offsets(of: "pause")
        }
    }

    /// Where one look found so much in the library's queue that it may have been full, its connections sleep.
    func wakeAll(after gatheredByteCount: Int) {
        guard assignment.count > 1, gatheredByteCount > budget.byteCount / 4 * 3 else { return }
        do throws(KafkaError) {
            try wakeFetching(assignment.filter { !filled.contains($0) && !fetched.isWithheld($0) })
        } catch {
            events.append(.error(error))
        }
    }

    /// Makes the library look at once whether there is something to fetch. A connection all of whose partitions had enough
    /// sleeps for up to a second; of all calls only a seek wakes it, so these partitions go where they are.
    private func wakeFetching(_ partitions: [TopicPartition]) throws(KafkaError) {
        let offsets = try fetchPositions(partitions)
        places.merge(offsets) { $1 }
        let list = PartitionList(
            partitions.compactMap { partition in offsets[partition].map { PartitionOffset(partition, $0) } })
        // One that is being assigned at present cannot be sought, and starts by itself.
        if let error = unsafe rd_kafka_seek_partitions(handle.client, list.raw, 1_000) {
            unsafe rd_kafka_error_destroy(error)
        }
    }

    /// The offset after the last record that the library has handed over, of each partition; after a seek it has none of its
    /// own until the next record.
    func fetchPositions(_ partitions: [TopicPartition]) throws(KafkaError) -> [TopicPartition: Int64] {
        let list = PartitionList(partitions)
        try check(unsafe rd_kafka_position(handle.client, list.raw), "position")
        let sought = places.filter { partitions.contains($0.key) }
        return sought.merging(try list.offsets(of: "position of")) { $1 }
    }

    /// Forgets what was fetched under the last assignment.
    func forgetFetched() {
        fetched.removeAll()
        filled = []
        places = [:]
    }
}
