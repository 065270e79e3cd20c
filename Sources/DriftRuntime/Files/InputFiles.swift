internal import Foundation

/// The files that a list of paths names: files as they are, directories with everything below them.
public struct InputFiles: Sendable {
    /// The files to read, in order; `-` is standard input.
    public private(set) var paths: [String] = []
    /// What stands in a directory and is no input, sorted.
    public private(set) var skipped: [String] = []

    /// The endings, before `.gz`, of the files in a directory that are input.
    static let endings = [".json", ".jsonl", ".ndjson", ".log"]

    private let excluded: String?

    /// Finds the files. A file that is named itself is input whatever its name is; what stands in the excluded
    /// directory is not, so that outputs are not read again as inputs.
    public init(_ names: [String], excluding directory: String? = nil) throws(RuntimeFailure) {
        excluded = directory.map(FileShape.absolute)
        for name in names {
            if name == "-" {
                paths.append(name)
            } else {
                try add(name)
            }
        }
        skipped.sort()
    }

    private mutating func add(_ name: String) throws(RuntimeFailure) {
        switch FileShape(name) {
        case .missing: throw .usage("\(name): there is no such file or directory")
        case .directory: try addDirectory(name)
        case .file: try addFile(name)
        }
    }

    private mutating func addFile(_ path: String) throws(RuntimeFailure) {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw .usage("\(path): the file cannot be read")
        }
        paths.append(path)
    }

    /// By path, so that the order is the same on every machine. Links to directories are not followed: they may
    /// lead in circles.
    private mutating func addDirectory(_ path: String) throws(RuntimeFailure) {
        guard FileShape.absolute(path) != excluded else { return }
        let base = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: base).sorted()
        } catch {
            throw .usage("\(path): the directory cannot be read")
        }
        for name in names {
            let entry = base + "/" + name
            let shape = FileShape(entry)
            if shape == .directory && !FileShape.isLink(entry) {
                try addDirectory(entry)
            } else if shape == .file && InputFiles.isInput(name) {
                try addFile(entry)
            } else {
                skipped.append(entry)
            }
        }
    }

    private static func isInput(_ name: String) -> Bool {
        let lower = name.lowercased()
        let plain = lower.hasSuffix(".gz") ? String(lower.dropLast(3)) : lower
        return !name.hasPrefix(".") && endings.contains { plain.hasSuffix($0) }
    }

    /// The bytes of all files together, as stored; nil if one of them is a pipe.
    public var byteCount: Int? {
        var sum = 0
        for path in paths {
            guard let count = FileShape.byteCount(path) else { return nil }
            sum += count
        }
        return sum
    }
}
