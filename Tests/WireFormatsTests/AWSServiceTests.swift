import Testing

@Suite struct AWSServiceTests {
    static let bucket = "AWS::S3::Bucket aws:111122223333 - b1"
    static let account = "AWS::::Account aws:111122223333 - account"
    static let trail = "AWS::CloudTrail::Trail aws:111122223333 eu-west-1 t1"
    static let feed = "AWS::::Feed aws:111122223333 - cloudtrail"

    private static func lostTrail(_ how: String) -> String {
        #"LostTrail = {"How":"\#(how)","Name":"t1","Time":"2024-05-06T07:08:09Z"}"#
    }
    static let key = "AWS::KMS::Key aws:111122223333 eu-west-1 k-1"
    static let keyARN = "arn:aws:kms:eu-west-1:111122223333:key/k-1"
    static let aes =
        #"{"ServerSideEncryptionConfiguration":[{"BucketKeyEnabled":false,"SSEAlgorithm":"AES256"}]}"#
    static let open =
        #"{"BlockPublicAcls":false,"BlockPublicPolicy":false,"IgnorePublicAcls":false,"RestrictPublicBuckets":false}"#
    static let closed =
        #"{"BlockPublicAcls":true,"BlockPublicPolicy":true,"IgnorePublicAcls":true,"RestrictPublicBuckets":true}"#

    static let keyPolicy =
        #"KeyPolicy = default {"Id":"key-default-1","Statement":[{"Action":"kms:*","Effect":"Allow","#
        + #""Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Resource":"*","#
        + #""Sid":"Enable IAM User Permissions"}],"Version":"2012-10-17"}"#

