internal import Foundation

/// A small file as a whole.
struct FileBytes: Sendable {
    let path: String
    let bytes: [UInt8]

    init(_ path: String) throws(RuntimeFailure) {
        self.path = path
        bytes = try FileBytes.read(path)
    }

    static func read(_ path: String) throws(RuntimeFailure) -> [UInt8] {
        switch FileShape(path) {
        case .missing: throw .usage("\(path): there is no such file")
        case .directory: throw .usage("\(path): this is a directory, a file was expected")
        case .file: break
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .usage("\(path): the file cannot be read")
        }
        return Array(data)
    }

    /// A refusal of one of the file's fields, with its line and a hint.
    func failure(_ field: String, _ message: String, _ hint: String) -> RuntimeFailure {
        var text = "\(path):\(JSONPlace.line(of: field, in: bytes)): "
        if !field.isEmpty { text += "\(field): " }
        text += message
        if !hint.isEmpty { text += "\n    hint: \(hint)" }
        return .usage(text)
    }
}
