internal import CloudModel
internal import JSONTokens

extension ElementSet {
    /// What is known at the horizon: the certain elements, and whether there may be others.
    ///
    /// `isKnownElsewhere` says of an id whether another set of the same resource has it, so that an edit which does not
    /// say which set it is about says nothing of this one.
    func reading(in horizon: Horizon, settle: Int64, isKnownElsewhere: (String) -> Bool) -> Reading {
        var resolver = ElementResolver(set: self, horizon: horizon, settle: settle)
        resolver.readIdentities(of: self, isKnownElsewhere)
        return resolver.reading(of: self)
    }
}

/// Computes the visible elements of one set at one horizon.
private struct ElementResolver {
    let horizon: Horizon
    let settle: Int64
    private let event: VersionGroup<ContentList>?
    private let observation: VersionGroup<ContentList>?
    /// Insertions and removals that follow from what ids denoted.
    private var derived: [(content: FlatValue, fact: ElementSet.ContentFact)] = []
    /// The ids that denote a content now.
    private var current: [(content: FlatValue, id: String)] = []
    /// The newest change by an id that denotes nothing known: an element without an id may be the one.
    private var stray = Timestamp.distantPast
    /// The newest edit by an id that no set knows: an element nobody saw may be here.
    private var strayEdit = Timestamp.distantPast
    private var newest: Stamp?

    private struct Stamp {
        let time: Timestamp
        let cause: CauseRecord
    }

    private enum Membership {
        case member(Stamp)
        case absent
        case uncertain
    }

    init(set: ElementSet, horizon: Horizon, settle: Int64) {
        self.horizon = horizon
        self.settle = settle
        (event, observation) = set.wholes.newest(in: horizon)
        for group in [event, observation] {
            guard let group, group.time > newest?.time ?? .distantPast else { continue }
            newest = Stamp(time: group.time, cause: group.named.cause)
        }
    }

    /// Turns what ids denoted over time into insertions and removals of contents.
    mutating func readIdentities(of set: ElementSet, _ isKnownElsewhere: (String) -> Bool) {
        for entry in set.identities {
            // An edit is about this set only if this set has the id.
            let hasEdit = entry.facts.contains(where: \.isEdit)
            let isKnown = !hasEdit || set.knows(entry.id)
            let isElsewhere = hasEdit && !isKnown && isKnownElsewhere(entry.id)
            var denoted: FlatValue?
            for fact in entry.facts where horizon.shows(fact.time) {
                if fact.isEdit && !isKnown {
                    if !isElsewhere { strayEdit = max(strayEdit, fact.time) }
                    continue
                }
                follow(fact, from: denoted)
                denoted = fact.content
            }
            if let denoted { current.append((denoted, entry.id)) }
        }
        stray = max(stray, strayEdit)
    }

    private mutating func follow(_ fact: ElementSet.IdentityFact, from denoted: FlatValue?) {
        if fact.content == nil, denoted == nil { stray = max(stray, fact.time) }
        guard !fact.cause.isObservation else { return }
        if let denoted, denoted != fact.content { derive(fact, isInsertion: false, denoted) }
        if let content = fact.content { derive(fact, isInsertion: true, content) }
    }

    private mutating func derive(_ fact: ElementSet.IdentityFact, isInsertion: Bool, _ content: FlatValue) {
        derived.append(
            (
                content,
                ElementSet.ContentFact(
                    time: fact.time, isInsertion: isInsertion, cause: fact.cause, operation: fact.operation)
            ))
    }

    mutating func reading(of set: ElementSet) -> Reading {
        var elements: [ElementReading] = []
        elements.reserveCapacity(set.contents.count)
        var writer = FlatWriter()
        let list = writer.beginList()
        var gap = baseGap
        for entry in set.contents {
            switch decide(entry) {
            case .member(let stamp):
                let id = current.last { $0.content == entry.content }?.id
                writer.append(entry.content)
                elements.append(
                    ElementReading(value: entry.content, id: id, time: stamp.time, cause: stamp.cause))
            case .absent: break
            case .uncertain: gap = gap ?? .ambiguous
            }
        }
        guard let newest else { return .neverObserved }
        writer.endList(list, count: elements.count)
        let value = writer.finish()
        return Reading(
            state: gap.map { .incomplete(value, $0) } ?? .known(value), time: newest.time,
            cause: newest.cause,
            elements: elements)
    }

    /// Why the set cannot be known whole, before any element is looked at.
    private var baseGap: Reading.Gap? {
        guard let newestWhole = [event?.time, observation?.time].compactMap(\.self).max() else {
            return .neverObserved
        }
        if strayEdit >= newestWhole { return .ambiguous }
        guard let event else { return nil }
        if let observation, observation.time > event.time { return nil }
        return event.hasUnseen ? .notInEvent : nil
    }

