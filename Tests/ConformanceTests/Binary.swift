import Foundation

/// The real binary, run as a process.
struct Binary {
    let path: String

    /// Beside the tests' own executable, where the build puts it.
    init?() {
        let folder = (CommandLine.arguments[0] as NSString).deletingLastPathComponent
        let path = folder + "/plumbline"
        guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
        self.path = path
    }

    /// Another program.
    init(path: String) { self.path = path }

    func run(_ arguments: [String], input: [UInt8] = []) throws -> (
        code: Int32, output: String, error: String
    ) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        let (input, output, error) = try (Binary.file(input), Binary.file([]), Binary.file([]))
        process.standardInput = input
        process.standardOutput = output
        process.standardError = error
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try Binary.text(output), try Binary.text(error))
    }

    /// A file without a name; a pipe could fill up while the process is waited for.
    private static func file(_ bytes: [UInt8]) throws -> FileHandle {
        let path = NSTemporaryDirectory() + "plumbline-" + UUID().uuidString
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try FileManager.default.removeItem(atPath: path)
        return handle
    }

    private static func text(_ handle: FileHandle) throws -> String {
        try handle.seek(toOffset: 0)
        return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
    }
}
