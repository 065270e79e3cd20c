/// Chooses partitions as Java's clients do, so that keys land where Connect and Streams put them.
public enum Partitioner {
    /// The partition of a record with this key: murmur2 with the sign cleared, modulo the count.
    public static func murmur2(_ key: Span<UInt8>, partitionCount: Int32) -> Int32 {
        precondition(partitionCount > 0, "a topic has at least one partition")
        return Int32(hash(key) & 0x7fff_ffff) % partitionCount
    }

    /// The partition of a record with this key.
    public static func murmur2(_ key: [UInt8], partitionCount: Int32) -> Int32 {
        murmur2(key.span, partitionCount: partitionCount)
    }

    private static let multiplier: UInt32 = 0x5bd1_e995

    private static func hash(_ key: Span<UInt8>) -> UInt32 {
        var hash = 0x9747_b28c ^ UInt32(truncatingIfNeeded: key.count)
        let whole = key.count & ~3
        var index = 0
        while index < whole {
            var word = littleEndianWord(key, index, 4) &* multiplier
            word = (word ^ (word >> 24)) &* multiplier
            hash = (hash &* multiplier) ^ word
            index += 4
        }
        if whole < key.count {
            hash = (hash ^ littleEndianWord(key, whole, key.count - whole)) &* multiplier
        }
        hash = (hash ^ (hash >> 13)) &* multiplier
        return hash ^ (hash >> 15)
    }

    private static func littleEndianWord(_ key: Span<UInt8>, _ start: Int, _ count: Int) -> UInt32 {
        var word: UInt32 = 0
        for place in 0..<count {
            word |= UInt32(key[start + place]) << UInt32(8 * place)
        }
        return word
    }
}
