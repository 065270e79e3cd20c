import Foundation
import KafkaLog
import Synchronization
import Testing

@testable import DriftRuntime

@Suite struct TokenTests {
    private static func token(_ text: String, until end: Int64) -> BearerToken {
        BearerToken(text, principal: "p", endMilliseconds: end)
    }

    private func text(_ answer: Result<BearerToken, TokenFailure>) -> String {
        switch answer {
        case .success(let token): token.withValue { $0 }
        case .failure(let failure): failure.reason
        }
    }

    @Test func `clients share a token for half of its life`() {
        let now = Atomic<Int64>(1_000)
        let asked = Atomic<Int>(0)
        let cache = TokenCache(clock: { now.load(ordering: .relaxed) }) { instant in
            let count = asked.add(1, ordering: .relaxed).newValue
            return .success(Self.token("\(count)", until: instant + 100))
        }
        #expect(text(cache.token()) == "1")
        now.store(1_049, ordering: .relaxed)
        #expect(text(cache.token()) == "1")
        now.store(1_050, ordering: .relaxed)
        #expect(text(cache.token()) == "2")
        now.store(0, ordering: .relaxed)
        #expect(text(cache.token()) == "3", "a clock that went back says nothing about a token's life")
    }

    @Test func `a failure is not kept`() {
        let asked = Atomic<Int>(0)
        let cache = TokenCache(clock: { 0 }) { _ in
            asked.add(1, ordering: .relaxed).newValue == 1
                ? .failure(TokenFailure("down")) : .success(Self.token("t", until: 100))
        }
        #expect(text(cache.token()) == "down")
        #expect(text(cache.token()) == "t")
    }

    @Test(arguments: [
        (#"{"access_token":"t","expires_in":60}"#, "t"), (#"{"access_token":"t","expires_in":"60"}"#, "t"),
        (#"{"access_token":""}"#, "the answer holds no access_token"),
        ("<html>", "the answer holds no access_token"),
        (#"{"access_token":"t","expires_in":0}"#, "the token is over already"),
    ])
    func `an endpoint's answer is read`(_ answer: String, _ wanted: String) {
        let client = ClientCredentials(url: "", clientID: "c", secret: "s", scope: nil, authority: nil)
        #expect(text(client.token(in: Array(answer.utf8), at: 5)) == wanted)
    }

    @Test func `a client has its token before its first call, and asks again before it ends`() throws {
        let asked = Atomic<Int>(0)
        let source: TokenSource = {
            let count = asked.add(1, ordering: .relaxed).newValue
            let end = Int64(Date().timeIntervalSince1970 * 1_000) + 1_000
            return .success(Self.token("t\(count)", until: end))
        }
        let settings = try KafkaSettings([
            ("bootstrap.servers", "127.0.0.1:1"), ("security.protocol", "SASL_PLAINTEXT"),
            ("sasl.mechanisms", "OAUTHBEARER"),
        ]).setting(tokens: source).setting("client.id", "kept")
        let producer = try Producer(settings)
        #expect(asked.load(ordering: .relaxed) == 1)
        for _ in 0..<60 where asked.load(ordering: .relaxed) < 3 {
            _ = producer.takeNotices()
            Thread.sleep(forTimeInterval: 0.05)
        }
        #expect(asked.load(ordering: .relaxed) >= 3)
    }

    @Test func `a token that cannot be got is told`() throws {
        let settings = try KafkaSettings([
            ("bootstrap.servers", "127.0.0.1:1"), ("security.protocol", "SASL_PLAINTEXT"),
            ("sasl.mechanisms", "OAUTHBEARER"),
        ]).setting { .failure(TokenFailure("endpoint is down")) }
        let notices = try Producer(settings).takeNotices()
        #expect(notices.contains { "\($0)".contains("endpoint is down") })
    }

    @Test(arguments: [
        ("oauth: { method: client_credentials }", "oauth.token_url"),
        ("oauth: { method: client_credentials, token_url: \"http://x\", client_id: c }", "https://"),
        (
            "oauth: { method: client_credentials, token_url: \"https://x\", client_id: c }",
            "client_secret_file"
        ),
        ("oauth: { method: msk }", "aws_msk_iam"),
    ])
    func `what a method of tokens needs is asked for`(_ text: String, _ wanted: String) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".yaml")
        try Data("kafka: { bootstrap.servers: b }\n\(text)\n".utf8).write(to: file)
        let failure = #expect(throws: RuntimeFailure.self) {
            try RunSettings(path: file.path, environment: [:], host: "h")
        }
        #expect(failure?.description.contains(wanted) == true, "\(failure?.description ?? "")")
    }

    @Test func `a method of tokens switches SASL on, and its secret is not shown`() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".yaml")
        try Data(
            """
            kafka: { bootstrap.servers: b }
            oauth: { method: client_credentials, token_url: "https://x/token", client_id: c }
            """.utf8
        ).write(to: file)
        let settings = try RunSettings(
            path: file.path, environment: ["PLUMBLINE_OAUTH_CLIENT_SECRET": "hunter2"], host: "h")
        #expect(settings.kafka.value(of: "sasl.mechanisms") == "OAUTHBEARER")
        #expect(settings.kafka.value(of: "security.protocol") == "SASL_SSL")
        #expect(!"\(settings)".contains("hunter2"))
    }
}
