/// The calls on buckets, as S3 records them: the sub-resource as an empty key beside the body.
enum BucketEvents {
    private static let namespace = #""xmlns":"http://s3.amazonaws.com/doc/2006-03-01/""#

    static func create(_ bucket: EstateBucket, in account: EstateAccount) -> EventDraft {
        let region = account.regions[bucket.region]
        let place =
            region == "us-east-1"
            ? ""
            : #""CreateBucketConfiguration":{"LocationConstraint":"\#(region)",\#(namespace)},"#
        return draft("CreateBucket", bucket, account, #"\#(place)"x-amz-acl":"private""#)
    }

    static func delete(_ bucket: EstateBucket, in account: EstateAccount) -> EventDraft {
        draft("DeleteBucket", bucket, account, nil)
    }

    static func putPublicAccessBlock(_ blocks: Bool, on bucket: EstateBucket, in account: EstateAccount)
        -> EventDraft
    {
        draft(
            "PutBucketPublicAccessBlock", bucket, account,
            #""publicAccessBlock":"","PublicAccessBlockConfiguration":{\#(namespace),\#(settings(blocks))}"#)
    }

    static func deletePublicAccessBlock(of bucket: EstateBucket, in account: EstateAccount) -> EventDraft {
        draft("DeleteBucketPublicAccessBlock", bucket, account, #""publicAccessBlock":"""#)
    }

    /// The account-wide block; recorded by the control endpoint.
    static func putAccountPublicAccessBlock(_ blocks: Bool, in account: EstateAccount) -> EventDraft {
        EventDraft(
            service: "s3", name: "PutAccountPublicAccessBlock", region: "us-east-1",
            request: #"{"publicAccessBlock":"","Host":"\#(account.id).s3-control.us-east-1.amazonaws.com","#
                + #""PublicAccessBlockConfiguration":{"xmlns":"http://awss3control.amazonaws.com/doc/2018-08-20/","#
                + #"\#(settings(blocks))}}"#)
    }

    static func putPolicy(_ bucket: EstateBucket, in account: EstateAccount) -> EventDraft {
        draft(
            "PutBucketPolicy", bucket, account,
            #""policy":"","bucketPolicy":\#(PolicyText.object(bucket.policy, of: bucket.name))"#)
    }

    static func deletePolicy(of bucket: EstateBucket, in account: EstateAccount) -> EventDraft {
        draft("DeleteBucketPolicy", bucket, account, #""policy":"""#)
    }

    static func putVersioning(_ status: String, on bucket: EstateBucket, in account: EstateAccount)
        -> EventDraft
    {
        draft(
            "PutBucketVersioning", bucket, account,
            #""versioning":"","VersioningConfiguration":{"Status":"\#(status)",\#(namespace)}"#)
    }

    /// Logs into another bucket, or nowhere.
    static func putLogging(to target: String?, of bucket: EstateBucket, in account: EstateAccount)
        -> EventDraft
    {
        let enabled =
            target.map { #","LoggingEnabled":{"TargetBucket":"\#($0)","TargetPrefix":"\#(bucket.name)/"}"# }
            ?? ""
        return draft(
            "PutBucketLogging", bucket, account,
            #""logging":"","#
                + #""BucketLoggingStatus":{\#(namespace)\#(enabled)}"#)
    }

    static func putEncryption(keyARN: String?, on bucket: EstateBucket, in account: EstateAccount)
        -> EventDraft
    {
        let algorithm =
            keyARN.map { #""SSEAlgorithm":"aws:kms","KMSMasterKeyID":"\#($0)""# }
            ?? #""SSEAlgorithm":"AES256""#
        return draft(
            "PutBucketEncryption", bucket, account,
            #""encryption":"","ServerSideEncryptionConfiguration":{\#(namespace),"Rule":{"#
                + #""ApplyServerSideEncryptionByDefault":{\#(algorithm)},"BucketKeyEnabled":true}}"#)
    }

    static func deleteEncryption(of bucket: EstateBucket, in account: EstateAccount) -> EventDraft {
        draft("DeleteBucketEncryption", bucket, account, #""encryption":"""#)
    }

    /// One tag is an object, several are a list; a value that reads like a number is one.
    static func putTagging(stage: String, cost: Int?, on bucket: EstateBucket, in account: EstateAccount)
        -> EventDraft
    {
        let team = #"{"Key":"team","Value":"\#(bucket.team)"}"#
        let tags = cost.map {
            #"[\#(team),{"Key":"stage","Value":"\#(stage)"},{"Key":"cost","Value":\#($0)}]"#
        }
        return draft(
            "PutBucketTagging", bucket, account,
            #""tagging":"","Tagging":{\#(namespace),"TagSet":{"Tag":\#(tags ?? team)}}"#)
    }

    private static func settings(_ blocks: Bool) -> String {
        #""BlockPublicAcls":\#(blocks),"IgnorePublicAcls":\#(blocks),"BlockPublicPolicy":\#(blocks),"#
            + #""RestrictPublicBuckets":\#(blocks)"#
    }

    private static func draft(
        _ name: String, _ bucket: EstateBucket, _ account: EstateAccount, _ body: String?
    ) -> EventDraft {
        let region = account.regions[bucket.region]
        let host = "\(bucket.name).s3.\(region).amazonaws.com"
        let rest = body.map { "," + $0 } ?? ""
        return EventDraft(
            service: "s3", name: name, region: region,
            request: #"{"bucketName":"\#(bucket.name)","Host":"\#(host)"\#(rest)}"#,
            resources: #"[{"accountId":"\#(account.id)","type":"AWS::S3::Bucket","#
                + #""ARN":"arn:aws:s3:::\#(bucket.name)"}]"#)
    }
}
