public import CloudModel

/// How far a partition's engine has come: the next record of each input topic, the engine's time, and how many
/// batches were made on the way.
///
/// It is committed with the state it belongs to, as a state record of its own, so that restored state and
/// inputs always fit together.
public struct LoopPosition: Hashable, Sendable {
    /// The next offset of each topic that was read, by rising topic.
    public private(set) var offsets: [(topic: String, next: Int64)] = []
    /// The latest tick or record time.
    public private(set) var time = Timestamp.distantPast
    /// The number of the batch that it is part of.
    public private(set) var commit: Int64 = 0

    /// The state key that is the loop's own; no engine may use it.
    public static let key = Array("loop\u{1F}position".utf8)
    private static let version = "2"

    /// The beginning of everything.
    public init() {}

    /// The place of a reader of one topic that has no state and counts no batches: the next offset stands for the
    /// batch's number too.
    init(next: Int64, of topic: String) {
        offsets = [(topic: topic, next: next)]
        commit = next
    }

    /// The next offset of a topic, or nil if none of it was read.
    public func next(of topic: String) -> Int64? {
        offsets.first { $0.topic == topic }?.next
    }

    /// Moves beyond a record. Returns false, and stays, if the record was passed before.
    mutating func pass(_ position: RecordPosition) -> Bool {
        guard let index = offsets.firstIndex(where: { $0.topic == position.source }) else {
            let place = offsets.firstIndex { $0.topic > position.source } ?? offsets.endIndex
            offsets.insert((topic: position.source, next: position.offset + 1), at: place)
            return true
        }
        guard position.offset >= offsets[index].next else { return false }
        offsets[index].next = position.offset + 1
        return true
    }

    /// Moves the time on; never back.
    mutating func advance(to now: Timestamp) {
        if now > time { time = now }
    }

    /// Gives the position the next batch's number.
    mutating func countCommit() { commit += 1 }

    /// The offsets as those of a partition.
    func inputOffsets(of partition: Int32) -> [InputOffset] {
        offsets.map { InputOffset(topic: $0.topic, partition: partition, next: $0.next) }
    }

    /// Equal offsets, time and number.
    public static func == (left: LoopPosition, right: LoopPosition) -> Bool {
        left.time == right.time && left.commit == right.commit
            && left.offsets.elementsEqual(right.offsets, by: ==)
    }

    /// Feeds everything.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(time)
        hasher.combine(commit)
        for offset in offsets {
            hasher.combine(offset.topic)
            hasher.combine(offset.next)
        }
    }
}

/// As a state record: lines of text, the version, the time and the batch's number first, then a topic and its
/// offset each.
extension LoopPosition {
    /// The position that a state record's value holds, or nil if it cannot be read.
    public init?(stateValue: [UInt8]) {
        let lines = String(decoding: stateValue, as: UTF8.self).split(separator: "\n")
        guard let head = lines.first?.split(separator: " "), head.count == 3, head[0] == Self.version,
            let nanoseconds = Int64(head[1]), let commit = Int64(head[2])
        else { return nil }
        time = Timestamp(nanoseconds: nanoseconds)
        self.commit = commit
        for line in lines.dropFirst() {
            let fields = line.split(separator: " ")
            guard fields.count == 2, let next = Int64(fields[1]) else { return nil }
            offsets.append((topic: String(fields[0]), next: next))
        }
    }

    /// The value of its state record.
    public var stateValue: [UInt8] {
        var text = "\(Self.version) \(time.nanoseconds) \(commit)\n"
        for offset in offsets { text += "\(offset.topic) \(offset.next)\n" }
        return Array(text.utf8)
    }
}
