import Testing

@Suite struct IAMManagedPolicyEventsTests {
    static let cases: [AWSCase] = [
        AWSCase(
            "a new policy is attached nowhere",
            identityRecord(
                "iam", "CreatePolicy",
                request:
                    #"{"policyName":"open","path":"/team/","policyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}","tags":[]}"#,
                response:
                    #"{"policy":{"arn":"arn:aws:iam::111122223333:policy/team/open","defaultVersionId":"v1","createDate":"Jul 10, 2023 12:06:32 PM"}}"#
            ),
            [
                "create AWS::IAM::ManagedPolicy aws:111122223333 - arn:aws:iam::111122223333:policy/team/open",
                #"PolicyDocument = {"Statement":[{"Action":"*","Effect":"Allow","Resource":"*"}],"Version":"2012-10-17"}"#,
                #"DefaultVersionId = "v1""#, "AttachedEntities = default []", "Tags = []",
            ]),
        AWSCase(
            "a new policy that is not named is blind",
            identityRecord(
                "iam", "CreatePolicy",
                request:
                    #"{"policyName":"open","policyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}"}"#
            ),
            ["blind"] + unnamed("AWS::IAM::ManagedPolicy", region: "-")),
        AWSCase(
            "a new default version",
            identityRecord(
                "iam", "CreatePolicyVersion",
                request:
                    #"{"policyArn":"arn:aws:iam::111122223333:policy/team/open","policyDocument":"%7B%22Version%22%3A%222012-10-17%22%7D","setAsDefault":true}"#,
                response: #"{"policyVersion":{"versionId":"v2","isDefaultVersion":true}}"#),
            [
                "modify AWS::IAM::ManagedPolicy aws:111122223333 - arn:aws:iam::111122223333:policy/team/open",
                #"PolicyDocument = {"Version":"2012-10-17"}"#, #"DefaultVersionId = "v2""#,
            ]),
        AWSCase(
            "another version changes nothing yet",
            identityRecord(
                "iam", "CreatePolicyVersion",
                request:
                    #"{"policyArn":"arn:aws:iam::111122223333:policy/team/open","policyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}","setAsDefault":false}"#,
                response: #"{"policyVersion":{"versionId":"v2","isDefaultVersion":false}}"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "a version whose document is cut",
            identityRecord(
                "iam", "CreatePolicyVersion",
                request:
                    #"{"policyArn":"arn:aws:iam::111122223333:policy/team/open","policyDocument":"{\"Version\":","setAsDefault":true}"#,
                response: #"{"policyVersion":{"versionId":"v2"}}"#),
            [
                "modify AWS::IAM::ManagedPolicy aws:111122223333 - arn:aws:iam::111122223333:policy/team/open",
                "PolicyDocument = ?", #"DefaultVersionId = "v2""#,
            ]),
        AWSCase(
            "an older version becomes the default",
            identityRecord(
                "iam", "SetDefaultPolicyVersion",
                request: #"{"policyArn":"arn:aws:iam::111122223333:policy/team/open","versionId":"v1"}"#),
            [
                "modify AWS::IAM::ManagedPolicy aws:111122223333 - arn:aws:iam::111122223333:policy/team/open",
                "PolicyDocument = ?", #"DefaultVersionId = "v1""#,
            ]),
        AWSCase(
            "only a version that is not the default goes",
            identityRecord(
                "iam", "DeletePolicyVersion",
                request: #"{"policyArn":"arn:aws:iam::111122223333:policy/team/open","versionId":"v1"}"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "a policy goes",
            identityRecord(
                "iam", "DeletePolicy", request: #"{"policyArn":"arn:aws:iam::111122223333:policy/team/open"}"#
            ),
            ["delete AWS::IAM::ManagedPolicy aws:111122223333 - arn:aws:iam::111122223333:policy/team/open"]),
    ]

    @Test(arguments: cases) func `an event of managed policies decodes to its changes`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }
}
