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
        var compared = 0
        var reread: [String] = []
        for (subject, verdict) in wanted where ["PASS", "FAIL"].contains(verdict) {
            let found = after[subject] ?? "none"
            if found == "UNKNOWN" {
                reread.append(subject.control)
            } else {
                compared += 1
                #expect(found == verdict, "\(subject)")
            }
        }
        #expect(compared > 60)
        // What events leave open asks to be read again; no control may be open for all its subjects.
        #expect(reread.count * 20 <= compared, "\(reread)")
        if !reread.isEmpty { #expect(try followed.bytes("reread-requests.jsonl").count > 0) }
    }
}
