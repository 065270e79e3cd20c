internal import CRdkafka

extension RecordSender {
    /// Learns where the partitions of these topics are. The first record to a topic that was not learnt waits for the
    /// next of the library's rounds over its topics, up to one second. A topic that does not exist, or may not be seen, is
    /// left for its first record to complain of.
    func learn(_ topics: [String], timeoutMilliseconds: Int) throws(KafkaError) {
        // Handles make the topics known to the client; it keeps those that have partitions.
        let handles = unsafe topics.compactMap { unsafe rd_kafka_topic_new(handle.client, $0, nil) }
        defer { for index in unsafe handles.indices { unsafe rd_kafka_topic_destroy(handles[index]) } }
        let answer = unsafe try handle.metadata(
            ofAll: false, timeoutMilliseconds: timeoutMilliseconds, during: "look for the topics")
        unsafe rd_kafka_metadata_destroy(answer)
    }
}
