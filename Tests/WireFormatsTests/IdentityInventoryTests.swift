import Testing

@Suite struct IdentityInventoryTests {
    static let arn = "arn:aws:iam::111122223333"
    static let allowAll = #"{"Statement":[{"Action":"*","Effect":"Allow","Resource":"*"}]}"#
    static let encoded =
        "%7B%22Statement%22%3A%5B%7B%22Action%22%3A%22%2A%22%2C%22Effect%22%3A%22Allow%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D"

    static func config(
        _ type: String, _ name: String, _ path: String, _ configuration: String, extra: String = "",
        tags: String = "{}", status: String = "OK"
    ) -> String {
        InventoryConfigTests.item(
            type, "AIDAEXAMPLE", status: status, configuration: configuration, tags: tags
        ).replacing(
            #""resourceId":"#,
            with: "\"arn\":\"\(arn):\(path)\",\"resourceName\":\"\(name)\",\(extra)\"resourceId\":")
    }

    static let configCases: [AWSCase] = [
        AWSCase(
            "a user",
            config(
                "AWS::IAM::User", "ada", "user/team/ada",
                #"""
                {"userName":"ada","createDate":"2016-09-22T05:55:07.000Z","userPolicyList":[{"policyName":"p",
                "policyDocument":[\#(allowAll)]}],"groupList":["ops"],"attachedManagedPolicies":[
                {"policyName":"q","policyArn":"\#(arn):policy/q"}],"permissionsBoundary":null,"tags":[]}
                """#, tags: #"{"a":"b"}"#),
            [
                "modify AWS::IAM::User aws:111122223333 - ada",
                #"ManagedPolicyArns = ["\#(arn):policy/q"]"#, #"CreateDate = "2016-09-22T05:55:07Z""#,
                #"Groups = ["ops"]"#,
                "Policies = [#p {\"PolicyDocument\":\(allowAll),\"PolicyName\":\"p\"}]",
                "PermissionsBoundary = null", ##"Tags = [#a {"Key":"a","Value":"b"}]"##,
            ]),
        AWSCase(
            "a group",
            config(
                "AWS::IAM::Group", "ops", "group/ops",
                #"{"groupName":"ops","groupPolicyList":[],"attachedManagedPolicies":[]}"#),
            [
                "modify AWS::IAM::Group aws:111122223333 - ops", "ManagedPolicyArns = []", "Policies = []",
            ]),
        AWSCase(
            "a role with an encoded trust policy and tags inside",
            config(
                "AWS::IAM::Role", "deploy", "role/app/deploy",
                #"""
                {"path":"/app/","roleName":"deploy","createDate":"2016-03-10T23:52:10.000Z",
                "assumeRolePolicyDocument":"\#(encoded)","rolePolicyList":[],"attachedManagedPolicies":[],
                "permissionsBoundary":{"permissionsBoundaryArn":"\#(arn):policy/b"},"tags":[{"key":"a","value":"b"}]}
                """#),
            [
                "modify AWS::IAM::Role aws:111122223333 - deploy", "ManagedPolicyArns = []",
                #"CreateDate = "2016-03-10T23:52:10Z""#, #"Path = "/app/""#,
                "AssumeRolePolicyDocument = \(allowAll)", "Policies = []",
                #"PermissionsBoundary = "\#(arn):policy/b""#, ##"Tags = [#a {"Key":"a","Value":"b"}]"##,
            ]),
        AWSCase(
            "a policy with all its attachments",
            config(
                "AWS::IAM::Policy", "all", "policy/team/all",
                #"""
                {"defaultVersionId":"v2","attachmentCount":1,"policyVersionList":[{"versionId":"v1","document":"{}",
                "isDefaultVersion":false},{"versionId":"v2","document":[\#(allowAll)],"isDefaultVersion":true}]}
                """#,
                extra:
                    #""relationships":[{"resourceType":"AWS::IAM::Role","resourceName":"deploy","relationshipName":"Is attached to Role"}],"#
            ),
            [
                "modify AWS::IAM::ManagedPolicy aws:111122223333 - \(arn):policy/team/all",
                "PolicyDocument = \(allowAll)", #"DefaultVersionId = "v2""#,
                #"AttachedEntities = ["role/deploy"]"#, "Tags = []",
            ]),
        AWSCase(
            "a policy with more attachments than are listed",
            config(
                "AWS::IAM::Policy", "all", "policy/all", #"{"attachmentCount":2}"#,
                extra: #""relationships":[{"resourceType":"AWS::IAM::User","resourceName":"ada"}],"#),
            [
                "modify AWS::IAM::ManagedPolicy aws:111122223333 - \(arn):policy/all",
                #"AttachedEntities + "user/ada""#, "Tags = []",
            ]),
        AWSCase(
            "a user that is gone",
            config("AWS::IAM::User", "ada", "user/ada", "null", status: "ResourceDeleted"),
            ["delete AWS::IAM::User aws:111122223333 - ada"]),
        AWSCase(
            "an analyzer, as CloudFormation describes it",
            InventoryConfigTests.item(
                "AWS::AccessAnalyzer::Analyzer",
                "arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/main",
                configuration: #"{"AnalyzerName":"main","Type":"ACCOUNT","Tags":[]}"#),
            [
                "modify AWS::AccessAnalyzer::Analyzer aws:111122223333 eu-west-1 main", #"Type = "ACCOUNT""#,
                "Tags = []",
            ]),
    ]

    static let recordCases: [AWSCase] = [
        AWSCase(
            "a user by ARN, with a list of keys and a login profile",
            InventoryTests.record(
                "AWS::IAM::User", id: "\(arn):user/team/ada", region: "",
                #"""
                {"AccessKeys":["AKIA1"],"LoginProfile":{"PasswordResetRequired":false},"MFADevices":[],
                "Policies":[{"PolicyName":"p","PolicyDocument":"\#(encoded)"}],"CreateDate":"2024-01-01T00:00:00+00:00"}
                """#),
            [
                "modify AWS::IAM::User aws:111122223333 - ada", #"CreateDate = "2024-01-01T00:00:00Z""#,
                "MFADevices = []", #"AccessKeys = ["AKIA1"]"#,
                "Policies = [#p {\"PolicyDocument\":\(allowAll),\"PolicyName\":\"p\"}]",
                "ReportedAccessKeys = null", "PasswordEnabled = true",
            ]),
        AWSCase(
            "a policy with its users, groups and roles apart",
            InventoryTests.record(
                "AWS::IAM::ManagedPolicy", id: "\(arn):policy/x", region: "",
                #"{"PolicyDocument":"\#(encoded)","Users":["ada"],"Groups":[],"Roles":["deploy"]}"#),
            [
                "modify AWS::IAM::ManagedPolicy aws:111122223333 - \(arn):policy/x",
                "PolicyDocument = \(allowAll)", #"AttachedEntities = ["user/ada" "role/deploy"]"#,
            ]),
        AWSCase(
            "an account summary",
            InventoryTests.record(
                "AWS::::Account", id: "account", region: "",
                #"{"SummaryMap":{"AccountMFAEnabled":1,"AccountAccessKeysPresent":0,"AccountPasswordPresent":1}}"#
            ),
            [
                "modify AWS::::Account aws:111122223333 - account",
                #"RootMFADevices + "credential-report""#, "RootAccessKeys = []", "RootPasswordEnabled = true",
            ]),
        AWSCase(
            "the API's answer about a contact leaves the names of its fields",
            InventoryTests.record(
                "AWS::::Account", id: "account", region: "",
                #"{"ContactInformation":{"FullName":"Ada","City":"Bern","CompanyName":""}}"#),
            [
                "modify AWS::::Account aws:111122223333 - account",
                #"ContactInformation = ["City","FullName"]"#,
            ]),
        AWSCase(
            "devices assigned by ARN",
            InventoryTests.record(
                "AWS::IAM::VirtualMFADevice", id: "\(arn):mfa/x", region: "",
                #"{"Users":["\#(arn):root","\#(arn):user/team/ada","bob"]}"#),
            [
                "modify AWS::IAM::VirtualMFADevice aws:111122223333 - \(arn):mfa/x",
                #"Users = ["<root_account>" "ada" "bob"]"#,
            ]),
        AWSCase(
            "a member account under its parent",
            InventoryTests.record(
                "AWS::Organizations::Account", id: "222233334444", region: "",
                #"{"Status":"ACTIVE","ParentIds":["ou-1-a"]}"#),
            [
                "modify AWS::Organizations::Account aws:111122223333 - 222233334444", #"Status = "ACTIVE""#,
                #"ParentId = "ou-1-a""#,
            ]),
        AWSCase(
            "an attestation",
            InventoryTests.record(
                "AWS::::Attestation", id: "account-contact-details-current", region: "",
                #"{"Owner":"ada@example.com","Statement":"seen","Expires":"2025-01-01T00:00:00Z"}"#),
            [
                "modify AWS::::Attestation aws:111122223333 - account-contact-details-current",
                #"Owner = "ada@example.com""#, #"Statement = "seen""#, #"Expires = "2025-01-01T00:00:00Z""#,
            ]),
        AWSCase(
            "an attestation without a readable end is refused",
            InventoryTests.record(
                "AWS::::Attestation", id: "x", region: "", #"{"Owner":"ada","Expires":"next year"}"#),
            ["malformed bad-value: properties.Expires"]),
        AWSCase(
            "an organisation is one resource whatever its id",
            InventoryTests.record(
                "AWS::Organizations::Organization",
                id: "arn:aws:organizations::111122223333:organization/o-1", region: "",
                #"{"Id":"o-1","ServiceAccess":["iam.amazonaws.com"]}"#),
            [
                "modify AWS::Organizations::Organization aws:111122223333 - organization", #"Id = "o-1""#,
                #"ServiceAccess = ["iam.amazonaws.com"]"#,
            ]),
        AWSCase(
            "Cloud Control's role",
            #"""
            {"TypeName":"AWS::IAM::Role","account":"111122223333","observed_at":"2024-05-06T07:08:09Z",
            "ResourceDescription":{"Identifier":"deploy","Properties":"{\"Path\":\"/\",\"AssumeRolePolicyDocument\":{\"Statement\":[]},\"ManagedPolicyArns\":[]}"}}
            """#,
            [
                "modify AWS::IAM::Role aws:111122223333 - deploy", #"Path = "/""#,
                #"AssumeRolePolicyDocument = {"Statement":[]}"#, "ManagedPolicyArns = []",
            ]),
    ]

    @Test(arguments: configCases + recordCases)
    func `an observation of an identity decodes to its writes`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }
}
