import CZlib
import CloudModel
import DriftRuntime
import Foundation
import WireFormats

/// A sink that keeps what it is given.
struct KeepingSink: RecordSink {
    var records: [(text: String, line: Int64)] = []
    var byteCounts: [Int] = []
    var letters: [DeadLetter] = []
    var skippedLines = 0

    mutating func take(_ record: Span<UInt8>, at position: RecordPosition) {
        byteCounts.append(record.count)
        let bytes = unsafe record.withUnsafeBufferPointer { unsafe Array($0.prefix(4096)) }
        records.append((String(decoding: bytes, as: UTF8.self), position.offset))
    }

    mutating func take(_ letter: DeadLetter) { letters.append(letter) }

    mutating func skipLine() { skippedLines += 1 }

    var texts: [String] { records.map(\.text) }
    var lines: [Int64] { records.map(\.line) }
}

/// A directory of its own for one test, gone with it.
final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "plumbline-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and gives its path.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = path + "/" + name
        let parent = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    /// What the log reads from these paths.
    func read(_ names: [String], limit: Int = 64 << 20) throws -> KeepingSink {
        let log = try FileLog(names, maximumRecordBytes: limit)
        var sink = KeepingSink()
        for file in log.files.paths { try log.read(file, into: &sink) }
        return sink
    }
}

/// The bytes as one gzip member.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var packed = [UInt8](repeating: 0, count: bytes.count + 1024)
    var stream = unsafe z_stream()
    unsafe deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size))
    let capacity = packed.count
    unsafe bytes.withUnsafeBufferPointer { input in
        unsafe packed.withUnsafeMutableBufferPointer { output in
            unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            unsafe stream.avail_in = uInt(input.count)
            unsafe stream.next_out = output.baseAddress
            unsafe stream.avail_out = uInt(capacity)
            _ = unsafe deflate(&stream, Z_FINISH)
        }
    }
    packed.removeLast(unsafe Int(stream.avail_out))
    _ = unsafe deflateEnd(&stream)
    return packed
}

/// The SHA-256 of the bytes, hexadecimal.
func sha256(_ bytes: [UInt8]) -> String { Digest.sha256Hex(bytes) }
