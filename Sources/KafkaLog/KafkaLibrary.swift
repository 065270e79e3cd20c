internal import CRdkafka

/// The client library that is linked.
public enum KafkaLibrary {
    /// Its version as text, such as `2.0.2`.
    public static var version: String {
        guard let text = unsafe rd_kafka_version_str() else { return "unknown" }
        return unsafe String(cString: text)
    }

    /// True if it is at least this version.
    public static func isAtLeast(_ major: Int, _ minor: Int, _ patch: Int) -> Bool {
        Int(rd_kafka_version()) >> 8 >= major << 16 | minor << 8 | patch
    }
}
