import JSONTokens

/// How one value stands to another on their line.
enum Ordering {
    case less
    case equal
    case greater
    /// One of them is no number (NaN), so none of the comparisons holds.
    case none

    init<Line: Comparable>(_ left: Line, _ right: Line) {
        self = left < right ? .less : left == right ? .equal : left > right ? .greater : .none
    }

    var reversed: Ordering {
        switch self {
        case .less: .greater
        case .greater: .less
        case .equal, .none: self
        }
    }

    /// The order of two values of one kind; nil if they have none.
    static func of(_ left: Value, _ right: Value) -> Ordering? {
        if let numbers = ofNumbers(left, right) { return numbers }
        switch (left, right) {
        case (.bool(let left), .bool(let right)): return Ordering(left ? 1 : 0, right ? 1 : 0)
        case (.timestamp(let left), .timestamp(let right)): return Ordering(left, right)
        case (.duration(let left), .duration(let right)): return Ordering(left, right)
        case (.bytes(let left), .bytes(let right)): return ofBytes(left, right)
        default:
            guard let left = left.text, let right = right.text else { return nil }
            return ofBytes(left.utf8, right.utf8)
        }
    }

    /// The order of two numbers of any types; nil if one is no number type.
    static func ofNumbers(_ left: Value, _ right: Value) -> Ordering? {
        switch (left, right) {
        case (.int(let left), .int(let right)): Ordering(left, right)
        case (.uint(let left), .uint(let right)): Ordering(left, right)
        case (.double(let left), .double(let right)): Ordering(left, right)
        case (.int(let left), .uint(let right)): left < 0 ? .less : Ordering(UInt64(left), right)
        case (.uint(let left), .int(let right)): right < 0 ? .greater : Ordering(left, UInt64(right))
        case (.int(let left), .double(let right)): ofWhole(left, right)
        case (.uint(let left), .double(let right)): ofWhole(left, right)
        case (.double(let left), .int(let right)): ofWhole(right, left).reversed
        case (.double(let left), .uint(let right)): ofWhole(right, left).reversed
        default: nil
        }
    }

    /// Byte order of UTF-8 is the order of code points.
    private static func ofBytes<Bytes: Collection>(_ left: Bytes, _ right: Bytes) -> Ordering
    where Bytes.Element == UInt8 {
        if left.elementsEqual(right) { return .equal }
        return left.lexicographicallyPrecedes(right) ? .less : .greater
    }

    /// As the suite asks: outside the whole type's range by size, inside it after conversion to a decimal
    /// number, which rounds above 2^53.
    private static func ofWhole<Whole: FixedWidthInteger>(_ left: Whole, _ right: Double) -> Ordering {
        if right > Double(Whole.max) { return .less }
        if right < Double(Whole.min) { return .greater }
        return Ordering(Double(left), right)
    }
}
