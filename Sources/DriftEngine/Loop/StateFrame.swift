/// How a value stands on the state topic: the format's version, a checksum, the value. A deletion stays empty.
///
/// Brokers have checksums of their own; this one finds what was cut, mixed up or written by something else.
public enum StateFrame {
    private static let version: UInt8 = 2
    private static let headCount = 5

    /// The value as it is written.
    public static func wrap(_ value: [UInt8]) -> [UInt8] {
        guard !value.isEmpty else { return [] }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(headCount + value.count)
        bytes.append(version)
        let sum = checksum(of: value.span)
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
        guard sum == checksum(of: bytes.span.extracting(headCount...)) else {
            throw RestoreFailure("a state record's checksum does not fit its value")
        }
        return Array(bytes[headCount...])
    }

    /// CRC-32 as in IEEE 802.3, eight bytes at a time.
    static func checksum(of bytes: Span<UInt8>) -> UInt32 {
        let table = tables
        var sum = UInt32.max
        var place = 0
        while place + 8 <= bytes.count {
            let first = sum ^ word(bytes, place)
            let second = word(bytes, place + 4)
            sum =
                table[1_792 + Int(first & 255)] ^ table[1_536 + Int(first >> 8 & 255)]
                ^ table[1_280 + Int(first >> 16 & 255)] ^ table[1_024 + Int(first >> 24)]
            sum ^= table[768 + Int(second & 255)] ^ table[512 + Int(second >> 8 & 255)]
            sum ^= table[256 + Int(second >> 16 & 255)] ^ table[Int(second >> 24)]
            place += 8
        }
        while place < bytes.count {
            sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ bytes[place])] ^ (sum >> 8)
            place += 1
        }
        return ~sum
    }

    private static func word(_ bytes: Span<UInt8>, _ place: Int) -> UInt32 {
        UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
            | UInt32(bytes[place + 3]) << 24
    }

    /// For each of eight places behind a byte, what the byte does to the sum.
    private static let tables: [UInt32] = {
        var tables = (0..<256 as Range<UInt32>).map { number in
            (0..<8).reduce(number) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
        }
        for index in 256..<2_048 {
            let before = tables[index - 256]
            tables.append(tables[Int(before & 255)] ^ (before >> 8))
        }
        return tables
    }()
}
