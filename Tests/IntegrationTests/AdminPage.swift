import Foundation

/// What a program says of itself over HTTP, and what it is told.
enum AdminPage {
    /// A port below those that the system gives to clients, of which the other tests hold many.
    static var anyPort: Int { .random(in: 20_000..<32_768) }

    /// The whole answer, head and all; empty if nobody listens.
    static func get(_ path: String, _ port: Int, token: String? = nil, seconds: Int = 20) throws -> String {
        try ask(
            "GET \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\(header(token))\r\n", port,
            seconds: seconds)
    }

    /// The whole answer to a document that is sent.
    static func post(
        _ path: String, _ document: String, _ port: Int, token: String? = nil
    ) throws -> String {
        try ask(
            "POST \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + header(token)
                + "Content-Length: \(document.utf8.count)\r\n\r\n\(document)", port, seconds: 60)
    }

    private static func header(_ token: String?) -> String {
        token.map { "Authorization: Bearer \($0)\r\n" } ?? ""
    }

    /// Over bash's own sockets, so that no client library is needed. The answer goes to a file: the end of a pipe that a detector of
    /// another test has inherited comes when that one ends.
    private static func ask(_ request: String, _ port: Int, seconds: Int) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ask-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let shell = try ChildProcess(
            "/bin/bash",
            [
                "-c",
                "exec 3<>/dev/tcp/127.0.0.1/\(port) || exit 1; printf '%s' \"$1\" >&3; timeout \(seconds) cat <&3",
                "ask", request,
            ], in: folder)
        _ = shell.exitCode(withinSeconds: Double(seconds) + 5)
        return shell.output
    }
}
