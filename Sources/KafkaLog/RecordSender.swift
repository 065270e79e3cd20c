internal import CRdkafka

/// The producing half that both producers share: hands records to librdkafka and counts what became of them.
@safe final class RecordSender {
    let handle: ClientHandle
    /// Records handed over of which nothing has been heard.
    private(set) var inFlightCount = 0
    /// The first record that failed since `forgetOutcomes`; one that was dropped after a failure only if no
    /// other is known, because the reports of both come in any order.
    private(set) var failure: KafkaError?
    private var highest: [TopicPartition: Int64] = [:]

    /// How long a full local queue may hold a `produce` call up.
    static let queueTimeoutMilliseconds = 30_000
    /// After this many records outcomes are looked at, so that reports do not pile up.
    private static let serveInterval = 256
    private var unservedCount = 0

    init(_ configuration: ClientConfiguration) throws(KafkaError) {
        handle = try ClientHandle(RD_KAFKA_PRODUCER, configuration)
    }

    /// The highest offset written per partition since `forgetOutcomes`, in order.
    var writtenOffsets: [PartitionOffset] {
        highest.map { PartitionOffset($0.key, $0.value) }.sorted { $0.partition < $1.partition }
    }

    func forgetOutcomes() {
        failure = nil
        highest.removeAll(keepingCapacity: true)
    }

    /// Queues the record; waits while the local queue is full.
    func send(_ record: ProducerRecord) throws(KafkaError) {
        let deadline = Deadline(milliseconds: Self.queueTimeoutMilliseconds)
        while let error = handOver(record) {
            guard error.code == .queueFull, !deadline.isOver else { throw error }
            serve(timeoutMilliseconds: 10)
        }
        inFlightCount += 1
        unservedCount += 1
        if unservedCount >= Self.serveInterval { serve() }
    }

    /// Waits until the outcome of every record is known.
    func drain(until deadline: Deadline) throws(KafkaError) {
        serve()
        while inFlightCount > 0 {
            guard !deadline.isOver else {
                let message = "flush: \(inFlightCount) records are not acknowledged in time"
                throw handle.explained(KafkaError(code: .timedOut, message: message, isRetriable: true))
            }
            // With reports as events this neither serves nor waits for them; it cuts lingering short.
            unsafe _ = rd_kafka_flush(handle.client, 1)
            serve()
        }
    }

    func serve(timeoutMilliseconds: Int32 = 0) {
        unservedCount = 0
        unsafe handle.serve(timeoutMilliseconds: timeoutMilliseconds) { message in
            inFlightCount -= 1
            let topic = unsafe message.pointee.rkt.map { unsafe String(cString: rd_kafka_topic_name($0)) }
            let partition = unsafe TopicPartition(topic ?? "", message.pointee.partition)
            let code = unsafe message.pointee.err
            if code != RD_KAFKA_RESP_ERR_NO_ERROR {
                noteFailure(KafkaError(code, during: "produce to \(partition)"))
            } else {
                let offset = unsafe message.pointee.offset
                highest[partition] = max(highest[partition] ?? -1, offset)
            }
        }
    }

    private func noteFailure(_ error: KafkaError) {
        if let known = failure, error.isConsequence || !known.isConsequence { return }
        failure = error
    }

    private func handOver(_ record: ProducerRecord) -> KafkaError? {
        let headers = unsafe RecordSender.makeHeaders(record.headers)
        let raw = unsafe record.withRawFields(headers: headers) { fields in
            unsafe rd_kafka_produceva(handle.client, fields.baseAddress, fields.count)
        }
        guard let raw = unsafe raw else { return nil }
        // librdkafka takes the headers over only if it takes the record.
        if let headers = unsafe headers { unsafe rd_kafka_headers_destroy(headers) }
        return unsafe KafkaError(consuming: raw, during: "produce to \(record.topic)")
    }

    private static func makeHeaders(_ headers: [KafkaHeader]) -> OpaquePointer? {
        guard !headers.isEmpty else { return nil }
        let list = unsafe rd_kafka_headers_new(headers.count)
        for header in headers {
            let name = header.name
            unsafe withOptionalBytes(header.value) { start, count in
                unsafe _ = rd_kafka_header_add(list, name, -1, start, count)
            }
        }
        return unsafe list
    }
}
