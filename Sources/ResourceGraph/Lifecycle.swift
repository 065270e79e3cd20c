internal import CloudModel

/// When a resource was created, deleted, written and seen: stamped facts that are only ever joined.
struct Lifecycle {
    private(set) var facts: [Fact] = []

    /// One fact about a resource's existence.
    struct Fact: Equatable {
        let time: Timestamp
        let kind: Kind
        let operation: String?
    }

    /// What a fact says.
    enum Kind: UInt8, Comparable {
        /// An event wrote to it: it existed.
        case written
        /// An observation saw it.
        case seen
        /// An event brought it into being.
        case created
        /// An event or an observation says it is gone.
        case deleted

        static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    /// Adds a fact. Returns true if it is new.
    mutating func insert(_ fact: Fact) -> Bool {
        var index = facts.count
        while index > 0, Lifecycle.precedes(fact, facts[index - 1]) { index -= 1 }
        if index > 0, facts[index - 1] == fact { return false }
        facts.insert(fact, at: index)
        return true
    }

    /// Takes back what an operation's halves were joined to. Returns true if there was something.
    mutating func removeAll(of operation: String) -> Bool {
        let count = facts.count
        facts.removeAll { $0.operation == operation }
        return facts.count != count
    }

    /// Forgets facts older than `limit` of which a newer one of the same kind is there.
    mutating func prune(olderThan limit: Timestamp) {
        guard facts.count > 4, facts[0].time < limit else { return }
        var newest = InlineArray<4, Timestamp>(repeating: .distantPast)
        for fact in facts { newest[Int(fact.kind.rawValue)] = fact.time }
        facts.removeAll { $0.time < limit && newest[Int($0.kind.rawValue)] != $0.time }
    }

    /// The newest fact of a kind up to an instant.
    func newest(_ kind: Kind, asOf: Timestamp) -> Timestamp? {
        var index = facts.count
        while index > 0 {
            index -= 1
            if facts[index].kind == kind, facts[index].time <= asOf { return facts[index].time }
        }
        return nil
    }

    /// What the marks of facts begin with that another account shares.
    static let sharedMark = "shared "

    /// True if another account shares facts of it.
    var isShared: Bool { facts.contains { $0.operation?.hasPrefix(Lifecycle.sharedMark) ?? false } }

    /// True if anything was known up to an instant.
    func hasFacts(asOf: Timestamp) -> Bool { facts.first.map { $0.time <= asOf } ?? false }

    /// The newest observation up to an instant.
    func newestObservation(asOf: Timestamp) -> Timestamp? { newest(.seen, asOf: asOf) }

    /// Whether it exists, given when its scope was last closed by a complete inventory, and when the resource it lives in
    /// went if that is gone.
    func existence(
        asOf: Timestamp, closedAt: Timestamp?, orphanedAt: Timestamp? = nil, settle: Int64
    ) -> Existence {
        let created = newest(.created, asOf: asOf)
        let written = Lifecycle.later(created, newest(.written, asOf: asOf))
        let seen = newest(.seen, asOf: asOf)
        guard let evidence = Lifecycle.later(written, seen) else { return .absent }
        if let closedAt, evidence < closedAt { return .absent }
        if let orphanedAt, evidence <= orphanedAt { return .absent }
        guard let deleted = newest(.deleted, asOf: asOf) else { return .exists }
        if let written, written > deleted { return .exists }
        if created == deleted { return .ambiguous }
        guard let seen, seen > deleted else { return .absent }
        return seen - deleted < settle ? .ambiguous : .exists
    }

    /// When a resource that is absent went: by its own deletion, else with what it lived in, else it was missed.
    func ending(closedAt: Timestamp?, orphanedAt: Timestamp?) -> Timestamp? {
        let evidence = [Kind.written, .seen, .created].compactMap { newest($0, asOf: .distantFuture) }.max()
        if let deleted = newest(.deleted, asOf: .distantFuture), deleted >= evidence ?? deleted {
            return deleted
        }
        return [orphanedAt, closedAt].compactMap(\.self).filter { $0 >= evidence ?? $0 }.min()
    }

    /// What of the resource's past belongs to its present life.
    func horizon(asOf: Timestamp, candidate: Int? = nil) -> Horizon {
        Horizon(
            createdAt: newest(.created, asOf: asOf) ?? .distantPast,
            deletedAt: newest(.deleted, asOf: asOf) ?? .distantPast, asOf: asOf, candidate: candidate)
    }

    private static func later(_ left: Timestamp?, _ right: Timestamp?) -> Timestamp? {
        guard let left, let right else { return left ?? right }
        return max(left, right)
    }

    private static func precedes(_ left: Fact, _ right: Fact) -> Bool {
        if left.time != right.time { return left.time < right.time }
        if left.kind != right.kind { return left.kind < right.kind }
        return (left.operation ?? "") < (right.operation ?? "")
    }
}
