import ArgumentParser
import Controls

/// `plumbline controls functions`.
struct ControlsFunctionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "functions",
        abstract: "Prints the functions that conditions can call beside CEL's own, with examples.")

    @Flag(help: "One JSON object a line.")
    var json = false

    @Argument(help: "Only functions whose name contains this text.")
    var name: String?

    func run() throws {
        let groups = FunctionReference.groups(named: name)
        guard !groups.isEmpty else { throw ValidationError("no function's name contains `\(name ?? "")`") }
        Terminal.write(
            json ? FunctionReference.json(groups) : FunctionReference.text(groups, width: Terminal.width))
    }
}
