import CloudModel
import Controls
import DriftEngine
import Simulation
import WireFormats

/// A generated estate with its events, spread by account, and the product's own engine over it.
struct EngineScenario {
    static let partitionCount: Int32 = 3
    /// What must be there exactly once. Coverage is told by the time of telling.
    static let topics = OutputTopic.ofDetector.filter { !$0.isInternal && $0 != .coverage }
    static let inputTopic = "cloudtrail"

    static let catalog: ControlCatalog = {
        do {
            return try ControlCatalog(
                try ControlLibrary.builtIn(),
                profiles: [
                    Profile(json: Array(#"{"provider":"AWS","auto_remediation_enabled":true}"#.utf8))
                ])
        } catch {
            preconditionFailure("the built-in controls do not compile: \(error)")
        }
    }()

    let seed: UInt64
    /// Every other scenario leaves the broker's times out, and compares bytes instead of event ids.
    var isTimeless: Bool { seed % 2 == 0 }
    let feeds: [SimulatedWorld.Feed]
    private let lines: [(partition: Int32, value: [UInt8])]

    init(seed: UInt64, events: Int = 120) {
        self.seed = seed
        // The day before the cluster's clock begins, so that no event lies in its record's future.
        let options = WorkloadOptions(
            seed: seed, accounts: 5, resources: 40, events: events, mix: .mutating,
            start: Timestamp(seconds: 1_772_409_600 - 90_000))
        var generator = WorkloadGenerator(options)
        var values = Array(generator.baseline())
        for _ in 0..<events { values.append(generator.nextEvent()) }
        values.append(Array("not json \(seed)".utf8))
        lines = values.map { (KeyHash.partition(of: Self.account(of: $0), count: Self.partitionCount), $0) }
        feeds = lines.map { partition, value in
            SimulatedWorld.Feed(
                topic: Self.inputTopic, partition: partition, key: Self.account(of: value), value: value)
        }
    }

    /// The account that a generated line is about, as the key of its record.
    private static func account(of value: [UInt8]) -> [UInt8] {
        let text = String(decoding: value, as: UTF8.self)
        for name in ["\"recipientAccountId\":\"", "\"account\":\""] {
            if let range = text.firstRange(of: name) {
                // Inventory names the provider as well.
                let account = text[range.upperBound...].prefix { $0 != "\"" }
                return Array((account.split(separator: ":").last ?? "").utf8)
            }
        }
        return []
    }

    func makeEngine(isForgetful: Bool = false) -> EngineUnderTest {
        var options = EngineOptions()
        // Every third one keeps few resources in memory.
        options.maximumResidentResources = seed % 3 == 0 ? 3 : nil
        let engine = PartitionEngine(catalog: Self.catalog, options: options)
        return EngineUnderTest(
            EncodingEngine(engine, EffectEncoder()), isTimeless: isTimeless, isForgetful: isForgetful)
    }

    /// What engines that nothing happens to emit, and the findings that they leave open.
    func expected() -> (outputs: SeenOutputs, open: [String]) {
        var seen: SeenOutputs = [:]
        var open: [String] = []
        for partition in 0..<Self.partitionCount {
            var engine = makeEngine()
            var outputs: [OutputRecord] = []
            var offset: Int64 = 0
            for line in lines where line.partition == partition {
                engine.step(
                    line.value.span,
                    at: RecordPosition(source: Self.inputTopic, partition: partition, offset: offset),
                    recordTime: Timestamp(seconds: 1_772_409_600), into: &outputs)
                offset += 1
            }
            for output in outputs where Self.topics.contains(output.topic) {
                seen["\(output.topic) \(Scenario.text(output.key))", default: []].append(
                    isTimeless ? Scenario.text(output.value) : output.header("ce_id") ?? "")
            }
            open += engine.openFindings
        }
        return (seen, open.sorted())
    }

    func makeWorld(_ faults: FaultPlan, isForgetful: Bool = false) -> SimulatedWorld {
        let cluster = SimulatedCluster(seed: seed ^ 0xc1, partitionCount: Self.partitionCount)
        for topic in [Self.inputTopic, "state"] {
            cluster.makeTopic(topic, partitionCount: Self.partitionCount)
        }
        for topic in OutputTopic.ofDetector where topic != .state {
            cluster.makeTopic(topic.rawValue, partitionCount: 2)
        }
        var settings = LoopSettings()
        settings.batch.records = 1 + Int(seed % 15)
        settings.restoreSliceCount = 40
        return SimulatedWorld(
            cluster, seed: seed ^ 0x3a, workerCount: 1 + Int(seed % 2), faults: faults, feeds: feeds
        ) { process in
            let inputs = SimulatedInputLog(process, topics: [Self.inputTopic])
            return WorkerLoop(
                inputs: inputs, outputs: SimulatedOutputTransaction(process, committingFor: inputs),
                states: SimulatedStateLog(process), stores: SimulatedStores(process), settings: settings
            ) { _ in makeEngine(isForgetful: isForgetful) }
        }
    }

    /// What a reader of committed records sees of each topic and key, in order.
    func outputs(in cluster: SimulatedCluster) -> SeenOutputs {
        var seen: SeenOutputs = [:]
        for topic in Self.topics {
            for partition in 0..<cluster.partitionCount(of: topic.rawValue) {
                for record in cluster.read(topic.rawValue, partition, isolation: .committed).records {
                    seen["\(topic) \(Scenario.text(record.key))", default: []].append(
                        isTimeless ? Scenario.text(record.value ?? []) : record.eventID)
                }
            }
        }
        return seen
    }

    /// The findings that are open by the committed state alone.
    func openFindings(in cluster: SimulatedCluster) -> [String] {
        var open: [String] = []
        for partition in 0..<Self.partitionCount {
            var engine = makeEngine()
            for record in cluster.read("state", partition, isolation: .committed).records
            where record.key != LoopPosition.key {
                try? engine.restore(
                    StateRecord(key: record.key, value: StateFrame.unwrap(record.value ?? [])))
            }
            engine.finishRestoring(at: cluster.time)
            open += engine.openFindings
        }
        return open.sorted()
    }
}
