internal import CloudModel
internal import JSONTokens

/// The last good document of a key of a topic of control documents.
///
/// The state of every partition has them: a compaction leaves only the newest record of a key, which may be one that was
/// refused.
public struct KeptDocument: Hashable, Sendable {
    /// The topic.
    public let topic: String
    /// The record's key.
    public let key: String
    /// The record's offset.
    public let offset: Int64
    /// The record's value.
    public let bytes: [UInt8]

    /// One document.
    public init(topic: String, key: String, offset: Int64, bytes: [UInt8]) {
        (self.topic, self.key, self.offset, self.bytes) = (topic, key, offset, bytes)
    }

    /// A key of which the newest document was refused.
    public struct Doubt: Hashable, Sendable {
        /// The topic.
        public let topic: String
        /// The record's key.
        public let key: String
        /// The offset of the good document that is known; below zero if none is. Only one behind it is of use.
        public let known: Int64

        /// One doubt.
        public init(topic: String, key: String, known: Int64) {
            (self.topic, self.key, self.known) = (topic, key, known)
        }
    }

    var stateKey: [UInt8] { EngineState.documentKey(topic, key) }

    var stateValue: [UInt8] {
        FlatValue(list: [FlatValue(offset), FlatValue(String(decoding: bytes, as: UTF8.self))]).bytes
    }

    init?(topic: String, key: String, stateValue: [UInt8]) {
        let fields = Array(FlatValue(canonical: stateValue).view.elements)
        guard fields.count == 2, let offset = fields[0].int, let text = fields[1].string else { return nil }
        self.init(topic: topic, key: key, offset: offset, bytes: Array(text.utf8))
    }
}
