import Testing

@Suite struct IAMTagEventsTests {
    static let cases: [AWSCase] = [
        AWSCase(
            "a tag of a User",
            identityRecord(
                "iam", "TagUser", request: #"{"userName":"ada","tags":[{"key":"a","value":"b"}]}"#),
            ["modify AWS::IAM::User aws:111122223333 - ada", #"Tags #a := {"Key":"a","Value":"b"}"#]),
        AWSCase(
            "a tag of a User goes",
            identityRecord("iam", "UntagUser", request: #"{"userName":"ada","tagKeys":["a"]}"#),
            ["modify AWS::IAM::User aws:111122223333 - ada", "Tags - #a"]),
        AWSCase(
            "a tag of a Role",
            identityRecord(
                "iam", "TagRole", request: #"{"roleName":"deploy","tags":[{"key":"a","value":"b"}]}"#),
            ["modify AWS::IAM::Role aws:111122223333 - deploy", #"Tags #a := {"Key":"a","Value":"b"}"#]),
        AWSCase(
            "a tag of a Role goes",
            identityRecord("iam", "UntagRole", request: #"{"roleName":"deploy","tagKeys":["a"]}"#),
            ["modify AWS::IAM::Role aws:111122223333 - deploy", "Tags - #a"]),
        AWSCase(
            "a tag of a Policy",
            identityRecord(
                "iam", "TagPolicy",
                request:
                    #"{"policyArn":"arn:aws:iam::111122223333:policy/team/open","tags":[{"key":"a","value":"b"}]}"#
            ),
            [
                "modify AWS::IAM::ManagedPolicy aws:111122223333 - arn:aws:iam::111122223333:policy/team/open",
                #"Tags #a := {"Key":"a","Value":"b"}"#,
            ]),
        AWSCase(
            "a tag of a Policy goes",
            identityRecord(
                "iam", "UntagPolicy",
                request: #"{"policyArn":"arn:aws:iam::111122223333:policy/team/open","tagKeys":["a"]}"#),
            [
                "modify AWS::IAM::ManagedPolicy aws:111122223333 - arn:aws:iam::111122223333:policy/team/open",
                "Tags - #a",
            ]),
        AWSCase(
            "a tag of a InstanceProfile",
            identityRecord(
                "iam", "TagInstanceProfile",
                request: #"{"instanceProfileName":"web","tags":[{"key":"a","value":"b"}]}"#),
            [
                "modify AWS::IAM::InstanceProfile aws:111122223333 - web",
                #"Tags #a := {"Key":"a","Value":"b"}"#,
            ]),
        AWSCase(
            "a tag of a InstanceProfile goes",
            identityRecord(
                "iam", "UntagInstanceProfile", request: #"{"instanceProfileName":"web","tagKeys":["a"]}"#),
            ["modify AWS::IAM::InstanceProfile aws:111122223333 - web", "Tags - #a"]),
        AWSCase(
            "a tag of a MFADevice",
            identityRecord(
                "iam", "TagMFADevice",
                request:
                    #"{"serialNumber":"arn:aws:iam::111122223333:mfa/phone","tags":[{"key":"a","value":"b"}]}"#
            ),
            [
                "modify AWS::IAM::VirtualMFADevice aws:111122223333 - arn:aws:iam::111122223333:mfa/phone",
                #"Tags #a := {"Key":"a","Value":"b"}"#,
            ]),
        AWSCase(
            "a tag of a MFADevice goes",
            identityRecord(
                "iam", "UntagMFADevice",
                request: #"{"serialNumber":"arn:aws:iam::111122223333:mfa/phone","tagKeys":["a"]}"#),
            [
                "modify AWS::IAM::VirtualMFADevice aws:111122223333 - arn:aws:iam::111122223333:mfa/phone",
                "Tags - #a",
            ]),
        AWSCase(
            "a tag of a OpenIDConnectProvider",
            identityRecord(
                "iam", "TagOpenIDConnectProvider",
                request:
                    #"{"openIDConnectProviderArn":"arn:aws:iam::111122223333:oidc-provider/token.example.com/x","tags":[{"key":"a","value":"b"}]}"#
            ),
            [
                "modify AWS::IAM::OIDCProvider aws:111122223333 - token.example.com/x",
                #"Tags #a := {"Key":"a","Value":"b"}"#,
            ]),
        AWSCase(
            "a tag of a OpenIDConnectProvider goes",
            identityRecord(
                "iam", "UntagOpenIDConnectProvider",
                request:
                    #"{"openIDConnectProviderArn":"arn:aws:iam::111122223333:oidc-provider/token.example.com/x","tagKeys":["a"]}"#
            ),
            ["modify AWS::IAM::OIDCProvider aws:111122223333 - token.example.com/x", "Tags - #a"]),
        AWSCase(
            "a tag of a SAMLProvider",
            identityRecord(
                "iam", "TagSAMLProvider",
                request:
                    #"{"sAMLProviderArn":"arn:aws:iam::111122223333:saml-provider/corp","tags":[{"key":"a","value":"b"}]}"#
            ),
            ["modify AWS::IAM::SAMLProvider aws:111122223333 - corp", #"Tags #a := {"Key":"a","Value":"b"}"#]),
        AWSCase(
            "a tag of a SAMLProvider goes",
            identityRecord(
                "iam", "UntagSAMLProvider",
                request:
                    #"{"sAMLProviderArn":"arn:aws:iam::111122223333:saml-provider/corp","tagKeys":["a"]}"#),
            ["modify AWS::IAM::SAMLProvider aws:111122223333 - corp", "Tags - #a"]),
        AWSCase(
            "a tag of a ServerCertificate",
            identityRecord(
                "iam", "TagServerCertificate",
                request: #"{"serverCertificateName":"web","tags":[{"key":"a","value":"b"}]}"#),
            [
                "modify AWS::IAM::ServerCertificate aws:111122223333 - web",
                #"Tags #a := {"Key":"a","Value":"b"}"#,
            ]),
        AWSCase(
            "a tag of a ServerCertificate goes",
            identityRecord(
                "iam", "UntagServerCertificate", request: #"{"serverCertificateName":"web","tagKeys":["a"]}"#),
            ["modify AWS::IAM::ServerCertificate aws:111122223333 - web", "Tags - #a"]),
        AWSCase(
            "hidden tags are unknown",
            identityRecord(
                "iam", "TagUser",
                request: #"{"userName":"ada","tags":[{"key":"a","value":"HIDDEN_DUE_TO_SECURITY_REASONS"}]}"#),
            ["modify AWS::IAM::User aws:111122223333 - ada", "Tags = ?"]),
    ]

    @Test(arguments: cases) func `an event of IAM's tags decodes to its changes`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }
}
