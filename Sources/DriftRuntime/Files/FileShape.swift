internal import Foundation

/// What stands at a path, links followed.
enum FileShape {
    case missing
    case file
    case directory

    init(_ path: String) {
        var isDirectory: ObjCBool = false
        let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
        self = !exists ? .missing : isDirectory.boolValue ? .directory : .file
    }

    /// The bytes of a file that stays as it is when it is read; nil for standard input and pipes.
    static func byteCount(_ path: String) -> Int? {
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// The path from the root, without dots and repeated separators.
    static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

    static func isLink(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.type] as? FileAttributeType == .typeSymbolicLink
    }
}
