import Foundation

/// The `plumbline` executable that was built together with these tests.
enum BuiltBinary {
    /// Its path, or nil if it cannot be found; `PLUMBLINE_BINARY` names another one.
    static let path: String? = {
        if let named = ProcessInfo.processInfo.environment["PLUMBLINE_BINARY"] { return named }
        return folders.map { $0 + "/plumbline" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// Where the test bundle or its helper stand, and the package's own build folder.
    private static var folders: [String] {
        let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let paths = CommandLine.arguments.filter { $0.contains("/") } + (own.map { [$0] } ?? [])
        let beside = paths.flatMap { path in
            let folder = (path as NSString).deletingLastPathComponent
            return [folder, (folder as NSString).deletingLastPathComponent]
        }
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return beside.filter { $0.contains(".build") } + [root + "/.build/debug"]
    }
}

/// A program started by a test, its output kept in files; killed at the latest when nobody holds it.
final class ChildProcess {
    private let process = Process()
    private let outputFile: URL
    private let errorFile: URL

    /// Starts it.
    init(_ path: String, _ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws {
        let name = UUID().uuidString
        outputFile = folder.appendingPathComponent(name + ".out")
        errorFile = folder.appendingPathComponent(name + ".err")
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .filter { !$0.key.hasPrefix("PLUMBLINE_") }
            // Who writes a crash's report would keep the streams open, by which its end is seen.
            .merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
            .merging(environment) { $1 }
        for file in [outputFile, errorFile] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        process.standardInput = FileHandle.nullDevice
        try process.run()
    }

    deinit { kill() }

    var output: String { ChildProcess.text(outputFile) }
    var errors: String { ChildProcess.text(errorFile) }
    var isRunning: Bool { process.isRunning }

    /// Asks it to stop, as an init system does.
    func terminate() { process.terminate() }

    /// Ends it as a power cut does.
    func kill() {
        guard process.isRunning else { return }
        _ = Glibc.kill(process.processIdentifier, SIGKILL)
        // Not longer: a thread of the tests' own pool waits here.
        _ = exitCode(withinSeconds: 10)
    }

    /// Waits for its end; nil if it goes on beyond the time. Where that is no claim of a test it is long: what ends does so sooner,
    /// and a machine may be busy.
    func exitCode(withinSeconds seconds: Double = 90) -> Int32? {
        let end = Date() + seconds
        while process.isRunning, Date() < end { Thread.sleep(forTimeInterval: 0.05) }
        return process.isRunning ? nil : process.terminationStatus
    }

    private static func text(_ file: URL) -> String {
        String(decoding: (try? Data(contentsOf: file)) ?? Data(), as: UTF8.self)
    }
}
