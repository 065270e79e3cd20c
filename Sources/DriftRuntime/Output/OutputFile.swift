internal import Foundation

/// A file that is written under a temporary name and takes its place, whole, when it is finished.
final class OutputFile {
    let path: String
    private let temporaryPath: String
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private(set) var lineCount = 0
    private var isFinished = false

    private static let bufferBytes = 256 * 1024

    init(_ path: String) throws(RuntimeFailure) {
        self.path = path
        temporaryPath = path + ".partial"
        guard FileManager.default.createFile(atPath: temporaryPath, contents: nil),
            let handle = FileHandle(forWritingAtPath: temporaryPath)
        else { throw .environment("\(path): the file cannot be written") }
        self.handle = handle
    }

    /// What was not finished is worth nothing.
    deinit {
        if !isFinished { _ = unsafe unlink(temporaryPath) }
    }

    /// Adds a line.
    func write(line: [UInt8]) throws(RuntimeFailure) {
        buffer.append(contentsOf: line)
        buffer.append(0x0A)
        lineCount += 1
        if buffer.count >= OutputFile.bufferBytes { try flush() }
    }

    /// Adds bytes as they are.
    func write(_ bytes: [UInt8]) throws(RuntimeFailure) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= OutputFile.bufferBytes { try flush() }
    }

    /// Gives the file its name.
    func finish() throws(RuntimeFailure) {
        try flush()
        do {
            try handle.synchronize()
            try handle.close()
        } catch {
            throw failure(error)
        }
        guard unsafe rename(temporaryPath, path) == 0 else {
            throw .environment("\(path): the file cannot be put in its place")
        }
        isFinished = true
    }

    private func flush() throws(RuntimeFailure) {
        do {
            try handle.write(contentsOf: buffer)
        } catch {
            throw failure(error)
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private func failure(_ error: any Error) -> RuntimeFailure {
        .environment("\(path): the file cannot be written: \(error.localizedDescription)")
    }

    /// Makes a directory and those above it.
    static func makeDirectory(_ path: String) throws(RuntimeFailure) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .usage("\(path): the directory cannot be made: \(error.localizedDescription)")
        }
    }
}
