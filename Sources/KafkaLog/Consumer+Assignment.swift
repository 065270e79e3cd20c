internal import CRdkafka

extension Consumer {
    /// Joins the group for these topics. Each assignment starts reading at `start`, paused if so said, so that
    /// the caller can prepare, `seek` and `resume`.
    public func subscribe(
        _ topics: [String], startingAt start: StartOffset = .committed, paused: Bool = false
    ) throws(KafkaError) {
        self.start = start
        startsPaused = paused
        let list = PartitionList(topics.map { TopicPartition($0, Int32(RD_KAFKA_PARTITION_UA)) })
        try check(unsafe rd_kafka_subscribe(handle.client, list.raw), "subscribe")
    }

    /// Reads exactly these partitions from these places, without the group's doing. An empty list stops.
    public func assign(_ places: [(partition: TopicPartition, start: StartOffset)]) throws(KafkaError) {
        let list = PartitionList(places.map { PartitionOffset($0.partition, $0.start.number) })
        try unsafe replaceAssignment(by: places.isEmpty ? nil : list.raw)
        assignment = places.map(\.partition).sorted()
    }

    /// Stops handing out records of these partitions; those already fetched are kept or fetched again.
    public func pause(_ partitions: [TopicPartition]) throws(KafkaError) {
        try setFetching(partitions, false)
        fetched.withhold(partitions, true)
    }

    /// Hands out records of these partitions again.
    public func resume(_ partitions: [TopicPartition]) throws(KafkaError) {
        try setFetching(partitions, true)
        fetched.withhold(partitions, false)
        filled.subtract(partitions)
    }

    /// Makes each partition's next record the one at its offset. The partitions must be assigned.
    public func seek(_ offsets: [PartitionOffset], timeoutMilliseconds: Int) throws(KafkaError) {
        let deadline = Deadline(milliseconds: timeoutMilliseconds)
        while true {
            do throws(KafkaError) {
                return try trySeek(offsets, deadline)
            } catch {
                // A partition that was assigned a moment ago is not yet being fetched.
                guard error.code == .wrongState || error.isRetriable, !deadline.isOver else { throw error }
                handle.serve(timeoutMilliseconds: min(5, deadline.remainingMilliseconds))
            }
        }
    }

    private func trySeek(_ offsets: [PartitionOffset], _ deadline: Deadline) throws(KafkaError) {
        let list = PartitionList(offsets)
        let timeout = max(deadline.remainingMilliseconds, 1)
        if let error = unsafe rd_kafka_seek_partitions(handle.client, list.raw, timeout) {
            throw unsafe KafkaError(consuming: error, during: "seek \(offsets)")
        }
        _ = try list.offsets(of: "seek")
        fetched.drop(offsets.map(\.partition))
        for offset in offsets { places[offset.partition] = offset.offset }
    }

    /// Answers what the group decided during this poll. A revocation is only reported; see `finishRevocation`.
    func answerGroup() {
        switch rebalances.decision {
        case .assigning(let partitions):
            rebalances.decision = nil
            take(partitions)
        case .revoking(let partitions): events.append(.revoked(partitions))
        case .lost(let partitions):
            rebalances.decision = nil
            giveUpAssignment()
            events.append(.lost(partitions))
        case nil: return
        }
    }

    private func take(_ partitions: [TopicPartition]) {
        let list = PartitionList(partitions, at: start)
        do throws(KafkaError) {
            try unsafe replaceAssignment(by: list.raw)
            assignment = partitions
            if startsPaused { try pause(partitions) }
            events.append(.assigned(partitions))
        } catch {
            events.append(.error(error))
        }
    }

    /// Gives up the partitions that the group asked back with the last poll.
    func finishRevocation() {
        guard case .revoking = rebalances.decision else { return }
        rebalances.decision = nil
        giveUpAssignment()
    }

    private func giveUpAssignment() {
        assignment = []
        do throws(KafkaError) { try unsafe replaceAssignment(by: nil) } catch { events.append(.error(error)) }
    }

    /// Replaces what is read. librdkafka stops a partition by and by, and one that is removed again before it has stopped
    /// ends the process with a failed assertion (`rktp->rktp_started`, its issue 5573). Its main thread takes requests in
    /// turn: when it has answered another one, the stops of this one are behind those of the next.
    private func replaceAssignment(
        by list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>?
    ) throws(KafkaError) {
        forgetFetched()
        try check(unsafe rd_kafka_assign(handle.client, list), "assign")
        var present: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>?
        try check(unsafe rd_kafka_assignment(handle.client, &present), "read the assignment")
        if let present = unsafe present { unsafe rd_kafka_topic_partition_list_destroy(present) }
    }

    func check(_ code: rd_kafka_resp_err_t, _ operation: String) throws(KafkaError) {
        guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return }
        handle.serve()
        throw handle.explained(KafkaError(code, during: operation))
    }
}
