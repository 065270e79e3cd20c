internal import CloudModel
internal import JSONTokens

/// Resources as Azure Resource Manager and Resource Graph show them.
enum AzureInventory {
    /// True if the object is a resource: id, type, properties.
    static func recognises(_ tape: TokenTape, _ object: Token) -> Bool {
        guard tape.member(object, "properties")?.kind == .object,
            tape.member(object, "type")?.kind == .string,
            let id = tape.string(tape.member(object, "id"))
        else { return false }
        return id.lowercased().hasPrefix("/subscriptions/")
    }

    /// What a resource, or a page of resources in `value` or `data`, says; empty for kinds without a schema. Nil if it is
    /// neither.
    static func decode(_ tape: TokenTape, _ root: Token, observedAt: Timestamp) -> [GraphChange]? {
        if recognises(tape, root) {
            return resources(tape.flatValue(root).view, at: observedAt)
        }
        guard let page = tape.member(root, "value") ?? tape.member(root, "data"), page.kind == .array else {
            return nil
        }
        var changes: [GraphChange] = []
        var hasResource = false
        for element in tape.elements(page) {
            guard recognises(tape, element) else { continue }
            hasResource = true
            changes += resources(tape.flatValue(element).view, at: observedAt)
        }
        return hasResource ? changes : nil
    }

    /// What one resource says, and what it shows of its children; empty for a kind without a schema. A resource is whole:
    /// what it lacks, there is none of.
    static func resources(_ resource: FlatView, at time: Timestamp) -> [GraphChange] {
        guard let id = BodyReading.text(BodyReading.member(resource, "id")),
            let name = AzureResourceName(folded: id.lowercased()), let kind = name.kind
        else { return [] }
        let type = BodyReading.text(BodyReading.member(resource, "type"))
        guard type.map({ ResourceKind(named: $0) == kind }) ?? true else { return [] }
        var changes: [GraphChange] = []
        if !kind.schema.properties.isEmpty {
            changes.append(
                .resource(
                    ResourceChange(
                        resource: name.resource(kind), cause: cause(time),
                        writes: AzureProperties.writes(resource, kind, name, .observation))))
        }
        return changes + children(of: kind, resource, at: time)
    }

    /// Resources of other kinds that stand in a member of `properties` named as their type: the subnets of a network.
    private static func children(
        of kind: ResourceKind, _ resource: FlatView, at time: Timestamp
    ) -> [GraphChange] {
        guard let properties = BodyReading.member(resource, "properties") else { return [] }
        var changes: [GraphChange] = []
        for (key, list) in properties.members where list.tag == .list {
            guard ResourceKind(named: kind.name + "/" + key) != nil else { continue }
            for child in list.elements { changes += resources(child, at: time) }
        }
        return changes
    }

    /// The cause of an observation.
    static func cause(_ time: Timestamp) -> CauseRecord {
        CauseRecord(eventID: "inventory", time: time, action: "inventory", actor: nil, isObservation: true)
    }
}
