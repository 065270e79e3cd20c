public import CloudModel

/// What one event or document inside a record turned out to be.
public enum Decoded: Sendable {
    /// A cloud event.
    case event(DecodedEvent)
    /// What an event's record says besides: that a credential was used. Stands behind the event; is no event of its own.
    case use([GraphChange])
    /// An inventory item, a reading or the closing document of an inventory.
    case inventory([GraphChange])
    /// Bytes, or a part of an envelope, that could not be understood.
    case malformed(DecodingFailure)
    /// Something well formed that is no event and says nothing (a probe, a digest, an insight record), by its name.
    case ignored(EventNameID)
}

/// One cloud event after decoding.
public struct DecodedEvent: Sendable {
    /// Its name, for counting.
    public let name: EventNameID
    /// What it means for the graph.
    public let meaning: Meaning

    /// What an event means for the graph.
    public enum Meaning: Sendable {
        /// It may change these; the graph says whether it does. At least one.
        case changes([GraphChange])
        /// It cannot change anything that has a schema.
        case irrelevant(Irrelevance)
        /// The call was refused or failed.
        case refused
        /// Its name is unknown and its service governs kinds with a schema. The changes are touches of the resources
        /// that it names, as far as they could be found; they may be none.
        case blind([GraphChange])
    }

    /// One event.
    public init(name: EventNameID, meaning: Meaning) {
        self.name = name
        self.meaning = meaning
    }
}

/// Why an event cannot change anything that has a schema.
public enum Irrelevance: UInt8, Sendable, CaseIterable {
    /// It only reads.
    case readOnly
    /// It writes to kinds or properties that have no schema.
    case notGoverned
    /// It is the caller's copy of a call on another account's resource.
    case foreign
    /// It is known and changes nothing that a schema holds.
    case noGovernedProperty

    /// The word that stands in `stats.json`.
    public var code: String {
        switch self {
        case .readOnly: "read-only"
        case .notGoverned: "not-governed"
        case .foreign: "foreign"
        case .noGovernedProperty: "no-governed-property"
        }
    }
}

/// Why bytes could not be understood.
public struct DecodingFailure: Error, Hashable, Sendable {
    /// A short code: `not-json`, `unknown-envelope`, `missing-field`, `bad-time`, `bad-value`, `bad-encoding`, `too-large`,
    /// `pointer-to-object`, `unknown-field`.
    public let reason: String
    /// In words: which field, what was found.
    public let detail: String

    /// One failure.
    public init(_ reason: String, _ detail: String) {
        self.reason = reason
        self.detail = detail
    }
}
