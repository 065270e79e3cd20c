/// Numbers that look random and follow from a seed alone: SplitMix64 (Steele, Lea and Flood, "Fast splittable
/// pseudorandom number generators", 2014), with the constants of its published reference code.
///
/// Small, fast, the same on every machine; not for secrets.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The sequence that belongs to a seed.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 up to, not including, a limit above 0.
    public mutating func below(_ limit: Int) -> Int {
        precondition(limit > 0, "a number below zero or one was asked for")
        return Int(next().multipliedFullWidth(by: UInt64(limit)).high)
    }

    /// True in so many of a thousand cases.
    public mutating func chance(permille: Int) -> Bool {
        below(1000) < permille
    }

    /// One element of a list that is not empty.
    public mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }
}

/// Texts made of random characters, as cloud identifiers have them.
extension SeededGenerator {
    /// So many lower-case hexadecimal digits.
    mutating func hex(_ count: Int) -> String { text(count, from: Self.hexDigits) }

    /// So many decimal digits, the first not 0.
    mutating func digits(_ count: Int) -> String {
        String(1 + below(9)) + text(count - 1, from: Self.decimalDigits)
    }

    /// So many upper-case letters and digits.
    mutating func capitals(_ count: Int) -> String { text(count, from: Self.capitalsAndDigits) }

    /// So many characters of the base64 alphabet.
    mutating func base64(_ count: Int) -> String { text(count, from: Self.base64Characters) }

    /// A version 4 UUID.
    mutating func uuid() -> String {
        var bytes = characters(36, from: Self.hexDigits)
        for position in [8, 13, 18, 23] { bytes[position] = UInt8(ascii: "-") }
        bytes[14] = UInt8(ascii: "4")
        bytes[19] = Self.hexDigits[8 + below(4)]
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func text(_ count: Int, from alphabet: [UInt8]) -> String {
        String(decoding: characters(count, from: alphabet), as: UTF8.self)
    }

    /// Eight characters a draw; the tiny bias of the remainder does not matter for made-up names.
    private mutating func characters(_ count: Int, from alphabet: [UInt8]) -> [UInt8] {
        let size = UInt64(alphabet.count)
        var result: [UInt8] = []
        result.reserveCapacity(count)
        var bits: UInt64 = 0
        for position in 0..<count {
            if position % 8 == 0 { bits = next() }
            result.append(alphabet[Int((bits & 0xff) % size)])
            bits >>= 8
        }
        return result
    }

    private static let hexDigits = Array("0123456789abcdef".utf8)
    private static let decimalDigits = Array("0123456789".utf8)
    private static let capitalsAndDigits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    private static let base64Characters = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
