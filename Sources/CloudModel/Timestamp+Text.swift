extension Timestamp {
    /// Reads an RFC 3339 date-time (`2023-07-10T11:45:01Z`, up to nine fraction digits, `Z` or a numeric
    /// offset; more
    /// digits are cut). Returns nil for anything else or a year outside 1678 to 2261.
    public init?(rfc3339 text: some StringProtocol) {
        var reader = DigitReader(bytes: Array(text.utf8))
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
            let day = reader.number(2), reader.skip("T") || reader.skip("t") || reader.skip(" "),
            let hour = reader.number(2), reader.skip(":"), let minute = reader.number(2), reader.skip(":"),
            let second = reader.number(2), (1678...2261).contains(year), (1...12).contains(month),
            (1...Timestamp.days(in: month, of: year)).contains(day), hour < 24, minute < 60, second <= 60
        else { return nil }
        let fraction = reader.skip(".") ? reader.fraction() : 0
        guard let fraction, let offset = reader.offsetSeconds(), reader.isAtEnd else { return nil }
        let days = Timestamp.daysFromCivil(year, month, day)
        let seconds = Int64(days) * 86400 + Int64(hour * 3600 + minute * 60 + second) - Int64(offset)
        self.init(nanoseconds: seconds * 1_000_000_000 + Int64(fraction))
    }

    /// Reads the one form that most records have, `2023-07-10T11:45:01Z`, without a text made. Returns nil for anything
    /// else, be it a date-time or not: then ask `init(rfc3339:)`.
    public init?(plain text: Span<UInt8>) {
        guard text.count == 20, text[4] == 0x2D, text[7] == 0x2D, text[10] == 0x54, text[13] == 0x3A,
            text[16] == 0x3A, text[19] == 0x5A
        else { return nil }
        var isNumber = true
        func number(_ place: Int) -> Int {
            let high = Int(text[place]) - 48
            let low = Int(text[place + 1]) - 48
            if UInt(bitPattern: high) > 9 || UInt(bitPattern: low) > 9 { isNumber = false }
            return high * 10 + low
        }
        let year = number(0) * 100 + number(2)
        let month = number(5)
        let day = number(8)
        let hour = number(11)
        let minute = number(14)
        let second = number(17)
        guard isNumber, year >= 1678, year <= 2261, month >= 1, month <= 12, day >= 1,
            day <= Timestamp.days(in: month, of: year), hour < 24, minute < 60, second < 60
        else { return nil }
        let days = Int64(Timestamp.daysFromCivil(year, month, day))
        self.init(seconds: days * 86400 + Int64(hour * 3600 + minute * 60 + second))
    }

    /// The instant as RFC 3339 in UTC, with as many groups of three fraction digits as it needs.
    public var rfc3339: String {
        let seconds = Timestamp.floorDivide(nanoseconds, 1_000_000_000)
        let fraction = nanoseconds &- seconds &* 1_000_000_000  // wraps and comes back near the ends
        let days = Timestamp.floorDivide(seconds, 86400)
        let rest = Int(seconds - days * 86400)
        let (year, month, day) = Timestamp.civil(fromDays: Int(days))
        return unsafe String(unsafeUninitializedCapacity: 30) { buffer in
            var text = unsafe OutputSpan(buffer: buffer, initializedCount: 0)
            Timestamp.append(year, digits: 4, to: &text)
            for (separator, number) in [
                ("-" as Unicode.Scalar, month), ("-", day), ("T", rest / 3600), (":", rest / 60 % 60),
                (":", rest % 60),
            ] {
                text.append(UInt8(ascii: separator))
                Timestamp.append(number, digits: 2, to: &text)
            }
            // Milliseconds, microseconds or nanoseconds, as few as say it all.
            var (digits, part) = (9, Int(fraction))
            if part != 0 {
                while part % 1000 == 0 { (digits, part) = (digits - 3, part / 1000) }
                text.append(UInt8(ascii: "."))
                Timestamp.append(part, digits: digits, to: &text)
            }
            text.append(UInt8(ascii: "Z"))
            return unsafe text.finalize(for: buffer)
        }
    }

    /// Appends a number of so many digits, with zeros before it.
    private static func append(_ number: Int, digits: Int, to text: inout OutputSpan<UInt8>) {
        var unit = 1
        for _ in 1..<digits { unit *= 10 }
        while unit > 0 {
            text.append(UInt8(ascii: "0") + UInt8(number / unit % 10))
            unit /= 10
        }
    }

    private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// Days since 1970-01-01 of a date of the proleptic Gregorian calendar (Howard Hinnant,
    /// "chrono-Compatible
    /// Low-Level Date Algorithms").
    private static func daysFromCivil(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468
    }

    private static func civil(fromDays days: Int) -> (Int, Int, Int) {
        let shifted = days + 719468
        let era = (shifted >= 0 ? shifted : shifted - 146096) / 146097
        let dayOfEra = shifted - era * 146097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1
        )
    }
}

/// Reads fixed-width numbers off a short text.
private struct DigitReader {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    mutating func digit() -> Int? {
        guard position < bytes.count, (48...57).contains(bytes[position]) else { return nil }
        position += 1
        return Int(bytes[position - 1]) - 48
    }

    mutating func number(_ width: Int) -> Int? {
        var value = 0
        for _ in 0..<width {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// The digits behind the point as nanoseconds.
    mutating func fraction() -> Int? {
        var value = 0
        var count = 0
        while let digit = digit() {
            if count < 9 { value = value * 10 + digit }
            count += 1
        }
        guard count > 0 else { return nil }
        for _ in min(count, 9)..<9 { value *= 10 }
        return value
    }

    mutating func offsetSeconds() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let sign = skip("+") ? 1 : skip("-") ? -1 : 0
        guard sign != 0, let hours = number(2) else { return nil }
        _ = skip(":")
        guard let minutes = number(2), hours < 24, minutes < 60 else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }
}
