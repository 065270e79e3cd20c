import CloudModel
import DriftRuntime
import Foundation
import JSONTokens
import SchemaSupport
import Testing

@Suite(.enabled(if: PublishedSets.exist, "the published events are not beside the package"))
struct `A replay of published events` {
    @Test(arguments: PublishedSets.folders)
    func `accounts for every record and event`(folder: String) throws {
        let scratch = try ReplayFolder()
        let outcome = try scratch.replay("out", events: ["\(PublishedSets.root)/\(folder)"])
        let stats = try FlatValue(json: try outcome.bytes("stats.json")).view
        let records = try #require(stats.member("records"))
        #expect(records.count("total") == records.count("decoded") + records.count("malformed"))
        #expect(records.count("total") > 0)
        let events = try #require(stats.member("events"))
        let classes = ["changing", "no_effect", "held", "irrelevant", "refused", "blind"]
        let sum = classes.reduce(0) { $0 + (events.member($1)?.count("total") ?? -1) }
        #expect(events.count("total") == sum)
        for name in ["changing", "held", "irrelevant", "refused", "blind"] {
            let members = events.member(name)?.member("by_name")?.members
            let byName = members?.reduce(0) { $0 + ($1.value.int ?? 0) }
            #expect(byName == events.member(name)?.count("total"), "\(name)")
        }
    }

    @Test(arguments: PublishedSets.folders)
    func `writes outputs that keep to their schemas`(folder: String) throws {
        let scratch = try ReplayFolder()
        let outcome = try scratch.replay("out", events: ["\(PublishedSets.root)/\(folder)"])
        #expect(try outcome.schemaProblems() == [])
    }

    @Test(arguments: PublishedSets.folders)
    func `takes no valid event for a dead letter`(folder: String) throws {
        let scratch = try ReplayFolder()
        let outcome = try scratch.replay("out", events: ["\(PublishedSets.root)/\(folder)"])
        let letters = try outcome.bytes("dead-letters.jsonl").split(separator: 0x0A)
            .map { try FlatValue(json: Array($0)).view.member("source")?.string ?? "" }
            .map { String($0.dropFirst(PublishedSets.root.count + 1)) }
        #expect(letters.filter { PublishedSets.noEvents[$0] == nil } == [])
    }

    @Test(arguments: PublishedSets.folders)
    func `comes to the same shuffled, doubled and split`(folder: String) throws {
        let scratch = try ReplayFolder()
        let events = try PublishedSets.events(folder)
        let whole = try scratch.replay("whole", events: ["\(PublishedSets.root)/\(folder)"])
        for seed: UInt64 in 1...3 {
            var shuffle = SeededShuffle(seed)
            let mixed = (events + events).shuffled(using: &shuffle)
            let input = try scratch.write("in\(seed)", mixed, files: 3)
            let other = try scratch.replay("out\(seed)", events: [input])
            #expect(try other.bytes("posture.jsonl") == whole.bytes("posture.jsonl"), "seed \(seed)")
            #expect(other.openFindings == whole.openFindings, "seed \(seed)")
        }
    }
}

extension PublishedSets {
    /// Files that hold no whole event, and why.
    static let noEvents = [
        "azure-activity/cloudgrappler/bad_azure.json": "its brackets do not match",
        "cloudtrail/eventbridge-c7n/event-cloud-trail-bedrock-create-customization-jobs.json":
            "it has no time",
        "gcp-audit/c7n/network-finding.json": "a finding of another product, no audit entry",
    ]
}

extension FlatView {
    /// The number of a member; -1 if there is none.
    func count(_ key: String) -> Int64 { member(key)?.int ?? -1 }
}
