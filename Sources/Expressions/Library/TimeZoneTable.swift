/// What clocks show in the named time zones. The table is part of the program, not of the machine, so that every machine
/// that runs one build answers alike.
struct TimeZoneTable {
    private static let epoch: Int64 = -5_364_662_400

    private static let zones: [String: NamedZone] = {
        var zones: [String: NamedZone] = [:]
        var aliases: [(String, String)] = []
        for line in ZoneTexts.lines.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words.count == 2 {
                aliases.append((words[0], words[1]))
            } else {
                zones[words[0]] = NamedZone(
                    offsets: words[1], changes: words[2], rule: words[3], epoch: epoch)
            }
        }
        for (alias, name) in aliases { zones[alias] = zones[name] }
        return zones
    }()

    /// Seconds east of UTC at that instant; nil for an unknown zone. A zone is named as IANA does, or given as `+hh:mm`,
    /// `-hh:mm` or `hh:mm`.
    static func secondsEast(_ zone: String, at instant: Instant) -> Int64? {
        var scanner = DigitScanner(zone)
        let isWest = scanner.take("-")
        if !isWest { _ = scanner.take("+") }
        if let offset = scanner.clockOffset(), scanner.isAtEnd { return isWest ? -offset : offset }
        return zones[zone]?.secondsEast(at: instant.seconds)
    }
}

/// One zone of the table.
struct NamedZone {
    private let offsets: [Int64]
    /// When another offset begins to hold, and the place of that one; rising.
    private let changes: [(instant: Int64, place: Int)]
    private let rule: YearlyRule

    init(offsets: String, changes: String, rule: String, epoch: Int64) {
        self.offsets = offsets.split(separator: ",").map { Int64($0) ?? 0 }
        self.rule = YearlyRule(rule)
        var instants: [(Int64, Int)] = []
        var instant = epoch
        var distance: Int64 = 0
        for sign in changes.utf8 {
            switch sign {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): distance = distance * 36 + Int64(sign - 0x30)
            case UInt8(ascii: "a")...UInt8(ascii: "z"): distance = distance * 36 + Int64(sign - 0x61 + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                instant += distance
                distance = 0
                instants.append((instant, Int(sign - 0x41)))
            default: break
            }
        }
        self.changes = instants
    }

    func secondsEast(at second: Int64) -> Int64 {
        guard let last = changes.last, second < last.instant else {
            return rule.secondsEast(at: second)
        }
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].instant <= second { low = middle + 1 } else { high = middle }
        }
        return offsets[low == 0 ? 0 : changes[low - 1].place]
    }
}

/// What holds behind the last change of a zone: one offset, or two that take turns every year.
struct YearlyRule {
    private let standard: Int64
    private let summer: Int64
    private let start: YearlyDay?
    private let end: YearlyDay?

    init(_ text: String) {
        let parts = text.split(separator: ",")
        standard = Int64(parts[0]) ?? 0
        summer = parts.count == 4 ? Int64(parts[1]) ?? 0 : standard
        start = parts.count == 4 ? YearlyDay(parts[2]) : nil
        end = parts.count == 4 ? YearlyDay(parts[3]) : nil
    }

    func secondsEast(at second: Int64) -> Int64 {
        guard let start, let end else { return standard }
        let year = CivilDate(daysSince1970: (second + standard).flooredDivision(by: 86_400).quotient).year
        let spring = start.second(of: year) - standard
        let autumn = end.second(of: year) - summer
        let isSummer =
            spring < autumn ? spring <= second && second < autumn : second < autumn || spring <= second
        return isSummer ? summer : standard
    }
}

/// A moment of every year, such as the last Sunday of March at two o'clock.
struct YearlyDay {
    private let month: Int64
    /// 1 to 4, or 5 for the last one.
    private let week: Int64
    /// From Sunday, 0.
    private let weekday: Int64
    private let secondOfDay: Int64

    /// From `month.week.weekday.second`.
    init?(_ text: Substring) {
        let parts = text.split(separator: ".").compactMap { Int64($0) }
        guard parts.count == 4 else { return nil }
        (month, week, weekday, secondOfDay) = (parts[0], parts[1], parts[2], parts[3])
    }

    /// Seconds from 1970 on the clock of the place.
    func second(of year: Int64) -> Int64 {
        let first = CivilDate(year: year, month: month, day: 1).daysSince1970
        let firstWeekday = (first + 4).flooredDivision(by: 7).remainder
        var day = first + (weekday - firstWeekday).flooredDivision(by: 7).remainder + 7 * (week - 1)
        if CivilDate(daysSince1970: day).month != month { day -= 7 }
        return day * 86_400 + secondOfDay
    }
}
