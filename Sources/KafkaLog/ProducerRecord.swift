internal import CRdkafka

/// A record to produce.
public struct ProducerRecord: Hashable, Sendable {
    /// The topic.
    public var topic: String
    /// The partition; nil lets the key's murmur2 decide, or chance if there is no key.
    public var partition: Int32?
    /// The key; nil is a null, not an empty key.
    public var key: [UInt8]?
    /// The value; nil is a null (a tombstone), not an empty value.
    public var value: [UInt8]?
    /// The headers, in order.
    public var headers: [KafkaHeader]
    /// Milliseconds since 1970; nil is the time of sending.
    public var timestampMilliseconds: Int64?

    /// A record for this topic.
    public init(
        topic: String, partition: Int32? = nil, key: [UInt8]? = nil, value: [UInt8]?,
        headers: [KafkaHeader] = [], timestampMilliseconds: Int64? = nil
    ) {
        self.topic = topic
        self.partition = partition
        self.key = key
        self.value = value
        self.headers = headers
        self.timestampMilliseconds = timestampMilliseconds
    }

    /// Lends the record as librdkafka's list of fields. Topic, key and value are copied by the call that gets
    /// them; `headers`, if any, are its to keep.
    func withRawFields(
        headers: OpaquePointer?, _ body: (UnsafeBufferPointer<rd_kafka_vu_t>) -> OpaquePointer?
    ) -> OpaquePointer? {
        unsafe topic.withCString { topic in
            unsafe withOptionalBytes(key) { keyStart, keyCount in
                unsafe withOptionalBytes(value) { valueStart, valueCount in
                    var fields = unsafe plainFields(headers: headers)
                    unsafe fields += [
                        Self.field(RD_KAFKA_VTYPE_TOPIC) { unsafe $0.cstr = topic },
                        Self.field(RD_KAFKA_VTYPE_KEY) {
                            unsafe ($0.mem.ptr, $0.mem.size) = (keyStart, keyCount)
                        },
                        Self.field(RD_KAFKA_VTYPE_VALUE) {
                            unsafe ($0.mem.ptr, $0.mem.size) = (valueStart, valueCount)
                        },
                    ]
                    return unsafe fields.withUnsafeBufferPointer { unsafe body($0) }
                }
            }
        }
    }

    /// The fields that hold no borrowed bytes.
    private func plainFields(headers: OpaquePointer?) -> [rd_kafka_vu_t] {
        var fields = unsafe [Self.field(RD_KAFKA_VTYPE_MSGFLAGS) { unsafe $0.i = RD_KAFKA_MSG_F_COPY }]
        if let partition {
            unsafe fields.append(Self.field(RD_KAFKA_VTYPE_PARTITION) { unsafe $0.i32 = partition })
        }
        if let time = timestampMilliseconds {
            unsafe fields.append(Self.field(RD_KAFKA_VTYPE_TIMESTAMP) { unsafe $0.i64 = time })
        }
        if let headers = unsafe headers {
            unsafe fields.append(Self.field(RD_KAFKA_VTYPE_HEADERS) { unsafe $0.headers = headers })
        }
        return unsafe fields
    }

    private static func field(
        _ type: rd_kafka_vtype_t, _ fill: (inout rd_kafka_vu_t.__Unnamed_union_u) -> Void
    ) -> rd_kafka_vu_t {
        var field = unsafe rd_kafka_vu_t()
        unsafe field.vtype = type
        unsafe fill(&field.u)
        return unsafe field
    }
}

/// Lends the bytes; null has no address, and empty bytes have one, so that the two stay apart.
func withOptionalBytes<Result>(
    _ bytes: [UInt8]?, _ body: (UnsafeMutableRawPointer?, Int) -> Result
) -> Result {
    guard let bytes else { return body(nil, 0) }
    return unsafe bytes.withUnsafeBytes { buffer in
        let start = unsafe buffer.baseAddress ?? UnsafeRawPointer(bitPattern: 1)
        return unsafe body(UnsafeMutableRawPointer(mutating: start), buffer.count)
    }
}
