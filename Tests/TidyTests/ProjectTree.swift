import Foundation
import Testing

/// The files of the project as the checks see them.
enum ProjectTree {
    /// One file: its path below the package root, and its bytes as text.
    struct File: Sendable, CustomTestStringConvertible {
        let path: String
        let text: String
        /// The same without comments and literals, and the comments alone; empty for other files.
        let swift: SwiftText

        init(path: String, text: String) {
            self.path = path
            self.text = text
            swift = SwiftText(path.hasSuffix(".swift") ? text : "")
        }

        var testDescription: String { path }

        /// The folders and the name, outermost first.
        var components: [String] { path.split(separator: "/").map(String.init) }
        /// The module whose folder holds the file: `Sources/<module>/…`.
        var module: String { components.count > 2 ? components[1] : "" }
        /// Written by a script, hence free of the limits on length.
        var isGenerated: Bool { path.hasSuffix(".generated.swift") }
    }

    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every file that belongs to the project with its size in bytes; build products and `out` do not belong.
    static let allFiles: [(path: String, byteCount: Int)] = {
        let keys: [URLResourceKey] = [.fileSizeKey, .isRegularFileKey]
        let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: keys)
        var found: [(path: String, byteCount: Int)] = []
        let prefix = root.path(percentEncoded: false)
        while let url = walk?.nextObject() as? URL {
            let path = String(url.path(percentEncoded: false).dropFirst(prefix.count))
            if isForeign(path) {
                walk?.skipDescendants()
            } else if let values = try? url.resourceValues(forKeys: Set(keys)), values.isRegularFile == true {
                found.append((path, values.fileSize ?? 0))
            }
        }
        return found.sorted { $0.path < $1.path }
    }()

    private static func isForeign(_ path: String) -> Bool {
        let first = path.split(separator: "/").first ?? ""
        return first == "out" || first == ".git" || first.hasPrefix(".build") || path.contains("__pycache__")
    }

    /// The text of a file, or nil where it does not exist or is no UTF-8.
    static func text(_ path: String) -> String? {
        try? String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    static func files(under folder: String, suffix: String) -> [File] {
        allFiles.filter { $0.path.hasPrefix(folder + "/") && $0.path.hasSuffix(suffix) }
            .map { File(path: $0.path, text: text($0.path) ?? "") }
    }

    static let sources = files(under: "Sources", suffix: ".swift")
    static let tests = files(under: "Tests", suffix: ".swift")
}
