import Testing

@Suite struct IAMProviderEventsTests {
    static let cases: [AWSCase] = [
        AWSCase(
            "a new OIDC provider",
            identityRecord(
                "iam", "CreateOpenIDConnectProvider",
                request:
                    #"{"url":"https://token.example.com/x","clientIDList":["sts.amazonaws.com"],"thumbprintList":["00"]}"#,
                response:
                    #"{"openIDConnectProviderArn":"arn:aws:iam::111122223333:oidc-provider/token.example.com/x"}"#
            ),
            [
                "create AWS::IAM::OIDCProvider aws:111122223333 - token.example.com/x",
                #"Url = "token.example.com/x""#, #"ClientIdList = ["sts.amazonaws.com"]"#, "Tags = []",
            ]),
        AWSCase(
            "a client of an OIDC provider",
            identityRecord(
                "iam", "AddClientIDToOpenIDConnectProvider",
                request:
                    #"{"openIDConnectProviderArn":"arn:aws:iam::111122223333:oidc-provider/token.example.com/x","clientID":"app"}"#
            ),
            [
                "modify AWS::IAM::OIDCProvider aws:111122223333 - token.example.com/x",
                #"ClientIdList + "app""#,
            ]),
        AWSCase(
            "a client of an OIDC provider goes",
            identityRecord(
                "iam", "RemoveClientIDFromOpenIDConnectProvider",
                request:
                    #"{"openIDConnectProviderArn":"arn:aws:iam::111122223333:oidc-provider/token.example.com/x","clientID":"app"}"#
            ),
            [
                "modify AWS::IAM::OIDCProvider aws:111122223333 - token.example.com/x",
                #"ClientIdList - "app""#,
            ]),
        AWSCase(
            "an OIDC provider goes",
            identityRecord(
                "iam", "DeleteOpenIDConnectProvider",
                request:
                    #"{"openIDConnectProviderArn":"arn:aws:iam::111122223333:oidc-provider/token.example.com/x"}"#
            ),
            ["delete AWS::IAM::OIDCProvider aws:111122223333 - token.example.com/x"]),
        AWSCase(
            "a new SAML provider",
            identityRecord(
                "iam", "CreateSAMLProvider", request: #"{"name":"corp","sAMLMetadataDocument":"<x/>"}"#,
                response: #"{"sAMLProviderArn":"arn:aws:iam::111122223333:saml-provider/corp"}"#),
            ["create AWS::IAM::SAMLProvider aws:111122223333 - corp", "ValidUntil = ?", "Tags = []"]),
        AWSCase(
            "new metadata of a SAML provider",
            identityRecord(
                "iam", "UpdateSAMLProvider",
                request:
                    #"{"sAMLProviderArn":"arn:aws:iam::111122223333:saml-provider/corp","sAMLMetadataDocument":"<x/>"}"#,
                response: #"{"sAMLProviderArn":"arn:aws:iam::111122223333:saml-provider/corp"}"#),
            ["modify AWS::IAM::SAMLProvider aws:111122223333 - corp", "ValidUntil = ?"]),
        AWSCase(
            "a SAML provider goes",
            identityRecord(
                "iam", "DeleteSAMLProvider",
                request: #"{"sAMLProviderArn":"arn:aws:iam::111122223333:saml-provider/corp"}"#),
            ["delete AWS::IAM::SAMLProvider aws:111122223333 - corp"]),
        AWSCase(
            "a new certificate",
            identityRecord(
                "iam", "UploadServerCertificate",
                request:
                    #"{"serverCertificateName":"web","path":"/cloudfront/","certificateBody":"-----BEGIN"}"#,
                response:
                    #"{"serverCertificateMetadata":{"serverCertificateName":"web","uploadDate":"May 6, 2024 7:08:09 AM","expiration":"May 6, 2025 7:00:00 AM","path":"/cloudfront/"}}"#
            ),
            [
                "create AWS::IAM::ServerCertificate aws:111122223333 - web",
                #"Expiration = "2025-05-06T07:00:00Z""#, #"UploadDate = "2024-05-06T07:08:09Z""#, "Tags = []",
            ]),
        AWSCase(
            "a new certificate whose end is not told",
            identityRecord("iam", "UploadServerCertificate", request: #"{"serverCertificateName":"web"}"#),
            [
                "create AWS::IAM::ServerCertificate aws:111122223333 - web", "Expiration = ?",
                #"UploadDate = "2024-05-06T07:08:09Z""#, "Tags = []",
            ]),
        AWSCase(
            "a new name is another certificate",
            identityRecord(
                "iam", "UpdateServerCertificate",
                request: #"{"serverCertificateName":"web","newServerCertificateName":"web-2"}"#),
            [
                "delete AWS::IAM::ServerCertificate aws:111122223333 - web",
                "create AWS::IAM::ServerCertificate aws:111122223333 - web-2", "Expiration = ?",
                "UploadDate = ?", "Tags = ?",
            ]),
        AWSCase(
            "a new path of a certificate changes nothing",
            identityRecord(
                "iam", "UpdateServerCertificate", request: #"{"serverCertificateName":"web","newPath":"/x/"}"#
            ),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "a certificate goes",
            identityRecord("iam", "DeleteServerCertificate", request: #"{"serverCertificateName":"web"}"#),
            ["delete AWS::IAM::ServerCertificate aws:111122223333 - web"]),
    ]

    @Test(arguments: cases) func `an event of providers and certificates decodes to its changes`(
        _ example: AWSCase
    ) {
        #expect(decoded(example.record) == example.expected)
    }
}
