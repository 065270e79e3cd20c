public import CloudModel

extension EffectEncoder {
    /// One line of the coverage report; of one account, region and log the newest counts. Its id follows from all it says.
    func encode(_ coverage: FeedCoverage) -> OutputRecord {
        let key = [coverage.account.text, coverage.region, coverage.source].joined(separator: "|")
        let event = CloudEvent(
            id: Digest.identifier(parts: ["coverage", String(decoding: line(coverage), as: UTF8.self)]),
            type: "plumbline.coverage", subject: coverage.account.text, time: coverage.time)
        return record(.coverage, key: key, event) { coverage.write(into: &$0) }
    }

    /// The same document as bytes, for a file.
    public func line(_ coverage: FeedCoverage) -> [UInt8] {
        var json = JSONBuilder()
        json.object { coverage.write(into: &$0) }
        return json.bytes
    }
}

extension FeedCoverage {
    /// The most names of unknown events that one line tells.
    private static let maximumBlindSpots = 100

    fileprivate func write(into json: inout JSONBuilder) {
        json.member("account", account.text)
        json.member("region", region)
        json.member("source", source)
        json.member("status", status.rawValue)
        FeedCoverage.write("last_heard", "silent_seconds", lastHeard, time, into: &json)
        FeedCoverage.write("baseline_at", "baseline_age_seconds", baselineAt, time, into: &json)
        json.member("complete_kinds", closedKinds)
        json.array("blind_spots") { list in
            for spot in blindSpots.prefix(FeedCoverage.maximumBlindSpots) {
                list.object { json in
                    json.member("event", spot.event)
                    json.member("count", spot.count)
                }
            }
        }
        json.member("at", time.rfc3339)
    }

    private static func write(
        _ instantKey: String, _ ageKey: String, _ instant: Timestamp?, _ now: Timestamp,
        into json: inout JSONBuilder
    ) {
        guard let instant else {
            json.null(instantKey)
            return json.null(ageKey)
        }
        json.member(instantKey, instant.rfc3339)
        json.member(ageKey, max(0, now - instant) / 1_000_000_000)
    }
}
