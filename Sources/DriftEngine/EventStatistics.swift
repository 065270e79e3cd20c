public import WireFormats

/// Every record and event accounted for: records = decoded + malformed; events = the sum of the classes.
public struct EventStatistics: Sendable {
    /// Records that could be understood, at least in part.
    public private(set) var decodedRecords = 0
    /// Records of which nothing could be understood; each made a dead letter.
    public private(set) var malformedRecords = 0
    /// Dead letters: malformed records and malformed parts of decoded ones.
    public private(set) var deadLetters = 0
    /// Inventory items, readings and closing documents.
    public private(set) var inventoryDocuments = 0
    /// Work done, summed over all steps.
    public var work = StepReport()

    private var counts: [[Int]] = Array(repeating: [], count: EventClass.allCases.count)
    private var ignored: [Int] = []

    /// Nothing counted yet.
    public init() {}

    /// Records of both kinds.
    public var records: Int { decodedRecords + malformedRecords }

    /// Events of all classes.
    public var events: Int { EventClass.allCases.reduce(0) { $0 + count(of: $1) } }

    /// Events of one class.
    public func count(of eventClass: EventClass) -> Int {
        counts[eventClass.rawValue].reduce(0, +)
    }

    /// Events of one class by name, most frequent first, then by name.
    public func names(of eventClass: EventClass, in table: EventNameTable) -> [(name: String, count: Int)] {
        EventStatistics.sorted(counts[eventClass.rawValue], table)
    }

    /// Well-formed documents that are no events, by name.
    public func ignoredNames(in table: EventNameTable) -> [(name: String, count: Int)] {
        EventStatistics.sorted(ignored, table)
    }

    mutating func count(_ name: EventNameID, as eventClass: EventClass) {
        EventStatistics.add(name, to: &counts[eventClass.rawValue])
    }

    mutating func countIgnored(_ name: EventNameID) {
        EventStatistics.add(name, to: &ignored)
    }

    mutating func countRecord(isMalformed: Bool) {
        if isMalformed { malformedRecords += 1 } else { decodedRecords += 1 }
    }

    mutating func countDeadLetter() { deadLetters += 1 }

    mutating func countInventory() { inventoryDocuments += 1 }

    private static func add(_ name: EventNameID, to counts: inout [Int]) {
        let index = Int(name.index)
        if index >= counts.count {
            counts.append(contentsOf: repeatElement(0, count: index + 1 - counts.count))
        }
        counts[index] += 1
    }

    private static func sorted(_ counts: [Int], _ table: EventNameTable) -> [(name: String, count: Int)] {
        table.ids.filter { $0.index < counts.count && counts[Int($0.index)] > 0 }
            .map { (name: table.text(of: $0), count: counts[Int($0.index)]) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
}

/// What became of an event; every event is in exactly one class.
public enum EventClass: Int, Sendable, CaseIterable {
    /// Something reads differently now.
    case changing
    /// The same event was here before, or a newer one had decided already.
    case duplicateOrLate
    /// The caller's copy of a call on another account's resource.
    case foreign
    /// Half of an operation that waits for the other.
    case held
    /// It only reads.
    case readOnly
    /// It writes to what has no schema.
    case notGoverned
    /// It is known and changes nothing that a schema holds.
    case noGovernedProperty
    /// It happened after the instant at which the engine was told to end.
    case afterEnd
    /// The call was refused or failed.
    case refused
    /// Its name is unknown and its service governs kinds with a schema.
    case blind

    /// The word that stands in `stats.json`.
    public var code: String {
        switch self {
        case .changing: "changing"
        case .duplicateOrLate: "duplicate_or_late"
        case .foreign: "foreign"
        case .held: "held"
        case .readOnly: "read_only"
        case .notGoverned: "not_governed"
        case .noGovernedProperty: "no_governed_property"
        case .afterEnd: "after_end"
        case .refused: "refused"
        case .blind: "blind"
        }
    }
}
