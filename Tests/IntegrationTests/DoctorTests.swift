import DriftRuntime
import Foundation
import KafkaLog
import Testing
import TokenSupport

/// The built `plumbline doctor`.
@Suite(.serialized, .enabled(if: BuiltBinary.path != nil, "the plumbline executable was not built"))
struct DoctorTests {
    private struct Report: Decodable {
        struct Check: Decodable {
            let status, subject, finding, hint: String
        }
        struct Rule: Decodable {
            let role, resource, name: String
            let operations: [String]
        }
        let checks: [Check]
        let acls: [Rule]
    }

    private func examine(
        _ station: Station, _ variables: [String: String] = [:], code: Int32
    ) throws -> Report {
        let child = try station.run("doctor", "--json", variables: variables)
        #expect(child.exitCode() == code, "\(child.output)\(child.errors)")
        return try JSONDecoder().decode(Report.self, from: Data(child.output.utf8))
    }

    @Test(arguments: Cluster.all)
    func `a cluster that fits gets no FAIL, and every role's rights are listed`(_ cluster: Cluster) throws {
        let station = try Station(cluster)
        let report = try examine(station, code: 0)
        #expect(!report.checks.contains { $0.status == "FAIL" })
        // One copy of each topic is a warning where there are more brokers.
        let statuses = if case .mock = cluster { ["OK"] } else { ["OK", "WARN"] }
        #expect(report.checks.contains { $0.subject == "librdkafka" && $0.finding == KafkaLibrary.version })
        #expect(
            report.checks.contains {
                $0.subject == "topic " + station.topic("state") && statuses.contains($0.status)
            })
        #expect(Set(report.acls.map(\.role)) == ["run", "route", "topics create", "doctor"])
        #expect(
            report.acls.contains {
                $0.role == "run" && $0.name == station.topic("findings") && $0.operations.contains("Write")
            })
    }

    @Test func `another partition count than the keys were spread by is a FAIL with a hint`() throws {
        let station = try Station()
        let report = try examine(station, ["PLUMBLINE_TOPICS_PARTITIONS": "5"], code: 1)
        let state = report.checks.first { $0.subject == "topic " + station.topic("state") }
        #expect(state?.status == "FAIL" && state?.finding.contains("3 partitions") == true)
        #expect(state?.hint.isEmpty == false)
    }

    @Test func `brokers that do not answer are a FAIL within their time, and what needs none is told`() throws
    {
        let station = try Station()
        try station.mock?.takeDown()
        let report = try examine(station, ["PLUMBLINE_LIMITS_START_SECONDS": "2"], code: 1)
        #expect(report.checks.contains { $0.subject == "brokers" && $0.status == "FAIL" })
        #expect(report.checks.contains { $0.subject == "controls" && $0.status == "OK" })
    }

    @Test func `who takes posted profiles needs their topics, and the issuer's keys are fetched`() throws {
        let station = try Station()
        let keys = station.folder.appendingPathComponent("keys.json").path
        let variables = [
            "PLUMBLINE_HTTP_PORT": "9", "PLUMBLINE_HTTP_OIDC_ISSUER": "https://i.example",
            "PLUMBLINE_HTTP_OIDC_AUDIENCE": "plumbline", "PLUMBLINE_HTTP_OIDC_KEYS": keys,
        ]
        let without = try examine(station, variables, code: 0)
        #expect(
            without.checks.contains { $0.subject == "tokens of https://i.example" && $0.status == "WARN" })
        try Data(TestIssuer().keys.utf8).write(to: URL(filePath: keys))
        let report = try examine(station, variables, code: 0)
        #expect(report.checks.contains { $0.subject == "tokens of https://i.example" && $0.status == "OK" })
        let rights = { (report: Report, topic: String) in
            Set(
                report.acls.filter { $0.role == "run" && $0.name == station.topic(topic) }.flatMap(
                    \.operations))
        }
        #expect(rights(report, "approvals") == ["Read", "Write", "Describe"])
        #expect(rights(report, "profiles") == ["Read", "Write", "Describe"])
        let closed = try examine(station, code: 0)
        #expect(rights(closed, "approvals").isEmpty && rights(closed, "profiles") == ["Read", "Describe"])
    }

    @Test func `a secret is not in the report`() throws {
        let station = try Station()
        let child = try station.run(
            "doctor",
            variables: [
                "PLUMBLINE_KAFKA_SASL_PASSWORD": "hunter2", "PLUMBLINE_KAFKA_SASL_USERNAME": "u",
                "PLUMBLINE_LIMITS_START_SECONDS": "2", "PLUMBLINE_KAFKA_SECURITY_PROTOCOL": "SASL_PLAINTEXT",
                "PLUMBLINE_KAFKA_SASL_MECHANISMS": "PLAIN",
            ])
        #expect(child.exitCode() == 1)
        #expect(!(child.output + child.errors).contains("hunter2"))
    }
}
