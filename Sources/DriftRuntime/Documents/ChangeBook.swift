internal import CloudModel

/// What the topic `approvals` says: every change of the profiles by its id.
///
/// A function of the records in the order of their offsets. The first decision about a change counts, whoever took it.
struct ChangeBook {
    private var changes: [String: ProfileChange] = [:]
    /// How many records could not be understood.
    private(set) var faultCount = 0

    /// More than these are not open at a time.
    static let maximumOpen = 100

    /// Takes records in the order of their offsets.
    mutating func take(_ records: [DocumentRecord]) {
        for record in records {
            let key = String(decoding: record.key, as: UTF8.self)
            if record.value.isEmpty {
                changes[key] = nil
                continue
            }
            guard let change = ProfileChange(json: record.value), change.id == key else {
                faultCount += 1
                continue
            }
            // A proposal may be made anew once it has expired.
            guard changes[key]?.state ?? .open == .open else { continue }
            // There is one of these for each document that was ever posted.
            changes[key] = change.state == .applied ? change.bare : change
        }
    }

    /// The change with an id, or nil; without its document if it needed no second person.
    subscript(_ id: String) -> ProfileChange? { changes[id] }

    /// Those that somebody may decide about, the oldest first.
    func open(at now: Timestamp) -> [ProfileChange] {
        changes.values.filter { $0.isOpen(at: now) }.sorted {
            ($0.proposed.time, $0.id) < ($1.proposed.time, $1.id)
        }
    }
}
