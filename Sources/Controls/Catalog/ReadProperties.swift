public import CloudModel

/// Which properties the controls read, by kind. An account and an account in a region are of one kind and have different
/// facts: of a region only what controls per region read of their subject.
struct ReadProperties: Sendable {
    private var byKind: [ResourceKind: PropertySet] = [:]
    private var ofRegions: [ResourceKind: PropertySet] = [:]

    init(_ controls: [CompiledControl], _ exceptions: ExceptionTable) {
        for (position, control) in controls.enumerated() {
            let footprint = control.footprint
            let subject = footprint.subject.union(exceptions.conditionReads(of: Int32(position)))
            byKind[ResourceID.accountKind(of: control.subject.schema.provider), default: []]
                .formUnion(footprint.account)
            for other in footprint.others { byKind[other.kind, default: []].formUnion(other.properties) }
            if control.scope == .accountRegion {
                ofRegions[control.subject, default: []].formUnion(subject)
            } else {
                byKind[control.subject, default: []].formUnion(subject)
            }
        }
    }

    func contains(_ kind: ResourceKind) -> Bool { byKind[kind] != nil || ofRegions[kind] != nil }

    func properties(of resource: ResourceID) -> PropertySet {
        let isRegion = resource.kind.schema.scope == .account && !resource.region.isEmpty
        return (isRegion ? ofRegions[resource.kind] : byKind[resource.kind]) ?? []
    }
}

extension ControlCatalog {
    /// The properties of the resource that an evaluation of any control can read.
    public func readProperties(of resource: ResourceID) -> PropertySet { read.properties(of: resource) }
}
