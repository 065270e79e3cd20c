import CloudModel
import DriftEngine
import Simulation
import WireFormats

/// An organisation spread over partitions, so that engines tell each other over the topic of shared facts.
struct OrganizationScenario {
    static let partitionCount: Int32 = 3
    static let inputTopic = "cloudtrail"
    static let exchange = OutputTopic.sharedFacts.rawValue

    let seed: UInt64
    let feeds: [SimulatedWorld.Feed]
    private let lines: [OrganizationWorkload.Line]

    init(seed: UInt64, events: Int = 60) {
        self.seed = seed
        // The day before the cluster's clock begins, so that no event lies in its record's future.
        lines =
            OrganizationWorkload(
                seed: seed, members: 4, events: events, start: Timestamp(seconds: 1_772_409_600 - 90_000)
            ).lines
        feeds = lines.map { line in
            SimulatedWorld.Feed(
                topic: Self.inputTopic, partition: Self.home(of: "aws:" + line.account),
                key: Array("aws:\(line.account)".utf8), value: line.bytes)
        }
    }

    private static func home(of account: String) -> Int32 {
        KeyHash.partition(of: Array(account.utf8), count: partitionCount)
    }

    /// The engine of a partition; without one, an engine that has all accounts and tells nobody anything.
    func makeEngine(_ partition: Int32?) -> EngineUnderTest {
        var options = EngineOptions()
        options.maximumResidentResources = seed % 3 == 0 ? 3 : nil
        if let partition {
            options.sharedTopic = Self.exchange
            options.owns = { account in Self.home(of: account.text) == partition }
        }
        let engine = PartitionEngine(catalog: EngineScenario.catalog, options: options)
        return EngineUnderTest(
            EncodingEngine(engine, EffectEncoder()), isTimeless: false, isForgetful: false)
    }

    /// The findings that one engine leaves open that has all accounts.
    func expectedOpen() -> [String] {
        var engine = makeEngine(nil)
        var outputs: [OutputRecord] = []
        for (offset, line) in lines.enumerated() {
            engine.step(
                line.bytes.span,
                at: RecordPosition(source: Self.inputTopic, partition: 0, offset: Int64(offset)),
                recordTime: Timestamp(seconds: 1_772_409_600), into: &outputs)
        }
        engine.tick(Timestamp(seconds: 1_772_409_600), into: &outputs)
        return engine.openFindings.sorted()
    }

    func makeWorld(_ faults: FaultPlan, losesShared: Bool = false) -> SimulatedWorld {
        let cluster = SimulatedCluster(seed: seed ^ 0xc1, partitionCount: Self.partitionCount)
        for topic in [Self.inputTopic, Self.exchange, "state"] {
            cluster.makeTopic(topic, partitionCount: Self.partitionCount)
        }
        for topic in OutputTopic.ofDetector where !topic.isInternal {
            cluster.makeTopic(topic.rawValue, partitionCount: 2)
        }
        var settings = LoopSettings()
        settings.batch.records = 1 + Int(seed % 15)
        settings.restoreSliceCount = 40
        let topics = losesShared ? [Self.inputTopic] : [Self.inputTopic, Self.exchange]
        return SimulatedWorld(
            cluster, seed: seed ^ 0x3a, workerCount: 1 + Int(seed % 2), faults: faults, feeds: feeds,
            exchange: losesShared ? nil : Self.exchange
        ) { process in
            let inputs = SimulatedInputLog(process, topics: topics)
            return WorkerLoop(
                inputs: inputs, outputs: SimulatedOutputTransaction(process, committingFor: inputs),
                states: SimulatedStateLog(process), stores: SimulatedStores(process), settings: settings
            ) { makeEngine($0) }
        }
    }

    /// The findings that are open by the committed state alone.
    func open(in cluster: SimulatedCluster) -> [String] {
        (0..<Self.partitionCount).flatMap { partition in
            var engine = makeEngine(partition)
            for record in cluster.read("state", partition, isolation: .committed).records
            where record.key != LoopPosition.key {
                try? engine.restore(
                    StateRecord(key: record.key, value: StateFrame.unwrap(record.value ?? [])))
            }
            engine.finishRestoring(at: cluster.time)
            return engine.openFindings
        }.sorted()
    }

    /// What is wrong with what a reader of committed findings saw, given which are open at last: an id twice, the same twice
    /// running under two ids, an end without a beginning, or another last word than the state's.
    func contradiction(in cluster: SimulatedCluster, open: Set<String>) -> String? {
        let topic = OutputTopic.findings.rawValue
        var (latest, standing, ids) = ([String: String](), [String: Bool](), Set<String>())
        for partition in 0..<cluster.partitionCount(of: topic) {
            for record in cluster.read(topic, partition, isolation: .committed).records {
                let uid = Scenario.text(record.key)
                if !ids.insert(record.eventID).inserted { return "\(uid): \(record.eventID) twice" }
                let text = Scenario.text(record.value ?? []).replacing(record.eventID, with: "")
                    .replacing(/"processed_time":\d+|"detected_at":"[^"]*"/, with: "")
                if latest.updateValue(text, forKey: uid) == text { return "\(uid): nothing new" }
                let isClosed = Scenario.text(record.value ?? []).contains(#""activity_name":"Close""#)
                if isClosed && standing[uid] != true { return "\(uid): closed, but not open before" }
                standing[uid] = !isClosed
            }
        }
        let said = Set(standing.filter(\.value).keys)
        return said == open ? nil : "the findings say \(said.count) open, the state \(open.count)"
    }

    /// The newest committed record of every key on the topic of shared facts.
    func shared(in cluster: SimulatedCluster) -> [String: String] {
        var newest: [String: String] = [:]
        for partition in 0..<Self.partitionCount {
            for record in cluster.read(Self.exchange, partition, isolation: .committed).records {
                newest[Scenario.text(record.key)] = Scenario.text(record.value ?? [])
            }
        }
        return newest
    }
}
