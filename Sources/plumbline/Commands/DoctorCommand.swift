import ArgumentParser
import DriftRuntime

/// `plumbline doctor`: looks at settings, brokers, topics and rights before the detector starts.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check settings, brokers, topics and rights; list the ACLs that each role needs.",
        discussion: "Exit status 1 if anything would keep the detector from working.")

    @OptionGroup var file: SettingsFile

    @Flag(help: "As one JSON document.")
    var json = false

    func run() throws {
        let settings = try file.settings()
        let report = DoctorReport(Doctor(settings).examine(), AccessRule.all(settings))
        Terminal.line(json ? report.json : report.text)
        if !report.isGood { throw ExitCode(1) }
    }
}
