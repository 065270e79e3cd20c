/// A length of time to the nanosecond, at most about 292 years either way, as cel-spec bounds it.
public struct TimeSpan: Hashable, Sendable {
    /// The length; negative for one back in time.
    let nanosecondCount: Int64

    /// The length, or nil if so many nanoseconds do not fit 64 bits.
    public init?(seconds: Int64, nanoseconds: Int32 = 0) {
        self.init(total: Int128(seconds) * 1_000_000_000 + Int128(nanoseconds))
    }

    init?(total: Int128) {
        guard let count = Int64(exactly: total) else { return nil }
        nanosecondCount = count
    }

    /// Whole seconds, rounded down.
    public var seconds: Int64 { nanosecondCount.flooredDivision(by: 1_000_000_000).quotient }

    /// Nanoseconds beyond the whole seconds, 0 to 999,999,999.
    public var nanoseconds: Int32 { Int32(nanosecondCount.flooredDivision(by: 1_000_000_000).remainder) }

    var total: Int128 { Int128(nanosecondCount) }
}

extension TimeSpan: Comparable {
    /// The shorter one is less.
    public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
        left.nanosecondCount < right.nanosecondCount
    }
}
