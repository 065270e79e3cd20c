internal import CRdkafka

/// Where the rebalance callback leaves what the group decided, for the poll that ran it.
///
/// The callback runs only inside a call of the consumer, on its thread. It answers the group itself only
/// while closing and when the decision is an error; else the poll answers: an assignment at its end, a
/// revocation when the next poll begins. Nothing of a new assignment can thus stand in the batch that was
/// read under the old one.
///
///     idle -> assigning -> idle        (end of the same poll)
///     idle -> revoking -> idle         (start of the next poll, or close)
///     idle -> lost -> idle             (end of the same poll)
final class RebalanceSlot {
    enum Decision: Equatable {
        case assigning([TopicPartition])
        case revoking([TopicPartition])
        case lost([TopicPartition])
    }

    var decision: Decision?
    var isClosing = false
    /// Whether the consumer waits for a first record, a wait that a decision ends.
    var isWaiting = false

    /// Makes the callback of this configuration write here. The slot must outlive the client.
    func install(in configuration: ClientConfiguration) {
        let place = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe configuration.adjust { raw in
            unsafe rd_kafka_conf_set_opaque(raw, place)
            unsafe rd_kafka_conf_set_rebalance_cb(raw) { client, code, partitions, place in
                guard let client = unsafe client, let place = unsafe place else { return }
                let slot = unsafe Unmanaged<RebalanceSlot>.fromOpaque(place).takeUnretainedValue()
                unsafe slot.receive(client, code, partitions)
            }
        }
    }

    private func receive(
        _ client: OpaquePointer, _ code: rd_kafka_resp_err_t,
        _ list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>?
    ) {
        let partitions = unsafe PartitionList.partitions(of: list)
        switch code {
        case RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS where !isClosing: decision = .assigning(partitions)
        case RD_KAFKA_RESP_ERR__REVOKE_PARTITIONS where !isClosing:
            let isLost = unsafe rd_kafka_assignment_lost(client) != 0
            decision = isLost ? .lost(partitions) : .revoking(partitions)
        default: unsafe _ = rd_kafka_assign(client, nil)
        }
        // Lets the caller learn of the change at once. Never while a batch is gathered: there the library
        // loses the record that follows.
        if isWaiting { unsafe rd_kafka_yield(client) }
    }
}
