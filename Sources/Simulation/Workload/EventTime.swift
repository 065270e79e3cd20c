internal import CloudModel

/// Event times as the records write them: whole seconds, UTC.
enum EventTime {
    /// `2026-03-02T08:15:00Z`.
    static func text(_ seconds: Int) -> String {
        Timestamp(seconds: Int64(seconds)).rfc3339
    }

    /// `Mar 2, 2026 8:15:00 AM`, the form of dates inside responses of several services.
    static func american(_ seconds: Int) -> String {
        let parts = Array(text(seconds).utf8)
        func number(_ from: Int, _ count: Int) -> Int {
            parts[from..<(from + count)].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }
        let hour = number(11, 2)
        let clock = String(decoding: parts[13..<19], as: UTF8.self)
        return
            "\(months[number(5, 2) - 1]) \(number(8, 2)), \(number(0, 4)) "
            + "\(hour % 12 == 0 ? 12 : hour % 12)\(clock) \(hour < 12 ? "AM" : "PM")"
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
