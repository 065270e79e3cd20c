import CloudModel
internal import JSONTokens

/// The events that change buckets and the account's public access block.
enum S3BucketEvents {
    static let folds: [String: AWSFold] = [
        "CreateBucket": .creates(S3BucketKind.kind) { create($0) },
        "DeleteBucket": .deletes(S3BucketKind.kind) { event in onBucket(event, lifecycle: .delete) { [] } },
        "PutBucketPublicAccessBlock": .writes(S3BucketKind.kind, S3BucketKind.publicAccessBlock) { event in
            onBucket(event) { [block(event, S3BucketKind.publicAccessBlock)] }
        },
        "DeleteBucketPublicAccessBlock": .writes(S3BucketKind.kind, S3BucketKind.publicAccessBlock) { event in
            onBucket(event) { [.set(S3BucketKind.publicAccessBlock, .null)] }
        },
        "PutAccountPublicAccessBlock": .writes(AWSAccountKind.kind, AWSAccountKind.publicAccessBlock) {
            event in
            onAccount(event, block(event, AWSAccountKind.publicAccessBlock))
        },
        "DeleteAccountPublicAccessBlock": .writes(AWSAccountKind.kind, AWSAccountKind.publicAccessBlock) {
            event in
            onAccount(event, .set(AWSAccountKind.publicAccessBlock, .null))
        },
        "PutBucketPolicy": .writes(S3BucketKind.kind, S3BucketKind.policy) { event in
            onBucket(event) { [policy(event)] }
        },
        "DeleteBucketPolicy": .writes(S3BucketKind.kind, S3BucketKind.policy) { event in
            onBucket(event) { [.set(S3BucketKind.policy, .null)] }
        },
        "PutBucketAcl": .writes(S3BucketKind.kind, S3BucketKind.grants) { event in
            onBucket(event) { [BucketGrants.write(event)] }
        },
        "PutBucketOwnershipControls": .writes(S3BucketKind.kind, S3BucketKind.ownership) { event in
            onBucket(event) { [ownership(event)] }
        },
        "DeleteBucketOwnershipControls": .writes(S3BucketKind.kind, S3BucketKind.ownership) { event in
            onBucket(event) { [.set(S3BucketKind.ownership, FlatValue(S3Values.ownershipOfOld))] }
        },
        "PutBucketVersioning": .writes(S3BucketKind.kind, S3BucketKind.versioning) { event in
            onBucket(event) {
                [body(event, "VersioningConfiguration", S3BucketKind.versioning, S3Values.versioning)]
            }
        },
        "PutBucketLogging": .writes(S3BucketKind.kind, S3BucketKind.logging) { event in
            onBucket(event) { [body(event, "BucketLoggingStatus", S3BucketKind.logging, S3Values.logging)] }
        },
        "PutBucketEncryption": .writes(S3BucketKind.kind, S3BucketKind.encryption) { event in
            onBucket(event) { [encryption(event)] }
        },
        "DeleteBucketEncryption": .writes(S3BucketKind.kind, S3BucketKind.encryption) { event in
            onBucket(event) { [.set(S3BucketKind.encryption, encryptionWithoutRules(at: event.time))] }
        },
        "PutBucketTagging": .writes(S3BucketKind.kind, S3BucketKind.tags) { event in
            onBucket(event) { [tagging(event)] }
        },
        "DeleteBucketTagging": .writes(S3BucketKind.kind, S3BucketKind.tags) { event in
            onBucket(event) { [.replace(S3BucketKind.tags, [])] }
        },
        "TagResource": .writes(S3BucketKind.kind, S3BucketKind.tags) { tagResource($0) },
        "UntagResource": .writes(S3BucketKind.kind, S3BucketKind.tags) { untagResource($0) },
    ]

    /// The bucket that the call names; an access point's ARN names none.
    static func bucketName(_ event: AWSEvent) -> String? {
        let shapes = event.shapes
        if let name = shapes.text(event.parameter("bucketName")) ?? shapes.text(event.parameter("bucket")) {
            if let arn = AWSARN(name) {
                return arn.service == "s3" && arn.account.isEmpty ? arn.resource : nil
            }
            return name
        }
        return event.listedResource("AWS::S3::Bucket")?.arn.flatMap { AWSARN($0)?.resource }
    }

    /// A change of the bucket; buckets have no region in their ids.
    static func change(
        _ event: AWSEvent, _ bucket: String, lifecycle: ResourceChange.Lifecycle, _ writes: [PropertyWrite]
    ) -> AWSPendingChange {
        let resource = ResourceID(
            kind: S3BucketKind.kind, account: event.account, region: "", nativeID: bucket)
        return AWSPendingChange(
            resource: resource, lifecycle: lifecycle, writes: writes,
            owner: event.listedResource("AWS::S3::Bucket")?.owner
                ?? (event.isCallersCopy && lifecycle != .create ? AWSEvent.anotherAccount : nil))
    }

    private static func onBucket(
        _ event: AWSEvent, lifecycle: ResourceChange.Lifecycle = .modify, _ writes: () -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        guard let bucket = bucketName(event) else { return .blind([]) }
        return .changes([change(event, bucket, lifecycle: lifecycle, writes())])
    }

