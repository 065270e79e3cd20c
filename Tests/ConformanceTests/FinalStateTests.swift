import CloudModel
import DriftRuntime
import JSONTokens
import Simulation
import Testing

/// What events say of an estate beside what the estate itself says: the generator keeps a model of its own, which shares
/// nothing with what decodes its records.
@Suite struct `Events against the inventory of where they end` {
    /// One verdict of a posture file.
    private struct Subject: Hashable {
        let control: String
        let resource: String
    }

    private func verdicts(_ outcome: ReplayOutcome) throws -> [Subject: String] {
        var verdicts: [Subject: String] = [:]
        for line in try outcome.bytes("posture.jsonl").split(separator: 0x0A) {
            let view = try FlatValue(json: Array(line)).view
            func text(_ name: String) -> String { view.member(name)?.string ?? "" }
            let subject = Subject(
                control: text("control"), resource: "\(text("account")) \(text("region")) \(text("resource"))"
            )
            verdicts[subject] = text("status")
        }
        return verdicts
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `six hundred events late, out of order and doubled come to the posture of the last inventory`(
        seed: UInt64
    ) throws {
        let scratch = try ReplayFolder()
        var generator = WorkloadGenerator(
            WorkloadOptions(
                seed: seed, accounts: 3, resources: 60, events: 600, mix: .mutating, durationSeconds: 7_200))
        let baseline = Array(generator.baseline())
        var events = (0..<600).map { _ in generator.nextEvent() }
        events += generator.takeRest()
        let last = Array(generator.finalInventory())
        var shuffle = SeededShuffle(seed)
        let followed = try scratch.replay(
            "followed",
            events: [
                try scratch.write("events", (events + events).shuffled(using: &shuffle), files: 3)
            ], baselines: [try scratch.write("baseline", baseline)])
        let imported = try scratch.replay(
            "imported", events: [try scratch.write("last", last)])
        let (after, wanted) = (try verdicts(followed), try verdicts(imported))
        let definite = wanted.filter { ["PASS", "FAIL"].contains($0.value) }
        #expect(definite.count > 60)
        for (subject, verdict) in definite { #expect(after[subject] == verdict, "\(subject)") }
        // What is gone is gone: no group, bucket, trail or key that the inventory does not have.
        let kinds = [":security-group/", "arn:aws:s3:::", ":trail/", ":key/"]
        for subject in after.keys where kinds.contains(where: subject.resource.contains) {
            #expect(wanted[subject] != nil, "\(subject)")
        }
    }
}
