/// What an evaluation has cost and may cost. The cost depends on program and values only, never on time or on what was
/// evaluated before.
///
/// A unit is about a node visited, an element made or compared, or 16 bytes read or written. So the limit bounds the
/// memory that an evaluation can take as well.
public struct Meter: Sendable {
    /// What may be spent.
    public let limit: Int
    /// What was spent.
    public private(set) var cost = 0

    /// A meter of which nothing is spent.
    public init(limit: Int) {
        self.limit = limit
    }

    /// True if more was spent than there is: whatever is computed from then on is thrown away.
    public var isExhausted: Bool { cost > limit }

    /// Spends units; false if that exhausts the meter. To be asked before the work is done or the room is taken.
    @inline(__always)
    public mutating func spend(_ units: Int) -> Bool {
        let (sum, isOverflow) = cost.addingReportingOverflow(units)
        cost = isOverflow ? .max : sum
        return cost <= limit
    }

    /// Spends what it costs to read or write so many bytes.
    @inline(__always)
    public mutating func spend(bytes count: Int) -> Bool {
        spend(count >> 4)
    }
}
