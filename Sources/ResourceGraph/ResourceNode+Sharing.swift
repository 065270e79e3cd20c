internal import CloudModel
internal import JSONTokens

/// Facts that go from one account to another, and come back out of one.
extension ResourceNode {
    /// Puts what an account shares in the place of what it shared before. Returns the properties whose facts are others and
    /// whether those of existence are; nothing for what is here already.
    func replace(_ shared: SharedFacts) -> (facts: PropertySet, lifecycle: Bool) {
        let mark = Lifecycle.sharedMark + shared.owner.text
        let before = stored
        var facts: PropertySet = []
        for property in properties.written.properties {
            let isRegister = properties[made: property].register.log.removeAll(of: mark)
            let isSet = properties[made: property].set.removeAll(of: mark)
            if isRegister || isSet { facts.insert(PropertySet(property)) }
        }
        _ = lifecycle.removeAll(of: mark)
        for change in shared.changes {
            facts.formUnion(join(change.cause, change.lifecycle, change.writes, operation: mark).facts)
        }
        return stored == before ? ([], false) : (facts, true)
    }

    /// The facts of some properties and of the existence as changes of another resource, one for each cause, in the order of
    /// their times.
    func changes(
        of wanted: PropertySet, as copy: ResourceID, endedAt: Timestamp?, missedAt: Timestamp?, settle: Int64
    ) -> [ResourceChange] {
        var parts = SharedParts()
        for property in wanted.intersection(properties.written).properties {
            guard let facts = properties[property] else { continue }
            for version in facts.register.log.versions { parts.add(version, property) }
            parts.add(facts.set, property)
        }
        var facts = evidence(endedAt: endedAt, settle: settle)
        // That an inventory does not show it yet is a doubt there too.
        if let missedAt, !facts.contains(where: { $0.kind == .missed && $0.time == missedAt }) {
            facts.append(Lifecycle.Fact(time: missedAt, kind: .missed, operation: nil))
        }
        for fact in facts { parts.add(fact) }
        return parts.changes(of: copy)
    }

    /// The facts on which it rests whether the resource exists: comings and goings, and of what was written and seen in
    /// between only the first, and the first that is too late to contradict a going. So a resource that is written again
    /// and again says the same.
    private func evidence(endedAt: Timestamp?, settle: Int64) -> [Lifecycle.Fact] {
        var facts: [Lifecycle.Fact] = []
        var known: [Lifecycle.Kind] = []
        var wentAt: Timestamp?
        for fact in lifecycle.facts {
            switch fact.kind {
            case .created: known = []
            case .deleted, .missed:
                known = []
                if lifecycle.isLoss(fact, settle: settle) { wentAt = fact.time }
            case .written, .seen:
                if let gone = wentAt, fact.time - gone >= settle { (known, wentAt) = ([], nil) }
                if known.contains(fact.kind) { continue }
                known.append(fact.kind)
            }
            facts.append(fact)
        }
        // What an inventory did not have any more is gone there too.
        let lost = lifecycle.newestLoss(asOf: .distantFuture, settle: settle) ?? .distantPast
        guard let endedAt, lost < endedAt else { return facts }
        return facts.filter { $0.time < endedAt }
            + [Lifecycle.Fact(time: endedAt, kind: .deleted, operation: nil)]
    }
}

/// Facts by their causes.
private struct SharedParts {
    private var parts: [Part] = []

    private struct Part {
        let cause: CauseRecord
        var lifecycle = ResourceChange.Lifecycle.modify
        var writes: [PropertyWrite] = []
    }

    mutating func add(_ version: Version<FlatValue>, _ property: PropertyID) {
        guard let value = version.value else { return add(.unknown(property), version.cause) }
        add(version.rank == 0 ? .setDefault(property, value) : .set(property, value), version.cause)
    }

    mutating func add(_ set: ElementSet, _ property: PropertyID) {
        for version in set.wholes.versions {
            guard let value = version.value else {
                add(.unknown(property), version.cause)
                continue
            }
            let elements = value.contents.map { SetElement($0) }
            let isDefault = version.rank == 0
            add(isDefault ? .replaceDefault(property, elements) : .replace(property, elements), version.cause)
        }
        for entry in set.contents {
            for fact in entry.facts {
                add(
                    fact.isInsertion
                        ? .insert(property, SetElement(entry.content)) : .remove(property, entry.content),
                    fact.cause)
            }
        }
        for entry in set.identities {
            for fact in entry.facts { add(SharedParts.write(fact, of: entry.id, property), fact.cause) }
        }
    }

    /// Comings and goings have causes that tell no more than when: who stands behind them is told by what they wrote.
    mutating func add(_ fact: Lifecycle.Fact) {
        let step: ResourceChange.Lifecycle =
            switch fact.kind {
            case .created: .create
            case .deleted, .missed: .delete
            case .written, .seen: .modify
            }
        let cause = CauseRecord(
            eventID: "", time: fact.time, action: "shared", actor: nil,
            isObservation: fact.kind == .seen || fact.kind == .missed)
        parts.append(Part(cause: cause, lifecycle: step))
    }

    /// One change for each cause and step, sorted, so that equal facts give equal changes.
    func changes(of resource: ResourceID) -> [ResourceChange] {
        let sorted = parts.indices.sorted { left, right in
            let (first, second) = (parts[left].cause, parts[right].cause)
            if first.time != second.time { return first.time < second.time }
            if first.eventID != second.eventID { return first.eventID < second.eventID }
            if first.action != second.action { return first.action < second.action }
            return left < right
        }
        return sorted.map { index in
            let part = parts[index]
            return ResourceChange(
                resource: resource, cause: part.cause, lifecycle: part.lifecycle, writes: part.writes)
        }
    }

    private mutating func add(_ write: PropertyWrite, _ cause: CauseRecord) {
        let index = parts.firstIndex { part in
            part.lifecycle == .modify && !part.writes.isEmpty && part.cause.time == cause.time
                && part.cause.eventID == cause.eventID && part.cause.action == cause.action
        }
        if let index {
            parts[index].writes.append(write)
        } else {
            parts.append(Part(cause: cause, writes: [write]))
        }
    }

    private static func write(
        _ fact: ElementSet.IdentityFact, of id: String, _ property: PropertyID
    ) -> PropertyWrite {
        guard let content = fact.content else { return .removeID(property, id: id) }
        return fact.isEdit ? .edit(property, id: id, content) : .modify(property, id: id, content)
    }
}
