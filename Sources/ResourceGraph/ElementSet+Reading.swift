internal import CloudModel
internal import JSONTokens

extension ElementSet {
    /// What is known at the horizon: the certain elements, and whether there may be others.
    func reading(in horizon: Horizon, settle: Int64) -> Reading {
        var resolver = ElementResolver(set: self, horizon: horizon, settle: settle)
        return resolver.reading()
    }
}

/// Computes the visible elements of one set at one horizon.
private struct ElementResolver {
    let horizon: Horizon
    let settle: Int64
    private let event: Group?
    private let observation: Group?
    private var facts: [FlatValue: [ElementSet.ContentFact]]
    private var currentID: [FlatValue: String] = [:]
    /// The newest removal by an id that denotes nothing known: an element without an id may be the one.
    private var strayRemoval: ElementSet.IdentityFact?

    init(set: ElementSet, horizon: Horizon, settle: Int64) {
        self.horizon = horizon
        self.settle = settle
        (event, observation) = set.wholes.newest(in: horizon)
        facts = set.contents.mapValues { facts in facts.filter { horizon.shows($0.time) } }
        for id in set.identities.keys.sorted() {
            readIdentity(id, set.identities[id, default: []].filter { horizon.shows($0.time) })
        }
    }

    /// Turns what an id denoted over time into insertions and removals of contents.
    private mutating func readIdentity(_ id: String, _ timeline: [ElementSet.IdentityFact]) {
        var denoted: FlatValue?
        for fact in timeline {
            if let previous = denoted, previous != fact.content {
                if !fact.cause.isObservation { add(fact, isInsertion: false, to: previous) }
                if currentID[previous] == id { currentID[previous] = nil }
            }
            if fact.content == nil, denoted == nil {
                if fact.time > strayRemoval?.time ?? .distantPast { strayRemoval = fact }
            }
            if let content = fact.content {
                if !fact.cause.isObservation { add(fact, isInsertion: true, to: content) }
                currentID[content] = id
            }
            denoted = fact.content
        }
    }

    private mutating func add(_ fact: ElementSet.IdentityFact, isInsertion: Bool, to content: FlatValue) {
        facts[content, default: []].append(
            ElementSet.ContentFact(
                time: fact.time, isInsertion: isInsertion, cause: fact.cause, operation: fact.operation))
    }

    mutating func reading() -> Reading {
        var elements: [ElementReading] = []
        var gap: Reading.Gap? = baseGap
        var newest = newestWhole
        for content in mentioned {
            let decision = decide(content)
            if let stamp = decision.stamp, stamp.time > newest?.time ?? .distantPast { newest = stamp }
            switch decision.membership {
            case .member(let stamp):
                elements.append(
                    ElementReading(
                        value: content, id: currentID[content], time: stamp.time, cause: stamp.cause))
            case .absent: break
            case .uncertain: gap = gap ?? .ambiguous
            }
        }
        if newest == nil, elements.isEmpty { return .neverObserved }
        let list = FlatValue(list: elements.map(\.value))
        return Reading(
            state: gap.map { .incomplete(list, $0) } ?? .known(list), time: newest?.time ?? .distantPast,
            cause: newest?.cause, elements: elements)
    }

    private struct Stamp {
        let time: Timestamp
        let cause: CauseRecord
    }

    private enum Membership {
        case member(Stamp)
        case absent
        case uncertain
    }

    /// Why the set cannot be known whole, before any element is looked at.
    private var baseGap: Reading.Gap? {
        guard let event else { return observation == nil ? .neverObserved : nil }
        if let observation, observation.time > event.time { return nil }
        return event.candidates.contains { $0.value == nil } ? .notInEvent : nil
    }

    private var newestWhole: Stamp? {
        [event, observation].compactMap { group in group.map { Stamp(time: $0.time, cause: $0.named.cause) } }
            .max { $0.time < $1.time }
    }

    /// Every content that any fact mentions, in canonical order.
    private var mentioned: [FlatValue] {
        var all = Set(facts.keys)
        for group in [event, observation] {
            for candidate in group?.candidates ?? [] {
                for element in candidate.value?.view.elements ?? FlatValue.emptyList.view.elements {
                    all.insert(element.value)
                }
            }
        }
        return all.sorted()
    }

    private func decide(_ content: FlatValue) -> (membership: Membership, stamp: Stamp?) {
        let written = writtenMembership(of: content)
        let seen = observation.map { (membership($0, of: content), $0.time) }
        let stamp = newestStamp(of: content)
        guard let seen else { return (written?.0 ?? .absent, stamp) }
        guard let written else { return (strayed(content, seen.0, seen.1).0, stamp) }
        if written.1 > seen.1 { return (written.0, stamp) }
        switch (written.0, seen.0) {
        case (.member, .member): return (written.0, stamp)
        case (.absent, .absent): return (.absent, stamp)
        case (.uncertain, _): return (seen.1 > written.1 ? seen.0 : .uncertain, stamp)
        default: return (seen.1 - written.1 < settle ? .uncertain : seen.0, stamp)
        }
    }

    /// What events say of a content, and when they said it; nil if they say nothing.
    private func writtenMembership(of content: FlatValue) -> (Membership, Timestamp)? {
        let base = event.map { (membership($0, of: content), $0.time, $0.rank) }
        guard let newest = facts[content]?.map(\.time).max() else {
            return base.map { strayed(content, $0.0, $0.1) }
        }
        if let base, base.1 > newest { return strayed(content, base.0, base.1) }
        let group = (facts[content] ?? []).filter { $0.time == newest }
        var result = membership(of: group)
        if let base, base.1 == newest, base.2 > 0, !ElementResolver.agree(base.0, result) {
            result = .uncertain
        }
        return strayed(content, result, newest)
    }

    /// An element without an id may be the one that a removal by an unknown id took.
    private func strayed(_ content: FlatValue, _ membership: Membership, _ time: Timestamp) -> (
        Membership, Timestamp
    ) {
        guard case .member = membership, currentID[content] == nil, let stray = strayRemoval,
            stray.time >= time
        else { return (membership, time) }
        return (.uncertain, stray.time)
    }

    private func membership(of group: [ElementSet.ContentFact]) -> Membership {
        let insertions = group.filter(\.isInsertion)
        if insertions.isEmpty { return .absent }
        guard insertions.count == group.count else { return .uncertain }
        let least = insertions.min { $0.cause.eventID < $1.cause.eventID } ?? insertions[0]
        return .member(Stamp(time: least.time, cause: least.cause))
    }

    private func membership(_ group: Group, of content: FlatValue) -> Membership {
        var holders: [Version] = []
        for candidate in group.candidates {
            guard let list = candidate.value else { return .uncertain }
            if list.view.elements.contains(where: { $0.value == content }) { holders.append(candidate) }
        }
        if holders.isEmpty { return .absent }
        guard holders.count == group.candidates.count else { return .uncertain }
        let least = holders.min { $0.cause.eventID < $1.cause.eventID } ?? holders[0]
        return .member(Stamp(time: group.time, cause: least.cause))
    }

    private func newestStamp(of content: FlatValue) -> Stamp? {
        (facts[content] ?? []).max { ($0.time, $1.cause.eventID) < ($1.time, $0.cause.eventID) }
            .map { Stamp(time: $0.time, cause: $0.cause) }
    }

    private static func agree(_ left: Membership, _ right: Membership) -> Bool {
        switch (left, right) {
        case (.member, .member), (.absent, .absent): true
        default: false
        }
    }
}
