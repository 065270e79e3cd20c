import CloudModel
import DriftEngine
import DriftRuntime

/// What a person sees when a replay is done.
enum ReplayReport {
    /// How many findings the table shows, the worst first.
    private static let maximumRows = 500

    /// The table of open findings and the sums.
    static func text(of summary: ReplaySummary, width: Int) -> String {
        var text = ""
        if summary.openFindings.isEmpty {
            text += "No open findings.\n"
        } else {
            let shown = Array(summary.openFindings.prefix(maximumRows))
            text += "Open findings\n\n" + FindingTable.text(of: shown, width: width)
            let rest = summary.openFindings.count - shown.count
            if rest > 0 { text += "and \(rest) more, see posture.jsonl in \(summary.outputDirectory)\n" }
        }
        text += "\n" + sums(summary)
        if !summary.skippedFiles.isEmpty { text += skipped(summary.skippedFiles) }
        return text
    }

    private static func sums(_ summary: ReplaySummary) -> String {
        let posture = PostureStatus.allCases.compactMap { status in
            summary.posture[status].map { "\($0) \(status.rawValue.lowercased())" }
        }
        let drifts = summary.openFindings.count { !$0.finding.isBaseline }
        return """
            open      \(summary.openFindings.count) findings, \(drifts) of them drift, the rest seen in an inventory
            posture   \(posture.isEmpty ? "nothing was judged" : posture.joined(separator: ", "))
            input     \(summary.files) files, \(summary.records) records, \(summary.events) events \
            (\(summary.changingEvents) changing), \(summary.inventoryDocuments) inventory documents, \
            \(summary.deadLetters) dead letters
            output    \(summary.transitions) transitions, \(summary.alerts) alerts, \(summary.commands) commands, \
            \(summary.tickets) tickets, in \(summary.outputDirectory)

            """
    }

    private static func skipped(_ files: [String]) -> String {
        let shown = files.prefix(10).map { "skipped   \($0)\n" }.joined()
        return files.count > 10 ? shown + "skipped   and \(files.count - 10) more, see stats.json\n" : shown
    }
}
