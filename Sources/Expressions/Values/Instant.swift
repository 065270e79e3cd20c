/// An instant between the years 0001 and 9999, to the nanosecond.
public struct Instant: Hashable, Sendable {
    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    public let seconds: Int64
    /// Nanoseconds beyond the whole second, 0 to 999,999,999.
    public let nanoseconds: Int32

    /// The instant, or nil outside the years 0001 to 9999.
    public init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard (-62_135_596_800...253_402_300_799).contains(seconds), (0..<1_000_000_000).contains(nanoseconds)
        else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    init?(total: Int128) {
        let (quotient, remainder) = total.flooredDivision(by: 1_000_000_000)
        guard let seconds = Int64(exactly: quotient) else { return nil }
        self.init(seconds: seconds, nanoseconds: Int32(remainder))
    }

    var total: Int128 { Int128(seconds) * 1_000_000_000 + Int128(nanoseconds) }
}

extension Instant: Comparable {
    /// The earlier one is less.
    public static func < (left: Instant, right: Instant) -> Bool {
        left.seconds == right.seconds ? left.nanoseconds < right.nanoseconds : left.seconds < right.seconds
    }
}

extension BinaryInteger {
    /// The quotient rounded down, and a remainder that is never negative.
    func flooredDivision(by divisor: Self) -> (quotient: Self, remainder: Self) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
