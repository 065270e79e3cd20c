import CloudModel
import DriftRuntime
import Simulation
import Testing

@Suite struct `A replay of a generated log` {
    /// Seeds that are kept: each run meets the same logs.
    private static let seeds: [UInt64] = [1, 2, 3, 11, 42]

    @Test(arguments: seeds)
    func `comes to the same shuffled, doubled, split, and whether the inventory comes first or last`(
        seed: UInt64
    ) throws {
        let scratch = try ReplayFolder()
        // Few resources and little time: many events share a second and a resource.
        var generator = WorkloadGenerator(
            WorkloadOptions(
                seed: seed, accounts: 3, resources: 40, events: 1500, mix: .mutating, durationSeconds: 900))
        let baseline = Array(generator.baseline())
        let events = (0..<1500).map { _ in generator.nextEvent() }
        let first = try scratch.replay(
            "first", events: [try scratch.write("events", events)],
            baselines: [try scratch.write("baseline", baseline)])
        #expect(first.openFindings.count > 3)
        var shuffle = SeededShuffle(seed)
        let mixed = try scratch.write(
            "mixed", (events + baseline + events).shuffled(using: &shuffle), files: 4)
        let late = try scratch.write("late", baseline.shuffled(using: &shuffle), files: 2)
        for (name, inputs) in [("second", [mixed]), ("third", [scratch.path + "/events", late])] {
            let other = try scratch.replay(name, events: inputs)
            #expect(try other.bytes("posture.jsonl") == first.bytes("posture.jsonl"), "\(name)")
            #expect(other.openFindings == first.openFindings, "\(name)")
        }
    }

    @Test func `writes outputs that keep to their schemas`() throws {
        let scratch = try ReplayFolder()
        let story = DemoStory.make(seed: 5)
        let outcome = try scratch.replay(
            "out",
            events: [try scratch.write("events", story.awsEvents + story.azureEvents + story.gcpEvents)],
            baselines: [try scratch.write("baseline", story.baseline)])
        #expect(try outcome.schemaProblems() == [])
        for name in ["findings", "alerts", "tickets", "reread-requests"] {
            #expect(try outcome.bytes(name + ".jsonl").count > 0, "\(name)")
        }
    }
}
