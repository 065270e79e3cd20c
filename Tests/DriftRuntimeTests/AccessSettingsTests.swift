import Foundation
import Testing

@testable import DriftRuntime

/// What the settings say of who may post.
@Suite struct AccessSettingsTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "plumbline-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func access(_ members: String, _ environment: [String: String] = [:]) throws -> AccessSettings? {
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("plumbline.yaml")
        try Data("kafka: { bootstrap.servers: \"b:9092\" }\nhttp: { \(members) }\n".utf8).write(to: file)
        return try RunSettings(path: file.path, environment: environment, host: "host").http?.access
    }

    private let issuer = "oidc_issuer: \"https://i.example\""

    @Test func `without an issuer callers are not told apart`() throws {
        #expect(try access("port: 1") == nil)
    }

    @Test func `an issuer and an audience are enough`() throws {
        let access = try #require(try access("\(issuer), oidc_audience: plumbline"))
        #expect(access.verifier.issuer == "https://i.example" && access.verifier.audience == "plumbline")
        #expect(access.verifier.rolesClaim == "roles")
        #expect(access.keys.place == .discovery(issuer: "https://i.example"))
        #expect(access.editorRole == "plumbline-editor" && access.approverRole == "plumbline-approver")
    }

    @Test func `every key counts, and keys may be a file or an address`() throws {
        let more = "oidc_audience: a, oidc_roles_claim: r.s, oidc_editor_role: e, oidc_approver_role: f"
        let access = try #require(
            try access("\(issuer), \(more), oidc_keys: keys.json, oidc_ca_file: ca.pem"))
        #expect(
            access.keys
                == KeySource(place: .file(folder.path + "/keys.json"), authority: folder.path + "/ca.pem"))
        #expect(access.verifier.rolesClaim == "r.s")
        #expect(access.roles(for: .propose) == ["e"] && access.roles(for: .approve) == ["f"])
    }

    @Test func `keys may be at an address`() throws {
        let access = try access(
            "\(issuer), oidc_audience: a", ["PLUMBLINE_HTTP_OIDC_KEYS": "https://i.example/keys"])
        #expect(access?.keys.place == .address("https://i.example/keys"))
    }

    @Test(arguments: [
        ("oidc_audience: a", "http.oidc_issuer"),
        ("oidc_issuer: \"https://i.example\"", "http.oidc_audience"),
        ("oidc_issuer: \"http://i.example\", oidc_audience: a", "https://"),
        ("oidc_issuer: i, oidc_audience: a, oidc_keys: \"http://i.example/keys\"", "https://"),
    ])
    func `what would not protect is refused`(_ members: String, _ wanted: String) throws {
        let failure = try #require(throws: RuntimeFailure.self) { try access(members) }
        #expect(failure.description.contains(wanted), "\(failure)")
    }
}
