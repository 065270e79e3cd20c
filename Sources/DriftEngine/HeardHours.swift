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
            age(by: hour - newest)
            self.newest = hour
            set(0)
            return true
        }
        let age = newest - hour
        guard age < HeardHours.windowLength, !has(age) else { return false }
        set(age)
        return true
    }

    /// How many hours are known.
    var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// The heard hours by their ages, rising.
    var ages: [Int64] {
        var ages: [Int64] = []
        for (index, word) in bits.enumerated() {
            var rest = word
            while rest != 0 {
                ages.append(Int64(index * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
        return ages
    }

    /// On how many days (UTC) it was heard.
    var dayCount: Int {
        guard let newest else { return 0 }
        var count = 0
        var last = Int64.max
        for age in ages where (newest - age) / 24 != last {
            last = (newest - age) / 24
            count += 1
        }
        return count
    }

    /// The most hours in a row in which it was not heard, between two in which it was.
    var longestGap: Int64 {
        let ages = ages
        return zip(ages.dropFirst(), ages).map { $0 - $1 - 1 }.max() ?? 0
    }

    /// Lets every hour grow older; the oldest fall out.
    private mutating func age(by hours: Int64) {
        let hours = min(hours, HeardHours.windowLength)
        let (words, rest) = (Int(hours / 64), UInt64(hours % 64))
        for index in bits.indices.reversed() {
            let source = index - words
            var word = source < 0 ? 0 : bits[source] << rest
            if rest > 0, source > 0 { word |= bits[source - 1] >> (64 - rest) }
            bits[index] = word
        }
        // The last word is only partly of the window.
        let kept = HeardHours.windowLength % 64
        if kept > 0 { bits[bits.count - 1] &= 1 << UInt64(kept) - 1 }
    }

    private func has(_ age: Int64) -> Bool { bits[Int(age) / 64] >> UInt64(age % 64) & 1 == 1 }

    private mutating func set(_ age: Int64) { bits[Int(age) / 64] |= 1 << UInt64(age % 64) }
}
