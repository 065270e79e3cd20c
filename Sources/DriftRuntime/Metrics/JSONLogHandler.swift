internal import CloudModel
internal import Foundation
public import Logging

/// Writes one JSON object a line to standard error: `time`, `level`, `message`, `logger`, and the metadata as members
/// of `context`.
public struct JSONLogHandler: LogHandler {
    /// What every line has beside its own metadata.
    public var metadata = Logger.Metadata()
    /// The least level.
    public var logLevel = Logger.Level.info
    private let label: String
    private let write: @Sendable (String) -> Void

    /// A handler for loggers of this name.
    public init(label: String) {
        self.init(label: label) { line in
            // Standard error that is full or gone must not end the process.
            try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
        }
    }

    init(label: String, write: @escaping @Sendable (String) -> Void) {
        self.label = label
        self.write = write
    }

    /// One metadata value.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes one line.
    public func log(event: LogEvent) {
        write(
            Self.line(
                event.level, event.message, metadata.merging(event.metadata ?? [:]) { $1 }, label,
                WallClock.now))
    }

    static func line(
        _ level: Logger.Level, _ message: Logger.Message, _ metadata: Logger.Metadata, _ label: String,
        _ time: Timestamp
    ) -> String {
        var document: [String: Any] = [
            "time": time.rfc3339, "level": level.rawValue, "message": "\(message)", "logger": label,
        ]
        if !metadata.isEmpty { document["context"] = metadata.mapValues { "\($0)" } }
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = (try? JSONSerialization.data(withJSONObject: document, options: options)) ?? Data()
        return String(decoding: bytes, as: UTF8.self) + "\n"
    }
}
