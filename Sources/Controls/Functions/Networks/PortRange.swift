/// A port, a range of ports, or every port, as Azure and GCP write them.
struct PortRange {
    private let range: ClosedRange<Int64>

    /// Reads `22`, `20-25` or `*`; nil if the text is none of them.
    init?(_ text: String) {
        let text = text.filter { $0 != " " }
        if text == "*" {
            range = 0...65535
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int64($0) }
        guard (1...2).contains(parts.count), let first = parts[0], let last = parts[parts.count - 1],
            first <= last
        else { return nil }
        range = first...last
    }

    /// True if the port lies in the range.
    func contains(_ port: Int64) -> Bool { range.contains(port) }
}
