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
            return resource(tape.flatValue(root).view, at: observedAt).map { [$0] } ?? []
        }
        guard let page = tape.member(root, "value") ?? tape.member(root, "data"), page.kind == .array else {
            return nil
        }
        var changes: [GraphChange] = []
        var hasResource = false
        for element in tape.elements(page) {
            guard recognises(tape, element) else { continue }
            hasResource = true
            if let change = resource(tape.flatValue(element).view, at: observedAt) { changes.append(change) }
        }
        return hasResource ? changes : nil
    }

    /// What one resource says, or nil for a kind without a schema. A resource is whole: what it lacks, there is none of.
    static func resource(_ resource: FlatView, at time: Timestamp) -> GraphChange? {
        guard let type = BodyReading.text(BodyReading.member(resource, "type")),
            let kind = ResourceKind(named: type), kind.schema.provider == .azure,
            let id = BodyReading.text(BodyReading.member(resource, "id")),
            let path = AzureResourcePath(folded: id.lowercased()), ResourceKind(named: path.type) == kind,
            path.children.isEmpty
        else { return nil }
        let change = ResourceChange(
            resource: ResourceID(
                kind: kind, account: AccountKey(.azure, path.subscription), region: "", nativeID: path.rootID),
            cause: CauseRecord(
                eventID: "inventory", time: time, action: "inventory", actor: nil, isObservation: true),
            writes: writes(resource, kind))
        return .resource(change)
    }

    private static func writes(_ resource: FlatView, _ kind: ResourceKind) -> [PropertyWrite] {
        var writes: [PropertyWrite] = []
        let properties = BodyReading.member(resource, "properties")
        if let place = BodyReading.text(BodyReading.member(resource, "location")) {
            writes.append(.set(kind.property("location"), FlatValue(place.lowercased())))
        }
        let tags = kind.property("tags")
        if let elements = AzureTags.elements(BodyReading.member(resource, "tags") ?? FlatValue.null.view) {
            writes.append(.replace(tags, elements))
        }
        if kind == AzureNetworkEvents.kind {
            if let list = BodyReading.member(properties, "securityrules"),
                let rules = AzureNetworkEvents.elements(list)
            {
                writes.append(.replace(AzureNetworkEvents.rules, rules))
            }
        } else {
            for (key, property, read) in AzureStorageEvents.registers {
                guard let value = BodyReading.member(properties, key), !value.isNull else {
                    writes.append(.set(property, .null))
                    continue
                }
                if let value = read(value) { writes.append(.set(property, value)) }
            }
        }
        return writes
    }
}
