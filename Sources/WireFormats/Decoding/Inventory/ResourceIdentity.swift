import CloudModel

/// Properties that follow from a resource's id, and by which others name it.
enum ResourceIdentity {
    /// What the id says.
    static func writes(_ resource: ResourceID) -> [PropertyWrite] {
        switch resource.kind {
        case LogGroupKind.kind: LogGroupKind.identity(resource)
        case TopicKind.kind: TopicKind.identity(resource)
        default: []
        }
    }

    /// What the id says and the writes do not.
    static func missing(of resource: ResourceID, in writes: [PropertyWrite]) -> [PropertyWrite] {
        self.writes(resource).filter { write in !writes.contains { $0.property == write.property } }
    }
}
