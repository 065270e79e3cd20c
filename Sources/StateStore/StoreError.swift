/// Trouble with a store on disk, by what may be done about it.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is the matter.
    public enum Kind: Hashable, Sendable, CaseIterable {
        /// Another process, or another part of this one, has the directory open.
        case locked
        /// The disk has no room, or the user's share of it is used up.
        case full
        /// Bytes are not what was written: a checksum does not fit, or a file is missing.
        case damaged
        /// The directory was written by another version of this format.
        case format
        /// The directory holds the state of something else.
        case foreign
        /// The directory cannot be made, read or written.
        case unavailable
    }

    /// What is the matter.
    public let kind: Kind
    /// What was tried and what came back, for people.
    public let message: String

    /// One failure.
    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// The message with the kind's name.
    public var description: String { "\(message) [\(kind)]" }

    /// True if what is on disk is of no use and must be built anew.
    public var isLost: Bool {
        switch kind {
        case .damaged, .format, .foreign: true
        case .locked, .full, .unavailable: false
        }
    }
}

extension StoreError {
    /// The failure that the library's text tells of; `isNew` is false where a store was there before.
    init(library text: String, during operation: String, isNew: Bool = false) {
        self.init(Self.kind(of: text, isNew: isNew), "\(operation): \(text)")
    }

    /// The library has classes, but its C interface gives only their text.
    private static func kind(of text: String, isNew: Bool) -> Kind {
        if text.contains("No space left on device") || text.contains("Disk quota exceeded") { return .full }
        if text.contains("/LOCK: ") { return .locked }
        if text.hasPrefix("Corruption") || text.hasPrefix("Invalid argument") { return .damaged }
        // Of a store that was there a file has gone.
        if text.contains("No such file or directory"), !isNew { return .damaged }
        return .unavailable
    }
}
