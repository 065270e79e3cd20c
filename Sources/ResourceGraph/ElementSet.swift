internal import CloudModel
internal import JSONTokens

/// A property that changes element by element.
///
/// State is three kinds of stamped facts, each only ever joined: whole-set writes and observations;
/// insertions and
/// removals by content; and what the provider's ids denote. What is visible is computed from them.
struct ElementSet {
    /// Whole-set writes and observations; a value is the canonical list of the contents.
    var wholes = VersionLog()
    private(set) var contents: [FlatValue: [ContentFact]] = [:]
    private(set) var identities: [String: [IdentityFact]] = [:]

    /// An insertion or removal of one content.
    struct ContentFact {
        let time: Timestamp
        let isInsertion: Bool
        var cause: CauseRecord
        let operation: String?
    }

    /// What an id denotes from a time on: a content, or nothing once removed.
    struct IdentityFact {
        let time: Timestamp
        let content: FlatValue?
        var cause: CauseRecord
        let operation: String?
    }

    /// Adds an insertion or removal. Returns true if it is new.
    mutating func insert(_ fact: ContentFact, of content: FlatValue) -> Bool {
        var facts = contents[content] ?? []
        if let index = facts.firstIndex(where: {
            $0.time == fact.time && $0.isInsertion == fact.isInsertion && $0.operation == fact.operation
                && $0.cause.isObservation == fact.cause.isObservation
        }) {
            guard fact.cause.eventID < facts[index].cause.eventID else { return false }
            facts[index].cause = fact.cause
        } else {
            let index = facts.firstIndex { $0.time > fact.time } ?? facts.count
            facts.insert(fact, at: index)
        }
        contents[content] = facts
        return true
    }

    /// Adds what an id denotes. Returns true if it is new.
    mutating func insert(_ fact: IdentityFact, of id: String) -> Bool {
        var facts = identities[id] ?? []
        if let index = facts.firstIndex(where: {
            $0.time == fact.time && $0.content == fact.content && $0.operation == fact.operation
                && $0.cause.isObservation == fact.cause.isObservation
        }) {
            guard fact.cause.eventID < facts[index].cause.eventID else { return false }
            facts[index].cause = fact.cause
        } else {
            let index =
                facts.firstIndex {
                    $0.time > fact.time || ($0.time == fact.time && ElementSet.precedes(fact, $0))
                } ?? facts.count
            facts.insert(fact, at: index)
        }
        identities[id] = facts
        return true
    }

    /// Takes back what an operation's halves were joined to. Returns true if there was something.
    mutating func removeAll(of operation: String) -> Bool {
        var isChanged = wholes.removeAll(of: operation)
        for (content, facts) in contents where facts.contains(where: { $0.operation == operation }) {
            let rest = facts.filter { $0.operation != operation }
            contents[content] = rest.isEmpty ? nil : rest
            isChanged = true
        }
        for (id, facts) in identities where facts.contains(where: { $0.operation == operation }) {
            let rest = facts.filter { $0.operation != operation }
            identities[id] = rest.isEmpty ? nil : rest
            isChanged = true
        }
        return isChanged
    }

    /// Forgets facts older than `limit` that a newer whole-set write or a newer fact about the same thing
    /// outdates.
    mutating func prune(olderThan limit: Timestamp) {
        wholes.prune(olderThan: limit)
        var floor = Timestamp.distantPast
        for version in wholes.versions where !version.isObservation && version.time < limit {
            floor = max(floor, version.time)
        }
        for (content, facts) in contents where facts[0].time < limit {
            let rest = facts.enumerated().filter { index, fact in
                fact.time >= limit || (index == facts.count - 1 && fact.time >= floor)
            }.map(\.element)
            if rest.count != facts.count { contents[content] = rest.isEmpty ? nil : rest }
        }
    }

    /// Of facts at one time, a removal comes last: an id is given before it is taken.
    private static func precedes(_ left: IdentityFact, _ right: IdentityFact) -> Bool {
        switch (left.content, right.content) {
        case (nil, _): false
        case (.some, nil): true
        case (.some(let first), .some(let second)): first < second
        }
    }
}
