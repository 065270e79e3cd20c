internal import CloudModel

/// In which hours a region of an account was heard: the newest, and which of the four weeks before it.
///
/// A function of the set of hours: what lies further back than four weeks before the newest counts in no order.
struct HeardHours {
    /// How many hours are told apart.
    static let windowLength: Int64 = 28 * 24
    private static let nanoseconds: Int64 = 3_600_000_000_000
    /// The newest hour, counted from 1970; nil if none was heard.
    private(set) var newest: Int64?
    /// By age in hours, whether the hour was heard.
    private var bits = [UInt64](repeating: 0, count: Int(windowLength + 63) / 64)

    /// Never heard.
    init() {}

    /// The beginning of an hour.
    static func beginning(of hour: Int64) -> Timestamp { Timestamp(nanoseconds: hour * nanoseconds) }

    /// The number of the hour that begins at an instant.
    static func number(of beginning: Timestamp) -> Int64 { beginning.nanoseconds / nanoseconds }

    /// Notes an hour. True if that is news.
    mutating func note(_ hour: Int64) -> Bool {
        guard let newest else {
            self.newest = hour
            set(0)
            return true
        }
        if hour > newest {
            let heard = ages
            bits = [UInt64](repeating: 0, count: bits.count)
            self.newest = hour
            set(0)
            for age in heard where age + hour - newest < HeardHours.windowLength { set(age + hour - newest) }
            return true
        }
        let age = newest - hour
        guard age < HeardHours.windowLength, !has(age) else { return false }
        set(age)
        return true
    }

    /// The heard hours by their ages, rising.
    var ages: [Int64] { (0..<HeardHours.windowLength).filter(has) }

    /// On how many days (UTC) it was heard.
    var dayCount: Int {
        guard let newest else { return 0 }
        return Set(ages.map { (newest - $0) / 24 }).count
    }

    /// The most hours in a row in which it was not heard, between two in which it was.
    var longestGap: Int64 {
        let ages = ages
        return zip(ages.dropFirst(), ages).map { $0 - $1 - 1 }.max() ?? 0
    }

    private func has(_ age: Int64) -> Bool { bits[Int(age) / 64] >> UInt64(age % 64) & 1 == 1 }

    private mutating func set(_ age: Int64) { bits[Int(age) / 64] |= 1 << UInt64(age % 64) }
}
