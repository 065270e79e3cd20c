import Testing

@Suite struct AWSPolicyHolderTests {
    static let secret = awsLine("AWS::SecretsManager::Secret", "s1")
    static let vault = awsLine("AWS::Glacier::Vault", "v1")
    static let bus = awsLine("AWS::Events::EventBus", "b1")

    static let cases = secretCases + vaultCases + busCases + taggingCases

    private static let secretARN = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s1-AbCdEf"

    static let secretCases: [AWSCase] = [
        AWSCase(
            "a new secret has no policy",
            AWSWorkloadTests.call(
                "secretsmanager", "CreateSecret", #"{"name":"s1","tags":[{"key":"a","value":"b"}]}"#,
                #"{"arn":"\#(secretARN)"}"#),
            [
                "create \(secret)", #"Name = "s1""#, "Policy = default null", "DeletedDate = default null",
                AWSWorkloadTests.oneTag,
            ]),
        AWSCase(
            "a secret's policy, the secret named by its ARN",
            AWSWorkloadTests.call(
                "secretsmanager", "PutResourcePolicy",
                #"{"secretId":"\#(secretARN)","resourcePolicy":"{\"Version\":\"1\"}"}"#),
            ["modify \(secret)", #"Policy = {"Version":"1"}"#]),
        AWSCase(
            "a secret's policy goes",
            AWSWorkloadTests.call(
                "secretsmanager", "DeleteResourcePolicy", #"{"secretId":"x"}"#,
                #"{"aRN":"\#(secretARN)","name":"s1"}"#),
            ["modify \(secret)", "Policy = null"]),
        AWSCase(
            "a secret waits for its deletion",
            AWSWorkloadTests.call(
                "secretsmanager", "DeleteSecret", #"{"secretId":"s1","recoveryWindowInDays":30}"#,
                #"{"aRN":"\#(secretARN)","name":"s1","deletionDate":"Jul 10, 2023, 12:07:59 PM"}"#),
            ["modify \(secret)", #"DeletedDate = "Jul 10, 2023, 12:07:59 PM""#]),
        AWSCase(
            "a secret goes at once",
            AWSWorkloadTests.call(
                "secretsmanager", "DeleteSecret",
                #"{"secretId":"\#(secretARN)","forceDeleteWithoutRecovery":true}"#), ["delete \(secret)"]),
        AWSCase(
            "a secret is restored",
            AWSWorkloadTests.call("secretsmanager", "RestoreSecret", #"{"secretId":"s1"}"#),
            ["modify \(secret)", "DeletedDate = null"]),
        AWSCase(
            "a secret's tags",
            AWSWorkloadTests.call(
                "secretsmanager", "TagResource", #"{"secretId":"s1","tags":[{"key":"a","value":"b"}]}"#),
            ["modify \(secret)", AWSWorkloadTests.tagged]),
        AWSCase(
            "a secret's tags go",
            AWSWorkloadTests.call("secretsmanager", "UntagResource", #"{"secretId":"s1","tagKeys":["a"]}"#),
            ["modify \(secret)", "Tags - #a"]),
        AWSCase(
            "a secret's value is no property",
            AWSWorkloadTests.call("secretsmanager", "PutSecretValue", #"{"secretId":"s1"}"#),
            ["irrelevant no-governed-property"]),
    ]

    static let vaultCases: [AWSCase] = [
        AWSCase(
            "a new vault",
            AWSWorkloadTests.call(
                "glacier", "CreateVault", #"{"accountId":"-","vaultName":"v1"}"#,
                #"{"location":"/1/vaults/v1"}"#),
            ["create \(vault)", #"VaultName = "v1""#, "Policy = default null", "Tags = default []"]),
        AWSCase(
            "a vault's policy",
            AWSWorkloadTests.call(
                "glacier", "SetVaultAccessPolicy",
                #"{"accountId":"-","vaultName":"v1","policy":{"policy":"{\"Version\":\"1\"}"}}"#),
            ["modify \(vault)", #"Policy = {"Version":"1"}"#]),
        AWSCase(
            "a vault's policy goes",
            AWSWorkloadTests.call("glacier", "DeleteVaultAccessPolicy", #"{"vaultName":"v1"}"#),
            ["modify \(vault)", "Policy = null"]),
        AWSCase(
            "a vault goes", AWSWorkloadTests.call("glacier", "DeleteVault", #"{"vaultName":"v1"}"#),
            ["delete \(vault)"]),
        AWSCase(
            "a vault's tags",
            AWSWorkloadTests.call("glacier", "AddTagsToVault", #"{"vaultName":"v1","tags":{"a":"b"}}"#),
            ["modify \(vault)", AWSWorkloadTests.tagged]),
        AWSCase(
            "a vault's tags go",
            AWSWorkloadTests.call("glacier", "RemoveTagsFromVault", #"{"vaultName":"v1","tagKeys":["a"]}"#),
            ["modify \(vault)", "Tags - #a"]),
    ]

    private static let defaultBus = awsLine("AWS::Events::EventBus", "default")
    private static let busARN = "arn:aws:events:eu-west-1:111122223333:event-bus/b1"

    static let busCases: [AWSCase] = [
        AWSCase(
            "a new bus",
            AWSWorkloadTests.call(
                "events", "CreateEventBus", #"{"name":"b1"}"#, #"{"eventBusArn":"\#(busARN)"}"#),
            [
                "create \(bus)", #"Name = "b1""#, "KmsKeyIdentifier = null", "PolicyStatements = default []",
                "Tags = []",
            ]),
        AWSCase(
            "a bus's key",
            AWSWorkloadTests.call("events", "UpdateEventBus", #"{"name":"b1","kmsKeyIdentifier":"k"}"#),
            ["modify \(bus)", #"KmsKeyIdentifier = "k""#]),
        AWSCase(
            "a bus goes", AWSWorkloadTests.call("events", "DeleteEventBus", #"{"name":"b1"}"#),
            ["delete \(bus)"]),
        AWSCase(
            "a statement for everyone of an organisation, on the bus that need not be named",
            AWSWorkloadTests.call(
                "events", "PutPermission",
                #"""
                {"action":"events:PutEvents","principal":"*","statementId":"o","condition":{"type":"StringEquals",
                "key":"aws:PrincipalOrgID","value":"o-1"}}
                """#),
            [
                "modify \(defaultBus)",
                ##"PolicyStatements #o := {"Action":"events:PutEvents","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}},"##
                    + #""Effect":"Allow","Principal":"*","Resource":"arn:aws:events:eu-west-1:111122223333:event-bus/default","#
                    + #""Sid":"o"}"#,
            ]),
        AWSCase(
            "a whole policy",
            AWSWorkloadTests.call(
                "events", "PutPermission",
                #"{"eventBusName":"\#(busARN)","policy":"\#(AWSWorkloadTests.policy)"}"#),
            ["modify \(bus)", AWSWorkloadTests.inForce]),
        AWSCase(
            "a statement goes",
            AWSWorkloadTests.call("events", "RemovePermission", #"{"eventBusName":"b1","statementId":"o"}"#),
            ["modify \(bus)", "PolicyStatements - #o"]),
        AWSCase(
            "every statement goes",
            AWSWorkloadTests.call(
                "events", "RemovePermission", #"{"eventBusName":"b1","removeAllPermissions":true}"#),
            ["modify \(bus)", "PolicyStatements = []"]),
        AWSCase(
            "a bus's tags",
            AWSWorkloadTests.call(
                "events", "TagResource", #"{"resourceARN":"\#(busARN)","tags":[{"key":"a","value":"b"}]}"#),
            ["modify \(bus)", AWSWorkloadTests.tagged]),
        AWSCase(
            "a bus's tags go",
            AWSWorkloadTests.call(
                "events", "UntagResource", #"{"resourceARN":"\#(busARN)","tagKeys":["a"]}"#),
            ["modify \(bus)", "Tags - #a"]),
    ]

    static let taggingCases: [AWSCase] = [
        AWSCase(
            "tags of many resources of many services, but for those that failed",
            AWSWorkloadTests.call(
                "tagging", "TagResources",
                #"""
                {"resourceARNList":["\#(AWSWorkloadTests.arn)","arn:aws:ec2:eu-west-1:111122223333:instance/i-1","\#(busARN)","arn:aws:x:::y"],
                "tags":{"a":"b"}}
                """#, #"{"failedResourcesMap":{"\#(busARN)":{"statusCode":400}}}"#),
            [
                "modify \(AWSWorkloadTests.function)", AWSWorkloadTests.tagged,
                "modify \(AWSEC2Tests.instance)", AWSWorkloadTests.tagged,
            ]),
        AWSCase(
            "tags go",
            AWSWorkloadTests.call(
                "tagging", "UntagResources", #"{"resourceARNList":["\#(busARN)"],"tagKeys":["a"]}"#),
            ["modify \(bus)", "Tags - #a"]),
        AWSCase(
            "tags of what is not governed",
            AWSWorkloadTests.call(
                "tagging", "TagResources", #"{"resourceARNList":["arn:aws:x:::y"],"tags":{"a":"b"}}"#),
            ["irrelevant not-governed"]),
    ]

    @Test(arguments: cases) func `an event of what holds a policy decodes to its changes`(_ example: AWSCase)
    {
        #expect(decoded(example.record) == example.expected)
    }

    static let baselines: [AWSCase] = [
        AWSCase(
            "a secret in an inventory, by its ARN",
            InventoryNetworkTests.record("AWS::SecretsManager::Secret", secretARN, #"{"Policy":null}"#),
            ["modify \(secret)", "Policy = null"])
    ]

    @Test(arguments: baselines) func `a baseline of what holds a policy decodes to an observation`(
        _ example: AWSCase
    ) {
        #expect(Set(decoded(example.record)) == Set(example.expected))
    }
}
