internal import Expressions
internal import JSONTokens

/// Times as clouds write them.
enum TimeFunctions {
    static let group = FunctionGroup("Times", [cloudTime, days, withoutAPIDate])

    private static let cloudTime = CloudFunction(
        "cloudTime(value)",
        """
        The instant that a cloud's time stands for: RFC 3339 with or without zone or fraction, the compact form \
        `20230710T122429Z`, the form of IAM and KMS in CloudTrail (`Jul 10, 2023 12:24:29 PM`, which is UTC), and seconds or \
        milliseconds since 1970 as a number. Anything else is an error.
        """,
        examples: [
            ("cloudTime('Jul 10, 2023 12:24:29 PM')", #""2023-07-10T12:24:29Z""#),
            ("cloudTime('2023-07-10T14:24:29+02:00') == cloudTime('20230710T122429Z')", "true"),
            ("cloudTime(1688991869) == cloudTime(1688991869000)", "true"),
            ("cloudTime('N/A')", "error"),
        ],
        FunctionDeclaration("cloudTime", [.dyn], returns: .timestamp, .unary(instant)))

    private static let days = CloudFunction(
        "days(count)",
        "So many days as a length of time, for comparisons with ages: `now - timestamp(text) > days(90)`.",
        examples: [("days(90) == duration('2160h')", "true"), ("days(100000000)", "error")],
        FunctionDeclaration(
            "days", [.int], returns: .duration,
            .unary { count in
                let seconds = (count.readInt ?? 0).multipliedReportingOverflow(by: 86_400)
                let span = seconds.overflow ? nil : TimeSpan(seconds: seconds.partialValue)
                return span.map { .duration($0) } ?? .error(EvaluationError(.overflow, "days"))
            }))

    private static let withoutAPIDate = CloudFunction(
        "withoutAPIDate(name)",
        "The name of an event without the date of the API and the revision that some services append.",
        examples: [
            ("withoutAPIDate('CreateFunction20150331')", #""CreateFunction""#),
            ("withoutAPIDate('AddPermission20150331v2')", #""AddPermission""#),
            ("withoutAPIDate('UpdateDistribution2014_01_31')", #""UpdateDistribution""#),
            ("withoutAPIDate('CreateTrail')", #""CreateTrail""#),
        ],
        FunctionDeclaration(
            "withoutAPIDate", [.string], returns: .string,
            .unary { .string(APIDate.removed(from: $0.readText)) }))

    private static func instant(_ value: Value) -> Value {
        let instant: Instant? =
            switch value {
            case .timestamp(let instant): instant
            case .int(let number): CloudTime.instant(number)
            case .double(let number): Int64(exactly: number.rounded(.down)).flatMap { CloudTime.instant($0) }
            default: value.view?.string.flatMap { CloudTime.instant($0) }
            }
        return instant.map { .timestamp($0) }
            ?? .error(EvaluationError(.conversion, "no time: \(value.readText)"))
    }
}

/// Reads times in the forms that clouds use.
enum CloudTime {
    /// Seconds since 1970, or milliseconds where seconds would be past the year 5138.
    static func instant(_ number: Int64) -> Instant? {
        if (-100_000_000_000...100_000_000_000).contains(number) { return Instant(seconds: number) }
        let (seconds, rest) = number.quotientAndRemainder(dividingBy: 1000)
        return rest < 0
            ? Instant(seconds: seconds - 1, nanoseconds: Int32(rest + 1000) * 1_000_000)
            : Instant(seconds: seconds, nanoseconds: Int32(rest) * 1_000_000)
    }

    /// The instant of a text; nil if it is none.
    static func instant(_ text: String) -> Instant? {
        if let instant = Instant(text: text) ?? Instant(text: text + "Z") { return instant }
        if let compact = expanded(text) { return Instant(text: compact) }
        return spoken(text).flatMap { Instant(text: $0) }
    }

    /// `20230710T122429Z` with its signs.
    private static func expanded(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z") else {
            return nil
        }
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        return
            "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):\(part(13..<15))Z"
    }

    /// `Jul 10, 2023 12:24:29 PM` as RFC 3339.
    private static func spoken(_ text: String) -> String? {
        // Newer runtimes put a narrow space before AM and PM.
        let words = text.replacing("\u{202F}", with: " ").split(whereSeparator: { $0 == " " || $0 == "," })
        guard words.count == 5, let month = months.firstIndex(of: words[0].lowercased()),
            let day = number(words[1], 1...31), let year = number(words[2], 1...9999)
        else { return nil }
        let clock = words[3].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 3, let hour = number(clock[0], 1...12), let minute = number(clock[1], 0...59),
            let second = number(clock[2], 0...59)
        else { return nil }
        let half = words[4].uppercased()
        guard half == "AM" || half == "PM" else { return nil }
        let hours = hour % 12 + (half == "PM" ? 12 : 0)
        let date = "\(padded(year, 4))-\(padded(month + 1, 2))-\(padded(day, 2))"
        return "\(date)T\(padded(hours, 2)):\(padded(minute, 2)):\(padded(second, 2))Z"
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static func number(_ text: Substring, _ range: ClosedRange<Int>) -> Int? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else { return nil }
        return range.contains(number) ? number : nil
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// Dates of APIs in names of events.
enum APIDate {
    /// The name without a date of eight digits, or of ten places with underscores, and a revision after it.
    static func removed(from name: String) -> String {
        var bytes = Array(name.utf8)
        var end = bytes.count
        while end > 0, isDigit(bytes[end - 1]) { end -= 1 }
        // A revision: `v2`.
        if end > 0, end < bytes.count, bytes.count - end < 3, bytes[end - 1] == UInt8(ascii: "v") {
            bytes.removeSubrange((end - 1)...)
        }
        for pattern in ["########", "####_##_##"] where ends(bytes, with: Array(pattern.utf8)) {
            return String(decoding: bytes.dropLast(pattern.utf8.count), as: UTF8.self)
        }
        return name
    }

    private static func ends(_ bytes: [UInt8], with pattern: [UInt8]) -> Bool {
        guard bytes.count > pattern.count else { return false }
        // More digits before are no date.
        if isDigit(bytes[bytes.count - pattern.count - 1]) { return false }
        return zip(bytes.suffix(pattern.count), pattern).allSatisfy { byte, wanted in
            wanted == UInt8(ascii: "#") ? isDigit(byte) : byte == wanted
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
