import DriftRuntime
import Foundation

/// Shows on standard error how far a replay has come: every half second to a person, every two seconds to a log.
final class ProgressLine {
    private let isWatched = Terminal.isErrorWatched
    private let started = Date()
    private var lastShown = Date()
    private var wasShown = false

    /// Takes notice of more input.
    func show(_ progress: ReplayProgress) {
        let now = Date()
        guard now.timeIntervalSince(lastShown) >= (isWatched ? 0.5 : 2) else { return }
        lastShown = now
        wasShown = true
        let seconds = max(now.timeIntervalSince(started), 0.001)
        var text = "\(progress.records) records, \(progress.bytes / 1_048_576) MiB"
        if progress.totalBytes > 0 {
            text += " of \(progress.totalBytes / 1_048_576) (\(min(100, progress.bytes * 100 / progress.totalBytes)) %)"
        }
        text += ", \(Int(Double(progress.records) / seconds)) records/s"
        if isWatched { Terminal.overwrite(text) } else { Terminal.error(text) }
    }

    /// Clears the line.
    func end() {
        if wasShown && isWatched { Terminal.overwrite("") }
    }
}
