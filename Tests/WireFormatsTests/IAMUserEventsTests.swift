import Testing

@Suite struct IAMUserEventsTests {
    static let cases: [AWSCase] = [
        AWSCase(
            "a new user has nothing",
            identityRecord(
                "iam", "CreateUser", request: #"{"userName":"ada","tags":[{"key":"team","value":"a"}]}"#,
                response:
                    #"{"user":{"path":"/","arn":"arn:aws:iam::111122223333:user/ada","userName":"ada","userId":"AIDA1","createDate":"Jul 10, 2023 12:24:29 PM"}}"#
            ),
            [
                "create AWS::IAM::User aws:111122223333 - ada", #"CreateDate = "2023-07-10T12:24:29Z""#,
                "PasswordEnabled = default false", "PasswordLastUsed = default null",
                "PasswordLastChanged = default null", "MFADevices = default []", "AccessKeys = default []",
                "AccessKeyLastUsedDate = default null", "ReportedAccessKeys = default null",
                "Groups = default []", "ManagedPolicyArns = default []", "Policies = default []",
                "PermissionsBoundary = default null", #"Tags = [#team {"Key":"team","Value":"a"}]"#,
            ]),
        AWSCase(
            "a new user within a boundary",
            identityRecord(
                "iam", "CreateUser",
                request:
                    #"{"userName":"ada","permissionsBoundary":"arn:aws:iam::111122223333:policy/team/open"}"#),
            [
                "create AWS::IAM::User aws:111122223333 - ada", #"CreateDate = "2024-05-06T07:08:09Z""#,
                "PasswordEnabled = default false", "PasswordLastUsed = default null",
                "PasswordLastChanged = default null", "MFADevices = default []", "AccessKeys = default []",
                "AccessKeyLastUsedDate = default null", "ReportedAccessKeys = default null",
                "Groups = default []", "ManagedPolicyArns = default []", "Policies = default []",
                #"PermissionsBoundary = default "arn:aws:iam::111122223333:policy/team/open""#, "Tags = []",
            ]),
        AWSCase(
            "a user goes",
            identityRecord("iam", "DeleteUser", request: #"{"userName":"ada"}"#),
            ["delete AWS::IAM::User aws:111122223333 - ada"]),
        AWSCase(
            "a new name is another user",
            identityRecord("iam", "UpdateUser", request: #"{"userName":"ada","newUserName":"bob"}"#),
            [
                "delete AWS::IAM::User aws:111122223333 - ada",
                "create AWS::IAM::User aws:111122223333 - bob", "CreateDate = ?", "PasswordEnabled = ?",
                "PasswordLastUsed = ?", "PasswordLastChanged = ?", "MFADevices = ?", "AccessKeys = ?",
                "AccessKeyLastUsedDate = ?", "ReportedAccessKeys = ?", "ManagedPolicyArns = ?",
                "Policies = ?", "Groups = ?", "PermissionsBoundary = ?", "Tags = ?",
            ]),
        AWSCase(
            "a new path changes nothing",
            identityRecord("iam", "UpdateUser", request: #"{"userName":"ada","newPath":"/x/"}"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "a new group has nothing",
            identityRecord("iam", "CreateGroup", request: #"{"groupName":"ops"}"#),
            [
                "create AWS::IAM::Group aws:111122223333 - ops", "ManagedPolicyArns = default []",
                "Policies = default []",
            ]),
        AWSCase(
            "a group goes",
            identityRecord("iam", "DeleteGroup", request: #"{"groupName":"ops"}"#),
            ["delete AWS::IAM::Group aws:111122223333 - ops"]),
        AWSCase(
            "a new name is another group",
            identityRecord("iam", "UpdateGroup", request: #"{"groupName":"ops","newGroupName":"sre"}"#),
            [
                "delete AWS::IAM::Group aws:111122223333 - ops",
                "create AWS::IAM::Group aws:111122223333 - sre", "ManagedPolicyArns = ?", "Policies = ?",
            ]),
        AWSCase(
            "a user comes to a group",
            identityRecord("iam", "AddUserToGroup", request: #"{"userName":"ada","groupName":"ops"}"#),
            ["modify AWS::IAM::User aws:111122223333 - ada", #"Groups + "ops""#]),
        AWSCase(
            "a user leaves a group",
            identityRecord("iam", "RemoveUserFromGroup", request: #"{"userName":"ada","groupName":"ops"}"#),
            ["modify AWS::IAM::User aws:111122223333 - ada", #"Groups - "ops""#]),
        AWSCase(
            "an unknown user call is blind",
            identityRecord("iam", "FreezeUser", request: #"{"userName":"ada"}"#),
            ["blind", "touch AWS::IAM::User aws:111122223333 - ada"]),
    ]

    @Test(arguments: cases) func `an event of users and groups decodes to its changes`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }
}
