internal import CloudModel

/// When a resource was created, deleted, written and seen: stamped facts that are only ever joined.
struct Lifecycle {
    private(set) var facts: [Fact] = []
    /// False if no observation ever missed it, as hardly any does.
    private var hasMisses = false

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
        /// An event says it is gone.
        case deleted
        /// An observation looked for it and did not find it.
        case missed

        static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    /// Adds a fact. Returns true if it is new.
    mutating func insert(_ fact: Fact) -> Bool {
        var index = facts.count
        while index > 0, Lifecycle.precedes(fact, facts[index - 1]) { index -= 1 }
        if index > 0, facts[index - 1] == fact { return false }
        facts.insert(fact, at: index)
        if fact.kind == .missed { hasMisses = true }
        return true
    }

    /// Takes back what an operation's halves were joined to. Returns true if there was something.
    mutating func removeAll(of operation: String) -> Bool {
        let count = facts.count
        facts.removeAll { $0.operation == operation }
        return facts.count != count
    }

    /// Forgets what no instant from `limit` on shows: facts behind which one of the same kind is no newer than it.
    mutating func prune(olderThan limit: Timestamp) {
        guard facts.count > 4, facts[1].time <= limit else { return }
        var newest = InlineArray<5, Timestamp>(repeating: .distantPast)
        for fact in facts where fact.time <= limit { newest[Int(fact.kind.rawValue)] = fact.time }
        facts.removeAll { $0.time < newest[Int($0.kind.rawValue)] }
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
        if let orphanedAt, evidence <= orphanedAt { return .absent }
        let lost = newestLoss(asOf: asOf, settle: settle)
        if let closedAt, evidence < closedAt {
            guard let created, created > lost ?? .distantPast else { return .absent }
            return closedAt - created < settle ? .ambiguous : .absent
        }
        if let lost, written ?? .distantPast <= lost {
            guard let seen, seen > lost else { return created == lost ? .ambiguous : .absent }
            if seen - lost < settle { return .ambiguous }
        }
        let missed = hasMisses ? newest(.missed, asOf: asOf) : nil
        return missed.map { $0 >= evidence } ?? false ? .ambiguous : .exists
    }

    /// When it last went, as far as that is certain: by an event, or missed by an observation. What is missed less than
    /// `settle` after its creation may only not be visible yet.
    func newestLoss(asOf: Timestamp, settle: Int64) -> Timestamp? {
        let deleted = newest(.deleted, asOf: asOf)
        guard hasMisses else { return deleted }
        let missed = facts.last { $0.time <= asOf && isLoss($0, settle: settle) }?.time
        return Lifecycle.later(deleted, missed)
    }

    /// True if a fact says for certain that the resource went.
    func isLoss(_ fact: Fact, settle: Int64) -> Bool {
        switch fact.kind {
        case .written, .seen, .created: false
        case .deleted: true
        case .missed: newest(.created, asOf: fact.time).map { fact.time - $0 >= settle } ?? true
        }
    }

    /// When an observation or an inventory last missed it, if nothing was seen of it since.
    func missedAt(closedAt: Timestamp?) -> Timestamp? {
        guard let missed = Lifecycle.later(newest(.missed, asOf: .distantFuture), closedAt) else {
            return nil
        }
        return facts.contains { $0.time > missed && $0.kind != .deleted } ? nil : missed
    }

    /// When a resource that is absent went: by its own deletion, else with what it lived in, else it was missed.
    func end(closedAt: Timestamp?, orphanedAt: Timestamp?, settle: Int64) -> Timestamp? {
        let evidence = [Kind.written, .seen, .created].compactMap { newest($0, asOf: .distantFuture) }.max()
        if let lost = newestLoss(asOf: .distantFuture, settle: settle), lost >= evidence ?? lost {
            return lost
        }
        return [orphanedAt, closedAt].compactMap(\.self).filter { $0 >= evidence ?? $0 }.min()
    }

    /// What of the resource's past belongs to its present life.
    func horizon(asOf: Timestamp, candidate: Int? = nil, settle: Int64) -> Horizon {
        Horizon(
            createdAt: newest(.created, asOf: asOf) ?? .distantPast,
            deletedAt: newestLoss(asOf: asOf, settle: settle) ?? .distantPast, asOf: asOf,
            candidate: candidate)
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
