import DriftRuntime
import Foundation
import KafkaLog
import Testing

/// What the Kafka commands say, and exit with, when something is wrong.
@Suite(.serialized, .enabled(if: BuiltBinary.path != nil, "the plumbline executable was not built"))
struct CommandTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "plumbline-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    @Test(arguments: [
        ("kafka:\n  bootstrap.server: x\n", ["plumbline.yaml:2", "did you mean \"bootstrap.servers\""]),
        ("kafka: { bootstrap.servers: x }\ngruop: a\n", ["plumbline.yaml:2", "did you mean \"group\""]),
        (
            "kafka: { bootstrap.servers: x }\ntopics:\n  partitions: many\n",
            ["plumbline.yaml:3", "whole number"]
        ),
        ("kafka:\n  sasl.password: hunter2\n", ["plumbline.yaml:2", "sasl.password_file"]),
        ("kafka:\n  sasl.password_file: missing\n", ["plumbline.yaml:2", "missing: there is no such file"]),
        ("group: a\n", ["kafka.bootstrap.servers"]),
        ("kafka: [\n", ["no YAML"]),
        (
            "kafka: { bootstrap.servers: \"b:1\", security.protocol: ssl, ssl.ca.location: /none }\n",
            ["kafka: ", "ssl.ca.location failed"]
        ),
    ])
    func `a fault in the settings is named with its line and exits with 2`(
        _ settings: String, _ wanted: [String]
    ) throws {
        let child = try run("run", settings: settings)
        #expect(child.exitCode() == 2)
        for text in wanted { #expect(child.errors.contains(text), "\(child.errors)") }
        #expect(!child.errors.contains("hunter2"))
    }

    @Test func `a settings file that is not there exits with 2`() throws {
        let binary = try #require(BuiltBinary.path)
        let child = try ChildProcess(binary, ["run", "--config", "/does/not/exist.yaml"], in: folder)
        #expect(child.exitCode() == 2)
        #expect(child.errors.contains("/does/not/exist.yaml"))
    }

    @Test(arguments: [["run"], ["topics", "create"]])
    func `a broker that is down is named and exits with 1 within the bound`(_ command: [String]) throws {
        let settings = "kafka: { bootstrap.servers: \"127.0.0.1:1\" }\nlimits: { start_seconds: 2 }\n"
        let child = try run(command, settings: settings)
        #expect(child.exitCode(withinSeconds: 25) == 1)
        #expect(child.errors.contains("127.0.0.1:1"), "\(child.errors)")
    }

    @Test func `topics that are missing are all named and exit with 1`() throws {
        let mock = try MockCluster()
        let child = try run("run", settings: "kafka: { bootstrap.servers: \"\(mock.bootstrapServers)\" }\n")
        #expect(child.exitCode() == 1)
        for topic in ["plumbline.cloudtrail", "plumbline.state", "plumbline.findings"] {
            #expect(child.errors.contains("\(topic) does not exist"), "\(child.errors)")
        }
    }

    @Test func `an input with another partition count than the state is refused`() throws {
        let station = try Station()
        let child = try ChildProcess(
            try #require(BuiltBinary.path),
            ["run", "--config", station.folder.appendingPathComponent("plumbline.yaml").path],
            in: station.folder, environment: ["PLUMBLINE_TOPICS_PARTITIONS": "4"])
        #expect(child.exitCode() == 1)
        #expect(child.errors.contains("has 3 partitions, topics.partitions is 4"), "\(child.errors)")
    }

    @Test func `a topic of control documents with several partitions is refused by all who look`() throws {
        let mock = try MockCluster()
        for layout in TopicLayout.all(TopicSettings()) {
            try mock.createTopic("plumbline." + layout.base, partitionCount: 2)
        }
        let settings =
            "kafka: { bootstrap.servers: \"\(mock.bootstrapServers)\" }\ntopics: { partitions: 2, replication: 1 }\n"
        let run = try run("run", settings: settings)
        #expect(run.exitCode() == 1)
        #expect(run.errors.contains("plumbline.profiles has 2 partitions, and only one of it is read"))
        let create = try self.run(["topics", "create"], settings: settings)
        #expect(create.exitCode() == 1)
        #expect(create.output.contains("differs  plumbline.suppressions"), "\(create.output)")
        let doctor = try self.run("doctor", settings: settings)
        #expect(doctor.exitCode() == 1)
        #expect(doctor.output.contains("it has 2 partitions, and only one of it is read"))
    }

    @Test func `topics that are all there are left as they are`() throws {
        let station = try Station()
        let child = try station.run("topics", "create")
        #expect(child.exitCode() == 0, "\(child.errors)")
        let lines = child.output.split(separator: "\n")
        #expect(lines.count == 19)
        #expect(lines.allSatisfy { $0.hasPrefix("exists") }, "\(child.output)")
    }

    @Test func `the inputs' topics are looked for on their own cluster`() throws {
        let (inputs, outputs) = (try MockCluster(), try MockCluster())
        let bases = ["cloudtrail", "azure-activity", "gcp-audit", "inventory", "readings"]
        for base in TopicLayout.all(TopicSettings()).map(\.base) {
            let isSingle = ["profiles", "suppressions", "approvals"].contains(base)
            try (bases.contains(base) ? inputs : outputs).createTopic(
                "plumbline." + base, partitionCount: isSingle ? 1 : 2)
        }
        let settings = """
            kafka: { bootstrap.servers: "\(outputs.bootstrapServers)" }
            input_kafka: { bootstrap.servers: "\(inputs.bootstrapServers)" }
            topics: { partitions: 2, replication: 1 }

            """
        let child = try run(["topics", "create"], settings: settings)
        #expect(child.exitCode() == 0, "\(child.errors)")
        let lines = child.output.split(separator: "\n")
        #expect(lines.count == 19 && lines.allSatisfy { $0.hasPrefix("exists") }, "\(child.output)")
    }

    private func run(_ command: String, settings: String) throws -> ChildProcess {
        try run([command], settings: settings)
    }

    private func run(_ command: [String], settings: String) throws -> ChildProcess {
        let file = folder.appendingPathComponent("plumbline.yaml")
        try Data(settings.utf8).write(to: file)
        return try ChildProcess(
            try #require(BuiltBinary.path), command + ["--config", file.path], in: folder)
    }
}
