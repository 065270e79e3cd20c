import DriftEngine
import Foundation
import KafkaLog
import Testing
import WireFormats

@testable import DriftRuntime

@Suite struct RunSettingsTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "plumbline-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func settings(_ text: String, _ environment: [String: String] = [:]) throws -> RunSettings {
        let file = folder.appendingPathComponent("plumbline.yaml")
        try Data(text.utf8).write(to: file)
        return try RunSettings(path: file.path, environment: environment, host: "host")
    }

    private let least = "kafka: { bootstrap.servers: \"b:9092\" }\n"

    @Test func `a file that names the brokers is enough`() throws {
        let settings = try settings(least)
        #expect(settings.group == "plumbline")
        #expect(settings.transactionalID == "plumbline-host")
        #expect(settings.topics.name(of: .state) == "plumbline.state")
        #expect(settings.kafka.value(of: "bootstrap.servers") == "b:9092")
        #expect(settings.unknownVariables.isEmpty)
    }

    @Test func `every field of the file counts`() throws {
        let settings = try settings(
            """
            kafka: { bootstrap.servers: "b:9092", linger.ms: 7 }
            group: g
            transactional_id_prefix: t
            instance: i
            topics: { prefix: p-, partitions: 12, replication: 3, retention_days: 2, names: { state: other } }
            controls: { packs: [packs, /abs], profiles: [a.json], suppressions: s.json }
            batch: { records: 5, bytes: 6, wait_ms: 7 }
            limits: { start_seconds: 8, stop_seconds: 9 }
            log: { level: debug }
            """)
        #expect(settings.kafka.value(of: "linger.ms") == "7")
        #expect(settings.group == "g")
        #expect(settings.transactionalID == "t-i")
        #expect(settings.topics.partitions == 12)
        #expect(settings.topics.replication == 3)
        #expect(settings.topics.retentionDays == 2)
        #expect(settings.topics.name(of: .state) == "other")
        #expect(settings.topics.name(of: InputTopic.cloudtrail) == "p-cloudtrail")
        #expect(settings.controls.packs == [folder.path + "/packs", "/abs"])
        #expect(settings.controls.profiles == [folder.path + "/a.json"])
        #expect(settings.controls.suppressions == folder.path + "/s.json")
        #expect(settings.batch.records == 5)
        #expect(settings.batch.bytes == 6)
        #expect(settings.waitMilliseconds == 7)
        #expect(settings.startSeconds == 8)
        #expect(settings.stopSeconds == 9)
        #expect(settings.log.level == "debug")
    }

    @Test func `variables beat the file`() throws {
        let settings = try settings(
            least + "group: g\ntopics: { partitions: 12 }\n",
            [
                "PLUMBLINE_GROUP": "h", "PLUMBLINE_TOPICS_PARTITIONS": "3",
                "PLUMBLINE_TOPICS_NAMES_DEAD_LETTERS": "dead", "PLUMBLINE_CONTROLS_PACKS": "a:b",
                "PLUMBLINE_KAFKA_BOOTSTRAP_SERVERS": "c:1", "OTHER": "x",
            ])
        #expect(settings.group == "h")
        #expect(settings.topics.partitions == 3)
        #expect(settings.topics.name(of: .deadLetters) == "dead")
        #expect(settings.controls.packs == ["a", "b"])
        #expect(settings.kafka.value(of: "bootstrap.servers") == "c:1")
    }

    @Test func `a variable that means nothing is told`() throws {
        let settings = try settings(least, ["PLUMBLINE_GRUOP": "h", "PLUMBLINE_TOPICS_NAMES_STATE": "s"])
        #expect(settings.unknownVariables == ["PLUMBLINE_GRUOP; did you mean PLUMBLINE_GROUP?"])
    }

    @Test(arguments: ["kafka.sasl.password_file", "PLUMBLINE_KAFKA_SASL_PASSWORD_FILE"])
    func `a secret comes out of a file and is never shown`(_ place: String) throws {
        let secret = folder.appendingPathComponent("secret")
        try Data("hunter2\n".utf8).write(to: secret)
        let settings =
            place.hasPrefix("PLUMBLINE")
            ? try settings(least, [place: secret.path])
            : try settings("kafka:\n  bootstrap.servers: b\n  sasl.password_file: secret\n")
        #expect("\(settings.kafka)".contains("sasl.password=[hidden]"))
        #expect(!"\(settings)".contains("hunter2"))
    }

    @Test(arguments: [
        ("kafka:\n  bootstrap.servers: b\n  linger.ms: soon\n", "yaml:3"),
        ("kafka:\n  bootstrap.servers: b\n  group.id: g\n", "leave it out"),
        ("kafka: { bootstrap.servers: b }\ntopics:\n  names: { stat: x }\n", "did you mean \"state\"?"),
        ("kafka: { bootstrap.servers: b }\ntopics: { names: { state: x, findings: x } }\n", "same name"),
        ("kafka: { bootstrap.servers: b }\nbatch: { records: 0 }\n", "from 1 to 1000000"),
        ("kafka: { bootstrap.servers: b }\nlog: { level: loud }\n", "log.level"),
        ("", "empty"),
    ])
    func `a fault is the user's to mend and says where`(_ text: String, _ wanted: String) {
        do {
            _ = try settings(text)
            Issue.record("it was taken")
        } catch let failure as RuntimeFailure {
            #expect(failure.exitCode == 2)
            #expect(failure.description.contains(wanted), "\(failure.description)")
        } catch {
            Issue.record("\(error)")
        }
    }
}
