internal import CloudModel

/// What is known of the events of one name: what they may write, and what one of them does.
///
/// An entry of a service's table says what it reaches, then how it reads the event:
///
///     "PutBucketPolicy": .writes(S3BucketKind.kind, S3BucketKind.policy) { event in … },
///     "CreateBucket": .creates(S3BucketKind.kind) { create($0) },
///     "DeleteBucket": .deletes(S3BucketKind.kind) { … },
///     "CreateTags": .reaches(.writing(SecurityGroupKind.kind, SecurityGroupKind.tags), …) { … },
struct AWSFold: Sendable {
    /// Turns one event into changes.
    typealias Reading = @Sendable (AWSEvent) -> AWSFoldOutcome

    /// What its events may write; `FoldRegistry` shows it to users, a test holds it.
    let reach: [FoldReach]
    /// Turns one event into changes.
    let outcome: Reading

    /// Its events write these properties of one kind.
    static func writes(
        _ kind: ResourceKind, _ properties: PropertyID..., reading: @escaping Reading
    ) -> AWSFold {
        AWSFold(reach: [.writing(kind, properties)], outcome: reading)
    }

    /// With its events a resource of the kind comes into being.
    static func creates(_ kind: ResourceKind, reading: @escaping Reading) -> AWSFold {
        AWSFold(reach: [.creation(of: kind)], outcome: reading)
    }

    /// With its events a resource of the kind goes.
    static func deletes(_ kind: ResourceKind, reading: @escaping Reading) -> AWSFold {
        AWSFold(reach: [.deletion(of: kind)], outcome: reading)
    }

    /// Its events reach several kinds.
    static func reaches(_ reach: FoldReach..., reading: @escaping Reading) -> AWSFold {
        AWSFold(reach: reach, outcome: reading)
    }
}
