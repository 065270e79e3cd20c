extension Machine {
    /// Compares instants or lengths of time that move with the clock, and notes when the answer changes.
    mutating func timedCompare(_ sign: Comparison, _ left: Int32, _ right: Int32, _ slope: Int32) -> Value {
        let first = evaluate(left)
        let second = evaluate(right)
        if let undecided = Self.undecided(first, second) { return undecided }
        let distance: Int128
        switch (first, second) {
        case (.timestamp(let first), .timestamp(let second)): distance = first.total - second.total
        case (.duration(let first), .duration(let second)): distance = first.total - second.total
        default: return .noOverload
        }
        let wait = Self.wait(sign, distance, Int128(slope))
        if wait > 0 {
            nextChange = min(nextChange ?? wait, wait)
        } else {
            lastChange = min(lastChange ?? -wait, -wait)
        }
        switch sign {
        case .less: return .bool(distance < 0)
        case .lessEqual: return .bool(distance <= 0)
        case .greater: return .bool(distance > 0)
        case .greaterEqual: return .bool(distance >= 0)
        }
    }

    /// The nanoseconds until a distance that grows by `slope` a nanosecond passes the boundary of the sign; if it has
    /// passed it, how long ago as a number that is not positive.
    private static func wait(_ sign: Comparison, _ distance: Int128, _ slope: Int128) -> Int128 {
        // `<` and `>=` change between -1 and 0, `<=` and `>` between 0 and 1.
        let isStrictBelow = sign == .less || sign == .greaterEqual
        let upper: Int128 = isStrictBelow ? 0 : 1
        let missing = slope > 0 ? upper - distance : distance - (upper - 1)
        let speed = slope > 0 ? slope : -slope
        return missing > 0 ? (missing + speed - 1) / speed : missing / speed
    }
}
