import CloudModel
import Foundation
import JSONTokens
import SchemaSupport
import Testing

@testable import WireFormats

@Suite struct EncodingTests {
    let encoder = EffectEncoder()

    @Test func `every output conforms to the schema of its topic`() throws {
        var validators: [OutputTopic: SchemaValidator] = [:]
        for topic in OutputTopic.ofDetector {
            let name =
                SchemaFolder.schemaOfFile[topic.rawValue + ".jsonl"]
                ?? SchemaFolder.schemaOfInternalTopic[topic.rawValue]
            guard let name else { continue }
            validators[topic] = try SchemaValidator(named: name)
        }
        var seen: Set<OutputTopic> = []
        for effect in EncodingSamples.effects {
            let record = encoder.encode(effect)
            seen.insert(record.topic)
            let problems = try #require(validators[record.topic]).validate(record.value)
            #expect(
                problems == [],
                "\(record.topic): \(String(decoding: record.value.prefix(300), as: UTF8.self))")
        }
        #expect(seen == Set(OutputTopic.ofDetector.filter { $0 != .state }))
    }

    @Test func `every output stays below 64 KiB`() {
        for effect in EncodingSamples.effects {
            let record = encoder.encode(effect)
            #expect(record.value.count < OutputRecord.maximumValueBytes, "\(record.topic)")
            #expect(record.value.count > 0)
        }
    }

    @Test func `the same effect gives the same bytes`() {
        for (first, second) in zip(EncodingSamples.effects, EncodingSamples.effects) {
            let (left, right) = (encoder.encode(first), encoder.encode(second))
            #expect(left.value == right.value && left.key == right.key)
            #expect(left.headers.map(\.name) == right.headers.map(\.name))
            #expect(left.headers.map(\.value) == right.headers.map(\.value))
        }
    }

    @Test func `keys are the finding's uid, the account or nothing`() {
        let finding = EncodingFixtures.finding
        let keys = [
            encoder.encode(.finding(finding)), encoder.encode(.alert(finding, nil)),
            encoder.encode(.ticket(finding, nil)), encoder.encode(.command(finding, EncodingFixtures.plan)),
            encoder.encode(.reread(EncodingFixtures.reread)),
            encoder.encode(.deadLetter(EncodingFixtures.deadLetter)),
        ].map { String(decoding: $0.key, as: UTF8.self) }
        let account = "aws:123456789012"
        #expect(keys == [finding.uid, finding.uid, finding.uid, account, account, ""])
    }

    @Test func `a wish that any reading answers names no time, and none is older than all logs`() throws {
        func problems(newerThan: Timestamp?) throws -> [String] {
            let reread = EncodingFixtures.reread
            let request = RereadRequest(
                resource: reread.resource, reason: "never observed", properties: [], newerThan: newerThan,
                deadline: reread.deadline)
            return try SchemaValidator(named: "reread-request").validate(
                encoder.encode(.reread(request)).value)
        }
        #expect(try problems(newerThan: nil) == [])
        #expect(try problems(newerThan: Timestamp(seconds: 1_700_000_000)) == [])
        #expect(try problems(newerThan: .distantPast) != [])
    }

    @Test func `state goes out as it is`() {
        let record = encoder.encode(.state(StateRecord(key: [1, 2], value: [])))
        #expect(
            record.topic == .state && record.key == [1, 2] && record.value == [] && record.headers.isEmpty)
    }

    @Test func `a command carries everything a worker needs`() throws {
        let record = encoder.encode(.command(EncodingFixtures.finding, EncodingFixtures.plan))
        let view = try FlatValue(json: record.value).view
        #expect(record.topic == .remediationCommands)
        #expect(view.member("calls")?.element(0)?.member("operation")?.string == "RevokeSecurityGroupIngress")
        #expect(view.member("inverse")?.count == 1)
        #expect(view.member("snapshot")?.value == EncodingFixtures.plan.snapshot)
        #expect(view.member("partition")?.string == "aws")
        #expect(view.member("approval")?.member("state")?.string == "required")
        #expect(view.member("cause")?.member("event_id")?.string == "6f1d1a52-0001")
    }

    @Test func `an approved command says who approved`() throws {
        let record = encoder.encode(.command(EncodingFixtures.finding, EncodingFixtures.restPlan))
        let approval = try FlatValue(json: record.value).view.member("approval")
        #expect(approval?.json == #"{"by":"bob@example.com","state":"approved"}"#)
    }

    @Test func `a command that does not fit becomes a ticket with a shortened plan`() throws {
        let record = encoder.encode(.command(EncodingFixtures.finding, EncodingSamples.hugePlan))
        #expect(record.topic == .tickets)
        let plan = try FlatValue(json: record.value).view.member("plan")
        #expect(plan?.member("truncated")?.bool == true)
        #expect(plan?.member("calls") == nil)
    }

    @Test(arguments: [
        (FindingRecord.Activity.create, "create"), (.update, "update"), (.close, "close"),
    ])
    func `a ticket follows the finding`(activity: FindingRecord.Activity, action: String) throws {
        let record = encoder.encode(.ticket(EncodingFixtures.finding.with { $0.activity = activity }, nil))
        let view = try FlatValue(json: record.value).view
        #expect(view.member("action")?.string == action)
        #expect(view.member("labels")?.json.contains("finding-" + EncodingFixtures.finding.uid) == true)
        #expect(record.header("ce_type") == "plumbline.ticket." + action)
    }

    @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
    func `a dead letter's head is base64`(head: String, wanted: String) throws {
        let letter = DeadLetter(reason: "r", detail: "", eventIndexed: nil, head: Array(head.utf8))
        let view = try FlatValue(json: encoder.encode(.deadLetter(letter)).value).view
        #expect(view.member("head_base64")?.string == wanted)
    }

    @Test func `a dead letter's head is cut at 32 KiB`() throws {
        let head = [UInt8](repeating: 7, count: DeadLetter.maximumHeadBytes + 3000)
        let letter = DeadLetter(reason: "r", detail: "", eventIndexed: nil, head: head)
        let text = try FlatValue(json: encoder.encode(.deadLetter(letter)).value).view.member("head_base64")
        #expect(text?.count == (DeadLetter.maximumHeadBytes + 2) / 3 * 4)
    }

    /// For validators outside this package: one file a topic, named as `replay` names them.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["PLUMBLINE_SAMPLES"] != nil))
    func `samples are written where PLUMBLINE_SAMPLES says`() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["PLUMBLINE_SAMPLES"])
        var files: [String: [UInt8]] = [:]
        for effect in EncodingSamples.effects {
            let record = encoder.encode(effect)
            files[record.topic.rawValue + ".jsonl", default: []] += record.value + [UInt8(ascii: "\n")]
        }
        for (name, bytes) in files {
            try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
        }
    }
}
