import CloudModel
internal import JSONTokens

/// What is known of the events of S3. Object calls are never blind: their names speak of no governed kind.
enum S3Events {
    static let service = AWSService(
        folds: S3BucketEvents.folds, withoutEffect: Set(bucketNames + configurationNames),
        kindWords: ["Bucket", "PublicAccessBlock"],
        otherWords: ["AccessPoint", "AccessGrant", "TableBucket", "VectorBucket", "StorageLens"],
        touch: { event in
            if let bucket = S3BucketEvents.bucketName(event) {
                return [S3BucketEvents.change(event, bucket, lifecycle: .touch, [])]
            }
            return []
        })

    private static let bucketNames = [
        "PutBucketCors", "DeleteBucketCors", "PutBucketLifecycle",
        "PutBucketLifecycleConfiguration", "DeleteBucketLifecycle", "PutBucketNotification",
        "PutBucketNotificationConfiguration", "PutBucketReplication", "DeleteBucketReplication",
        "PutBucketWebsite", "DeleteBucketWebsite", "PutBucketRequestPayment",
        "PutBucketObjectLockConfiguration",
        "PutBucketAccelerateConfiguration",
        "PutBucketAbac",
    ]

    private static let configurationNames =
        [
            "Analytics", "Metrics", "IntelligentTiering", "Inventory", "MetadataTable", "Metadata",
        ].flatMap { name in
            ["Put", "Delete", "Create"].map { "\($0)Bucket\(name)Configuration" }
        } + [
            "UpdateBucketMetadataInventoryTableConfiguration",
            "UpdateBucketMetadataJournalTableConfiguration",
        ]
}
