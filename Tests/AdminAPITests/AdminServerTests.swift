import Foundation
import Telemetry
import Testing

@testable import AdminAPI

@Suite(.serialized) struct AdminServerTests {
    private struct Answer {
        let head, body: String
        var status: String { head.split(separator: "\r\n").first.map(String.init) ?? "" }
    }

    /// Asks a server that runs for as long as the questions take.
    private func ask(
        _ paths: [String], of board: StatusBoard, at address: String = "127.0.0.1",
        routes: [AdminRoute] = [], now: ContinuousClock.Instant = .now
    ) async throws -> [Answer] {
        // Below the ports that the system gives to clients, which other tests may hold.
        let port = UInt16.random(in: 20_000..<32_768)
        let server = try AdminServer(
            address: address, port: port, board: board, routes: routes, now: { now })
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try? await server.run() }
            // Beside tests that hold their threads for long it takes its turn late.
            try await server.waitUntilListening(seconds: 3_600)
            defer { group.cancelAll() }
            var answers: [Answer] = []
            for path in paths { answers.append(try await Self.get(path, port)) }
            return answers
        }
    }

    /// One request; waits for its answer elsewhere than on the threads that the server needs.
    private static func get(_ path: String, _ port: UInt16) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try ask(path, port) }) }
        }
    }

    /// One request by hand over bash's own sockets, so that no client library is needed.
    private static func ask(_ path: String, _ port: UInt16) throws -> Answer {
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/bash")
        shell.arguments = [
            "-c",
            "exec 3<>/dev/tcp/127.0.0.1/\(port); printf '\(request(path))' >&3; timeout 90 cat <&3",
        ]
        let output = Pipe()
        shell.standardOutput = output
        try shell.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let parts = text.split(separator: "\r\n\r\n", maxSplits: 1).map(String.init)
        return Answer(head: parts.first ?? "", body: parts.count > 1 ? parts[1] : "")
    }

    @Test func `a board that says so is healthy, ready and measured`() async throws {
        let board = StatusBoard()
        var status = StatusBoard.Status()
        status.isReady = true
        status.detail = "3 partitions run"
        status.metrics = [Metric("m_total", .counter, "Things.", 5)]
        board.publish(status)
        let answers = try await ask(
            ["/healthz", "/readyz", "/metrics", "/other"], of: board,
            now: status.instant + AdminServer.silence)
        #expect(answers.map { String($0.status.split(separator: " ")[1]) } == ["200", "200", "200", "404"])
        #expect(answers[1].body.contains("3 partitions run"))
        #expect(answers[2].body.contains("m_total 5"))
    }

    @Test func `a worker that starts is healthy and not ready, one that is silent is neither`() async throws {
        let start = StatusBoard()
        let first = StatusBoard.Status()
        start.publish(first)
        let young = try await ask(["/healthz", "/readyz"], of: start, now: first.instant)
        #expect(young.map { String($0.status.split(separator: " ")[1]) } == ["200", "503"])
        let board = StatusBoard()
        var status = StatusBoard.Status()
        status.isReady = true
        board.publish(status)
        let silent = try await ask(
            ["/healthz", "/readyz"], of: board, now: status.instant + AdminServer.silence + .seconds(1))
        #expect(silent.map { String($0.status.split(separator: " ")[1]) } == ["503", "503"])
    }

    /// A path to get, or method, path, header and body to send, with bars between.
    private static func request(_ path: String) -> String {
        let parts = path.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4 else {
            return "GET \(path) HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n"
        }
        return
            "\(parts[0]) \(parts[1]) HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\(parts[2])\\r\\n\\r\\n\(parts[3])"
    }

    private static let path = "/v1/assessments/benchmarks"
    private static let echo = AdminRoute("POST \(path)", loopback: { AdminAnswer(202, $0.body) })

    @Test func `a profile that is posted is handed on as it is, and the answer is that of who takes it`()
        async throws
    {
        let answers = try await ask(
            ["POST|\(Self.path)|Content-Length: 5|{\"a\"}", "GET|\(Self.path)|X: y|"], of: StatusBoard(),
            routes: [
                AdminRoute(
                    "POST \(Self.path)",
                    loopback: { AdminAnswer(202, Array("[".utf8) + $0.body + Array("]".utf8)) })
            ])
        #expect(answers[0].status.contains("202 Accepted"))
        #expect(answers[0].body == "[{\"a\"}]\n")
        #expect(answers[1].status.contains("404"))
    }

    @Test func `what comes from a page, is too long or of no length is refused`() async throws {
        let answers = try await ask(
            [
                "POST|\(Self.path)|Content-Length: 2\\r\\nOrigin: http://127.0.0.1|{}",
                "POST|\(Self.path)|Content-Length: 999999999|{}", "POST|\(Self.path)|X: y|",
            ], of: StatusBoard(), routes: [Self.echo])
        #expect(answers.map { String($0.status.split(separator: " ")[1]) } == ["403", "413", "411"])
        #expect(answers.allSatisfy { $0.body.contains("\"error\"") })
    }

    @Test func `a route that tells callers apart is there on every address, for whom its gate lets in`()
        async throws
    {
        let gate: AdminGate = { authorization in
            guard authorization == "Bearer ada" else {
                return .refused(AdminAnswer(401, Array("{}".utf8), challenge: "Bearer realm=x"))
            }
            return .open { AdminAnswer(200, Array($0.id.utf8) + $0.body) }
        }
        let routes = ["GET /v1/things", "POST /v1/things/:id"].map { AdminRoute($0, gate: gate) }
        let (known, length) = ("Authorization: Bearer ada", "Content-Length: 2")
        let answers = try await ask(
            [
                "POST|/v1/things/t-1|\(known)\\r\\n\(length)|{}", "GET|/v1/things|\(known)|",
                "POST|/v1/things/t-1|\(length)|{}", "GET|/v1/things|Authorization: Bearer eve|",
                "POST|/v1/things/t-1|\(known)\\r\\nOrigin: http://x\\r\\n\(length)|{}",
            ], of: StatusBoard(), at: "0.0.0.0", routes: routes)
        #expect(
            answers.map { String($0.status.split(separator: " ")[1]) } == ["200", "200", "401", "401", "403"])
        #expect(answers[0].body == "t-1{}\n" && answers[2].head.contains("WWW-Authenticate: Bearer realm=x"))
    }

    @Test func `where others could reach it no profile is taken`() async throws {
        let request = "POST|\(Self.path)|Content-Length: 2|{}"
        let open = try await ask([request], of: StatusBoard(), at: "0.0.0.0", routes: [Self.echo])
        #expect(open[0].status.contains("403"))
        let none = try await ask([request], of: StatusBoard())
        #expect(none[0].status.contains("404"))
    }
}
