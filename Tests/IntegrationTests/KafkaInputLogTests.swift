import CloudModel
import DriftEngine
import Foundation
import KafkaLog
import LogContract
import Logging
import Testing
import WireFormats

@testable import DriftRuntime

/// What the inputs on Kafka promise beyond the contract; nothing here needs transactions.
@Suite(.serialized) struct KafkaInputLogTests {
    private let log: KafkaLogUnderTest
    private let inputs: KafkaInputLog

    init() throws {
        log = try KafkaLogUnderTest(.mock)
        inputs = log.makeClient("a").inputs
        for _ in 0..<600 {
            if try inputs.serveGroup().contains(.assigned([0])) { return }
            log.pause()
        }
        Issue.record("the partition is never assigned")
    }

    private func poll(_ limit: BatchLimit = BatchLimit()) throws -> [[UInt8]] {
        var values: [[UInt8]] = []
        for _ in 0..<100 where values.isEmpty {
            _ = try inputs.poll(limit) { _, bytes in values.append(bytes.indices.map { bytes[$0] }) }
        }
        return values
    }

    @Test func `a member is assigned once the group has answered, with none left for it too`() throws {
        #expect(inputs.member.isAssigned && inputs.ownedCount == 1)
        let second = log.makeClient("b").inputs
        #expect(!second.member.isAssigned)
        for _ in 0..<600 where !(inputs.member.isAssigned && second.member.isAssigned) {
            _ = try inputs.serveGroup()
            _ = try second.serveGroup()
            log.pause()
        }
        #expect(second.member.isAssigned)
        #expect(inputs.ownedCount + second.ownedCount == 1)
    }

    @Test func `a partition that is started again goes to its new place at once`() throws {
        for value in 1...4 as ClosedRange<UInt8> { log.feed([value]) }
        try inputs.start(0, at: [])
        var values: [[UInt8]] = []
        while values.count < 2 { values += try poll(BatchLimit(records: 1)) }
        #expect(values == [[1], [2]])
        try inputs.start(0, at: [InputOffset(topic: log.inputTopic, partition: 0, next: 3)])
        #expect(try poll() == [[4]])
    }

    @Test func `the record that crosses the limit of bytes is the last one`() throws {
        for value in 1...3 as ClosedRange<UInt8> { log.feed([value, value]) }
        try inputs.start(0, at: [])
        for value in 1...3 as ClosedRange<UInt8> {
            #expect(try poll(BatchLimit(records: 100, bytes: 1)) == [[value, value]])
        }
    }

    @Test func `a record without a value is lent without bytes`() throws {
        try inputs.start(0, at: [])
        let producer = try Producer(log.settings)
        try producer.produce(ProducerRecord(topic: log.inputTopic, partition: 0, key: [1], value: nil))
        _ = try producer.flush(timeoutMilliseconds: 15_000)
        #expect(try poll() == [[]])
    }

    @Test func `a place that the topic has not reached is refused for good, with both offsets`() throws {
        log.feed([1])
        let failure = #expect(throws: LogFailure.self) {
            try inputs.start(0, at: [InputOffset(topic: log.inputTopic, partition: 0, next: 7)])
        }
        #expect(failure?.recovery == .fatal)
        #expect(failure?.reason.contains("up to offset 7, but the topic ends at 1") == true)
    }

    @Test func `the inputs have half of each batch while thousands of shared facts wait`() throws {
        let topics = TopicSettings(
            prefix: String(log.inputTopic.dropLast(InputTopic.cloudtrail.rawValue.count)))
        let shared = topics.name(of: .sharedFacts)
        let producer = try Producer(log.settings)
        for topic in [shared, log.inputTopic] {
            for _ in 0..<2_000 {
                try producer.produce(ProducerRecord(topic: topic, partition: 0, key: [1], value: [1]))
            }
        }
        _ = try producer.flush(timeoutMilliseconds: 15_000)
        let both = try KafkaInputLog(
            log.settings, topics: [log.inputTopic], member: inputs.member,
            besides: (log.settings, [shared]), waitMilliseconds: 50,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try both.start(0, at: [])
        var batches: [[String: Int]] = []
        let end = Date() + 30
        // The first batches come before both topics were fetched.
        while batches.last?.count != 2 || batches.last?.values.reduce(0, +) != 100, Date() < end {
            var counts: [String: Int] = [:]
            _ = try both.poll(BatchLimit(records: 100)) { record, _ in
                counts[record.position.source, default: 0] += 1
            }
            batches.append(counts)
            log.pause()
        }
        #expect(batches.last == [shared: 50, log.inputTopic: 50])
        both.close()
    }
}
