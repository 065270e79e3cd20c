public import CloudModel
internal import JSONTokens

/// How far the topics of control documents (profiles, suppressions) had been read when the catalogue was made.
///
/// It is part of each partition's state, so that nobody goes on with a partition who has read less than whoever had it last.
public struct DocumentStand: Sendable {
    /// The next offset of each topic, by rising topic.
    public private(set) var positions: [(topic: String, next: Int64)] = []
    /// Documents that were refused, as far as this partition is to tell of them.
    public var faults: [DeadLetter] = []
    /// The last good document of each key, by topic and key.
    public var kept: [KeptDocument] = []
    /// Keys of which the newest document was refused, by topic and key.
    public var doubts: [KeptDocument.Doubt] = []
    /// The newest document that the profiles in force rest on, one that took another back included; nil if there is none. No
    /// part of the state.
    public var profileChange: (topic: String, offset: Int64, time: Timestamp)?

    /// Nothing was read.
    public init() {}

    /// Notes that a topic was read up to an offset.
    public mutating func pass(_ topic: String, next: Int64) {
        positions.removeAll { $0.topic == topic }
        let place = positions.firstIndex { $0.topic > topic } ?? positions.endIndex
        positions.insert((topic: topic, next: next), at: place)
    }

    /// The next offset of a topic; 0 if nothing of it was read.
    public func next(of topic: String) -> Int64 { positions.first { $0.topic == topic }?.next ?? 0 }

    /// A topic of which another has read more; nil if there is none.
    func topicBehind(_ other: DocumentStand) -> String? {
        other.positions.first { $0.next > next(of: $0.topic) }?.topic
    }

    func isLevel(with other: DocumentStand) -> Bool {
        positions.elementsEqual(other.positions, by: ==)
    }

    /// As a state record's value.
    var stateValue: [UInt8] {
        FlatValue(list: positions.map { FlatValue(list: [FlatValue($0.topic), FlatValue($0.next)]) }).bytes
    }

    init(stateValue: [UInt8]) {
        for element in FlatValue(canonical: stateValue).view.elements {
            let fields = Array(element.elements)
            guard fields.count == 2, let topic = fields[0].string, let next = fields[1].int else { continue }
            pass(topic, next: next)
        }
    }
}
