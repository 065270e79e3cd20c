import CloudModel
internal import JSONTokens

/// What a fold says of one event; the cause is added by whoever calls the fold.
enum AWSFoldOutcome {
    /// It may change these.
    case changes([AWSPendingChange])
    /// It cannot change anything that has a schema.
    case irrelevant(Irrelevance)
    /// Its effect is not understood; these resources may be touched.
    case blind([AWSPendingChange])
}

/// A change without its cause.
struct AWSPendingChange {
    /// Which resource.
    var resource: ResourceID
    /// What became of the resource itself.
    var lifecycle: ResourceChange.Lifecycle = .modify
    /// What became of its properties.
    var writes: [PropertyWrite] = []
    /// Whose the resource is, where the event says it; a fold counts only at the owner's.
    var owner: String?
    /// Set if the change is not stamped with the event itself.
    var cause: CauseRecord?
}

/// Finds the resources that an event of unknown effect names.
typealias AWSTouch = @Sendable (AWSEvent) -> [AWSPendingChange]
