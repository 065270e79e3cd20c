import Testing

@Suite struct IAMRoleEventsTests {
    static let cases: [AWSCase] = [
        AWSCase(
            "a new role",
            identityRecord(
                "iam", "CreateRole",
                request:
                    #"{"path":"/app/","roleName":"deploy","assumeRolePolicyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":[]}","tags":[{"key":"a","value":"b"}]}"#,
                response:
                    #"{"role":{"path":"/app/","roleName":"deploy","createDate":"Jul 10, 2023 11:55:05 AM","assumeRolePolicyDocument":"%7B%22Version%22%3A%222012-10-17%22%7D"}}"#
            ),
            [
                "create AWS::IAM::Role aws:111122223333 - deploy", #"Path = "/app/""#,
                #"CreateDate = "2023-07-10T11:55:05Z""#,
                #"AssumeRolePolicyDocument = {"Statement":[],"Version":"2012-10-17"}"#,
                "ManagedPolicyArns = default []", "Policies = default []",
                "PermissionsBoundary = default null", #"Tags = [#a {"Key":"a","Value":"b"}]"#,
            ]),
        AWSCase(
            "a new role whose policy only the answer shows",
            identityRecord(
                "iam", "CreateRole", request: #"{"roleName":"deploy"}"#,
                response:
                    #"{"role":{"roleName":"deploy","assumeRolePolicyDocument":"%7B%22Version%22%3A%222012-10-17%22%7D"}}"#
            ),
            [
                "create AWS::IAM::Role aws:111122223333 - deploy", #"Path = "/""#,
                #"CreateDate = "2024-05-06T07:08:09Z""#,
                #"AssumeRolePolicyDocument = {"Version":"2012-10-17"}"#, "ManagedPolicyArns = default []",
                "Policies = default []", "PermissionsBoundary = default null", "Tags = []",
            ]),
        AWSCase(
            "a service makes its role",
            identityRecord(
                "iam", "CreateServiceLinkedRole", request: #"{"aWSServiceName":"rds.amazonaws.com"}"#,
                response:
                    #"{"role":{"path":"/aws-service-role/rds.amazonaws.com/","roleName":"AWSServiceRoleForRDS","createDate":"Jul 10, 2023 11:55:05 AM","assumeRolePolicyDocument":"%7B%22Version%22%3A%222012-10-17%22%7D"}}"#
            ),
            [
                "create AWS::IAM::Role aws:111122223333 - AWSServiceRoleForRDS",
                #"Path = "/aws-service-role/rds.amazonaws.com/""#, #"CreateDate = "2023-07-10T11:55:05Z""#,
                #"AssumeRolePolicyDocument = {"Version":"2012-10-17"}"#, "ManagedPolicyArns = ?",
                "Policies = default []", "PermissionsBoundary = default null", "Tags = default []",
            ]),
        AWSCase(
            "a role goes",
            identityRecord("iam", "DeleteRole", request: #"{"roleName":"deploy"}"#),
            ["delete AWS::IAM::Role aws:111122223333 - deploy"]),
        AWSCase(
            "a deletion that may fail",
            identityRecord(
                "iam", "DeleteServiceLinkedRole", request: #"{"roleName":"AWSServiceRoleForRDS"}"#,
                response: #"{"deletionTaskId":"task/1"}"#),
            ["touch AWS::IAM::Role aws:111122223333 - AWSServiceRoleForRDS"]),
        AWSCase(
            "who may assume a role",
            identityRecord(
                "iam", "UpdateAssumeRolePolicy",
                request:
                    #"{"roleName":"deploy","policyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":[]}"}"#
            ),
            [
                "modify AWS::IAM::Role aws:111122223333 - deploy",
                #"AssumeRolePolicyDocument = {"Statement":[],"Version":"2012-10-17"}"#,
            ]),
        AWSCase(
            "a hidden trust policy is unknown",
            identityRecord(
                "iam", "UpdateAssumeRolePolicy",
                request: #"{"roleName":"deploy","policyDocument":"HIDDEN_DUE_TO_SECURITY_REASONS"}"#),
            ["modify AWS::IAM::Role aws:111122223333 - deploy", "AssumeRolePolicyDocument = ?"]),
        AWSCase(
            "a description is no property",
            identityRecord("iam", "UpdateRole", request: #"{"roleName":"deploy","description":"x"}"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "a new profile has no role",
            identityRecord(
                "iam", "CreateInstanceProfile", request: #"{"instanceProfileName":"web","tags":[]}"#,
                response: #"{"instanceProfile":{"instanceProfileName":"web","roles":[]}}"#),
            ["create AWS::IAM::InstanceProfile aws:111122223333 - web", "Roles = default []", "Tags = []"]),
        AWSCase(
            "a profile gets its role",
            identityRecord(
                "iam", "AddRoleToInstanceProfile",
                request: #"{"instanceProfileName":"web","roleName":"deploy"}"#),
            ["modify AWS::IAM::InstanceProfile aws:111122223333 - web", #"Roles + "deploy""#]),
        AWSCase(
            "a profile loses its role",
            identityRecord(
                "iam", "RemoveRoleFromInstanceProfile",
                request: #"{"instanceProfileName":"web","roleName":"deploy"}"#),
            ["modify AWS::IAM::InstanceProfile aws:111122223333 - web", #"Roles - "deploy""#]),
        AWSCase(
            "a profile goes",
            identityRecord("iam", "DeleteInstanceProfile", request: #"{"instanceProfileName":"web"}"#),
            ["delete AWS::IAM::InstanceProfile aws:111122223333 - web"]),
    ]

    @Test(arguments: cases) func `an event of roles and instance profiles decodes to its changes`(
        _ example: AWSCase
    ) {
        #expect(decoded(example.record) == example.expected)
    }
}
