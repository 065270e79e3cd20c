internal import CloudModel
internal import JSONTokens

/// What a method does to resources of a kind that needs no code of its own.
struct GCPRule: Sendable {
    let kind: ResourceKind
    /// The word before the name in the kind's resource names: `sslPolicies`.
    let collection: String
    let deed: Deed

    /// What a method does. `body` is the member of the request that holds the resource; empty for the request itself.
    enum Deed: Sendable {
        /// Sends a new resource.
        case creates(body: String)
        /// Sends a resource, or a part of one.
        case sends(body: String)
        case deletes
        /// Changes these properties without showing their values.
        case opens([PropertyID])
        /// Sends an IAM policy.
        case setsPolicy
    }

    /// What its events may write.
    var reach: FoldReach {
        switch deed {
        case .creates: return .creation(of: kind)
        case .sends:
            return FoldReach(kind: kind, properties: kind.schema.allProperties, isLifecycle: false)
        case .deletes: return .deletion(of: kind)
        case .opens(let properties): return .writing(kind, properties)
        case .setsPolicy:
            let properties = ["iamPolicy", "auditConfigs"].compactMap { kind.schema.property(named: $0) }
            return .writing(kind, properties)
        }
    }
}
