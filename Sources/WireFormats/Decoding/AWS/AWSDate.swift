import CloudModel
internal import JSONTokens

/// Instants as AWS records spell them: RFC 3339, `Jul 10, 2023 12:24:29 PM`, or seconds since 1970.
enum AWSDate {
    /// The instant, or nil if the text has none of these forms.
    static func timestamp(_ text: String) -> Timestamp? {
        if let time = Timestamp(rfc3339: text) { return time }
        return spelled(text) ?? epoch(text)
    }

    /// The instant in the one form that properties hold; nil if the text has none of the forms.
    static func value(_ text: String) -> FlatValue? {
        timestamp(text).map { FlatValue($0.rfc3339) }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Jul 10, 2023 12:24:29 PM`; the month may be spelled out, and the blank before PM may be a narrow one.
    private static func spelled(_ text: String) -> Timestamp? {
        let words = text.split { $0 == " " || $0 == "," || $0 == "\u{202F}" }
        guard words.count == 5, let month = months.firstIndex(where: { words[0].hasPrefix($0) }),
            let day = Int(words[1]), let year = Int(words[2]), year > 999, year < 10000
        else { return nil }
        let clock = words[3].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, (1...12).contains(clock[0]), words[4] == "AM" || words[4] == "PM" else {
            return nil
        }
        let hour = clock[0] % 12 + (words[4] == "PM" ? 12 : 0)
        return Timestamp(
            rfc3339: "\(year)-\(two(month + 1))-\(two(day))T\(two(hour)):\(two(clock[1])):\(two(clock[2]))Z")
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func epoch(_ text: String) -> Timestamp? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, whole.count >= 9, let seconds = Int64(whole),
            (0...9_000_000_000).contains(seconds)
        else { return nil }
        return Timestamp(seconds: seconds)
    }
}
