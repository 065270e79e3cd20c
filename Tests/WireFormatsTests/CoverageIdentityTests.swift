import CloudModel
import Testing

@testable import WireFormats

/// Whoever drops repeats by id must keep every line that says something else.
struct CoverageIdentityTests {
    private static func id(
        status: FeedCoverage.Status = .heard, heard: Int64 = 1, baseline: Int64? = 2, kinds: Int = 3,
        unknown: [Int] = [7], at time: Int64 = 9
    ) -> String? {
        let coverage = FeedCoverage(
            account: AccountKey(.aws, "1"), region: "eu-west-1", source: "cloudtrail", status: status,
            lastHeard: Timestamp(seconds: heard), baselineAt: baseline.map { Timestamp(seconds: $0) },
            closedKinds: kinds, blindSpots: unknown.map { .init(event: "ec2:Unheard\($0)", count: $0) },
            time: Timestamp(seconds: time))
        return EffectEncoder().encode(.coverage(coverage)).header("ce_id")
    }

    @Test func `lines that differ have different ids, the same line has the same`() {
        let ids = [
            Self.id(), Self.id(status: .stale), Self.id(heard: 2), Self.id(baseline: 3),
            Self.id(baseline: nil), Self.id(kinds: 4), Self.id(unknown: [8]), Self.id(unknown: [7, 1]),
            Self.id(at: 10),
        ]
        #expect(Set(ids).count == ids.count)
        #expect(!ids.contains(nil) && ids[0] == Self.id())
    }
}
