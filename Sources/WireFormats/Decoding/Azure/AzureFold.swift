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
            if let property = AzureSideEffects.property(of: kind, openedBy: action) {
                return try opening(property, of: kind)
            }
            return AzureOperation.harmlessActions.contains(action)
                ? .irrelevant(.noGovernedProperty) : try blindMeaning(kind)
        case .write, .delete: return try writeMeaning(kind)
        case .read, .other: return try blindMeaning(kind)
        }
    }

    private func writeMeaning(_ kind: ResourceKind) throws(DecodingFailure) -> DecodedEvent.Meaning {
        let outcome = AzureOutcome(record)
        if operation.isWholeKind {
            let name = try name(of: kind)
            return try changes(outcome, name.resource(kind)) { resourceDeed(kind, name, outcome) }
        }
        if kind == AzureNetworkEvents.kind, operation.types.dropFirst().elementsEqual(["securityrules"]) {
            let rule = try ruleName()
            let group = ResourceID(
                kind: kind, account: AccountKey(.azure, rule.subscription), region: "",
                nativeID: rule.parentID)
            return try changes(outcome, group) { ruleDeed(rule, outcome) }
        }
        if let child = operation.child {
            if let property = AzureSideEffects.property(of: kind, openedBy: child) {
                return try opening(property, of: kind)
            }
            if AzureOperation.separateChildren.contains(child) { return .irrelevant(.notGoverned) }
        }
        return try blindMeaning(kind)
    }

    private func resourceDeed(_ kind: ResourceKind, _ name: AzureResourceName, _ outcome: AzureOutcome)
        -> Deed
    {
        guard operation.verb == .write else {
            return Deed(kind: kind, lifecycle: .delete, writes: [], mayTouch: [])
        }
        let isCreation = outcome.isEnd && AzureOutcome.isCreation(record, properties?.view)
        let open = kind.schema.properties.indices.filter {
            !AzureProperties.isDerived(kind.schema.properties[$0])
        }
        var deed = Deed(
            kind: kind, lifecycle: isCreation ? .create : .modify, writes: nil,
            mayTouch: open.map { PropertyID(index: $0) })
        if let (body, isAnswer) = body(outcome) {
            let isPlaced = BodyReading.member(body.view, "location") != nil
            let merges = !isAnswer && !isPlaced && kind.schema.property(named: "location") != nil
            deed.writes = AzureProperties.writes(
                body.view, kind, name,
                .event(isCreation: isCreation, merges: merges, time: time ?? .distantPast))
        }
        return deed
    }

    /// A known effect with an unknown value on the resource that the record's is part of.
    private func opening(_ property: PropertyID, of kind: ResourceKind) throws(DecodingFailure)
        -> DecodedEvent.Meaning
    {
        guard let resource = AzureResourceName.innermost(of: kind, in: foldedID ?? "") else {
            return .blind([])
        }
        return try changes(AzureOutcome(record), resource) {
            Deed(kind: kind, lifecycle: .modify, writes: [.unknown(property)], mayTouch: [property])
        }
    }

    private func ruleDeed(_ rule: AzureResourceName, _ outcome: AzureOutcome) -> Deed {
        let rules = AzureNetworkEvents.rules
        var deed = Deed(kind: AzureNetworkEvents.kind, lifecycle: .modify, writes: nil, mayTouch: [rules])
        if operation.verb == .delete {
            deed.writes = [.removeID(rules, id: rule.name)]
        } else if let (body, _) = body(outcome) {
            deed.writes = AzureNetworkEvents.ruleWrites(body.view, name: spelledName(rule.name))
        }
        return deed
    }

    /// Writes that reach many resources, and tags, which have operations of their own.
    private func managementMeaning() throws(DecodingFailure) -> DecodedEvent.Meaning {
        if operation.types.first == "tags", let (name, kind) = tagged,
            let tags = kind.schema.property(named: "tags")
        {
            let outcome = AzureOutcome(record)
            return try changes(outcome, name.resource(kind)) {
                var deed = Deed(kind: kind, lifecycle: .modify, writes: nil, mayTouch: [tags])
                if operation.verb == .delete {
                    deed.writes = [.replace(tags, [])]
                } else if let (body, _) = body(outcome) {
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

    /// The resource whose tags the record is about: the one that `…/providers/Microsoft.Resources/tags/default` stands at.
    private var tagged: (AzureResourceName, ResourceKind)? {
        guard let id = foldedID, let name = AzureResourceName(folded: id) else { return nil }
        let target =
            name.typePath == "microsoft.resources/tags" ? AzureResourceName(folded: name.parentID) : name
        guard let target, let kind = target.kind else { return nil }
        return (target, kind)
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
            let kind = AzureResourceName(folded: foldedID ?? "")?.kind, !kind.schema.properties.isEmpty
        else { return .irrelevant(.noGovernedProperty) }
        return try blindMeaning(kind)
    }
}
