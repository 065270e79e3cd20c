import Testing

@Suite struct OrganizationEventsTests {
    static let cases: [AWSCase] = [
        AWSCase(
            "a new organisation",
            identityRecord(
                "organizations", "CreateOrganization", request: #"{"featureSet":"ALL"}"#,
                response:
                    #"{"organization":{"id":"o-1","featureSet":"ALL","masterAccountId":"111122223333"}}"#),
            [
                "create AWS::Organizations::Organization aws:111122223333 - organization", #"Id = "o-1""#,
                #"FeatureSet = "ALL""#, #"ManagementAccountId = "111122223333""#,
                "ServiceAccess = default []", "RootAccessFeatures = default []",
                "EnabledPolicyTypes = default []", "DelegatedAdministrators = default []",
            ]),
        AWSCase(
            "an organisation goes",
            identityRecord("organizations", "DeleteOrganization"),
            ["delete AWS::Organizations::Organization aws:111122223333 - organization"]),
        AWSCase(
            "all features, once everybody agrees",
            identityRecord(
                "organizations", "EnableAllFeatures", request: "{}",
                response: #"{"handshake":{"state":"REQUESTED"}}"#),
            ["modify AWS::Organizations::Organization aws:111122223333 - organization", "FeatureSet = ?"]),
        AWSCase(
            "a service may act",
            identityRecord(
                "organizations", "EnableAWSServiceAccess",
                request: #"{"servicePrincipal":"iam.amazonaws.com"}"#),
            [
                "modify AWS::Organizations::Organization aws:111122223333 - organization",
                #"ServiceAccess + "iam.amazonaws.com""#,
            ]),
        AWSCase(
            "a service may act no more",
            identityRecord(
                "organizations", "DisableAWSServiceAccess",
                request: #"{"servicePrincipal":"iam.amazonaws.com"}"#),
            [
                "modify AWS::Organizations::Organization aws:111122223333 - organization",
                #"ServiceAccess - "iam.amazonaws.com""#,
            ]),
        AWSCase(
            "a policy type",
            identityRecord(
                "organizations", "EnablePolicyType",
                request: #"{"rootId":"r-1","policyType":"SERVICE_CONTROL_POLICY"}"#),
            [
                "modify AWS::Organizations::Organization aws:111122223333 - organization",
                #"EnabledPolicyTypes + "SERVICE_CONTROL_POLICY""#,
            ]),
        AWSCase(
            "a policy type goes",
            identityRecord(
                "organizations", "DisablePolicyType",
                request: #"{"rootId":"r-1","policyType":"SERVICE_CONTROL_POLICY"}"#),
            [
                "modify AWS::Organizations::Organization aws:111122223333 - organization",
                #"EnabledPolicyTypes - "SERVICE_CONTROL_POLICY""#,
            ]),
        AWSCase(
            "an administrator",
            identityRecord(
                "organizations", "RegisterDelegatedAdministrator",
                request: #"{"accountId":"222233334444","servicePrincipal":"config.amazonaws.com"}"#),
            [
                "modify AWS::Organizations::Organization aws:111122223333 - organization",
                #"DelegatedAdministrators + {"AccountId":"222233334444","ServicePrincipal":"config.amazonaws.com"}"#,
            ]),
        AWSCase(
            "an administrator goes",
            identityRecord(
                "organizations", "DeregisterDelegatedAdministrator",
                request: #"{"accountId":"222233334444","servicePrincipal":"config.amazonaws.com"}"#),
            [
                "modify AWS::Organizations::Organization aws:111122223333 - organization",
                #"DelegatedAdministrators - {"AccountId":"222233334444","ServicePrincipal":"config.amazonaws.com"}"#,
            ]),
        AWSCase(
            "an administrator of nothing named",
            identityRecord(
                "organizations", "RegisterDelegatedAdministrator", request: #"{"accountId":"222233334444"}"#),
            [
                "modify AWS::Organizations::Organization aws:111122223333 - organization",
                "DelegatedAdministrators = ?",
            ]),
        AWSCase(
            "root credentials are managed",
            identityRecord(
                "iam", "EnableOrganizationsRootCredentialsManagement",
                response: #"{"organizationId":"o-1","enabledFeatures":["RootCredentialsManagement"]}"#),
            [
                "modify AWS::Organizations::Organization aws:111122223333 - organization",
                #"RootAccessFeatures = ["RootCredentialsManagement"]"#,
            ]),
        AWSCase(
            "root credentials are managed, without an answer",
            identityRecord("iam", "EnableOrganizationsRootCredentialsManagement"),
            [
                "modify AWS::Organizations::Organization aws:111122223333 - organization",
                #"RootAccessFeatures + "RootCredentialsManagement""#,
            ]),
        AWSCase(
            "root credentials are managed no more",
            identityRecord("iam", "DisableOrganizationsRootCredentialsManagement"),
            [
                "modify AWS::Organizations::Organization aws:111122223333 - organization",
                #"RootAccessFeatures - "RootCredentialsManagement""#,
            ]),
        AWSCase(
            "root sessions",
            identityRecord(
                "iam", "EnableOrganizationsRootSessions",
                response:
                    #"{"organizationId":"o-1","enabledFeatures":["RootCredentialsManagement","RootSessions"]}"#
            ),
            [
                "modify AWS::Organizations::Organization aws:111122223333 - organization",
                #"RootAccessFeatures = ["RootCredentialsManagement" "RootSessions"]"#,
            ]),
        AWSCase(
            "root sessions no more",
            identityRecord("iam", "DisableOrganizationsRootSessions"),
            [
                "modify AWS::Organizations::Organization aws:111122223333 - organization",
                #"RootAccessFeatures - "RootSessions""#,
            ]),
        AWSCase(
            "a delegation policy",
            identityRecord(
                "organizations", "PutResourcePolicy",
                request: #"{"content":"{\"Version\":\"2012-10-17\",\"Statement\":[]}"}"#,
                response: #"{"resourcePolicy":{"resourcePolicySummary":{"id":"rp-1"}}}"#),
            [
                "modify AWS::Organizations::ResourcePolicy aws:111122223333 - resource-policy",
                #"Content = {"Statement":[],"Version":"2012-10-17"}"#,
            ]),
        AWSCase(
            "a delegation policy goes",
            identityRecord("organizations", "DeleteResourcePolicy"),
            ["delete AWS::Organizations::ResourcePolicy aws:111122223333 - resource-policy"]),
    ]

    @Test(arguments: cases) func `an event of an organisation's settings decodes to its changes`(
        _ example: AWSCase
    ) {
        #expect(decoded(example.record) == example.expected)
    }
}