    private static func onAccount(_ event: AWSEvent, _ write: PropertyWrite) -> AWSFoldOutcome {
        .changes([AWSAccountKind.change(event, [write])])
    }

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        onBucket(event, lifecycle: .create) {
            let configuration = event.parameter("CreateBucketConfiguration")
            let location = event.shapes.text(event.shapes.member(configuration, "LocationConstraint"))
            let region = location == "EU" ? "eu-west-1" : location ?? event.region
            let isBlocked = event.time >= S3BucketKind.blockedByDefaultSince
            let tags =
                event.shapes.member(event.shapes.member(configuration, "Tags"), "Tag")
                ?? event.shapes.member(configuration, "Tags")
            return [
                .set(S3BucketKind.region, FlatValue(region)),
                .setDefault(S3BucketKind.publicAccessBlock, isBlocked ? S3Values.allBlocked : .null),
                .setDefault(S3BucketKind.policy, .null),
                BucketGrants.write(event, isCreation: true),
                createdOwnership(event, isEnforced: isBlocked),
                .setDefault(S3BucketKind.versioning, .null),
                .setDefault(S3BucketKind.logging, .null),
                .setDefault(S3BucketKind.encryption, encryptionWithoutRules(at: event.time)),
                .replaceDefault(S3BucketKind.tags, ResourceTag.elements(tags, event.shapes)),
            ]
        }
    }

    private static func encryptionWithoutRules(at time: Timestamp) -> FlatValue {
        time >= S3BucketKind.encryptedByDefaultSince ? S3Values.encryptedByS3 : .null
    }

    private static func block(_ event: AWSEvent, _ property: PropertyID) -> PropertyWrite {
        body(event, "PublicAccessBlockConfiguration", property, S3Values.publicAccessBlock)
    }

    /// A configuration that stands in the request under this key; unknown if it is not there or hidden.
    private static func body(
        _ event: AWSEvent, _ key: StaticString, _ property: PropertyID,
        _ value: (Token?, AWSShapes) -> FlatValue
    ) -> PropertyWrite {
        guard let fields = event.parameter(key), !event.shapes.isMasked(fields) else {
            return .unknown(property)
        }
        return .set(property, value(fields, event.shapes))
    }

    private static func encryption(_ event: AWSEvent) -> PropertyWrite {
        let write = body(
            event, "ServerSideEncryptionConfiguration", S3BucketKind.encryption, S3Values.encryption)
        // A rule without a default leaves S3's own encryption in force.
        guard case .set(let property, .null) = write else { return write }
        return .set(property, encryptionWithoutRules(at: event.time))
    }

    private static func policy(_ event: AWSEvent) -> PropertyWrite {
        let shapes = event.shapes
        guard let policy = shapes.member(event.request, "bucketPolicy", or: "policyText"),
            !shapes.isMasked(policy), let value = PolicyDocument.value(policy, shapes.tape)
        else { return .unknown(S3BucketKind.policy) }
        return .set(S3BucketKind.policy, value)
    }

    private static func ownership(_ event: AWSEvent) -> PropertyWrite {
        let shapes = event.shapes
        let rules = shapes.member(event.parameter("OwnershipControls"), "Rule", or: "Rules")
        guard let rule = shapes.items(rules).first,
            let owner = shapes.text(shapes.member(rule, "ObjectOwnership"))
        else { return .unknown(S3BucketKind.ownership) }
        return .set(S3BucketKind.ownership, FlatValue(owner))
    }

    private static func createdOwnership(_ event: AWSEvent, isEnforced: Bool) -> PropertyWrite {
        let header = event.parameter("x-amz-object-ownership")
        if let owner = event.shapes.items(header).first.flatMap({ event.shapes.text($0) }) {
            return .set(S3BucketKind.ownership, FlatValue(owner))
        }
        let standard = isEnforced ? "BucketOwnerEnforced" : S3Values.ownershipOfOld
        return .setDefault(S3BucketKind.ownership, FlatValue(standard))
    }

    private static func tagging(_ event: AWSEvent) -> PropertyWrite {
        let shapes = event.shapes
        guard let tagging = event.parameter("Tagging"), !shapes.isMasked(tagging), tagging.kind == .object
        else {
            return .unknown(S3BucketKind.tags)
        }
        let set = shapes.member(tagging, "TagSet")
        return .replace(S3BucketKind.tags, ResourceTag.elements(shapes.member(set, "Tag") ?? set, shapes))
    }

    private static func tagResource(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let bucket = taggedBucket(event) else { return .irrelevant(.notGoverned) }
        let tags = event.shapes.member(event.request, anyOf: ["tags", "tag", "TagResourceRequest"])
        let list = event.shapes.member(event.shapes.member(tags, "tags") ?? tags, "tag") ?? tags
        let writes = ResourceTag.added(list, to: S3BucketKind.tags, event.shapes)
        let known = writes.isEmpty ? [.unknown(S3BucketKind.tags)] : writes
        return .changes([change(event, bucket, lifecycle: .modify, known)])
    }

    private static func untagResource(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let bucket = taggedBucket(event) else { return .irrelevant(.notGoverned) }
        let keys = event.shapes.texts(event.parameter("tagKeys"), under: "tagKey")
        let writes = ResourceTag.removed(keys: keys, from: S3BucketKind.tags)
        let known = writes.isEmpty ? [.unknown(S3BucketKind.tags)] : writes
        return .changes([change(event, bucket, lifecycle: .modify, known)])
    }

    private static func taggedBucket(_ event: AWSEvent) -> String? {
        guard let text = event.shapes.text(event.parameter("resourceArn")), let arn = AWSARN(text),
            arn.service == "s3", arn.account.isEmpty, !arn.resource.isEmpty
        else { return nil }
        return arn.resource
    }
}
