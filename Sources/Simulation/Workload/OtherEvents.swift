/// Changes that no governed kind sees.
struct OtherEvents {
    let account: EstateAccount
    let region: String

    /// One change of another service.
    func draft(from generator: inout SeededGenerator, at seconds: Int) -> EventDraft {
        switch generator.below(100) {
        case 0..<24: putParameter(&generator)
        case 24..<38: runInstances(&generator, seconds)
        case 38..<46: createRole(&generator, seconds)
        case 46..<58: putSecretValue(&generator)
        case 58..<68: updateFunction(&generator)
        case 68..<86: createLogGroup(&generator)
        case 86..<94: createTags(&generator)
        default: terminateInstances(&generator)
        }
    }

    private func putParameter(_ generator: inout SeededGenerator) -> EventDraft {
        let name = "/\(generator.pick(Names.teams))/\(generator.pick(Names.stages))/\(generator.hex(8))"
        return EventDraft(
            service: "ssm", name: "PutParameter", region: region,
            request: #"{"name":"\#(name)","value":"HIDDEN_DUE_TO_SECURITY_REASONS","type":"SecureString","#
                + #""overwrite":true,"tier":"Standard"}"#,
            response: #"{"version":\#(1 + generator.below(90)),"tier":"Standard"}"#,
            resources: #"[{"accountId":"\#(account.id)","#
                + #""ARN":"arn:aws:ssm:\#(region):\#(account.id):parameter\#(name)"}]"#)
    }

    private func runInstances(_ generator: inout SeededGenerator, _ seconds: Int) -> EventDraft {
        let group = account.groups.first?.id ?? "sg-0" + generator.hex(16)
        let image = "ami-0" + generator.hex(16)
        return EventDraft(
            service: "ec2", name: "RunInstances", region: region,
            request: #"{"instancesSet":{"items":[{"imageId":"\#(image)","minCount":1,"maxCount":1}]},"#
                + #""groupSet":{"items":[{"groupId":"\#(group)"}]},"instanceType":"m7g.large","#
                + #""blockDeviceMapping":{},"monitoring":{"enabled":false},"disableApiTermination":false}"#,
            response: #"{"requestId":"\#(generator.uuid())","reservationId":"r-0\#(generator.hex(16))","#
                + #""ownerId":"\#(account.id)","groupSet":{},"instancesSet":{"items":[{"instanceId":"#
                + #""i-0\#(generator.hex(16))","imageId":"\#(image)","instanceState":{"code":0,"#
                + #""name":"pending"},"#
                + #""instanceType":"m7g.large","launchTime":\#(seconds)000,"#
                + #""placement":{"availabilityZone":"\#(region)a","#
                + #""tenancy":"default"},"metadataOptions":{"state":"pending","httpTokens":"required","#
                + #""httpPutResponseHopLimit":2,"httpEndpoint":"enabled"},"#
                + #""groupSet":{"items":[{"groupId":"\#(group)"}]},"#
                + #""networkInterfaceSet":{},"ebsOptimized":true}]}}"#)
    }

    private func createRole(_ generator: inout SeededGenerator, _ seconds: Int) -> EventDraft {
        let name = "\(generator.pick(Names.teams))-task-\(generator.hex(6))"
        let trust =
            #"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"#
            + #"\"ecs-tasks.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}"#
        return EventDraft(
            service: "iam", name: "CreateRole", region: "us-east-1",
            request: #"{"roleName":"\#(name)","path":"/","assumeRolePolicyDocument":"\#(trust)"}"#,
            response: #"{"role":{"path":"/","roleName":"\#(name)","roleId":"AROA\#(generator.capitals(17))","#
                + #""arn":"arn:aws:iam::\#(account.id):role/\#(name)","#
                + #""createDate":"\#(EventTime.american(seconds))"}}"#)
    }

    private func putSecretValue(_ generator: inout SeededGenerator) -> EventDraft {
        let arn =
            "arn:aws:secretsmanager:\(region):\(account.id):secret:\(generator.pick(Names.teams))/database-"
            + generator.hex(6)
        let version = generator.uuid()
        return EventDraft(
            service: "secretsmanager", name: "PutSecretValue", region: region,
            request: #"{"secretId":"\#(arn)","clientRequestToken":"\#(version)","#
                + #""versionStages":["AWSCURRENT"]}"#,
            response: #"{"arn":"\#(arn)","versionId":"\#(version)"}"#)
    }

    private func updateFunction(_ generator: inout SeededGenerator) -> EventDraft {
        let name = "\(generator.pick(Names.teams))-\(generator.pick(Names.tiers))"
        let arn = "arn:aws:lambda:\(region):\(account.id):function:\(name)"
        return EventDraft(
            service: "lambda", name: "UpdateFunctionCode20150331v2", region: region,
            request: #"{"functionName":"\#(name)","s3Bucket":"artifacts","#
                + #""s3Key":"\#(generator.hex(40)).zip","publish":true,"#
                + #""dryRun":false}"#,
            response: #"{"functionName":"\#(name)","functionArn":"\#(arn)","runtime":"python3.12","#
                + #""handler":"main.handle","#
                + #""codeSize":\#(generator.below(9_000_000)),"timeout":30,"memorySize":512,"#
                + #""codeSha256":"\#(generator.base64(43))=","#
                + #""version":"\#(1 + generator.below(400))","packageType":"Zip","architectures":["arm64"],"#
                + #""state":"Active","lastUpdateStatus":"InProgress"}"#)
    }

    private func createLogGroup(_ generator: inout SeededGenerator) -> EventDraft {
        let isStream = generator.chance(permille: 700)
        let group = "/ecs/\(generator.pick(Names.teams))-\(generator.pick(Names.stages))"
        let stream = isStream ? #","logStreamName":"task/\#(generator.hex(32))""# : ""
        return EventDraft(
            service: "logs", name: isStream ? "CreateLogStream" : "CreateLogGroup", region: region,
            request: #"{"logGroupName":"\#(group)"\#(stream)}"#)
    }

    private func createTags(_ generator: inout SeededGenerator) -> EventDraft {
        EventDraft(
            service: "ec2", name: "CreateTags", region: region,
            request: #"{"resourcesSet":{"items":[{"resourceId":"i-0\#(generator.hex(16))"}]},"#
                + #""tagSet":{"items":["#
                + #"{"key":"Name","value":"\#(generator.pick(Names.tiers))-\#(generator.hex(4))"},"#
                + #"{"key":"team","value":"#
                + #""\#(generator.pick(Names.teams))"}]}}"#,
            response: #"{"requestId":"\#(generator.uuid())","_return":true}"#)
    }

    private func terminateInstances(_ generator: inout SeededGenerator) -> EventDraft {
        let id = "i-0" + generator.hex(16)
        return EventDraft(
            service: "ec2", name: "TerminateInstances", region: region,
            request: #"{"instancesSet":{"items":[{"instanceId":"\#(id)"}]}}"#,
            response: #"{"requestId":"\#(generator.uuid())","instancesSet":{"items":[{"instanceId":"\#(id)","#
                + #""currentState":{"code":32,"name":"shutting-down"},"previousState":{"code":16,"#
                + #""name":"running"}}]}}"#)
    }
}
