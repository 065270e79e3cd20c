extension Instant {
    /// Reads RFC 3339, such as `2009-02-13T23:31:30.5Z` or with an offset `+01:00`; nil if it is none.
    public init?(text: String) {
        var scanner = DigitScanner(text)
        guard let year = scanner.digits(4), scanner.take("-"), let month = scanner.digits(2),
            scanner.take("-"),
            let day = scanner.digits(2), scanner.take("T") || scanner.take("t"),
            let hour = scanner.digits(2), scanner.take(":"), let minute = scanner.digits(2),
            scanner.take(":"),
            let second = scanner.digits(2), let nanoseconds = scanner.fraction(),
            let offset = scanner.zoneOffset(), scanner.isAtEnd
        else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        guard date.isValid, hour < 24, minute < 60, second < 60 else { return nil }
        let seconds = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - offset
        self.init(seconds: seconds, nanoseconds: Int32(nanoseconds))
    }

    /// The instant as RFC 3339 in UTC, with as many decimals as it needs.
    public var text: String {
        let (days, rest) = seconds.flooredDivision(by: 86_400)
        let date = CivilDate(daysSince1970: days)
        let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { Self.padded($0, 2) }.joined(separator: ":")
        return
            "\(Self.padded(date.year, 4))-\(Self.padded(date.month, 2))-\(Self.padded(date.day, 2))T\(clock)"
            + "\(TimeSpan.fractionText(nanoseconds))Z"
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// A day of the Gregorian calendar.
struct CivilDate {
    let year: Int64
    let month: Int64
    let day: Int64

    init(year: Int64, month: Int64, day: Int64) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Howard Hinnant's algorithm: years begin in March, so that the leap day is a year's last.
    init(daysSince1970 days: Int64) {
        let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shifted + 2) / 5 + 1
        month = shifted < 10 ? shifted + 3 : shifted - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var daysSince1970: Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = shiftedYear.flooredDivision(by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Days since the first of January.
    var dayOfYear: Int64 { daysSince1970 - CivilDate(year: year, month: 1, day: 1).daysSince1970 }

    var isValid: Bool {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...12).contains(month) && day >= 1 && day <= lengths[Int(month) - 1]
    }
}

/// Reads fixed forms of digits and signs.
struct DigitScanner {
    private let text: [UInt8]
    private var position = 0

    init(_ text: String) {
        self.text = Array(text.utf8)
    }

    var isAtEnd: Bool { position == text.count }

    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard position < text.count, UInt32(text[position]) == sign.value else { return false }
        position += 1
        return true
    }

    /// Exactly `count` digits.
    mutating func digits(_ count: Int) -> Int64? {
        guard position + count <= text.count else { return nil }
        var value: Int64 = 0
        for index in position..<(position + count) {
            guard Lexer.isDigit(text[index]) else { return nil }
            value = value * 10 + Int64(text[index] - 0x30)
        }
        position += count
        return value
    }

    /// All digits that follow, at most 18 of them; nil if there is none.
    mutating func run() -> (value: Int64, count: Int)? {
        let start = position
        while position < text.count, Lexer.isDigit(text[position]) { position += 1 }
        let count = position - start
        position = start
        guard count > 0, count <= 18, let value = digits(count) else { return nil }
        return (value, count)
    }

    /// Nanoseconds after a point; 0 without a point; nil for a point without one to nine digits.
    mutating func fraction() -> Int64? {
        guard take(".") else { return 0 }
        guard let (value, count) = run(), count <= 9 else { return nil }
        var nanoseconds = value
        for _ in count..<9 { nanoseconds *= 10 }
        return nanoseconds
    }

    /// Seconds east of UTC from `Z` or `+hh:mm`; nil if neither follows.
    mutating func zoneOffset() -> Int64? {
        if take("Z") || take("z") { return 0 }
        let isWest = take("-")
        guard isWest || take("+") else { return nil }
        return clockOffset().map { isWest ? -$0 : $0 }
    }

    /// Seconds from `hh:mm`.
    mutating func clockOffset() -> Int64? {
        guard let hours = digits(2), take(":"), let minutes = digits(2), hours < 24, minutes < 60 else {
            return nil
        }
        return hours * 3600 + minutes * 60
    }
}
