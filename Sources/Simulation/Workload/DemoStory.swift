/// One day in a small organisation: a few thousand ordinary records and a handful of drifts among them.
///
/// Three AWS accounts (`acme-audit` 111111111111, `acme-prod` 222222222222, `acme-payroll` 333333333333), one
/// Azure subscription and one GCP project. The day is 2026-03-02; nothing but the drifts of the story changes
/// a governed resource.
public enum DemoStory {
    /// Lines without ends, in the order of delivery.
    public typealias Lines = (
        baseline: [[UInt8]], awsEvents: [[UInt8]], azureEvents: [[UInt8]], gcpEvents: [[UInt8]]
    )

    /// The story with ordinary records that follow from a seed; the drifts are the same for every seed but
    /// for the ids that their calls made.
    public static func make(seed: UInt64) -> Lines {
        let estate = DemoEstate.accounts
        let options = WorkloadOptions(
            seed: seed, accounts: estate.accounts.count, resources: 0, events: noiseCount, mix: .quiet)
        var noise = WorkloadGenerator(options, estate: estate)
        let baseline = Array(noise.baseline()) + DemoOtherClouds.baseline
        var generator = SeededGenerator(seed: seed)
        var writer = DemoAWSEvents(estate: estate, start: startSeconds)
        let deliveries = writer.deliveries(from: &generator)
        return (baseline, merged(&noise, deliveries), DemoOtherClouds.azureEvents, DemoOtherClouds.gcpEvents)
    }

    /// 2026-03-02T00:00:00Z, as in `WorkloadOptions`.
    static let startSeconds = 1_772_409_600
    private static let noiseCount = 3000

    /// Puts each record of the story among the noise that is delivered at its time.
    private static func merged(_ noise: inout WorkloadGenerator, _ story: [DemoDelivery]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var rest = story.sorted { ($0.deliveredAt, $0.order) < ($1.deliveredAt, $1.order) }[...]
        for index in 0..<noiseCount {
            let now = startSeconds + index * 86_400 / noiseCount
            while let next = rest.first, next.deliveredAt <= now {
                lines.append(next.line)
                rest.removeFirst()
            }
            lines.append(noise.nextEvent())
        }
        return lines + rest.map(\.line)
    }
}

/// A record of the story and when it arrives.
struct DemoDelivery {
    let deliveredAt: Int
    /// Its place in the story, for records that arrive at once.
    let order: Int
    let line: [UInt8]
}
