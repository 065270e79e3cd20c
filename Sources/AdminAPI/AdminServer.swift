internal import FlyingFox
internal import FlyingSocks
internal import Foundation
public import Telemetry

/// Serves `/healthz`, `/readyz` and `/metrics` over HTTP, from what stands on the board, and what the routes
/// are for.
///
/// `/healthz` says that the process works at all: the worker wrote on the board within the last minute. `/readyz`
/// says that it does its work: everything it owns runs and the brokers answer.
public struct AdminServer: Sendable {
    private let server: HTTPServer
    private let board: StatusBoard
    private let documents: [AdminDocument]
    private let now: @Sendable () -> ContinuousClock.Instant

    /// A worker that wrote nothing for so long hangs. Longer than any one call to the brokers may take.
    public static let silence = Duration.seconds(60)

    /// A server for this address, an IPv4 or IPv6 one, with these routes beside its own. `now` is the clock by which the
    /// worker is silent.
    ///
    /// - Throws: if the address is none.
    public init(
        address: String, port: UInt16, board: StatusBoard, routes: [AdminRoute] = [],
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) throws {
        self.board = board
        self.now = now
        documents = routes.map { AdminDocument(address: address, route: $0) }
        // An answer is at hand at once; on a machine that is busy its task may have to wait.
        let seconds: Double = 60
        // Its own lines, one a request, have another form than the log; what matters is told by who answers.
        server =
            address.contains(":")
            ? HTTPServer(address: try .inet6(ip6: address, port: port), timeout: seconds, logger: .disabled)
            : HTTPServer(address: try .inet(ip4: address, port: port), timeout: seconds, logger: .disabled)
    }

    /// Serves until the task is cancelled.
    ///
    /// - Throws: if the address cannot be listened on.
    public func run() async throws {
        await server.appendRoute("GET /healthz") { _ in health(board.current) }
        await server.appendRoute("GET /readyz") { _ in readiness(board.current) }
        await server.appendRoute("GET /metrics") { _ in
            HTTPResponse(
                statusCode: .ok, headers: [.contentType: PrometheusText.contentType],
                body: Data(PrometheusText.page(board.current.metrics).utf8))
        }
        for document in documents {
            await server.appendRoute(HTTPRoute(document.route.pattern)) { await document.answer($0) }
        }
        try await server.run()
    }

    /// Waits until it listens, at most so many seconds.
    public func waitUntilListening(seconds: Double = 30) async throws {
        try await server.waitUntilListening(timeout: seconds)
    }

    private func isSilent(_ status: StatusBoard.Status) -> Bool {
        now() - status.instant > AdminServer.silence
    }

    private func health(_ status: StatusBoard.Status) -> HTTPResponse {
        isSilent(status)
            ? AdminServer.answer(
                .serviceUnavailable, "the worker has been silent for more than \(AdminServer.silence)")
            : AdminServer.answer(.ok, "ok")
    }

    private func readiness(_ status: StatusBoard.Status) -> HTTPResponse {
        AdminServer.answer(status.isReady && !isSilent(status) ? .ok : .serviceUnavailable, status.detail)
    }

    private static func answer(_ code: HTTPStatusCode, _ text: String) -> HTTPResponse {
        HTTPResponse(
            statusCode: code, headers: [.contentType: "text/plain; charset=utf-8"],
            body: Data((text + "\n").utf8))
    }
}
