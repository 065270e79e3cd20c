/// How often a value fell between bounds.
public struct Histogram: Sendable, Hashable {
    /// The upper bounds, rising; a value that equals one counts below it.
    public let bounds: [Double]
    /// How many values fell below each bound and not below the one before.
    public private(set) var counts: [Int]
    /// How many values there were, also above all bounds.
    public private(set) var count = 0
    /// The sum of all values.
    public private(set) var sum = 0.0

    /// An empty one. The bounds must rise.
    public init(_ bounds: [Double]) {
        precondition(zip(bounds, bounds.dropFirst()).allSatisfy(<), "a histogram's bounds must rise")
        self.bounds = bounds
        counts = Array(repeating: 0, count: bounds.count)
    }

    /// Counts a value; one that is no number is left out.
    public mutating func observe(_ value: Double) {
        guard !value.isNaN else { return }
        count += 1
        sum += value
        if let index = bounds.firstIndex(where: { value <= $0 }) { counts[index] += 1 }
    }
}
