internal import CloudModel
internal import JSONTokens

/// From one activity-log record with a known operation to what it means.
///
/// Start, accept and end records of one operation share correlation id, operation and resource. A start carries the
/// writes of its request; an end its own if it has a body. An end without one is a mere modification, so that its start
/// may say what it was. A failed end voids its start where there can be one; it is refused where there cannot (no
/// correlation id, or an operation whose start says nothing).
struct AzureFold {
    let record: AzureRecord
    let operation: AzureOperation
    /// The record's `properties`, read once.
    let properties: FlatValue?

    /// What an operation does to one resource, as far as the record shows.
    struct Deed {
        let kind: ResourceKind
        var lifecycle: ResourceChange.Lifecycle
        /// Nil if the body that would tell is missing or cannot be read.
        var writes: [PropertyWrite]?
        /// What it may have written.
        var mayTouch: [PropertyID]
    }

    init(_ record: AzureRecord, _ operation: AzureOperation) {
        self.record = record
        self.operation = operation
        properties = operation.isRead ? nil : record.properties
    }

    /// What the record means for the graph.
    func meaning() throws(DecodingFailure) -> DecodedEvent.Meaning {
        if operation.isRead { return .irrelevant(.readOnly) }
        if operation.namespace == "microsoft.resources" { return try managementMeaning() }
        if operation.namespace == "microsoft.authorization", operation.types.first == "policies" {
            return try policyMeaning()
        }
        guard let kind = operation.kind, !kind.schema.properties.isEmpty else {
            return .irrelevant(.notGoverned)
        }
        switch operation.verb {
        case .action(let action):
            return AzureOperation.harmlessActions.contains(action)
                ? .irrelevant(.noGovernedProperty) : try blindMeaning(kind)
        case .write, .delete: return try writeMeaning(kind)
        case .read, .other: return try blindMeaning(kind)
        }
    }

    private func writeMeaning(_ kind: ResourceKind) throws(DecodingFailure) -> DecodedEvent.Meaning {
        let outcome = AzureOutcome(record)
        if operation.types.count == 1 {
            return try changes(outcome, path(of: kind)) { path in resourceDeed(kind, outcome) }
        }
        if kind == AzureNetworkEvents.kind, operation.types.dropFirst().elementsEqual(["securityrules"]) {
            return try changes(outcome, path(of: kind)) { path in ruleDeed(path, outcome) }
        }
        if AzureOperation.separateChildren.contains(operation.types[1]) { return .irrelevant(.notGoverned) }
        return try blindMeaning(kind)
    }

    private func resourceDeed(_ kind: ResourceKind, _ outcome: AzureOutcome) -> Deed {
        let all = kind.schema.properties.indices.map { PropertyID(index: $0) }
        guard operation.verb == .write else {
            return Deed(kind: kind, lifecycle: .delete, writes: [], mayTouch: [])
        }
        let isCreation = outcome.isEnd && AzureOutcome.isCreation(record, properties?.view)
        var deed = Deed(kind: kind, lifecycle: isCreation ? .create : .modify, writes: nil, mayTouch: all)
        if let body = body(outcome) {
            deed.writes =
                kind == AzureNetworkEvents.kind
                ? AzureNetworkEvents.groupWrites(body.view, isCreation: isCreation)
                : AzureStorageEvents.accountWrites(
                    body.view, isCreation: isCreation, at: time ?? .distantPast)
        }
        return deed
    }

    private func ruleDeed(_ path: AzureResourcePath, _ outcome: AzureOutcome) -> Deed {
        let rules = AzureNetworkEvents.rules
        var deed = Deed(kind: AzureNetworkEvents.kind, lifecycle: .modify, writes: nil, mayTouch: [rules])
        guard path.children.first?.type == "securityrules" else { return deed }
        if operation.verb == .delete {
            deed.writes = [.removeID(rules, id: path.lastName)]
        } else if let body = body(outcome) {
            deed.writes = AzureNetworkEvents.ruleWrites(body.view, name: spelledName(path.lastName))
        }
        return deed
    }

    /// Writes that reach many resources, and tags, which have operations of their own.
    private func managementMeaning() throws(DecodingFailure) -> DecodedEvent.Meaning {
        if operation.types.first == "tags", let path = AzureResourcePath(folded: foldedID ?? ""),
            let kind = ResourceKind(named: path.type), let tags = kind.schema.property(named: "tags")
        {
            let outcome = AzureOutcome(record)
            return try changes(outcome, path) { _ in
                var deed = Deed(kind: kind, lifecycle: .modify, writes: nil, mayTouch: [tags])
                if operation.verb == .delete {
                    deed.writes = [.replace(tags, [])]
                } else if let body = body(outcome) {
                    deed.writes = AzureTags.tagsResourceWrites(body.view, tags)
                }
                return deed
            }
        }
        guard isGroupWide else { return .irrelevant(.notGoverned) }
        switch AzureOutcome(record) {
        case .start, .accept: return .irrelevant(.noGovernedProperty)
        case .failure: return .refused
        case .success, .unclear: return .blind([])
        }
    }

    /// True for what deletes or moves every resource of a group.
    private var isGroupWide: Bool {
        if case .action(let action) = operation.verb, action == "moveresources" { return true }
        return operation.verb == .delete && operation.types.last == "resourcegroups"
    }

    /// A policy that modifies or deploys changes a resource inside somebody else's write; the others only judge.
    private func policyMeaning() throws(DecodingFailure) -> DecodedEvent.Meaning {
        guard case .action(let effect) = operation.verb,
            ["modify", "append", "deployifnotexists"].contains(effect),
            let path = AzureResourcePath(folded: foldedID ?? ""), let kind = ResourceKind(named: path.type),
            !kind.schema.properties.isEmpty
        else { return .irrelevant(.noGovernedProperty) }
        return try blindMeaning(kind)
    }
}
