internal import CRdkafka

extension ClientHandle {
    /// What the cluster says of all topics that this client may see, or of those that it works with. To be destroyed by
    /// the caller.
    func metadata(
        ofAll: Bool, timeoutMilliseconds: Int, during operation: String
    ) throws(KafkaError) -> UnsafePointer<rd_kafka_metadata> {
        var answer: UnsafePointer<rd_kafka_metadata>?
        serve()
        let code = unsafe rd_kafka_metadata(
            client, ofAll ? 1 : 0, nil, &answer, Int32(clamping: timeoutMilliseconds))
        guard code == RD_KAFKA_RESP_ERR_NO_ERROR, let metadata = unsafe answer else {
            serve()
            throw explained(KafkaError(code, during: operation))
        }
        return unsafe metadata
    }
}
