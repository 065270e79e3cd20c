/// An instant of event time: nanoseconds since 1970-01-01T00:00:00Z. Covers the years 1678 to 2262.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Nanoseconds since 1970-01-01T00:00:00Z.
    public let nanoseconds: Int64

    /// The instant that many nanoseconds after 1970-01-01T00:00:00Z.
    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// The instant that many seconds after 1970-01-01T00:00:00Z.
    public init(seconds: Int64) {
        nanoseconds = seconds * 1_000_000_000
    }

    /// Before everything that is observed.
    public static let distantPast = Timestamp(nanoseconds: .min)
    /// After everything that is observed.
    public static let distantFuture = Timestamp(nanoseconds: .max)

    /// Whole milliseconds since 1970-01-01T00:00:00Z, rounded down; the unit of OCSF.
    public var milliseconds: Int64 {
        let (quotient, remainder) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// The time that passed between two instants, in nanoseconds; saturates.
    public static func - (later: Timestamp, earlier: Timestamp) -> Int64 {
        let (difference, overflow) = later.nanoseconds.subtractingReportingOverflow(earlier.nanoseconds)
        return overflow ? (later > earlier ? .max : .min) : difference
    }

    /// The instant that many nanoseconds later; saturates.
    public func advanced(byNanoseconds step: Int64) -> Timestamp {
        let (sum, overflow) = nanoseconds.addingReportingOverflow(step)
        return Timestamp(nanoseconds: overflow ? (step > 0 ? .max : .min) : sum)
    }

    /// Which of the two is earlier.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.nanoseconds < right.nanoseconds
    }
}
