internal import CloudModel

/// Appends numbers and texts to bytes, without tags: who reads them back knows what stands there.
struct PackedWriter {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(256) }

    mutating func write(byte: UInt8) { bytes.append(byte) }

    /// Seven bits a byte, the lowest first.
    mutating func write(count: UInt64) {
        var rest = count
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Eight bytes, the highest first.
    mutating func write(word: UInt64) {
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: word >> shift))
        }
    }

    mutating func write(_ time: Timestamp) { write(word: UInt64(bitPattern: time.nanoseconds)) }

    mutating func write(_ text: String) {
        var text = text
        write(count: UInt64(text.utf8.count))
        text.withUTF8 { unsafe bytes.append(contentsOf: $0) }
    }

    mutating func write(_ run: [UInt8]) {
        write(count: UInt64(run.count))
        bytes += run
    }
}

/// Reads what a `PackedWriter` wrote; anything else is refused. The bytes are lent to each call.
struct PackedReader {
    private var place = 0

    init() {}

    mutating func byte(_ bytes: Span<UInt8>) throws(StoreFailure) -> UInt8 {
        guard place < bytes.count else { throw PackedReader.cutShort }
        defer { place += 1 }
        return bytes[place]
    }

    mutating func count(_ bytes: Span<UInt8>) throws(StoreFailure) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte(bytes)
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
            guard shift < 64 else { throw PackedReader.cutShort }
        }
    }

    mutating func word(_ bytes: Span<UInt8>) throws(StoreFailure) -> UInt64 {
        guard place + 8 <= bytes.count else { throw PackedReader.cutShort }
        var value: UInt64 = 0
        for index in place..<place + 8 { value = value << 8 | UInt64(bytes[index]) }
        place += 8
        return value
    }

    mutating func time(_ bytes: Span<UInt8>) throws(StoreFailure) -> Timestamp {
        Timestamp(nanoseconds: Int64(bitPattern: try word(bytes)))
    }

    mutating func text(_ bytes: Span<UInt8>) throws(StoreFailure) -> String {
        String(decoding: try run(bytes), as: UTF8.self)
    }

    mutating func run(_ bytes: Span<UInt8>) throws(StoreFailure) -> [UInt8] {
        let length = try count(bytes)
        guard length <= UInt64(bytes.count - place) else { throw PackedReader.cutShort }
        let end = place + Int(length)
        defer { place = end }
        return Array(copying: bytes.extracting(place..<end))
    }

    private static let cutShort = StoreFailure(.renew, "a row is cut short")
}
