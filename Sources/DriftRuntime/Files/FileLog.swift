internal import CloudModel
internal import Foundation

/// Reads the records of files in order, plain or gzip, in bounded memory.
public struct FileLog: Sendable {
    /// The files.
    public let files: InputFiles
    /// The largest record that is held, in bytes; a larger one is a dead letter `too-large`.
    public let maximumRecordBytes: Int

    private static let pieceBytes = 256 * 1024

    /// A log over the given files and directories, but for what stands in the excluded one.
    public init(
        _ names: [String], excluding directory: String? = nil, maximumRecordBytes: Int = 64 << 20
    ) throws(RuntimeFailure) {
        files = try InputFiles(names, excluding: directory)
        self.maximumRecordBytes = maximumRecordBytes
    }

    /// Hands on every record of one file. `progress` is told of each piece that was read, in stored bytes.
    ///
    /// - Throws: what the sink throws, and `RuntimeFailure` if the file cannot be read.
    public func read(
        _ path: String, into sink: inout some RecordSink, progress: (Int) -> Void = { _ in }
    ) throws {
        let handle = try open(path)
        defer { try? handle.close() }
        var splitter = RecordSplitter(path: path == "-" ? "<stdin>" : path, limit: maximumRecordBytes)
        var gzip: GzipStream?
        var isFirst = true
        var cut: (reason: String, detail: String)?
        while cut == nil, let piece = try nextPiece(of: handle, path) {
            if isFirst, GzipStream.recognises(piece) { gzip = try GzipStream() }
            isFirst = false
            progress(piece.count)
            guard let gzip else {
                try splitter.push(piece.span, into: &sink)
                continue
            }
            do {
                try gzip.push(piece) { try splitter.push($0, into: &sink) }
            } catch let fault as GzipStream.Fault {
                cut = FileLog.cut(fault, at: gzip.consumedBytes, path)
            }
        }
        if let gzip, cut == nil, !gzip.isComplete {
            cut = (
                "truncated-gzip",
                "\(path): the gzip stream ends after \(gzip.consumedBytes) bytes, inside a member"
            )
        }
        try splitter.finish(cut: cut, into: &sink)
    }

    private static func cut(
        _ fault: GzipStream.Fault, at byte: Int, _ path: String
    ) -> (reason: String, detail: String) {
        switch fault {
        case .broken: ("broken-gzip", "\(path): the gzip stream is broken near byte \(byte)")
        case .trailingBytes: ("broken-gzip", "\(path): bytes that are no gzip follow at byte \(byte)")
        }
    }

    private func open(_ path: String) throws(RuntimeFailure) -> FileHandle {
        if path == "-" { return FileHandle.standardInput }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw .usage("\(path): the file cannot be read")
        }
        return handle
    }

    private func nextPiece(of handle: FileHandle, _ path: String) throws(RuntimeFailure) -> [UInt8]? {
        do {
            guard let data = try handle.read(upToCount: FileLog.pieceBytes), !data.isEmpty else { return nil }
            return Array(data)
        } catch {
            if path == "-" {
                throw .environment("-: standard input cannot be read: it is closed, or a directory")
            }
            throw .environment("\(path): the file cannot be read: \(error.localizedDescription)")
        }
    }
}
