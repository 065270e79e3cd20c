/// How a value stands on the state topic: the format's version, a checksum, the value. A deletion stays empty.
///
/// Brokers have checksums of their own; this one finds what was cut, mixed up or written by something else.
public enum StateFrame {
    private static let version: UInt8 = 1
    private static let headCount = 5

    /// The value as it is written.
    public static func wrap(_ value: [UInt8]) -> [UInt8] {
        guard !value.isEmpty else { return [] }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(headCount + value.count)
        bytes.append(version)
        let sum = checksum(of: value[...])
        for shift in stride(from: UInt32(24), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: sum >> shift))
        }
        bytes += value
        return bytes
    }

    /// The value in what was read.
    public static func unwrap(_ bytes: [UInt8]) throws(RestoreFailure) -> [UInt8] {
        guard let first = bytes.first else { return [] }
        guard first == version else {
            throw RestoreFailure("a state record has format \(first), this version reads \(version)")
        }
        guard bytes.count > headCount else { throw RestoreFailure("a state record is cut short") }
        let sum = bytes[1..<headCount].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard sum == checksum(of: bytes[headCount...]) else {
            throw RestoreFailure("a state record's checksum does not fit its value")
        }
        return Array(bytes[headCount...])
    }

    /// CRC-32 as in IEEE 802.3.
    static func checksum(of bytes: ArraySlice<UInt8>) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
        return ~sum
    }

    private static let table: [UInt32] = (0..<256 as Range<UInt32>).map { number in
        (0..<8).reduce(number) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
    }
}