    static func s3(_ name: String, _ body: String, time: String = "2024-05-06T07:08:09Z") -> String {
        cloudTrailRecord("s3", name, request: #"{"bucketName":"b1","Host":"h"\#(body)}"#, time: time)
    }

    static let s3Cases: [AWSCase] = [
        AWSCase(
            "a new bucket has today's defaults",
            s3("CreateBucket", #","CreateBucketConfiguration":{"LocationConstraint":"EU","xmlns":"x"}"#),
            [
                "create \(bucket)", #"Region = "eu-west-1""#,
                "PublicAccessBlockConfiguration = default \(closed)", "Policy = default null",
                "AccessControlList = default []", #"ObjectOwnership = default "BucketOwnerEnforced""#,
                "VersioningConfiguration = default null", "LoggingConfiguration = default null",
                "BucketEncryption = default \(aes)", "Tags = default []",
            ]),
        AWSCase(
            "an old bucket has the defaults of its time",
            s3("CreateBucket", "", time: "2022-01-01T00:00:00Z"),
            [
                "create \(bucket)", #"Region = "eu-west-1""#, "PublicAccessBlockConfiguration = default null",
                "Policy = default null", "AccessControlList = default []",
                #"ObjectOwnership = default "ObjectWriter""#, "VersioningConfiguration = default null",
                "LoggingConfiguration = default null", "BucketEncryption = default null", "Tags = default []",
            ]),
        AWSCase("a bucket goes", s3("DeleteBucket", ""), ["delete \(bucket)"]),
        AWSCase(
            "absent flags of a block are off",
            s3(
                "PutBucketPublicAccessBlock",
                #","publicAccessBlock":"","PublicAccessBlockConfiguration":{"xmlns":"x"}"#),
            ["modify \(bucket)", "PublicAccessBlockConfiguration = \(open)"]),
        AWSCase(
            "a block goes", s3("DeleteBucketPublicAccessBlock", ""),
            ["modify \(bucket)", "PublicAccessBlockConfiguration = null"]),
        AWSCase(
            "the account's block",
            cloudTrailRecord(
                "s3", "PutAccountPublicAccessBlock",
                request: #"""
                    {"PublicAccessBlockConfiguration":{"BlockPublicAcls":true,"BlockPublicPolicy":"true",
                    "IgnorePublicAcls":true,"RestrictPublicBuckets":true},"accountId":"111122223333"}
                    """#), ["modify \(account)", "PublicAccessBlockConfiguration = \(closed)"]),
        AWSCase(
            "the account's block goes",
            cloudTrailRecord("s3", "DeleteAccountPublicAccessBlock", request: "{}"),
            ["modify \(account)", "PublicAccessBlockConfiguration = null"]),
        AWSCase(
            "a policy as an object",
            s3("PutBucketPolicy", #","policy":"","bucketPolicy":{"Version":"2012-10-17"}"#),
            ["modify \(bucket)", #"Policy = {"Version":"2012-10-17"}"#]),
        AWSCase(
            "a policy as text", s3("PutBucketPolicy", #","bucketPolicy":"{\"Version\":\"1\"}""#),
            ["modify \(bucket)", #"Policy = {"Version":"1"}"#]),
        AWSCase(
            "a policy as URL-encoded text",
            s3("PutBucketPolicy", #","bucketPolicy":"%7B%22Version%22%3A%221%22%7D""#),
            ["modify \(bucket)", #"Policy = {"Version":"1"}"#]),
        AWSCase(
            "a hidden policy is unknown",
            s3("PutBucketPolicy", #","bucketPolicy":"HIDDEN_DUE_TO_SECURITY_REASONS""#),
            ["modify \(bucket)", "Policy = ?"]),
        AWSCase("a policy goes", s3("DeleteBucketPolicy", ""), ["modify \(bucket)", "Policy = null"]),
        AWSCase(
            "versioning",
            s3("PutBucketVersioning", #","versioning":"","VersioningConfiguration":{"Status":"Suspended"}"#),
            ["modify \(bucket)", #"VersioningConfiguration = {"MfaDelete":"Disabled","Status":"Suspended"}"#]),
        AWSCase(
            "logging",
            s3(
                "PutBucketLogging",
                #","BucketLoggingStatus":{"LoggingEnabled":{"TargetBucket":"logs","TargetPrefix":"p/"}}"#),
            [
                "modify \(bucket)",
                #"LoggingConfiguration = {"DestinationBucketName":"logs","LogFilePrefix":"p/"}"#,
            ]),
        AWSCase(
            "logging switched off by an empty status", s3("PutBucketLogging", #","BucketLoggingStatus":"""#),
            ["modify \(bucket)", "LoggingConfiguration = null"]),
        AWSCase(
            "encryption",
            s3(
                "PutBucketEncryption",
                #"""
                ,"ServerSideEncryptionConfiguration":{"Rule":{"BucketKeyEnabled":true,
                "ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"k"}}}
                """#),
            [
                "modify \(bucket)",
                #"BucketEncryption = {"ServerSideEncryptionConfiguration":[{"BucketKeyEnabled":true,"#
                    + #""KMSMasterKeyID":"k","SSEAlgorithm":"aws:kms"}]}"#,
            ]),
        AWSCase(
            "encryption falls back to what S3 does", s3("DeleteBucketEncryption", ""),
            ["modify \(bucket)", "BucketEncryption = \(aes)"]),
        AWSCase(
            "a lone tag", s3("PutBucketTagging", #","Tagging":{"TagSet":{"Tag":{"Key":"a","Value":true}}}"#),
            ["modify \(bucket)", ##"Tags = [#a {"Key":"a","Value":"true"}]"##]),
        AWSCase("tags go", s3("DeleteBucketTagging", ""), ["modify \(bucket)", "Tags = []"]),
        AWSCase("CORS is no property", s3("PutBucketCors", ""), ["irrelevant no-governed-property"]),
        AWSCase("an unknown bucket call is blind", s3("PutBucketMagic", ""), ["blind", "touch \(bucket)"]),
        AWSCase("object calls are never blind", s3("PutObject", ""), ["irrelevant not-governed"]),
        AWSCase(
            "the caller's copy of a call on a bucket that the record does not list is foreign",
            cloudTrailRecord(
                "s3", "PutBucketPolicy", request: #"{"bucketName":"b1","bucketPolicy":{}}"#,
                extra: #""sharedEventID":"s-1","#), ["irrelevant foreign"]),
        AWSCase(
            "the owner's copy is not",
            cloudTrailRecord(
                "s3", "PutBucketPolicy", request: #"{"bucketName":"b1","bucketPolicy":{}}"#,
                extra: #""sharedEventID":"s-1","#
            ).replacing(#""accountId":"111122223333""#, with: #""accountId":"444455556666""#),
            ["modify \(bucket)", "Policy = {}"]),
        AWSCase(
            "another account's bucket is foreign",
            cloudTrailRecord(
                "s3", "PutBucketVersioning",
                request: #"{"bucketName":"b1","VersioningConfiguration":{"Status":"Enabled"}}"#,
                extra:
                    #""resources":[{"type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::b1","accountId":"999988887777"}],"#
            ),
            ["irrelevant foreign"]),
    ]

    static func kms(_ name: String, _ request: String = #"{"keyId":"k-1"}"#, response: String = "null")
        -> String
    {
        cloudTrailRecord("kms", name, request: request, response: response)
    }

    static let kmsCases: [AWSCase] = [
        AWSCase(
            "a new key",
            kms(
                "CreateKey", #"{"tags":[{"tagKey":"a","tagValue":"b"}]}"#,
                response: #"""
                    {"keyMetadata":{"keyId":"k-1","arn":"\#(keyARN)","enabled":true,"keyState":"Enabled",
                    "keySpec":"RSA_2048","keyUsage":"SIGN_VERIFY","origin":"AWS_KMS","keyManager":"CUSTOMER",
                    "multiRegion":true}}
                    """#),
            [
                "create \(key)", #"KeySpec = "RSA_2048""#, #"KeyUsage = "SIGN_VERIFY""#,
                #"Origin = "AWS_KMS""#,
                #"KeyManager = "CUSTOMER""#, "Enabled = true", #"KeyState = "Enabled""#, "MultiRegion = true",
                "EnableKeyRotation = default false", ##"Tags = [#a {"Key":"a","Value":"b"}]"##, keyPolicy,
            ]),
        AWSCase("rotation on", kms("EnableKeyRotation"), ["modify \(key)", "EnableKeyRotation = true"]),
        AWSCase(
            "rotation off, by ARN", kms("DisableKeyRotation", #"{"keyId":"\#(keyARN)"}"#),
            ["modify \(key)", "EnableKeyRotation = false"]),
        AWSCase(
            "an alias is no identity", kms("DisableKeyRotation", #"{"keyId":"alias/x"}"#),
            ["blind"] + unnamed("AWS::KMS::Key")),
        AWSCase(
            "a deletion ahead",
            kms(
                "ScheduleKeyDeletion",
                response: #"{"keyId":"\#(keyARN)","keyState":"PendingReplicaDeletion"}"#),
            ["modify \(key)", #"KeyState = "PendingReplicaDeletion""#, "Enabled = false"]),
        AWSCase(
            "a deletion called off", kms("CancelKeyDeletion"),
            ["modify \(key)", #"KeyState = "Disabled""#, "Enabled = false"]),
        AWSCase(
            "a key switched on", kms("EnableKey"),
            ["modify \(key)", #"KeyState = "Enabled""#, "Enabled = true"]),
        AWSCase(
            "a key switched off", kms("DisableKey"),
            ["modify \(key)", #"KeyState = "Disabled""#, "Enabled = false"]),
        AWSCase(
            "a key gone by a service event",
            cloudTrailRecord(
                "kms", "DeleteKey", extra: #""serviceEventDetails":{"keyId":"k-1"},"#), ["delete \(key)"]),
        AWSCase(
            "imported material", kms("ImportKeyMaterial"), ["modify \(key)", "KeyState = ?", "Enabled = ?"]),
        AWSCase(
            "tags", kms("TagResource", #"{"keyId":"k-1","tags":[{"tagKey":"a","tagValue":"b"}]}"#),
            ["modify \(key)", ##"Tags #a := {"Key":"a","Value":"b"}"##]),
        AWSCase(
            "tags gone", kms("UntagResource", #"{"keyId":"k-1","tagKeys":["a"]}"#),
            ["modify \(key)", "Tags - #a"]),
        AWSCase("data calls are never blind", kms("GenerateDataKeySomehow"), ["irrelevant not-governed"]),
        AWSCase("an unknown key call is blind", kms("FreezeKey"), ["blind", "touch \(key)"]),
    ]

    static func ct(_ name: String, _ request: String, response: String = "null") -> String {
        cloudTrailRecord("cloudtrail", name, request: request, response: response)
    }

    static let trailARN = "arn:aws:cloudtrail:us-east-1:111122223333:trail/t1"
    static let trailHome = "AWS::CloudTrail::Trail aws:111122223333 us-east-1 t1"

    static let trailCases: [AWSCase] = [
        AWSCase(
            "a new trail",
            ct(
                "CreateTrail", #"{"name":"t1","tagsList":[]}"#,
                response: #"""
                    {"name":"t1","s3BucketName":"b","isMultiRegionTrail":true,"logFileValidationEnabled":true,
                    "trailARN":"\#(trailARN)"}
                    """#),
            [
                "create \(trailHome)", "IsLogging = default false", "IsMultiRegionTrail = default false",
                "IncludeGlobalServiceEvents = default true", "EnableLogFileValidation = default false",
                "IsOrganizationTrail = default false", "KMSKeyId = default null",
                "CloudWatchLogsLogGroupArn = default null",
                #"EventSelectors = default [{"DataResources":[],"ExcludeManagementEventSources":[],"#
                    + #""IncludeManagementEvents":true,"ReadWriteType":"All"}]"#,
                "AdvancedEventSelectors = default null", #"TrailName = "t1""#, #"S3BucketName = "b""#,
                "IsMultiRegionTrail = true", "EnableLogFileValidation = true", "Tags = []",
            ]),
        AWSCase(
            "an update changes what it sends",
            ct("UpdateTrail", #"{"name":"\#(trailARN)","kmsKeyId":"","enableLogFileValidation":false}"#),
            ["modify \(trailHome)", "KMSKeyId = null", "EnableLogFileValidation = false"]),
        AWSCase(
            "an update's answer shows values in full",
            ct(
                "UpdateTrail", #"{"name":"t1","kmsKeyId":"alias/x"}"#,
                response: "{\"kmsKeyId\":\"\(keyARN)\",\"name\":\"t1\"}"),
            ["modify \(trail)", "KMSKeyId = \"\(keyARN)\""]),
        AWSCase(
            "logging on", ct("StartLogging", #"{"name":"t1"}"#), ["modify \(trail)", "IsLogging = true"]),
        AWSCase(
            "logging off", ct("StopLogging", #"{"name":"t1"}"#), ["modify \(trail)", "IsLogging = false"]),
        AWSCase(
            "another account's trail is foreign",
            ct("StopLogging", #"{"name":"arn:aws:cloudtrail:us-east-1:999988887777:trail/t1"}"#),
            ["irrelevant foreign"]),
        AWSCase(
            "a trail goes", ct("DeleteTrail", #"{"name":"t1"}"#),
            ["delete \(trail)", "modify \(feed)", lostTrail("deleted")]),
        AWSCase(
            "a trail records one region alone",
            ct("UpdateTrail", #"{"name":"t1","isMultiRegionTrail":false}"#),
            [
                "modify \(trail)", "IsMultiRegionTrail = false", "modify \(feed)",
                lostTrail("narrowed to one region"),
            ]),
        AWSCase(
            "a trail records all regions",
            ct("UpdateTrail", #"{"name":"t1","isMultiRegionTrail":true}"#),
            ["modify \(trail)", "IsMultiRegionTrail = true"]),
        AWSCase(
            "selectors",
            ct(
                "PutEventSelectors", #"{"trailName":"t1"}"#,
                response: #"""
                    {"eventSelectors":[{"readWriteType":"WriteOnly","includeManagementEvents":false,
                    "dataResources":[{"type":"AWS::S3::Object","values":["arn:aws:s3"]}]}]}
                    """#),
            [
                "modify \(trail)",
                #"EventSelectors = [{"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3"]}],"#
                    + #""ExcludeManagementEventSources":[],"IncludeManagementEvents":false,"ReadWriteType":"WriteOnly"}]"#,
                "AdvancedEventSelectors = null",
            ]),
        AWSCase(
            "advanced selectors",
            ct(
                "PutEventSelectors",
                #"""
                {"trailName":"t1","advancedEventSelectors":[{"name":"n","fieldSelectors":[
                {"field":"eventCategory","equals":["Data"],"startsWith":[]}]}]}
                """#),
            [
                "modify \(trail)",
                #"AdvancedEventSelectors = [{"FieldSelectors":[{"Equals":["Data"],"Field":"eventCategory"}],"Name":"n"}]"#,
                "EventSelectors = null",
            ]),
        AWSCase(
            "tags", ct("AddTags", #"{"resourceId":"\#(trailARN)","tagsList":[{"key":"a","value":"b"}]}"#),
            ["modify \(trailHome)", ##"Tags #a := {"Key":"a","Value":"b"}"##]),
        AWSCase(
            "tags gone", ct("RemoveTags", #"{"resourceId":"\#(trailARN)","tagsList":[{"key":"a"}]}"#),
            ["modify \(trailHome)", "Tags - #a"]),
        AWSCase(
            "event data stores are not governed", ct("CreateEventDataStore", "{}"),
            ["irrelevant not-governed"]),
    ]

    static let accountCases: [AWSCase] = [
        AWSCase(
            "a password policy replaces all of the last one",
            cloudTrailRecord(
                "iam", "UpdateAccountPasswordPolicy",
                request: #"{"minimumPasswordLength":14,"requireSymbols":true,"maxPasswordAge":90}"#),
            [
                "modify \(account)",
                #"PasswordPolicy = {"AllowUsersToChangePassword":false,"HardExpiry":false,"MaxPasswordAge":90,"#
                    + #""MinimumPasswordLength":14,"RequireLowercaseCharacters":false,"RequireNumbers":false,"#
                    + #""RequireSymbols":true,"RequireUppercaseCharacters":false}"#,
            ]),
        AWSCase(
            "a password policy goes", cloudTrailRecord("iam", "DeleteAccountPasswordPolicy"),
            ["modify \(account)", "PasswordPolicy = null"]),
        AWSCase(
            "encryption of new volumes on",
            cloudTrailRecord(
                "ec2", "EnableEbsEncryptionByDefault", request: #"{"EnableEbsEncryptionByDefaultRequest":""}"#
            ),
            [
                "modify AWS::::Account aws:111122223333 eu-west-1 account", "EbsEncryptionByDefault = true",
                "modify \(account)", #"EnabledRegions + "eu-west-1""#,
            ]),
        AWSCase(
            "encryption of new volumes off", cloudTrailRecord("ec2", "DisableEbsEncryptionByDefault"),
            [
                "modify AWS::::Account aws:111122223333 eu-west-1 account", "EbsEncryptionByDefault = false",
                "modify \(account)", #"EnabledRegions + "eu-west-1""#,
            ]),
        AWSCase(
            "a region opted into",
            cloudTrailRecord("account", "EnableRegion", request: #"{"regionName":"me-south-1"}"#),
            [
                "modify \(account)", #"EnabledRegions + "me-south-1""#,
                "modify AWS::::Account aws:111122223333 me-south-1 account",
            ]),
        AWSCase(
            "other services", cloudTrailRecord("batch", "CreateJobQueue"),
            ["irrelevant not-governed"]),
    ]

    @Test(arguments: s3Cases + kmsCases + trailCases + accountCases)
    func `a service's event decodes to its changes`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }
}
