import Testing

@Suite struct OrganizationTreeEventsTests {
    private static func handshake(from manager: String) -> String {
        #"{"handshake":{"action":"INVITE","state":"ACCEPTED","#
            + #""arn":"arn:aws:organizations::\#(manager):handshake/o-1/invite/h-1","#
            + #""parties":[{"id":"o-1","type":"ORGANIZATION"},{"id":"222233334444","type":"ACCOUNT"}]}}"#
    }

    static let cases: [AWSCase] = [
        AWSCase(
            "a new unit",
            identityRecord(
                "organizations", "CreateOrganizationalUnit", request: #"{"parentId":"r-1","name":"Prod"}"#,
                response:
                    #"{"organizationalUnit":{"id":"ou-1-a","arn":"arn:aws:organizations::111122223333:ou/o-1/ou-1-a","name":"Prod"}}"#
            ),
            [
                "create AWS::Organizations::OrganizationalUnit aws:111122223333 - ou-1-a", #"Name = "Prod""#,
                #"ParentId = "r-1""#, "Tags = []",
            ]),
        AWSCase(
            "a new name of a unit",
            identityRecord(
                "organizations", "UpdateOrganizationalUnit",
                request: #"{"organizationalUnitId":"ou-1-a","name":"Production"}"#),
            [
                "modify AWS::Organizations::OrganizationalUnit aws:111122223333 - ou-1-a",
                #"Name = "Production""#,
            ]),
        AWSCase(
            "a unit goes",
            identityRecord(
                "organizations", "DeleteOrganizationalUnit", request: #"{"organizationalUnitId":"ou-1-a"}"#),
            ["delete AWS::Organizations::OrganizationalUnit aws:111122223333 - ou-1-a"]),
        AWSCase(
            "an account is asked for",
            identityRecord(
                "organizations", "CreateAccount",
                request: #"{"accountName":"x","email":"HIDDEN_DUE_TO_SECURITY_REASONS"}"#,
                response: #"{"createAccountStatus":{"state":"IN_PROGRESS","id":"car-1"}}"#),
            ["touch AWS::Organizations::Organization aws:111122223333 - organization"]),
        AWSCase(
            "an account of another partition is asked for",
            identityRecord(
                "organizations", "CreateGovCloudAccount", request: #"{"accountName":"x"}"#,
                response: #"{"createAccountStatus":{"state":"IN_PROGRESS","id":"car-1"}}"#),
            ["touch AWS::Organizations::Organization aws:111122223333 - organization"]),
        AWSCase(
            "an account is there",
            identityRecord(
                "organizations", "CreateAccountResult",
                extra:
                    #""serviceEventDetails":{"createAccountStatus":{"id":"car-1","state":"SUCCEEDED","accountName":"x","accountId":"222233334444"}},"#
            ),
            [
                "create AWS::Organizations::Account aws:111122223333 - 222233334444", #"AccountName = "x""#,
                #"Status = "ACTIVE""#, "ParentId = ?", "Tags = ?",
            ]),
        AWSCase(
            "an account could not be made",
            identityRecord(
                "organizations", "CreateAccountResult",
                extra: #""serviceEventDetails":{"createAccountStatus":{"id":"car-1","state":"FAILED"}},"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "an account is invited",
            identityRecord(
                "organizations", "InviteAccountToOrganization",
                request: #"{"target":{"type":"ACCOUNT","id":"222233334444"}}"#),
            ["touch AWS::Organizations::Organization aws:111122223333 - organization"]),
        AWSCase(
            "an invitation is accepted",
            identityRecord(
                "organizations", "AcceptHandshake", request: #"{"handshakeId":"h-1"}"#,
                response: #"{"handshake":{"state":"ACCEPTED"}}"#),
            ["touch AWS::Organizations::Organization aws:111122223333 - organization"]),
        AWSCase(
            "an invitation that names the account that manages the organisation is accepted",
            identityRecord(
                "organizations", "AcceptHandshake", request: #"{"handshakeId":"h-1"}"#,
                response: handshake(from: "444455556666")),
            [
                "modify AWS::::Account aws:111122223333 - account", #"ManagementAccountId = "444455556666""#,
            ]),
        AWSCase(
            "the account that manages it sees that an invitation is accepted",
            identityRecord(
                "organizations", "AcceptHandshake", request: #"{"handshakeId":"h-1"}"#,
                response: handshake(from: "111122223333")),
            ["create AWS::Organizations::Account aws:111122223333 - 222233334444"]),
        AWSCase(
            "an account moves",
            identityRecord(
                "organizations", "MoveAccount",
                request:
                    #"{"accountId":"222233334444","sourceParentId":"r-1","destinationParentId":"ou-1-a"}"#),
            ["modify AWS::Organizations::Account aws:111122223333 - 222233334444", #"ParentId = "ou-1-a""#]),
        AWSCase(
            "an account is to be closed",
            identityRecord("organizations", "CloseAccount", request: #"{"accountId":"222233334444"}"#),
            [
                "modify AWS::Organizations::Account aws:111122223333 - 222233334444",
                #"Status = "PENDING_CLOSURE""#,
            ]),
        AWSCase(
            "an account is removed",
            identityRecord(
                "organizations", "RemoveAccountFromOrganization", request: #"{"accountId":"222233334444"}"#),
            ["delete AWS::Organizations::Account aws:111122223333 - 222233334444"]),
        AWSCase(
            "an account leaves",
            identityRecord("organizations", "LeaveOrganization"),
            [
                "delete AWS::Organizations::Organization aws:111122223333 - organization",
                "modify AWS::::Account aws:111122223333 - account", "ManagementAccountId = null",
            ]),
        AWSCase(
            "a new policy",
            identityRecord(
                "organizations", "CreatePolicy",
                request:
                    #"{"name":"deny","type":"SERVICE_CONTROL_POLICY","content":"{\"Version\":\"2012-10-17\",\"Statement\":[]}","description":""}"#,
                response:
                    #"{"policy":{"policySummary":{"id":"p-1","arn":"arn:aws:organizations::111122223333:policy/o-1/service_control_policy/p-1","name":"deny","type":"SERVICE_CONTROL_POLICY","awsManaged":false}}}"#
            ),
            [
                "create AWS::Organizations::Policy aws:111122223333 - p-1", #"Name = "deny""#,
                #"Type = "SERVICE_CONTROL_POLICY""#, #"Content = {"Statement":[],"Version":"2012-10-17"}"#,
                "TargetIds = default []", "Tags = []",
            ]),
        AWSCase(
            "a policy changes",
            identityRecord(
                "organizations", "UpdatePolicy",
                request:
                    #"{"policyId":"p-1","content":"{\"Version\":\"2012-10-17\",\"Statement\":[]}","name":"deny-all"}"#
            ),
            [
                "modify AWS::Organizations::Policy aws:111122223333 - p-1", #"Name = "deny-all""#,
                #"Content = {"Statement":[],"Version":"2012-10-17"}"#,
            ]),
        AWSCase(
            "a description of a policy is no property",
            identityRecord(
                "organizations", "UpdatePolicy", request: #"{"policyId":"p-1","description":"x"}"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "a policy goes",
            identityRecord("organizations", "DeletePolicy", request: #"{"policyId":"p-1"}"#),
            ["delete AWS::Organizations::Policy aws:111122223333 - p-1"]),
        AWSCase(
            "a policy is attached",
            identityRecord(
                "organizations", "AttachPolicy", request: #"{"policyId":"p-1","targetId":"ou-1-a"}"#),
            ["modify AWS::Organizations::Policy aws:111122223333 - p-1", #"TargetIds + "ou-1-a""#]),
        AWSCase(
            "a policy is detached",
            identityRecord(
                "organizations", "DetachPolicy", request: #"{"policyId":"p-1","targetId":"ou-1-a"}"#),
            ["modify AWS::Organizations::Policy aws:111122223333 - p-1", #"TargetIds - "ou-1-a""#]),
        AWSCase(
            "a tag of an account",
            identityRecord(
                "organizations", "TagResource",
                request: #"{"resourceId":"222233334444","tags":[{"key":"a","value":"b"}]}"#),
            [
                "modify AWS::Organizations::Account aws:111122223333 - 222233334444",
                #"Tags #a := {"Key":"a","Value":"b"}"#,
            ]),
        AWSCase(
            "a tag of a unit goes",
            identityRecord(
                "organizations", "UntagResource", request: #"{"resourceId":"ou-1-a","tagKeys":["a"]}"#),
            ["modify AWS::Organizations::OrganizationalUnit aws:111122223333 - ou-1-a", "Tags - #a"]),
        AWSCase(
            "a root has no schema",
            identityRecord(
                "organizations", "TagResource",
                request: #"{"resourceId":"r-1","tags":[{"key":"a","value":"b"}]}"#),
            ["irrelevant not-governed"]),
    ]

    @Test(arguments: cases) func `an event of an organisation's accounts and policies decodes to its changes`(
        _ example: AWSCase
    ) {
        #expect(decoded(example.record) == example.expected)
    }
}
