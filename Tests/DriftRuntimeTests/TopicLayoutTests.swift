import KafkaLog
import Testing
import WireFormats

@testable import DriftRuntime

@Suite struct TopicLayoutTests {
    private func plan(_ base: String, _ settings: TopicSettings = TopicSettings()) throws -> TopicPlan {
        try #require(TopicLayout.all(settings).first { $0.base == base }).plan(settings)
    }

    @Test func `every topic that is read or written is made`() {
        let bases = TopicLayout.all(TopicSettings()).map(\.base)
        #expect(Set(bases).count == bases.count)
        for topic in InputTopic.allCases { #expect(bases.contains(topic.rawValue)) }
        for topic in OutputTopic.ofDetector { #expect(bases.contains(topic.rawValue)) }
    }

    @Test func `what may be on the inputs' own cluster is what the settings call inputs`() {
        let settings = TopicSettings()
        let inputs = TopicLayout.all(settings).filter(\.isInput).map { settings.name($0.base) }
        #expect(inputs.sorted() == settings.inputs)
    }

    @Test func `inputs and state have one partition count`() throws {
        var settings = TopicSettings()
        settings.partitions = 17
        let plans = TopicLayout.all(settings).map { $0.plan(settings) }
        for name in settings.coPartitioned {
            #expect(plans.first { $0.name == name }?.partitionCount == 17, "\(name)")
        }
        #expect(try plan("profiles", settings).partitionCount == 1)
    }

    @Test(arguments: ["state", "findings", "tickets", "profiles", "shared-facts"])
    func `what is looked up by key is compacted`(_ base: String) throws {
        #expect(try plan(base).configuration["cleanup.policy"] == "compact")
        #expect(try plan(base).configuration["delete.retention.ms"] == "604800000")
    }

    @Test func `each finding's records of seven days stay`() throws {
        #expect(try plan("findings").configuration["min.compaction.lag.ms"] == "604800000")
    }

    @Test(arguments: [
        "cloudtrail", "alerts", "remediation-commands", "reread-requests", "dead-letters", "audit",
    ])
    func `what happened once is deleted by age`(_ base: String) throws {
        let configuration = try plan(base).configuration
        #expect(configuration["cleanup.policy"] == "delete")
        #expect(Int(configuration["retention.ms"] ?? "") ?? 0 >= 604_800_000)
    }

    @Test(arguments: [(1, nil), (2, nil), (3, "2")] as [(Int, String?)])
    func `with three copies two brokers must have a record`(_ replication: Int, _ wanted: String?) throws {
        var settings = TopicSettings()
        settings.replication = replication
        #expect(try plan("state", settings).configuration["min.insync.replicas"] == wanted)
    }
}
