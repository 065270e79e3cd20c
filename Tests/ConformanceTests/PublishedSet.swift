import CloudModel
import DriftRuntime
import Foundation
import JSONTokens

/// The folders of published events beside the package, where they are.
enum PublishedSets {
    static let root = packageRoot + "/../shared/data"

    static let packageRoot = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    /// Every folder with events, by its path below `root`.
    static let folders: [String] = ["cloudtrail", "azure-activity", "gcp-audit"].flatMap { kind in
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(kind)")) ?? []).sorted()
            .map { "\(kind)/\($0)" }
    }

    static var exist: Bool { !folders.isEmpty }

    /// The single events of a folder, one line each, cut out of their envelopes.
    static func events(_ folder: String) throws -> [[UInt8]] {
        let log = try FileLog(["\(root)/\(folder)"])
        var sink = EventLines()
        for file in log.files.paths { try log.read(file, into: &sink) }
        return sink.lines
    }
}

/// Cuts records into events. Envelopes that say more than their events do are left whole.
private struct EventLines: RecordSink {
    private(set) var lines: [[UInt8]] = []
    private let tape = TokenTape()

    mutating func take(_ record: Span<UInt8>, at position: RecordPosition) {
        let bytes = unsafe record.withUnsafeBufferPointer { unsafe Array($0) }
        guard tape.parse(bytes.span) == nil else { return add(bytes[...]) }
        let root = tape.root
        let list =
            root.kind == .array
            ? root
            : tape.member(root, "Records") ?? tape.member(root, "records") ?? tape.member(root, "Events")
        guard let list, list.kind == .array else { return add(bytes[...]) }
        for event in tape.elements(list) { add(bytes[tape.textRange(event)]) }
    }

    mutating func take(_ letter: DeadLetter) {}

    mutating func skipLine() {}

    /// Line feeds stand between tokens only, so blanks may take their place.
    private mutating func add(_ bytes: ArraySlice<UInt8>) {
        lines.append(bytes.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
    }
}
