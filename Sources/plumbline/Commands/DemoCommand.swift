import ArgumentParser
import CloudModel
import DriftEngine
import DriftRuntime
import Simulation

/// `plumbline demo`.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Makes a small estate over three clouds and a day of events, and shows what drifted.")

    @Option(help: "Directory for the made-up data and the outputs.")
    var out: String

    @Option(help: "What the ordinary events follow from.")
    var seed: UInt64 = 1

    func run() throws {
        let story = DemoStory.make(seed: seed)
        let data = try LineDirectory(out + "/data")
        try data.write("baseline.jsonl", story.baseline)
        try data.write("events/cloudtrail.jsonl", story.awsEvents)
        try data.write("events/azure-activity.jsonl", story.azureEvents)
        try data.write("events/gcp-audit.jsonl", story.gcpEvents)
        let profiles = try DemoProfiles.all.map { name, text in
            try data.write(name, [Array(text.utf8)])
            return "\(data.path)/\(name)"
        }
        let result = out + "/result"
        let options = ReplayOptions(
            events: ["\(data.path)/events"], baselines: ["\(data.path)/baseline.jsonl"],
            controls: ControlSettings(profiles: profiles), outputDirectory: result)
        let summary = try ReplayRunner(options).run()
        Terminal.write(text(summary))
    }

    private func text(_ summary: ReplaySummary) -> String {
        let drifts = summary.openFindings.filter { !$0.finding.isBaseline }
        let others = summary.openFindings.count - drifts.count
        return """
            One day at Acme: \(summary.events) events over three clouds, \(summary.changingEvents) of them changed \
            something that a control looks at.

            What drifted

            \(FindingTable.text(of: drifts, width: Terminal.width))
            \(drifts.count) open drifts, \(others) findings that were there before the day began; \
            \(summary.alerts) alerts, \(summary.commands) repairs commanded, \(summary.tickets) tickets.
            Everything that would go to the topics is in \(summary.outputDirectory)

            Over a real trail:
              aws s3 sync s3://YOUR-TRAIL-BUCKET/AWSLogs AWSLogs
              \(CommandLine.arguments[0]) replay --events AWSLogs --out result

            """
    }
}

/// The profiles of the demo: the newest benchmarks, level 1, repairs allowed.
enum DemoProfiles {
    static let all = ["AWS", "Azure", "GCP"].map { provider in
        (
            name: "profile-\(provider.lowercased()).json",
            text: #"{"provider":"\#(provider)","version":"\#(version(provider))","levels":["L1","L2"],"#
                + #""resources":[],"auto_remediation_enabled":true}"#
        )
    }

    private static func version(_ provider: String) -> String { provider == "AWS" ? "5.0" : "3.0" }
}
