internal import CRdkafka

/// A consumed record, lent. Its bytes belong to librdkafka and are valid only inside the call that lends it.
@safe public struct KafkaMessage: ~Copyable {
    private let raw: UnsafePointer<rd_kafka_message_t>
    /// The topic it was read from.
    public let topic: String

    init(_ raw: UnsafePointer<rd_kafka_message_t>, topic: String) {
        unsafe self.raw = raw
        self.topic = topic
    }

    /// The number of the partition it was read from.
    public var partition: Int32 { unsafe raw.pointee.partition }

    /// Its offset in the partition.
    public var offset: Int64 { unsafe raw.pointee.offset }

    /// Its time in milliseconds since 1970, given by the producer or, if the topic says so, by the broker.
    public var timestampMilliseconds: Int64? {
        var type = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE
        let time = unsafe rd_kafka_message_timestamp(raw, &type)
        return type == RD_KAFKA_TIMESTAMP_NOT_AVAILABLE ? nil : time
    }

    /// Lends the key's bytes; returns nil, without calling `body`, if the key is null.
    public func withKey<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard let bytes = unsafe Self.bytes(raw.pointee.key, raw.pointee.key_len) else { return nil }
        return try unsafe body(bytes.span)
    }

    /// Lends the value's bytes; returns nil, without calling `body`, if the value is null (a tombstone).
    public func withValue<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard let bytes = unsafe Self.bytes(raw.pointee.payload, raw.pointee.len) else { return nil }
        return try unsafe body(bytes.span)
    }

    /// How many bytes key and value have together.
    public var byteCount: Int { unsafe raw.pointee.key_len + raw.pointee.len }

    /// A copy of the key, or nil for null.
    public var key: [UInt8]? {
        unsafe Self.bytes(raw.pointee.key, raw.pointee.key_len).map { unsafe [UInt8]($0) }
    }

    /// A copy of the value, or nil for null.
    public var value: [UInt8]? {
        unsafe Self.bytes(raw.pointee.payload, raw.pointee.len).map { unsafe [UInt8]($0) }
    }

    /// Copies of the headers, in the record's order.
    public var headers: [KafkaHeader] {
        var list: OpaquePointer?
        guard unsafe rd_kafka_message_headers(raw, &list) == RD_KAFKA_RESP_ERR_NO_ERROR else { return [] }
        var found: [KafkaHeader] = []
        var name: UnsafePointer<CChar>?
        var start: UnsafeRawPointer?
        var count = 0
        while unsafe rd_kafka_header_get_all(list, found.count, &name, &start, &count)
            == RD_KAFKA_RESP_ERR_NO_ERROR
        {
            let value = unsafe start.map { unsafe [UInt8](UnsafeRawBufferPointer(start: $0, count: count)) }
            found.append(KafkaHeader(unsafe name.map { unsafe String(cString: $0) } ?? "", value))
        }
        return found
    }

    private static func bytes(_ start: UnsafeMutableRawPointer?, _ count: Int) -> UnsafeBufferPointer<UInt8>?
    {
        unsafe start.map {
            unsafe UnsafeBufferPointer(start: $0.assumingMemoryBound(to: UInt8.self), count: count)
        }
    }
}
