import ArgumentParser
import Controls
import DriftRuntime

/// `plumbline controls permissions`.
struct ControlsPermissionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "permissions",
        abstract: "Prints the least-privilege IAM policy for the AWS controls that a profile selects.",
        discussion: """
            The policy is for the role of the reader, which answers re-read requests; with --remediation for the role
            of the remediation worker. The detector itself needs no role: it never talks to a cloud.
            """)

    @Option(
        name: .customLong("profile"), help: "A profile; without one the newest benchmark version at level 1.")
    var profile: String?

    @Flag(help: "The policy of the remediation worker instead of the reader's.")
    var remediation = false

    @OptionGroup var controls: ControlOptions

    func run() throws {
        var settings = controls.settings
        settings.profiles = profile.map { [$0] } ?? []
        let policy = AccessPolicy(remediation ? .remediation : .reader, for: try settings.catalog())
        if policy.actions.isEmpty {
            throw RuntimeFailure(
                .usage,
                "no control of AWS is selected that needs a permission\n    hint: plumbline controls list shows them all"
            )
        }
        Terminal.write(policy.json)
    }
}
