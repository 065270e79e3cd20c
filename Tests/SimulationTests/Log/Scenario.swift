import CloudModel
import DriftEngine
import Simulation
import WireFormats

/// What a reader of the output topics saw: the values of each topic and key, in order.
typealias SeenOutputs = [String: [String]]

/// A seeded feed, the outputs that it must give, and a world to run it in.
struct Scenario {
    static let partitionCount: Int32 = 4
    static let outputTopics: [OutputTopic] = [.findings, .alerts, .tickets]
    static let inputTopics = ["cloudtrail", "readings"]
    /// All topics that are written.
    static let topics = outputTopics.map(\.rawValue) + ["state"]

    let seed: UInt64
    /// Every third scenario has its inputs on another cluster than its outputs.
    var hasOwnInputCluster: Bool { seed % 3 == 1 }
    let feeds: [SimulatedWorld.Feed]
    private let stepped: [(topic: String, partition: Int32, offset: Int64, value: [UInt8])]

    init(seed: UInt64, records: Int = 120) {
        self.seed = seed
        var generator = SeededGenerator(seed: seed)
        var feeds: [SimulatedWorld.Feed] = []
        var ends: [String: Int64] = [:]
        var stepped: [(topic: String, partition: Int32, offset: Int64, value: [UInt8])] = []
        for number in 0..<records {
            let topic = generator.pick(Self.inputTopics)
            let name = "account-\(generator.below(9))"
            let partition = KeyHash.partition(of: Array(name.utf8), count: Self.partitionCount)
            let value = Array("\(name) \(number)".utf8)
            feeds.append(.init(topic: topic, partition: partition, key: Array(name.utf8), value: value))
            let place = "\(topic)/\(partition)"
            stepped.append((topic, partition, ends[place, default: 0], value))
            ends[place, default: 0] += 1
        }
        self.feeds = feeds
        self.stepped = stepped
    }

    /// What a run in which nothing goes wrong gives, straight from engines without any log.
    var expected: SeenOutputs {
        var seen: SeenOutputs = [:]
        for partition in 0..<Self.partitionCount {
            var engine = CountingEngine()
            var outputs: [OutputRecord] = []
            for record in stepped where record.partition == partition {
                engine.step(
                    record.value.span,
                    at: RecordPosition(source: record.topic, partition: partition, offset: record.offset),
                    recordTime: Timestamp(seconds: 0), into: &outputs)
            }
            engine.tick(Timestamp(seconds: 1_000), into: &outputs)
            for output in outputs {
                seen["\(output.topic) \(Self.text(output.key))", default: []].append(Self.text(output.value))
            }
        }
        return seen
    }

    func makeCluster() -> SimulatedCluster {
        let cluster = SimulatedCluster(seed: seed ^ 0xc1, partitionCount: Self.partitionCount)
        for topic in Self.inputTopics + ["state"] {
            cluster.makeTopic(topic, partitionCount: Self.partitionCount)
        }
        for topic in Self.outputTopics { cluster.makeTopic(topic.rawValue, partitionCount: 2) }
        return cluster
    }

    var settings: LoopSettings {
        var generator = SeededGenerator(seed: seed ^ 0x5e)
        var settings = LoopSettings()
        settings.batch.records = 1 + generator.below(12)
        settings.restoreSliceCount = 1 + generator.below(30)
        return settings
    }

    /// A world whose workers are the product's loop over the simulated log.
    func makeWorld(_ faults: FaultPlan) -> SimulatedWorld {
        let source = hasOwnInputCluster ? makeCluster() : nil
        return makeWorld(faults, inputs: source) { process in
            let inputs = SimulatedInputLog(process, topics: Self.inputTopics, on: source)
            return WorkerLoop(
                inputs: inputs, outputs: SimulatedOutputTransaction(process, committingFor: inputs),
                states: SimulatedStateLog(process), stores: SimulatedStores(process), settings: settings
            ) { _ in CountingEngine() }
        }
    }

    func makeWorld(
        _ faults: FaultPlan, inputs: SimulatedCluster? = nil,
        _ makeWorker: @escaping (SimulatedProcess) -> any SimulatedWorker
    ) -> SimulatedWorld {
        SimulatedWorld(
            makeCluster(), inputs: inputs, seed: seed ^ 0x3a, workerCount: 1 + Int(seed % 3), faults: faults,
            feeds: feeds,
            makeWorker: makeWorker)
    }

    /// How a world of this scenario fared: nil if all is well.
    func failure(in world: SimulatedWorld, faultyRounds: Int = 250) -> String? {
        guard world.run(faultyRounds: faultyRounds) else { return "seed \(seed): did not catch up" }
        return difference(Self.outputs(of: world.cluster), from: expected).map { "seed \(seed): \($0)" }
    }

    /// What a reader of the output topics sees.
    static func outputs(
        of cluster: SimulatedCluster, topics: [OutputTopic] = outputTopics, isolation: Isolation = .committed
    ) -> SeenOutputs {
        var seen: SeenOutputs = [:]
        for topic in topics {
            for partition in 0..<cluster.partitionCount(of: topic.rawValue) {
                let read = cluster.read(topic.rawValue, partition, isolation: isolation)
                for record in read.records {
                    seen["\(topic) \(text(record.key))", default: []].append(text(record.value ?? []))
                }
            }
        }
        return seen
    }

    static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// The first difference between two sets of outputs, or nil.
func difference(_ seen: SeenOutputs, from expected: SeenOutputs) -> String? {
    for key in Set(seen.keys).union(expected.keys).sorted() where seen[key] != expected[key] {
        return "\(key): saw \(seen[key] ?? []), wanted \(expected[key] ?? [])"
    }
    return nil
}
