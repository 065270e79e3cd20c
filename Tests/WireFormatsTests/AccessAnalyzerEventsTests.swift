import Testing

@Suite struct AccessAnalyzerEventsTests {
    static let cases: [AWSCase] = [
        AWSCase(
            "a new analyzer",
            identityRecord(
                "access-analyzer", "CreateAnalyzer",
                request: #"{"analyzerName":"main","type":"ACCOUNT","tags":{"a":"b"},"clientToken":"x"}"#,
                response: #"{"arn":"arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/main"}"#),
            [
                "create AWS::AccessAnalyzer::Analyzer aws:111122223333 eu-west-1 main", #"Type = "ACCOUNT""#,
                "Status = ?", #"Tags = [#a {"Key":"a","Value":"b"}]"#,
            ]),
        AWSCase(
            "an analyzer goes",
            identityRecord(
                "access-analyzer", "DeleteAnalyzer", request: #"{"analyzerName":"main","clientToken":"x"}"#),
            ["delete AWS::AccessAnalyzer::Analyzer aws:111122223333 eu-west-1 main"]),
        AWSCase(
            "an analyzer is configured",
            identityRecord(
                "access-analyzer", "UpdateAnalyzer", request: #"{"analyzerName":"main","configuration":{}}"#),
            ["touch AWS::AccessAnalyzer::Analyzer aws:111122223333 eu-west-1 main"]),
        AWSCase(
            "a tag of an analyzer",
            identityRecord(
                "access-analyzer", "TagResource",
                request:
                    #"{"resourceArn":"arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/main","tags":{"a":"b"}}"#
            ),
            [
                "modify AWS::AccessAnalyzer::Analyzer aws:111122223333 eu-west-1 main",
                #"Tags #a := {"Key":"a","Value":"b"}"#,
            ]),
        AWSCase(
            "a tag of an analyzer goes",
            identityRecord(
                "access-analyzer", "UntagResource",
                request:
                    #"{"resourceArn":"arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/main","tagKeys":["a"]}"#
            ),
            ["modify AWS::AccessAnalyzer::Analyzer aws:111122223333 eu-west-1 main", "Tags - #a"]),
        AWSCase(
            "archive rules are no property",
            identityRecord(
                "access-analyzer", "CreateArchiveRule", request: #"{"analyzerName":"main","ruleName":"x"}"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "a new instance of Identity Center",
            identityRecord(
                "sso", "CreateInstance", request: #"{"name":"corp"}"#,
                response: #"{"instanceArn":"arn:aws:sso:::instance/ssoins-1"}"#),
            [
                "create AWS::SSO::Instance aws:111122223333 eu-west-1 ssoins-1", #"Name = "corp""#,
                "Status = ?", "Tags = []",
            ]),
        AWSCase(
            "an instance of Identity Center goes",
            identityRecord(
                "sso", "DeleteInstance", request: #"{"instanceArn":"arn:aws:sso:::instance/ssoins-1"}"#),
            ["delete AWS::SSO::Instance aws:111122223333 eu-west-1 ssoins-1"]),
        AWSCase(
            "a new name of an instance",
            identityRecord(
                "sso", "UpdateInstance",
                request: #"{"instanceArn":"arn:aws:sso:::instance/ssoins-1","name":"corp-2"}"#),
            ["modify AWS::SSO::Instance aws:111122223333 eu-west-1 ssoins-1", #"Name = "corp-2""#]),
        AWSCase(
            "Identity Center is switched on in the console",
            identityRecord("sso", "StartSSO"),
            ["touch AWS::::Account aws:111122223333 - account"]),
        AWSCase(
            "a tag of an instance",
            identityRecord(
                "sso", "TagResource",
                request:
                    #"{"resourceArn":"arn:aws:sso:::instance/ssoins-1","instanceArn":"arn:aws:sso:::instance/ssoins-1","tags":[{"key":"a","value":"b"}]}"#
            ),
            [
                "modify AWS::SSO::Instance aws:111122223333 eu-west-1 ssoins-1",
                #"Tags #a := {"Key":"a","Value":"b"}"#,
            ]),
        AWSCase(
            "a tag of an instance goes",
            identityRecord(
                "sso", "UntagResource",
                request:
                    #"{"resourceArn":"arn:aws:sso:::instance/ssoins-1","instanceArn":"arn:aws:sso:::instance/ssoins-1","tagKeys":["a"]}"#
            ),
            ["modify AWS::SSO::Instance aws:111122223333 eu-west-1 ssoins-1", "Tags - #a"]),
        AWSCase(
            "a tag of a permission set",
            identityRecord(
                "sso", "TagResource",
                request: #"{"resourceArn":"arn:aws:sso:::permissionSet/ssoins-1/ps-1","tags":[]}"#),
            ["irrelevant not-governed"]),
    ]

    @Test(arguments: cases) func `an event of analyzers and Identity Center decodes to its changes`(
        _ example: AWSCase
    ) {
        #expect(decoded(example.record) == example.expected)
    }
}
