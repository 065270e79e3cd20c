internal import CSimdjson

/// One value of the document on a tape: its kind and where its text stands. Plain data; read it through its
/// tape.
public struct Token: Sendable {
    let raw: plumbline_token
    /// Its place on the tape, or -1 for a value that a scan read.
    let index: Int32

    /// What the value is.
    public var kind: Kind {
        // A cast, since the search that `init(rawValue:)` does is felt on the way of every event.
        raw.kind <= Kind.object.rawValue ? unsafe unsafeBitCast(raw.kind, to: Kind.self) : .null
    }

    /// Offset of the value's text in the document. A text starts behind its quote.
    public var start: Int { Int(raw.start) }

    /// Bytes of the text; members of a list or map once the tape is built, bytes of its text when only
    /// scanned.
    public var length: Int { Int(raw.length) }

    /// True for `null`.
    public var isNull: Bool { raw.kind == UInt8(PLUMBLINE_NULL) }

    /// The place on the tape behind the value.
    var next: Int { Int(raw.next) }

    var isEscaped: Bool { raw.escaped != 0 }

    /// The kinds of JSON value.
    public enum Kind: UInt8, Sendable {
        case null = 0
        case `false` = 1
        case `true` = 2
        case integer = 3
        case decimal = 4
        case string = 5
        case array = 6
        case object = 7
    }
}

/// Why bytes are no JSON document.
public struct JSONFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public let reason: Reason
    /// The byte where it was seen, as far as known.
    public let offset: Int

    /// The ways to be no JSON.
    public enum Reason: String, Sendable {
        case empty = "empty"
        case notUTF8 = "not UTF-8"
        case unclosedString = "unclosed string"
        case controlCharacter = "control character in a string"
        case structure = "structure"
        case tooDeep = "nested too deep"
        case tooLarge = "too large"
        case scalar = "bad literal, number or escape"
        case notAnObject = "not an object"
    }

    init(code: Int32, offset: Int) {
        self.offset = offset
        switch Int(code) {
        case Int(PLUMBLINE_EMPTY): reason = .empty
        case Int(PLUMBLINE_NOT_UTF8): reason = .notUTF8
        case Int(PLUMBLINE_UNCLOSED_STRING): reason = .unclosedString
        case Int(PLUMBLINE_CONTROL_CHARACTER): reason = .controlCharacter
        case Int(PLUMBLINE_TOO_DEEP): reason = .tooDeep
        case Int(PLUMBLINE_TOO_LARGE): reason = .tooLarge
        case Int(PLUMBLINE_SCALAR): reason = .scalar
        case Int(PLUMBLINE_NOT_AN_OBJECT): reason = .notAnObject
        default: reason = .structure
        }
    }

    /// The reason and the place, for people.
    public var description: String { "not JSON: \(reason.rawValue) at byte \(offset)" }
}
