import AdminAPI
import DriftRuntime
import Logging
import Telemetry

/// Work that goes on until a stop is requested, beside the server that tells how it goes.
enum Service {
    /// Does the work on a thread of its own. If the server cannot listen, the work does not begin; if it fails
    /// later, the work is asked to stop.
    static func run(
        at http: HTTPSettings?, _ logger: Logger, routes: [AdminRoute] = [],
        _ work: @escaping @Sendable (StatusBoard) throws(RuntimeFailure) -> Void
    ) async throws {
        let board = StatusBoard()
        guard let http else {
            return try await WorkerThread.run("worker") { () throws(RuntimeFailure) in try work(board) }
        }
        let server: AdminServer
        do {
            server = try AdminServer(
                address: http.address, port: UInt16(clamping: http.port), board: board, routes: routes)
        } catch {
            throw RuntimeFailure(.usage, "http.address: \(http.address) is no address: \(error)")
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do {
                    try await server.run()
                } catch  where !Task.isCancelled {
                    throw RuntimeFailure(
                        .environment,
                        "nothing can be served at \(http.address), port \(http.port): \(error)"
                            + "\n    hint: set its port to a free one (http.port; route.http_port for route), or to 0 to serve nothing"
                    )
                }
            }
            group.addTask {
                try await server.waitUntilListening()
                logger.info("serving", metadata: ["address": "\(http.address)", "port": "\(http.port)"])
                try await WorkerThread.run("worker") { () throws(RuntimeFailure) in try work(board) }
            }
            defer { group.cancelAll() }
            do {
                try await group.next()
            } catch {
                StopSignal.request()
                throw error
            }
        }
    }
}
