internal import Synchronization
internal import Telemetry

/// Gathers what the workers of all raw topics say, each on its own thread, and writes it on one board.
final class RouteBoard: Sendable {
    private let board: StatusBoard?
    private let sourceCount: Int
    private let views = Mutex<[String: RouteView]>([:])

    /// For workers of so many sources; nil where nobody looks.
    init(_ board: StatusBoard?, sourceCount: Int) {
        self.board = board
        self.sourceCount = sourceCount
    }

    /// Takes what one worker says. Ready means that all have said so; the board is as old as the worker that was silent for
    /// the longest time.
    func publish(_ view: RouteView) {
        guard let board else { return }
        let all = views.withLock { views in
            views[view.source] = view
            return views.values.sorted { $0.source < $1.source }
        }
        guard all.count == sourceCount else { return }
        var status = StatusBoard.Status()
        status.instant = all.map(\.instant).min() ?? .now
        status.isReady = all.allSatisfy(\.readiness.isReady)
        status.detail = all.map { "\($0.source): \($0.readiness.detail)" }.joined(separator: "; ")
        status.metrics = RouteView.metrics(all) + ProcessMetrics.all()
        board.publish(status)
    }
}
