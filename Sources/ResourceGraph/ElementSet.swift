internal import CloudModel
internal import JSONTokens

/// A property that changes element by element.
///
/// State is three kinds of stamped facts, each only ever joined: whole-set writes and observations; insertions and
/// removals by content; and what the provider's ids denote. What is visible is computed from them.
struct ElementSet {
    /// Whole-set writes and observations.
    private(set) var wholes = VersionLog<ContentList>()
    /// Every content that any fact mentions, by rising content, with the insertions and removals that name it.
    private(set) var contents: [ContentEntry] = []
    /// Every id that any fact names, by rising id, with what it denoted from when on.
    private(set) var identities: [IdentityEntry] = []

    /// One content and the facts that name it, by rising time.
    struct ContentEntry {
        let content: FlatValue
        var facts: [ContentFact]
    }

    /// One id and what it denoted, by rising time.
    struct IdentityEntry {
        let id: String
        var facts: [IdentityFact]
    }

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
        /// True if this only changes an element that the id denoted before: it says nothing where the id is unknown.
        var isEdit = false
        var cause: CauseRecord
        let operation: String?
    }

    /// Adds a whole-set write. Returns true if it is new.
    mutating func insert(whole version: Version<ContentList>) -> Bool {
        for content in version.value?.contents ?? [] { _ = entry(of: content) }
        return wholes.insert(version)
    }

    /// Adds an insertion or removal. Returns true if it is new.
    mutating func insert(_ fact: ContentFact, of content: FlatValue) -> Bool {
        let entry = entry(of: content)
        let facts = contents[entry].facts
        if let index = facts.firstIndex(where: { ElementSet.isSame($0, fact) }) {
            guard fact.cause.eventID < facts[index].cause.eventID else { return false }
            contents[entry].facts[index].cause = fact.cause
        } else {
            let index = facts.lastIndex { $0.time <= fact.time }.map { $0 + 1 } ?? 0
            contents[entry].facts.insert(fact, at: index)
        }
        return true
    }

    /// Adds what an id denotes. Returns true if it is new.
    mutating func insert(_ fact: IdentityFact, of id: String) -> Bool {
        if let content = fact.content { _ = entry(of: content) }
        let entry = identityEntry(of: id)
        let facts = identities[entry].facts
        if let index = facts.firstIndex(where: { ElementSet.isSame($0, fact) }) {
            guard fact.cause.eventID < facts[index].cause.eventID else { return false }
            identities[entry].facts[index].cause = fact.cause
        } else {
            let index = facts.firstIndex { ElementSet.precedes(fact, $0) } ?? facts.count
            identities[entry].facts.insert(fact, at: index)
        }
        return true
    }

    /// True if any fact but an edit says what the id denotes or denoted.
    func knows(_ id: String) -> Bool {
        guard let entry = identities.first(where: { $0.id == id }) else { return false }
        return entry.facts.contains { !$0.isEdit && $0.content != nil }
    }

    /// True if no fact is here.
    var isEmpty: Bool { wholes.versions.isEmpty && contents.isEmpty && identities.isEmpty }

    /// Takes back what an operation's halves were joined to. Returns true if there was something.
    mutating func removeAll(of operation: String) -> Bool {
        var isChanged = wholes.removeAll(of: operation)
        for index in contents.indices
        where contents[index].facts.contains(where: { $0.operation == operation }) {
            contents[index].facts.removeAll { $0.operation == operation }
            isChanged = true
        }
        for index in identities.indices
        where identities[index].facts.contains(where: { $0.operation == operation }) {
            identities[index].facts.removeAll { $0.operation == operation }
            isChanged = true
        }
        identities.removeAll { $0.facts.isEmpty }
        return isChanged
    }

    /// Forgets facts that a whole-set write or a newer fact about the same thing outdates at every instant from `limit` on.
    mutating func prune(olderThan limit: Timestamp) {
        wholes.prune(olderThan: limit)
        var floor = Timestamp.distantPast
        for version in wholes.versions where !version.isObservation && version.time <= limit {
            floor = max(floor, version.time)
        }
        for index in contents.indices {
            guard let oldest = contents[index].facts.first?.time, oldest < limit else { continue }
            let shown = max(contents[index].facts.last { $0.time <= limit }?.time ?? .distantPast, floor)
            if oldest < shown { contents[index].facts.removeAll { $0.time < shown } }
        }
    }

    /// The position of a content, made if it is new.
    private mutating func entry(of content: FlatValue) -> Int {
        var low = 0
        var high = contents.count
        while low < high {
            let middle = (low + high) / 2
            if contents[middle].content == content { return middle }
            if contents[middle].content < content { low = middle + 1 } else { high = middle }
        }
        contents.insert(ContentEntry(content: content, facts: []), at: low)
        return low
    }

    private mutating func identityEntry(of id: String) -> Int {
        let index = identities.firstIndex { $0.id >= id } ?? identities.count
        if index == identities.count || identities[index].id != id {
            identities.insert(IdentityEntry(id: id, facts: []), at: index)
        }
        return index
    }

    private static func isSame(_ left: ContentFact, _ right: ContentFact) -> Bool {
        left.time == right.time && left.isInsertion == right.isInsertion && left.operation == right.operation
            && left.cause.isObservation == right.cause.isObservation
    }

    private static func isSame(_ left: IdentityFact, _ right: IdentityFact) -> Bool {
        left.time == right.time && left.content == right.content && left.isEdit == right.isEdit
            && left.operation == right.operation && left.cause.isObservation == right.cause.isObservation
    }

    /// Of facts at one time an edit comes after what gives the id, and a removal last.
    private static func precedes(_ left: IdentityFact, _ right: IdentityFact) -> Bool {
        if left.time != right.time { return left.time < right.time }
        if left.order != right.order { return left.order < right.order }
        if let first = left.content, let second = right.content, first != second { return first < second }
        if left.cause.isObservation != right.cause.isObservation { return right.cause.isObservation }
        return (left.operation ?? "") < (right.operation ?? "")
    }
}

extension ElementSet.IdentityFact {
    fileprivate var order: Int { content == nil ? 2 : isEdit ? 1 : 0 }
}

/// The contents of a whole-set write, each once, by rising content.
struct ContentList: Comparable {
    let contents: [FlatValue]

    init(_ contents: [FlatValue]) {
        self.contents = Set(contents).sorted()
    }

    func contains(_ content: FlatValue) -> Bool {
        var low = 0
        var high = contents.count
        while low < high {
            let middle = (low + high) / 2
            if contents[middle] == content { return true }
            if contents[middle] < content { low = middle + 1 } else { high = middle }
        }
        return false
    }

    static func < (left: ContentList, right: ContentList) -> Bool {
        left.contents.lexicographicallyPrecedes(right.contents)
    }
}
