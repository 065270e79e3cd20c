internal import CloudModel
internal import JSONTokens
internal import WireFormats

extension EngineState {
    /// What the state has of one log in one account and region.
    struct StoredFeed {
        let source: FeedSource
        let region: String
        let lastHeard: Timestamp
        /// The hours in which it was heard, by their ages before the newest.
        var ages: [Int64] = []
        var isSilent = false
    }

    static func value(of feeds: [StoredFeed]) -> [UInt8] {
        FlatValue(
            list: feeds.map { feed in
                FlatValue(list: [
                    FlatValue(feed.source.rawValue), FlatValue(feed.region),
                    FlatValue(feed.lastHeard.nanoseconds), FlatValue(text(of: feed.ages)),
                    FlatValue(feed.isSilent),
                ])
            }
        ).bytes
    }

    static func feeds(_ value: [UInt8]) -> [StoredFeed] {
        FlatValue(canonical: value).view.elements.compactMap { element in
            let parts = Array(element.elements)
            guard parts.count >= 3, let source = parts[0].string.flatMap(FeedSource.init),
                let region = parts[1].string, let time = parts[2].int
            else { return nil }
            var feed = StoredFeed(source: source, region: region, lastHeard: Timestamp(nanoseconds: time))
            if parts.count > 4 {
                feed.ages = parts[3].string.map(ages) ?? []
                feed.isSilent = parts[4].bool ?? false
            }
            return feed
        }
    }

    /// Runs of hours as `first-last`, since a region in use is heard in most of them.
    private static func text(of ages: [Int64]) -> String {
        var runs: [(first: Int64, last: Int64)] = []
        for age in ages {
            if let last = runs.last, last.last + 1 == age {
                runs[runs.count - 1].last = age
            } else {
                runs.append((age, age))
            }
        }
        return runs.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)-\($0.last)" }.joined(
            separator: " ")
    }

    private static func ages(_ text: String) -> [Int64] {
        text.split(separator: " ").flatMap { run -> [Int64] in
            let ends = run.split(separator: "-").compactMap { Int64($0) }
            guard let first = ends.first, let last = ends.last, first <= last, last < HeardHours.windowLength
            else { return [] }
            return Array(first...last)
        }
    }
}
