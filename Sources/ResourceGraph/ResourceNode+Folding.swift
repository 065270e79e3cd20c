internal import CloudModel
internal import JSONTokens

extension ResourceNode {
    /// Joins a change into the facts. Returns the properties whose facts grew and whether those of existence did.
    func fold(_ change: ResourceChange) -> (facts: PropertySet, lifecycle: Bool) {
        guard let half = change.operation else {
            return join(change.cause, change.lifecycle, change.writes, operation: nil)
        }
        guard operations[half.key, default: HeldOperation()].insert(change, half) else { return ([], false) }
        var facts: PropertySet = []
        var isLifecycleChanged = lifecycle.removeAll(of: half.key)
        for property in properties.written.properties {
            if properties[made: property].register.log.removeAll(of: half.key) {
                facts.insert(PropertySet(property))
            }
            if properties[made: property].set.removeAll(of: half.key) { facts.insert(PropertySet(property)) }
        }
        for part in operations[half.key]?.effective ?? [] {
            let joined = join(part.cause, part.lifecycle, part.writes, operation: half.key)
            facts.formUnion(joined.facts)
            isLifecycleChanged = isLifecycleChanged || joined.lifecycle
        }
        return (facts, isLifecycleChanged)
    }

    func join(
        _ cause: CauseRecord, _ step: ResourceChange.Lifecycle, _ writes: [PropertyWrite], operation: String?
    ) -> (facts: PropertySet, lifecycle: Bool) {
        if step == .touch {
            if let touch, (touch.time, cause.eventID) >= (cause.time, touch.eventID) { return ([], false) }
            touch = cause
            return ([], true)
        }
        let isLifecycleNew = lifecycle.insert(
            Lifecycle.Fact(time: cause.time, kind: ResourceNode.kind(of: step, cause), operation: operation))
        var facts: PropertySet = []
        for write in writes where self.write(write, cause, operation) {
            facts.insert(PropertySet(write.property))
        }
        return (facts, isLifecycleNew)
    }

    private static func kind(of step: ResourceChange.Lifecycle, _ cause: CauseRecord) -> Lifecycle.Kind {
        switch step {
        case .create: .created
        case .delete: cause.isObservation ? .missed : .deleted
        case .modify, .touch: cause.isObservation ? .seen : .written
        }
    }

    private func write(_ write: PropertyWrite, _ cause: CauseRecord, _ operation: String?) -> Bool {
        switch write {
        case .set(let property, let value): insert(property, value, 1, cause, operation)
        case .setDefault(let property, let value): insert(property, value, 0, cause, operation)
        case .unknown(let property):
            id.kind.schema[property].shape == .set
                ? insertWhole(property, nil, [], 1, cause, operation)
                : insert(property, nil, 1, cause, operation)
        case .replace(let property, let elements):
            insertWhole(property, elements.map(\.value), elements, 1, cause, operation)
        case .replaceDefault(let property, let elements):
            insertWhole(property, elements.map(\.value), elements, 0, cause, operation)
        case .insert(let property, let element): insertElement(property, element, cause, operation)
        case .remove(let property, let content):
            properties[made: property].set.insert(
                ElementSet.ContentFact(
                    time: cause.time, isInsertion: false, cause: cause, operation: operation),
                of: content)
        case .modify(let property, let id, let content):
            properties[made: property].set.insert(
                ElementSet.IdentityFact(
                    time: cause.time, content: content, cause: cause, operation: operation),
                of: id)
        case .edit(let property, let id, let content):
            edit(property, id, content, cause, operation)
        case .removeID(let property, let id):
            properties[made: property].set.insert(
                ElementSet.IdentityFact(time: cause.time, content: nil, cause: cause, operation: operation),
                of: id)
        }
    }

    private func edit(
        _ property: PropertyID, _ id: String, _ content: FlatValue, _ cause: CauseRecord, _ operation: String?
    ) -> Bool {
        hasEdits = true
        return properties[made: property].set.insert(
            ElementSet.IdentityFact(
                time: cause.time, content: content, isEdit: true, cause: cause, operation: operation), of: id)
    }

    private func insert(
        _ property: PropertyID, _ value: FlatValue?, _ rank: UInt8, _ cause: CauseRecord, _ operation: String?
    ) -> Bool {
        properties[made: property].register.log.insert(
            Version(time: cause.time, rank: rank, value: value, cause: cause, operation: operation))
    }

    private func insertWhole(
        _ property: PropertyID, _ contents: [FlatValue]?, _ elements: [SetElement], _ rank: UInt8,
        _ cause: CauseRecord, _ operation: String?
    ) -> Bool {
        var isNew = properties[made: property].set.insert(
            whole: Version(
                time: cause.time, rank: rank, value: contents.map(ContentList.init), cause: cause,
                operation: operation))
        for element in elements {
            guard let elementID = element.id else { continue }
            let fact = ElementSet.IdentityFact(
                time: cause.time, content: element.value, cause: cause, operation: operation)
            if properties[made: property].set.insert(fact, of: elementID) { isNew = true }
        }
        return isNew
    }

    private func insertElement(
        _ property: PropertyID, _ element: SetElement, _ cause: CauseRecord, _ operation: String?
    ) -> Bool {
        var isNew = properties[made: property].set.insert(
            ElementSet.ContentFact(time: cause.time, isInsertion: true, cause: cause, operation: operation),
            of: element.value)
        if let elementID = element.id {
            let fact = ElementSet.IdentityFact(
                time: cause.time, content: element.value, cause: cause, operation: operation)
            if properties[made: property].set.insert(fact, of: elementID) { isNew = true }
        }
        return isNew
    }
}
