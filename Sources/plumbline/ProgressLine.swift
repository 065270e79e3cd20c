import DriftRuntime

/// Shows on standard error how far a replay has come: every half second to a person, every two seconds to a
/// log.
final class ProgressLine {
    private let isWatched = Terminal.isErrorWatched
    private let started = ContinuousClock.now
    private var lastShown = ContinuousClock.now
    private var wasShown = false

    /// Takes notice of more input.
    func show(_ progress: ReplayProgress) {
        let now = ContinuousClock.now
        guard now - lastShown >= (isWatched ? .milliseconds(500) : .seconds(2)) else { return }
        lastShown = now
        wasShown = true
        var text = "\(progress.records) records, \(progress.bytes >> 20) MiB"
        if progress.totalBytes > 0 {
            let percent = min(100, progress.bytes * 100 / progress.totalBytes)
            text += " of \(progress.totalBytes >> 20) (\(percent) %)"
        }
        text += ", \(Int(Double(progress.records) / max((now - started) / .seconds(1), 0.001))) records/s"
        if isWatched { Terminal.overwrite(text) } else { Terminal.error(text) }
    }

    /// Clears the line.
    func end() {
        if wasShown && isWatched { Terminal.overwrite("") }
    }
}
