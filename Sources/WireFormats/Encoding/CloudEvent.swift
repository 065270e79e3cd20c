internal import CloudModel

/// The CloudEvents 1.0 attributes of one output, as Kafka's binary mode carries them.
struct CloudEvent {
    /// Identical for a redelivery, different for anything else; never an ordinal or a clock.
    let id: String
    /// `plumbline.finding.created`, …
    let type: String
    /// What it is about; empty if there is nothing to name.
    let subject: String
    /// When what it tells happened; nil if no time is known.
    let time: Timestamp?

    /// The headers in their one order.
    func headers(source: String) -> [(name: String, value: String)] {
        var headers = [
            (name: "ce_id", value: id), (name: "ce_source", value: source),
            (name: "ce_specversion", value: "1.0"), (name: "ce_type", value: type),
        ]
        if let time { headers.append((name: "ce_time", value: time.rfc3339)) }
        let subject = CloudEvent.printable(subject)
        if !subject.isEmpty { headers.append((name: "ce_subject", value: subject)) }
        headers.append((name: "content-type", value: "application/json"))
        return headers
    }

    /// The text without the control characters that an attribute may not hold, at most 1,024 bytes.
    private static func printable(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
        {
            kept.append(scalar)
        }
        return JSONBuilder.cut(String(kept), toEscapedBytes: 1024)
    }
}
