import Testing

/// AWS Config, Security Hub and Macie.
@Suite struct AWSDetectionServiceTests {
    static let recorder = "AWS::Config::ConfigurationRecorder aws:111122223333 eu-west-1 default"
    static let channel = "AWS::Config::DeliveryChannel aws:111122223333 eu-west-1 default"
    static let hub = "AWS::SecurityHub::Hub aws:111122223333 eu-west-1 default"
    static let hubARN = "arn:aws:securityhub:eu-west-1:111122223333:hub/default"
    static let session = "AWS::Macie::Session aws:111122223333 eu-west-1 111122223333"
    static let standard = "arn:aws:securityhub:eu-west-1:111122223333:subscription/cis/v/1.4.0"

    private static func config(_ name: String, _ request: String, response: String = "null") -> String {
        cloudTrailRecord("config", name, request: request, response: response)
    }

    private static func named(_ name: String) -> String {
        config(name, #"{"configurationRecorderName":"default"}"#)
    }

    static let configCases: [AWSCase] = [
        AWSCase(
            "a recorder of everything",
            config(
                "PutConfigurationRecorder",
                #"""
                {"configurationRecorder":{"name":"default","roleARN":"arn:aws:iam::1:role/r",
                "recordingGroup":{"allSupported":true,"includeGlobalResourceTypes":true}}}
                """#),
            [
                "modify \(recorder)", #"Name = "default""#,
                #"RecordingGroup = {"AllSupported":true,"IncludeGlobalResourceTypes":true,"ResourceTypes":[],"UseOnly":""}"#,
                "ServicePrincipal = null",
            ]),
        AWSCase(
            "a recorder of some types, its name left out",
            config(
                "PutConfigurationRecorder",
                #"{"configurationRecorder":{"recordingGroup":{"resourceTypes":["AWS::EC2::VPC"]}}}"#),
            [
                "modify \(recorder)", #"Name = "default""#,
                #"RecordingGroup = {"AllSupported":false,"IncludeGlobalResourceTypes":false,"#
                    + #""ResourceTypes":["AWS::EC2::VPC"],"UseOnly":""}"#, "ServicePrincipal = null",
            ]),
        AWSCase("a recorder goes", named("DeleteConfigurationRecorder"), ["delete \(recorder)"]),
        AWSCase(
            "a recorder starts", named("StartConfigurationRecorder"),
            ["modify \(recorder)", "Recording = true", #"LastStatus = "PENDING""#]),
        AWSCase(
            "a recorder stops", named("StopConfigurationRecorder"),
            ["modify \(recorder)", "Recording = false"]),
        AWSCase(
            "a recorder of a service",
            config(
                "PutServiceLinkedConfigurationRecorder", #"{"servicePrincipal":"x.amazonaws.com"}"#,
                response: #"{"name":"AWSConfigurationRecorderForX"}"#),
            [
                "modify AWS::Config::ConfigurationRecorder aws:111122223333 eu-west-1 AWSConfigurationRecorderForX",
                #"Name = "AWSConfigurationRecorderForX""#, #"ServicePrincipal = "x.amazonaws.com""#,
                "RecordingGroup = ?", "Recording = ?",
            ]),
        AWSCase(
            "a recorder of a service goes",
            config(
                "DeleteServiceLinkedConfigurationRecorder", #"{"servicePrincipal":"x.amazonaws.com"}"#,
                response: #"{"name":"default"}"#), ["delete \(recorder)"]),
        AWSCase(
            "types come to a recorder",
            config(
                "AssociateResourceTypes",
                #"{"configurationRecorderArn":"arn:aws:config:eu-west-1:111122223333:configuration-recorder/default/1"}"#
            ), ["modify \(recorder)", "RecordingGroup = ?"]),
        AWSCase(
            "types leave a recorder",
            config(
                "DisassociateResourceTypes",
                #"{"configurationRecorderArn":"arn:aws:config:eu-west-1:111122223333:configuration-recorder/default/1"}"#
            ), ["modify \(recorder)", "RecordingGroup = ?"]),
        AWSCase(
            "a channel",
            config("PutDeliveryChannel", #"{"deliveryChannel":{"name":"default","s3BucketName":"b"}}"#),
            ["modify \(channel)", #"Name = "default""#, #"S3BucketName = "b""#]),
        AWSCase(
            "a channel goes", config("DeleteDeliveryChannel", #"{"deliveryChannelName":"default"}"#),
            ["delete \(channel)"]),
        AWSCase(
            "rules are not governed", config("PutConfigRule", "{}"), ["irrelevant not-governed"]),
    ]

    private static func securityHub(_ name: String, _ request: String = "{}", response: String = "null")
        -> String
    {
        cloudTrailRecord("securityhub", name, request: request, response: response)
    }

    static let hubCases: [AWSCase] = [
        AWSCase(
            "a hub with the standards of the house", securityHub("EnableSecurityHub"),
            ["create \(hub)", "StandardsSubscriptions = ?", "ProductSubscriptions = ?", "Tags = []"]),
        AWSCase(
            "a hub without standards",
            securityHub("EnableSecurityHub", #"{"EnableDefaultStandards":false,"Tags":{"a":"b"}}"#),
            [
                "create \(hub)", "StandardsSubscriptions = default []", "ProductSubscriptions = ?",
                ##"Tags = [#a {"Key":"a","Value":"b"}]"##,
            ]),
        AWSCase("a hub goes", securityHub("DisableSecurityHub"), ["delete \(hub)"]),
        AWSCase(
            "a standard comes",
            securityHub(
                "BatchEnableStandards",
                response: #"{"StandardsSubscriptions":[{"StandardsSubscriptionArn":"\#(standard)"}]}"#),
            ["modify \(hub)", #"StandardsSubscriptions + "\#(standard)""#]),
        AWSCase(
            "a standard goes",
            securityHub("BatchDisableStandards", #"{"StandardsSubscriptionArns":["\#(standard)"]}"#),
            ["modify \(hub)", #"StandardsSubscriptions - "\#(standard)""#]),
        AWSCase(
            "a product comes",
            securityHub("EnableImportFindingsForProduct", response: #"{"ProductSubscriptionArn":"p"}"#),
            ["modify \(hub)", #"ProductSubscriptions + "p""#]),
        AWSCase(
            "a product goes",
            securityHub("DisableImportFindingsForProduct", #"{"ProductSubscriptionArn":"p"}"#),
            ["modify \(hub)", #"ProductSubscriptions - "p""#]),
        AWSCase(
            "tags", securityHub("TagResource", #"{"ResourceArn":"\#(hubARN)","Tags":{"a":"b"}}"#),
            ["modify \(hub)", ##"Tags #a := {"Key":"a","Value":"b"}"##]),
        AWSCase(
            "tags gone", securityHub("UntagResource", #"{"ResourceArn":"\#(hubARN)","TagKeys":["a"]}"#),
            ["modify \(hub)", "Tags - #a"]),
        AWSCase(
            "a policy of the organisation may reach the hub",
            securityHub("StartConfigurationPolicyAssociation"),
            ["touch \(hub)"]),
        AWSCase(
            "a policy of the organisation may leave the hub",
            securityHub("StartConfigurationPolicyDisassociation"), ["touch \(hub)"]),
        AWSCase(
            "a policy of the organisation changes", securityHub("UpdateConfigurationPolicy"), ["touch \(hub)"]
        ),
        AWSCase(
            "members have their own hubs", securityHub("DeleteMembers", #"{"AccountIds":["1"]}"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "the newer service is another", securityHub("EnableSecurityHubV2"),
            ["irrelevant no-governed-property"]),
    ]

    private static func macie(_ name: String, _ request: String = "{}", response: String = "null") -> String {
        cloudTrailRecord("macie2", name, request: request, response: response)
    }

    static let macieCases: [AWSCase] = [
        AWSCase(
            "Macie on", macie("EnableMacie"),
            [
                "create \(session)", #"Status = "ENABLED""#, "AutomatedDiscoveryStatus = ?",
                "ClassificationJobs = default []",
            ]),
        AWSCase("Macie off", macie("DisableMacie"), ["delete \(session)"]),
        AWSCase(
            "Macie paused", macie("UpdateMacieSession", #"{"status":"PAUSED"}"#),
            ["modify \(session)", #"Status = "PAUSED""#]),
        AWSCase(
            "how often it reports",
            macie("UpdateMacieSession", #"{"findingPublishingFrequency":"ONE_HOUR"}"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "a job that runs",
            macie("CreateClassificationJob", #"{"jobType":"ONE_TIME"}"#, response: #"{"jobId":"j"}"#),
            ["modify \(session)", ##"ClassificationJobs #j := {"JobId":"j","JobStatus":"RUNNING"}"##]),
        AWSCase(
            "a job that waits for its time",
            macie("CreateClassificationJob", #"{"jobType":"SCHEDULED"}"#, response: #"{"jobId":"j"}"#),
            ["modify \(session)", ##"ClassificationJobs #j := {"JobId":"j","JobStatus":"IDLE"}"##]),
        AWSCase(
            "a job called off", macie("UpdateClassificationJob", #"{"jobId":"j","jobStatus":"CANCELLED"}"#),
            ["modify \(session)", ##"ClassificationJobs #j := {"JobId":"j","JobStatus":"CANCELLED"}"##]),
        AWSCase(
            "automated discovery on",
            macie("UpdateAutomatedDiscoveryConfiguration", #"{"status":"ENABLED"}"#),
            ["modify \(session)", #"AutomatedDiscoveryStatus = "ENABLED""#]),
        AWSCase(
            "automated discovery by account",
            macie(
                "BatchUpdateAutomatedDiscoveryAccounts",
                #"{"accounts":[{"accountId":"1","status":"ENABLED"},{"accountId":"111122223333","status":"DISABLED"}]}"#
            ), ["modify \(session)", #"AutomatedDiscoveryStatus = "DISABLED""#]),
        AWSCase(
            "automated discovery of others",
            macie(
                "BatchUpdateAutomatedDiscoveryAccounts",
                #"{"accounts":[{"accountId":"1","status":"ENABLED"}]}"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "without its administrator the session may be another",
            macie("DisassociateFromAdministratorAccount"),
            ["modify \(session)", "Status = ?", "AutomatedDiscoveryStatus = ?"]),
        AWSCase(
            "members have their own sessions", macie("UpdateMemberSession", #"{"id":"1","status":"PAUSED"}"#),
            ["irrelevant no-governed-property"]),
    ]

    static let cases = configCases + hubCases + macieCases

    @Test(arguments: cases) func `an event of a detecting service decodes to its changes`(_ example: AWSCase)
    {
        #expect(decoded(example.record) == example.expected)
    }
}
