import Foundation
import SchemaSupport
import Testing
import TokenSupport

/// Profiles that need a second person, posted to one process and approved at another.
@Suite(.serialized, .enabled(if: BuiltBinary.path != nil, "the plumbline executable was not built"))
struct ApprovalTests {
    private static let path = "/v1/assessments/benchmarks"
    private static let both = ["plumbline-editor", "plumbline-approver"]
    private static let wide = #"{"provider":"AWS","version":"1.5","levels":["L2"]}"#
    private static let narrow =
        #"{"provider":"AWS","version":"1.5","levels":["L1"],"auto_remediation_enabled":true}"#

    private let issuer = TestIssuer()

    private func token(_ subject: String, _ roles: [String] = both) -> String {
        issuer.token(TestIssuer.claims(subject, roles), .es256)
    }

    /// A detector whose callers are told apart, open to every address, and its port.
    private func detector(_ station: Station, _ instance: String) throws -> (process: ChildProcess, port: Int)
    {
        let keys = station.folder.appendingPathComponent("keys.json")
        try Data(issuer.keys.utf8).write(to: keys)
        let port = AdminPage.anyPort
        let process = try station.run(
            "run", instance: instance,
            variables: [
                "PLUMBLINE_HTTP_PORT": "\(port)", "PLUMBLINE_HTTP_ADDRESS": "0.0.0.0",
                "PLUMBLINE_HTTP_OIDC_ISSUER": TestIssuer.name, "PLUMBLINE_HTTP_OIDC_AUDIENCE": "plumbline",
                "PLUMBLINE_HTTP_OIDC_KEYS": keys.path,
            ])
        #expect(comesTrue { process.errors.contains("partitions run") }, "\(process.errors)")
        return (process, port)
    }

    private func end(_ process: ChildProcess) {
        process.terminate()
        #expect(process.exitCode() == 0, "\(process.errors)")
    }

    private func change(_ answer: String) throws -> String {
        try String(#require(answer.firstMatch(of: /"change":"([0-9a-f]{32})"/)).output.1)
    }

    private func states(_ station: Station) throws -> [String] {
        let records = try station.read("approvals", seconds: 2) { _ in false }
        let schema = try SchemaValidator(named: "approval")
        #expect(records.flatMap { schema.validate($0.value) } == [])
        return records.compactMap { record in
            record.text.firstMatch(of: /"state":"(\w+)"/).map { String($0.output.1) }
        }
    }

    @Test(arguments: Cluster.all)
    func `a change that checks less counts once somebody else has approved it, at whatever process`(
        _ cluster: Cluster
    ) throws {
        let station = try Station(cluster)
        let (first, port) = try detector(station, "one")
        let applied = try AdminPage.post(Self.path, Self.wide, port, token: token("ada"))
        #expect(applied.contains("202 Accepted") && applied.contains(#""state":"applied""#), "\(applied)")
        let proposed = try AdminPage.post(Self.path, Self.narrow, port, token: token("ada"))
        #expect(proposed.contains("202 Accepted") && proposed.contains(#""state":"open""#), "\(proposed)")
        #expect(proposed.contains(#""reasons":["levels","auto_remediation_enabled"]"#), "\(proposed)")
        let change = try change(proposed)
        let again = try AdminPage.post(Self.path, Self.narrow, port, token: token("ada"))
        #expect(try self.change(again) == change)
        let own = try AdminPage.post(
            "/v1/approvals/\(change)", #"{"decision":"approve"}"#, port, token: token("ada"))
        #expect(own.contains("403 Forbidden"), "\(own)")
        #expect(try station.read("profiles", seconds: 1) { $0.count > 1 }.map(\.text) == [Self.wide])
        end(first)

        let (second, other) = try detector(station, "two")
        let list = try AdminPage.get("/v1/approvals", other, token: token("bo"), seconds: 60)
        #expect(
            list.contains("200 OK") && list.contains(change) && list.contains(#""is_stale":false"#), "\(list)"
        )
        let decision = #"{"decision":"approve","remark":"as agreed"}"#
        let approved = try AdminPage.post("/v1/approvals/\(change)", decision, other, token: token("bo"))
        #expect(approved.contains("200 OK") && approved.contains(#""state":"approved""#), "\(approved)")
        // The engines are opened anew with it.
        #expect(
            comesTrue { second.errors.components(separatedBy: "partitions run").count >= 3 },
            "\(second.errors)")
        let repeated = try AdminPage.post("/v1/approvals/\(change)", decision, other, token: token("cy"))
        #expect(repeated.contains("200 OK") && repeated.contains(#""subject":"bo""#), "\(repeated)")
        for answer in [approved, repeated] {
            #expect(answer.contains(#""is_in_force":true"#), "\(answer)")
        }
        let late = try AdminPage.post(
            "/v1/approvals/\(change)", #"{"decision":"reject"}"#, other, token: token("cy"))
        #expect(late.contains("409 Conflict"), "\(late)")
        #expect(
            try station.read("profiles", seconds: 2) { $0.count > 2 }.map(\.text) == [Self.wide, Self.narrow])
        #expect(try states(station) == ["applied", "open", "approved"])
        end(second)
    }

    @Test(arguments: Cluster.all)
    func `nobody without a token and the role is heard, and what is not there or stale is refused`(
        _ cluster: Cluster
    ) throws {
        let station = try Station(cluster)
        let (detector, port) = try detector(station, "one")
        let strangers = [nil, "garbage", TestIssuer().token(TestIssuer.claims("ada", Self.both), .es256)]
        for token in strangers {
            let answer = try AdminPage.post(Self.path, Self.wide, port, token: token)
            #expect(
                answer.contains("401 Unauthorized") && answer.contains("WWW-Authenticate: Bearer"),
                "\(answer)")
        }
        let approver = token("bo", ["plumbline-approver"])
        let editor = token("ada", ["plumbline-editor"])
        #expect(try AdminPage.post(Self.path, Self.wide, port, token: approver).contains("403 Forbidden"))
        #expect(try AdminPage.post(Self.path, Self.wide, port, token: editor).contains("202 Accepted"))
        let change = try change(try AdminPage.post(Self.path, Self.narrow, port, token: editor))
        let decide = { (id: String, body: String, token: String) in
            try AdminPage.post("/v1/approvals/\(id)", body, port, token: token)
        }
        let approve = #"{"decision":"approve"}"#
        #expect(try decide(change, approve, editor).contains("403 Forbidden"))
        #expect(try decide(change, "[", approver).contains("400 Bad Request"))
        #expect(try decide("0000", approve, approver).contains("404 Not Found"))
        // What it would replace is widened meanwhile.
        let wider = Self.wide.replacing(#"["L2"]"#, with: #"["L1","L2"]"#)
        #expect(try AdminPage.post(Self.path, wider, port, token: editor).contains("202 Accepted"))
        let list = try AdminPage.get("/v1/approvals", port, token: editor, seconds: 60)
        #expect(list.contains(#""is_stale":true"#), "\(list)")
        #expect(try decide(change, approve, approver).contains("409 Conflict"))
        let rejected = try decide(change, #"{"decision":"reject"}"#, approver)
        #expect(rejected.contains("200 OK") && rejected.contains(#""is_in_force":false"#), "\(rejected)")
        #expect(try decide(change, approve, approver).contains("409 Conflict"))
        #expect(try states(station) == ["applied", "open", "applied", "rejected"])
        #expect(try station.read("profiles", seconds: 1) { $0.count > 2 }.map(\.text) == [Self.wide, wider])
        for secret in [approver, editor] { #expect(!detector.errors.contains(secret)) }
        end(detector)
    }
}