    private mutating func decide(_ entry: ElementSet.ContentEntry) -> Membership {
        let facts = newestFacts(of: entry)
        let written = writtenMembership(of: entry.content, facts)
        guard let observation else { return written?.0 ?? .absent }
        let seen = membership(observation, of: entry.content)
        guard let written else { return strayed(entry.content, seen, observation.time).0 }
        if written.1 > observation.time { return written.0 }
        switch (written.0, seen) {
        case (.member, .member): return written.0
        case (.absent, .absent): return .absent
        case (.uncertain, _): return observation.time > written.1 ? seen : .uncertain
        default: return observation.time - written.1 < settle ? .uncertain : seen
        }
    }

    /// The newest insertions and removals of a content that the horizon shows; they share their time.
    private mutating func newestFacts(of entry: ElementSet.ContentEntry) -> NewestFacts {
        var facts = NewestFacts()
        for index in entry.facts.indices.reversed() {
            if entry.facts[index].time < facts.time { break }
            if horizon.shows(entry.facts[index].time) { facts.take(entry.facts[index]) }
        }
        for index in derived.indices
        where derived[index].fact.time >= facts.time && derived[index].content == entry.content {
            if horizon.shows(derived[index].fact.time) { facts.take(derived[index].fact) }
        }
        if let least = facts.least,
            facts.time > newest?.time ?? .distantPast
                || (facts.time == newest?.time && least.eventID < newest?.cause.eventID ?? "")
        {
            newest = Stamp(time: facts.time, cause: least)
        }
        return facts
    }

    /// What the newest insertions and removals of a content come to.
    private struct NewestFacts {
        /// When they were written; the distant past if there are none.
        var time = Timestamp.distantPast
        /// Of all their causes the one with the least event id.
        var least: CauseRecord?
        /// Of the insertions' causes the one with the least event id.
        var insertion: CauseRecord?
        var hasRemoval = false

        /// Takes a fact that is no older than those taken before.
        mutating func take(_ fact: ElementSet.ContentFact) {
            if fact.time > time { self = NewestFacts(time: fact.time) }
            if least.map({ fact.cause.eventID < $0.eventID }) ?? true { least = fact.cause }
            guard fact.isInsertion else {
                hasRemoval = true
                return
            }
            if insertion.map({ fact.cause.eventID < $0.eventID }) ?? true { insertion = fact.cause }
        }
    }

    /// What events say of a content, and when they said it; nil if they say nothing.
    private func writtenMembership(
        of content: FlatValue, _ facts: NewestFacts
    ) -> (Membership, Timestamp)? {
        guard facts.least != nil else {
            return event.map { strayed(content, membership($0, of: content), $0.time) }
        }
        let newest = facts.time
        if let event, event.time > newest {
            return strayed(content, membership(event, of: content), event.time)
        }
        var result = membership(of: facts)
        if let event, event.time == newest, event.rank > 0,
            !ElementResolver.agree(membership(event, of: content), result)
        {
            let isFact = horizon.candidate.map { $0 % 2 == 0 }
            result = isFact == nil ? .uncertain : isFact == true ? result : membership(event, of: content)
        }
        return strayed(content, result, newest)
    }

    /// An element without an id may be the one that a change by an unknown id was about.
    private func strayed(
        _ content: FlatValue, _ membership: Membership, _ time: Timestamp
    ) -> (Membership, Timestamp) {
        guard case .member = membership, stray > .distantPast, stray >= time,
            !current.contains(where: { $0.content == content })
        else { return (membership, time) }
        return (.uncertain, stray)
    }

    private func membership(of facts: NewestFacts) -> Membership {
        guard let insertion = facts.insertion else { return .absent }
        if facts.hasRemoval {
            guard let number = horizon.candidate else { return .uncertain }
            if number % 2 == 1 { return .absent }
        }
        return .member(Stamp(time: facts.time, cause: insertion))
    }

    private func membership(_ group: VersionGroup<ContentList>, of content: FlatValue) -> Membership {
        if group.isAgreed {
            guard let list = group.first.value else { return .uncertain }
            return list.contains(content)
                ? .member(Stamp(time: group.time, cause: group.first.cause)) : .absent
        }
        let candidates = group.candidates
        guard !candidates.contains(where: { $0.value == nil }) else { return .uncertain }
        let holders = candidates.filter { $0.value?.contains(content) == true }
        guard var least = holders.first else { return .absent }
        guard holders.count == candidates.count else { return .uncertain }
        for holder in holders where holder.cause.eventID < least.cause.eventID { least = holder }
        return .member(Stamp(time: group.time, cause: least.cause))
    }

    private static func agree(_ left: Membership, _ right: Membership) -> Bool {
        switch (left, right) {
        case (.member, .member), (.absent, .absent): true
        default: false
        }
    }
}
