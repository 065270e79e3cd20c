public import Logging

/// Hands each line on to a handler that writes text, with no control character in its metadata: what somebody posted cannot
/// look like a line of its own.
public struct TextLogHandler: LogHandler {
    private var handler: any LogHandler

    /// In front of this handler.
    public init(_ handler: any LogHandler) { self.handler = handler }

    /// What every line has beside its own metadata.
    public var metadata: Logger.Metadata {
        get { handler.metadata }
        set { handler.metadata = Self.plain(newValue) }
    }

    /// The least level.
    public var logLevel: Logger.Level {
        get { handler.logLevel }
        set { handler.logLevel = newValue }
    }

    /// One metadata value.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { handler[metadataKey: key] }
        set { handler[metadataKey: key] = newValue.map(Self.plain) }
    }

    /// Writes one line.
    public func log(event: LogEvent) {
        var event = event
        event.metadata = event.metadata.map(Self.plain)
        handler.log(event: event)
    }

    private static func plain(_ metadata: Logger.Metadata) -> Logger.Metadata { metadata.mapValues(plain) }

    private static func plain(_ value: Logger.MetadataValue) -> Logger.MetadataValue {
        let text = "\(value)"
        return text.unicodeScalars.contains(where: isControl) ? .string(escaped(text)) : value
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { isControl($0) ? $0.escaped(asASCII: true) : String($0) }.joined()
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
