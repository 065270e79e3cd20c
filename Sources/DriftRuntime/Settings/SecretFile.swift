/// A file that holds one secret.
enum SecretFile {
    /// The content without the line end at its end.
    static func content(of path: String) throws(RuntimeFailure) -> String {
        var text = String(decoding: try FileBytes.read(path), as: UTF8.self)
        while text.last?.isNewline == true { text.removeLast() }
        guard !text.isEmpty else { throw .usage("\(path): the file is empty") }
        return text
    }
}
