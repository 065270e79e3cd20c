import CloudModel
internal import JSONTokens

extension AWSEvent {
    /// A change of a resource of the event's account; in the event's region unless another is given or the kind is
    /// global.
    func change(
        _ kind: ResourceKind, _ id: String, region: String? = nil,
        _ lifecycle: ResourceChange.Lifecycle = .modify, _ writes: [PropertyWrite] = [],
        owner: String? = nil
    ) -> AWSPendingChange {
        let home = kind.schema.scope == .global ? "" : region ?? self.region
        let resource = ResourceID(kind: kind, account: account, region: home, nativeID: id)
        return AWSPendingChange(resource: resource, lifecycle: lifecycle, writes: writes, owner: owner)
    }

    /// A change of one property of a resource in the event's region.
    func change(_ kind: ResourceKind, _ id: String, writes: PropertyWrite...) -> AWSPendingChange {
        change(kind, id, .modify, writes)
    }

    /// The resource that an ARN names and whose it is, if it is of a kind with a known form of ARNs.
    func change(
        arn text: String, _ lifecycle: ResourceChange.Lifecycle = .modify, _ writes: [PropertyWrite] = []
    ) -> AWSPendingChange? {
        guard let arn = AWSARN(text) else { return nil }
        if arn.service == "iam", let kind = IAMKind.kind(ofARN: arn) {
            return change(kind, text, lifecycle, writes, owner: arn.account)
        }
        guard let (kind, id) = ARNForm.resource(service: arn.service, part: arn.resource) else { return nil }
        let region = arn.region.isEmpty ? nil : arn.region
        let owner = arn.account.isEmpty ? nil : arn.account
        return change(kind, id, region: region, lifecycle, writes, owner: owner)
    }

    /// The text of a request's parameter.
    func text(_ key: StaticString) -> String? { shapes.text(parameter(key)) }

    /// The outcome that these changes make up; an event that names nothing is blind.
    static func outcome(_ changes: [AWSPendingChange]) -> AWSFoldOutcome {
        changes.isEmpty ? .blind([]) : .changes(changes)
    }

    /// The outcome of one change; an event that does not name its resource is blind.
    static func outcome(_ change: AWSPendingChange?) -> AWSFoldOutcome {
        change.map { .changes([$0]) } ?? .blind([])
    }
}
