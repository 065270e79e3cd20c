import CloudModel
import DriftEngine
import Simulation
import Testing
import WireFormats

/// The router in the product's loop, on a log where everything goes wrong.
@Suite struct RoutingExactlyOnceTests {
    private static let rawTopic = "raw"
    private static let partitionCount: Int32 = 3

    private static func event(_ number: Int, root: Bool) -> String {
        let identity =
            root
            ? #"{"type":"Root","arn":"arn:aws:iam::1:root"}"# : #"{"type":"IAMUser","accessKeyId":"AKIA"}"#
        return #"{"eventVersion":"1.08","userIdentity":\#(identity),"eventTime":"2025-03-01T10:00:00Z","#
            + #""eventSource":"ec2.amazonaws.com","eventName":"\#(root ? "DescribeInstances" : "RunInstances")","#
            + #""awsRegion":"eu-west-1","readOnly":\#(root),"eventID":"e\#(number)","#
            + #""recipientAccountId":"00000000000\#(number % 7)"}"#
    }

    /// Envelopes of one to five events, some broken ones, on whatever partition.
    private static func feeds(_ seed: UInt64) -> (feeds: [SimulatedWorld.Feed], events: [String]) {
        var generator = SeededGenerator(seed: seed)
        var feeds: [SimulatedWorld.Feed] = []
        var events: [String] = []
        for number in 0..<60 {
            let held = (0...generator.below(5)).map { event(number * 10 + $0, root: $0 == 0) }
            let text =
                number % 9 == 8 ? "broken \(number)" : #"{"Records":[\#(held.joined(separator: ","))]}"#
            if number % 9 != 8 { events += held }
            feeds.append(
                .init(
                    topic: rawTopic, partition: Int32(generator.below(Int(partitionCount))), key: [],
                    value: Array(text.utf8)))
        }
        return (feeds, events.sorted())
    }

    private static func makeWorld(
        _ seed: UInt64, _ feeds: [SimulatedWorld.Feed]
    ) -> SimulatedWorld {
        let cluster = SimulatedCluster(seed: seed ^ 0xc1, partitionCount: partitionCount)
        cluster.makeTopic(rawTopic, partitionCount: partitionCount)
        for topic in OutputTopic.ofRoute { cluster.makeTopic(topic.rawValue, partitionCount: 2) }
        var settings = LoopSettings()
        settings.batch.records = 1 + Int(seed % 9)
        return SimulatedWorld(
            cluster, seed: seed ^ 0x3a, workerCount: 1 + Int(seed % 3),
            faults: FaultPlan(seed: seed &* 41, permille: 5 + Int(seed % 40)), feeds: feeds,
            isStateless: true
        ) { process in
            let inputs = SimulatedInputLog(process, topics: [rawTopic])
            let outputs = StatelessTransaction(
                SimulatedOutputTransaction(process, committingFor: inputs), source: rawTopic)
            return WorkerLoop(
                inputs: inputs, outputs: outputs, states: CommittedPositions(inputs, source: rawTopic),
                stores: TransientStores(), settings: settings
            ) { _ in
                RoutingEngine(
                    EventRouter(
                        maximumDocumentBytes: 10_000, maximumUnpackedBytes: 1 << 20,
                        maximumCredentials: 100), EffectEncoder())
            }
        }
    }

    private static func values(_ topic: OutputTopic, in cluster: SimulatedCluster) -> [String] {
        (0..<cluster.partitionCount(of: topic.rawValue)).flatMap { partition in
            cluster.read(topic.rawValue, partition, isolation: .committed).records.map {
                Scenario.text($0.value ?? [])
            }
        }.sorted()
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `whatever goes wrong, each document is there once, root's reads among them`(_ chunk: UInt64) {
        var failures: [String] = []
        for seed in chunk * 50..<(chunk + 1) * 50 {
            let (feeds, events) = Self.feeds(seed)
            let world = Self.makeWorld(seed, feeds)
            let isCaughtUp = world.run(faultyRounds: 200)
            let seen = Self.values(.cloudtrail, in: world.cluster)
            let letters = Self.values(.deadLetters, in: world.cluster)
            if !isCaughtUp || seen != events || letters.count != 6 || Set(letters).count != 6 {
                failures.append(
                    "seed \(seed): \(isCaughtUp) \(seen.count) of \(events.count), \(letters.count)")
            }
        }
        #expect(failures.isEmpty, "\(failures.count) failures, first: \(failures.first ?? "")")
    }

    @Test func `an account's documents are all on one partition`() {
        let (feeds, _) = Self.feeds(1)
        let world = Self.makeWorld(1, feeds)
        let isCaughtUp = world.run(faultyRounds: 50)
        #expect(isCaughtUp)
        var homes: [String: Set<Int32>] = [:]
        for partition in 0..<2 as Range<Int32> {
            for record in world.cluster.read("cloudtrail", partition, isolation: .committed).records {
                homes[Scenario.text(record.key), default: []].insert(partition)
            }
        }
        #expect(homes.count == 7 && homes.values.allSatisfy { $0.count == 1 })
    }
}
