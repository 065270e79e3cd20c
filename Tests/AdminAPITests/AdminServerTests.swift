import Foundation
import Telemetry
import Testing

@testable import AdminAPI

@Suite(.serialized) struct AdminServerTests {
    /// Asks a server that runs for as long as the questions take.
    private func ask(_ paths: [String], of board: StatusBoard) async throws -> [(
        status: String, body: String
    )] {
        let port = UInt16.random(in: 20_000...60_000)
        let server = try AdminServer(address: "127.0.0.1", port: port, board: board)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try? await server.run() }
            // Beside tests that hold their threads for long it takes its turn late.
            try await server.waitUntilListening(seconds: 900)
            defer { group.cancelAll() }
            var answers: [(status: String, body: String)] = []
            for path in paths { answers.append(try await Self.get(path, port)) }
            return answers
        }
    }

    /// One request; waits for its answer elsewhere than on the threads that the server needs.
    private static func get(_ path: String, _ port: UInt16) async throws -> (status: String, body: String) {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try ask(path, port) }) }
        }
    }

    /// One request by hand over bash's own sockets, so that no client library is needed.
    private static func ask(_ path: String, _ port: UInt16) throws -> (status: String, body: String) {
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/bash")
        shell.arguments = [
            "-c",
            "exec 3<>/dev/tcp/127.0.0.1/\(port); printf 'GET \(path) HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n' >&3; timeout 90 cat <&3",
        ]
        let output = Pipe()
        shell.standardOutput = output
        try shell.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let parts = text.split(separator: "\r\n\r\n", maxSplits: 1).map(String.init)
        return (
            parts.first?.split(separator: "\r\n").first.map(String.init) ?? "",
            parts.count > 1 ? parts[1] : ""
        )
    }

    @Test func `a board that says so is healthy, ready and measured`() async throws {
        let board = StatusBoard()
        var status = StatusBoard.Status()
        status.isReady = true
        status.detail = "3 partitions run"
        // On a busy machine the questions take long.
        status.instant = .now + .seconds(600)
        status.metrics = [Metric("m_total", .counter, "Things.", 5)]
        board.publish(status)
        let answers = try await ask(["/healthz", "/readyz", "/metrics", "/other"], of: board)
        #expect(answers.map { String($0.status.split(separator: " ")[1]) } == ["200", "200", "200", "404"])
        #expect(answers[1].body.contains("3 partitions run"))
        #expect(answers[2].body.contains("m_total 5"))
    }

    @Test func `a worker that starts is healthy and not ready, one that is silent is neither`() async throws {
        let start = StatusBoard()
        var first = StatusBoard.Status()
        first.instant = .now + .seconds(600)
        start.publish(first)
        let young = try await ask(["/healthz", "/readyz"], of: start)
        #expect(young.map { String($0.status.split(separator: " ")[1]) } == ["200", "503"])
        let board = StatusBoard()
        var status = StatusBoard.Status()
        status.isReady = true
        status.instant = .now - AdminServer.silence - .seconds(1)
        board.publish(status)
        let silent = try await ask(["/healthz", "/readyz"], of: board)
        #expect(silent.map { String($0.status.split(separator: " ")[1]) } == ["503", "503"])
    }
}
