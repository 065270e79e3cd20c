/// What a poll has to say beside its records.
public enum ConsumerEvent: Hashable, Sendable {
    /// The group gave these partitions to this consumer, which reads them from now on.
    case assigned([TopicPartition])
    /// The group takes these partitions away. They are this consumer's until its next poll, so that what was
    /// read can still be committed.
    case revoked([TopicPartition])
    /// These partitions are already another member's; nothing of them can be committed any more.
    case lost([TopicPartition])
    /// Everything before this offset has been read; nothing more is there at present. With transactions the
    /// offset is beyond the last record, because markers take offsets too.
    case partitionEnd(TopicPartition, offset: Int64)
    /// One partition cannot be read at present.
    case partitionError(TopicPartition, KafkaError)
    /// The consumer has trouble; it goes on trying unless the error is fatal.
    case error(KafkaError)
    /// A line of the client library's log.
    case log(level: Int, facility: String, message: String)
}
