/// Calls that only look, in the shares a busy account shows.
struct ReadEvents {
    let account: EstateAccount
    let region: String

    /// One read call.
    func draft(from generator: inout SeededGenerator, at seconds: Int) -> EventDraft {
        var draft =
            switch generator.below(100) {
            case 0..<22: assumeRole(&generator, seconds)
            case 22..<34: decrypt(&generator)
            case 34..<44: getObject(&generator)
            case 44..<54: bucketSetting(&generator)
            case 54..<78: describe(&generator)
            default: listOrGet(&generator)
            }
        draft.isReadOnly = true
        return draft
    }

    /// A service takes on a role: the commonest record of all.
    private func assumeRole(_ generator: inout SeededGenerator, _ seconds: Int) -> EventDraft {
        let role = generator.pick(account.roles)
        let session = "i-0" + generator.hex(16)
        let arn = "arn:aws:iam::\(account.id):role/\(role.name)"
        var draft = EventDraft(service: "sts", name: "AssumeRole", region: region)
        draft.request = #"{"roleArn":"\#(arn)","roleSessionName":"\#(session)","durationSeconds":3600}"#
        draft.response =
            #"{"credentials":{"accessKeyId":"ASIA\#(generator.capitals(16))","#
            + #""sessionToken":"\#(generator.base64(320))=","#
            + #""expiration":"\#(EventTime.american(seconds + 3600))"},"assumedRoleUser":{"assumedRoleId":"#
            + #""\#(role.id):\#(session)","#
            + #""arn":"arn:aws:sts::\#(account.id):assumed-role/\#(role.name)/\#(session)"}}"#
        draft.resources = #"[{"accountId":"\#(account.id)","type":"AWS::IAM::Role","ARN":"\#(arn)"}]"#
        return draft
    }

    private func decrypt(_ generator: inout SeededGenerator) -> EventDraft {
        let id = account.keys.isEmpty ? generator.uuid() : generator.pick(account.keys).id
        let arn = "arn:aws:kms:\(region):\(account.id):key/\(id)"
        let isDecrypt = generator.chance(permille: 600)
        var draft = EventDraft(
            service: "kms", name: isDecrypt ? "Decrypt" : "GenerateDataKey", region: region)
        draft.request =
            #"{"keyId":"\#(arn)","\#(isDecrypt ? "encryptionAlgorithm" : "keySpec")":"#
            + #""\#(isDecrypt ? "SYMMETRIC_DEFAULT" : "AES_256")","encryptionContext":{"aws:s3:arn":"#
            + #""arn:aws:s3:::\#(bucketName(&generator))/\#(generator.hex(24))"}}"#
        draft.additional = #"{"keyMaterialId":"\#(generator.hex(64))"}"#
        draft.resources = #"[{"accountId":"\#(account.id)","type":"AWS::KMS::Key","ARN":"\#(arn)"}]"#
        return draft
    }

    private func getObject(_ generator: inout SeededGenerator) -> EventDraft {
        let bucket = bucketName(&generator)
        let key = "year=2026/month=03/part-\(generator.hex(20)).parquet"
        var draft = EventDraft(service: "s3", name: "GetObject", region: region)
        draft.request =
            #"{"bucketName":"\#(bucket)","Host":"\#(bucket).s3.\#(region).amazonaws.com","key":"\#(key)"}"#
        draft.resources =
            #"[{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::\#(bucket)/\#(key)"},"#
            + #"{"accountId":"\#(account.id)","#
            + #""type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::\#(bucket)"}]"#
        draft.isDataEvent = true
        return draft
    }

    private func bucketSetting(_ generator: inout SeededGenerator) -> EventDraft {
        let bucket = bucketName(&generator)
        let (name, key) = generator.pick([
            ("GetBucketAcl", "acl"), ("GetBucketPublicAccessBlock", "publicAccessBlock"),
            ("GetBucketPolicyStatus", "policyStatus"), ("GetBucketEncryption", "encryption"),
            ("GetBucketVersioning", "versioning"), ("GetBucketLogging", "logging"),
        ])
        var draft = EventDraft(service: "s3", name: name, region: region)
        draft.request =
            #"{"bucketName":"\#(bucket)","Host":"\#(bucket).s3.\#(region).amazonaws.com","\#(key)":""}"#
        draft.resources =
            #"[{"accountId":"\#(account.id)","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::\#(bucket)"}]"#
        return draft
    }

    private func describe(_ generator: inout SeededGenerator) -> EventDraft {
        let (name, set) = generator.pick([
            ("DescribeInstances", "instancesSet"), ("DescribeSecurityGroups", "securityGroupSet"),
            ("DescribeVolumes", "volumeSet"), ("DescribeNetworkInterfaces", "networkInterfaceIdSet"),
            ("DescribeSubnets", "subnetSet"), ("DescribeVpcs", "vpcSet"), ("DescribeTags", "tagSet"),
            ("DescribeInstanceStatus", "instancesSet"),
        ])
        var draft = EventDraft(service: "ec2", name: name, region: region)
        let states = (0..<(1 + generator.below(4))).map { _ in #"{"value":"\#(generator.hex(17))"}"# }
        draft.request =
            #"{"maxResults":1000,"\#(set)":{},"filterSet":{"items":[{"name":"tag:team","valueSet":{"items":["#
            + #"{"value":"\#(generator.pick(Names.teams))"}]}},{"name":"vpc-id","#
            + #""valueSet":{"items":[\#(states.joined(separator: ","))"#
            + #"]}}]}}"#
        return draft
    }

    private func listOrGet(_ generator: inout SeededGenerator) -> EventDraft {
        let role = generator.pick(account.roles).name
        let log = "/aws/lambda/" + generator.pick(Names.teams)
        let (service, name, request) = generator.pick([
            ("iam", "GetRole", #"{"roleName":"\#(role)"}"#),
            ("iam", "ListAttachedRolePolicies", #"{"roleName":"\#(role)"}"#),
            ("iam", "ListUsers", "null"),
            ("sts", "GetCallerIdentity", "null"),
            ("logs", "DescribeLogStreams", #"{"logGroupName":"\#(log)","limit":50,"descending":true}"#),
            ("cloudtrail", "DescribeTrails", #"{"trailNameList":[],"includeShadowTrails":true}"#),
            ("ssm", "GetParameter", #"{"name":"/\#(role)/endpoint","withDecryption":true}"#),
            ("secretsmanager", "GetSecretValue", #"{"secretId":"\#(role)/database"}"#),
            ("lambda", "ListFunctions20150331", #"{"maxItems":50}"#),
            ("rds", "DescribeDBInstances", #"{"maxRecords":100}"#),
            ("autoscaling", "DescribeAutoScalingGroups", #"{"maxRecords":100}"#),
            ("ecr", "BatchGetImage", #"{"repositoryName":"\#(role)","imageIds":[{"imageTag":"latest"}]}"#),
        ])
        return EventDraft(
            service: service, name: name, region: service == "iam" ? "us-east-1" : region, request: request)
    }

    private func bucketName(_ generator: inout SeededGenerator) -> String {
        account.buckets.isEmpty
            ? "artifacts-" + generator.hex(8) : generator.pick(account.buckets).name
    }
}
