/// A stable id for an event that has none of its own: 64 bits of FNV-1a over the fields that identify it.
struct IdentityHash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Takes one field; a missing one differs from an empty one.
    mutating func add(_ field: String?) {
        mix(field == nil ? 0x1E : 0x1F)
        for byte in (field ?? "").utf8 { mix(byte) }
    }

    /// The hash as sixteen hexadecimal digits.
    var text: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private mutating func mix(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
}
