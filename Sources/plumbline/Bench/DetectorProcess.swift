import DriftRuntime
import Foundation

/// `plumbline run` in a process of its own, which can be halted and whose processor time can be read.
final class DetectorProcess {
    private let process = Process()
    private let log: URL

    /// Starts this very program on a settings file; what it says goes into a file.
    init(settings: URL, log: URL) throws {
        self.log = log
        try Data().write(to: log)
        process.executableURL = URL(
            fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        process.arguments = ["run", "--config", settings.path]
        process.environment = KafkaBench.environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
    }

    deinit {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
    }

    /// Stops its threads where they are.
    func halt() { kill(process.processIdentifier, SIGSTOP) }

    /// Lets them go on.
    func goOn() { kill(process.processIdentifier, SIGCONT) }

    /// The processor time that it took so far, in seconds; a hundredth is the smallest step.
    func processorSeconds() throws -> Double {
        let path = "/proc/\(process.processIdentifier)/stat"
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        // The name in parentheses may hold blanks; the numbers behind it do not.
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
            throw RuntimeFailure(.environment, "\(path) does not say what processor time the detector took")
        }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// - Throws: what it said last, if it has ended.
    func requireRunning() throws {
        guard !process.isRunning else { return }
        let said = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
        throw RuntimeFailure(.environment, "the detector has ended; it said\n\(said.suffix(2_000))")
    }
}
