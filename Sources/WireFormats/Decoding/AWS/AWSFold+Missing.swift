internal import CloudModel
internal import JSONTokens

/// Events of which CloudTrail left parts out: bodies beyond its limit of size are replaced by a note (`omitted`), others
/// are masked or missing.
extension AWSFold {
    /// What an event means. Where its request was left out nothing is known of the values that it wrote; where it names no
    /// resource, some resource of the kinds that it reaches was touched.
    func meaning(of event: AWSEvent) -> AWSFoldOutcome {
        let outcome = outcome(event)
        switch outcome {
        case .changes(let pending) where event.isOmitted(event.request):
            return .changes(pending.map(\.withoutValues))
        case .blind(let named) where named.isEmpty && event.lacksData: return .blind(unnamed(in: event))
        case .irrelevant(.notGoverned) where event.isOmitted(event.request):
            return .blind(unnamed(in: event))
        default: return outcome
        }
    }

    /// That a resource of each kind may have come or gone, with what a creation brings along. Facts about the account
    /// are no list.
    private func unnamed(in event: AWSEvent) -> [AWSPendingChange] {
        var kinds: [ResourceKind] = []
        for reach in reach where reach.kind.schema.scope != .account {
            let along = reach.isLifecycle ? KindCatalog.firstborn(of: reach.kind) : []
            for kind in [reach.kind] + along where !kinds.contains(kind) { kinds.append(kind) }
        }
        return kinds.flatMap { kind -> [AWSPendingChange] in
            let resource = ResourceID.unnamed(kind, account: event.account, region: event.region)
            return [
                AWSPendingChange(resource: resource, lifecycle: .create),
                AWSPendingChange(resource: resource, lifecycle: .delete),
            ]
        }
    }
}

extension AWSEvent {
    /// True if a part of the record that may name the resource is not there.
    var lacksData: Bool {
        isOmitted(request) || isOmitted(response) || isEmpty(request) || isEmpty(response)
    }

    /// True for the note that CloudTrail writes in place of a body that is too large.
    func isOmitted(_ body: Token?) -> Bool {
        guard let body, body.kind == .object, (1...4).contains(body.length) else { return false }
        return shapes.bool(shapes.member(body, "omitted")) == true
    }

    private func isEmpty(_ body: Token?) -> Bool {
        body.map { $0.kind == .object && $0.length == 0 } ?? true
    }
}

extension AWSPendingChange {
    /// The same without what it says of the values of properties.
    var withoutValues: AWSPendingChange {
        var change = self
        var properties: [PropertyID] = []
        for write in writes where !properties.contains(write.property) { properties.append(write.property) }
        change.writes = properties.map { .unknown($0) }
        return change
    }
}
