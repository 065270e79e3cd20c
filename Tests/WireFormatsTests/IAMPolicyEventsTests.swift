import Testing

@Suite struct IAMPolicyEventsTests {
    static let cases: [AWSCase] = [
        AWSCase(
            "a policy is attached to a user",
            identityRecord(
                "iam", "AttachUserPolicy",
                request: #"{"userName":"ada","policyArn":"arn:aws:iam::111122223333:policy/team/open"}"#),
            [
                "modify AWS::IAM::User aws:111122223333 - ada",
                #"ManagedPolicyArns + "arn:aws:iam::111122223333:policy/team/open""#,
                "modify AWS::IAM::ManagedPolicy aws:111122223333 - arn:aws:iam::111122223333:policy/team/open",
                #"AttachedEntities + "user/ada""#,
            ]),
        AWSCase(
            "a policy is detached from a user",
            identityRecord(
                "iam", "DetachUserPolicy",
                request: #"{"userName":"ada","policyArn":"arn:aws:iam::111122223333:policy/team/open"}"#),
            [
                "modify AWS::IAM::User aws:111122223333 - ada",
                #"ManagedPolicyArns - "arn:aws:iam::111122223333:policy/team/open""#,
                "modify AWS::IAM::ManagedPolicy aws:111122223333 - arn:aws:iam::111122223333:policy/team/open",
                #"AttachedEntities - "user/ada""#,
            ]),
        AWSCase(
            "an inline policy of a user",
            identityRecord(
                "iam", "PutUserPolicy",
                request:
                    #"{"userName":"ada","policyName":"p","policyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}"}"#
            ),
            [
                "modify AWS::IAM::User aws:111122223333 - ada",
                #"Policies #p := {"PolicyDocument":{"Statement":[{"Action":"*","Effect":"Allow","Resource":"*"}],"Version":"2012-10-17"},"PolicyName":"p"}"#,
            ]),
        AWSCase(
            "an inline policy of a user goes",
            identityRecord("iam", "DeleteUserPolicy", request: #"{"userName":"ada","policyName":"p"}"#),
            ["modify AWS::IAM::User aws:111122223333 - ada", "Policies - #p"]),
        AWSCase(
            "a boundary of a user",
            identityRecord(
                "iam", "PutUserPermissionsBoundary",
                request:
                    #"{"userName":"ada","permissionsBoundary":"arn:aws:iam::111122223333:policy/team/open"}"#),
            [
                "modify AWS::IAM::User aws:111122223333 - ada",
                #"PermissionsBoundary = "arn:aws:iam::111122223333:policy/team/open""#,
            ]),
        AWSCase(
            "a boundary of a user goes",
            identityRecord("iam", "DeleteUserPermissionsBoundary", request: #"{"userName":"ada"}"#),
            ["modify AWS::IAM::User aws:111122223333 - ada", "PermissionsBoundary = null"]),
        AWSCase(
            "a policy is attached to a group",
            identityRecord(
                "iam", "AttachGroupPolicy",
                request: #"{"groupName":"ada","policyArn":"arn:aws:iam::111122223333:policy/team/open"}"#),
            [
                "modify AWS::IAM::Group aws:111122223333 - ada",
                #"ManagedPolicyArns + "arn:aws:iam::111122223333:policy/team/open""#,
                "modify AWS::IAM::ManagedPolicy aws:111122223333 - arn:aws:iam::111122223333:policy/team/open",
                #"AttachedEntities + "group/ada""#,
            ]),
        AWSCase(
            "a policy is detached from a group",
            identityRecord(
                "iam", "DetachGroupPolicy",
                request: #"{"groupName":"ada","policyArn":"arn:aws:iam::111122223333:policy/team/open"}"#),
            [
                "modify AWS::IAM::Group aws:111122223333 - ada",
                #"ManagedPolicyArns - "arn:aws:iam::111122223333:policy/team/open""#,
                "modify AWS::IAM::ManagedPolicy aws:111122223333 - arn:aws:iam::111122223333:policy/team/open",
                #"AttachedEntities - "group/ada""#,
            ]),
        AWSCase(
            "an inline policy of a group",
            identityRecord(
                "iam", "PutGroupPolicy",
                request:
                    #"{"groupName":"ada","policyName":"p","policyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}"}"#
            ),
            [
                "modify AWS::IAM::Group aws:111122223333 - ada",
                #"Policies #p := {"PolicyDocument":{"Statement":[{"Action":"*","Effect":"Allow","Resource":"*"}],"Version":"2012-10-17"},"PolicyName":"p"}"#,
            ]),
        AWSCase(
            "an inline policy of a group goes",
            identityRecord("iam", "DeleteGroupPolicy", request: #"{"groupName":"ada","policyName":"p"}"#),
            ["modify AWS::IAM::Group aws:111122223333 - ada", "Policies - #p"]),
        AWSCase(
            "a policy is attached to a role",
            identityRecord(
                "iam", "AttachRolePolicy",
                request: #"{"roleName":"ada","policyArn":"arn:aws:iam::111122223333:policy/team/open"}"#),
            [
                "modify AWS::IAM::Role aws:111122223333 - ada",
                #"ManagedPolicyArns + "arn:aws:iam::111122223333:policy/team/open""#,
                "modify AWS::IAM::ManagedPolicy aws:111122223333 - arn:aws:iam::111122223333:policy/team/open",
                #"AttachedEntities + "role/ada""#,
            ]),
        AWSCase(
            "a policy is detached from a role",
            identityRecord(
                "iam", "DetachRolePolicy",
                request: #"{"roleName":"ada","policyArn":"arn:aws:iam::111122223333:policy/team/open"}"#),
            [
                "modify AWS::IAM::Role aws:111122223333 - ada",
                #"ManagedPolicyArns - "arn:aws:iam::111122223333:policy/team/open""#,
                "modify AWS::IAM::ManagedPolicy aws:111122223333 - arn:aws:iam::111122223333:policy/team/open",
                #"AttachedEntities - "role/ada""#,
            ]),
        AWSCase(
            "an inline policy of a role",
            identityRecord(
                "iam", "PutRolePolicy",
                request:
                    #"{"roleName":"ada","policyName":"p","policyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}"}"#
            ),
            [
                "modify AWS::IAM::Role aws:111122223333 - ada",
                #"Policies #p := {"PolicyDocument":{"Statement":[{"Action":"*","Effect":"Allow","Resource":"*"}],"Version":"2012-10-17"},"PolicyName":"p"}"#,
            ]),
        AWSCase(
            "an inline policy of a role goes",
            identityRecord("iam", "DeleteRolePolicy", request: #"{"roleName":"ada","policyName":"p"}"#),
            ["modify AWS::IAM::Role aws:111122223333 - ada", "Policies - #p"]),
        AWSCase(
            "a boundary of a role",
            identityRecord(
                "iam", "PutRolePermissionsBoundary",
                request:
                    #"{"roleName":"ada","permissionsBoundary":"arn:aws:iam::111122223333:policy/team/open"}"#),
            [
                "modify AWS::IAM::Role aws:111122223333 - ada",
                #"PermissionsBoundary = "arn:aws:iam::111122223333:policy/team/open""#,
            ]),
        AWSCase(
            "a boundary of a role goes",
            identityRecord("iam", "DeleteRolePermissionsBoundary", request: #"{"roleName":"ada"}"#),
            ["modify AWS::IAM::Role aws:111122223333 - ada", "PermissionsBoundary = null"]),
        AWSCase(
            "a policy that is not named is somewhere",
            identityRecord("iam", "AttachUserPolicy", request: #"{"userName":"ada"}"#),
            ["modify AWS::IAM::User aws:111122223333 - ada", "ManagedPolicyArns = ?"]),
    ]

    @Test(arguments: cases) func `an event of attached and inline policies decodes to its changes`(
        _ example: AWSCase
    ) {
        #expect(decoded(example.record) == example.expected)
    }
}
