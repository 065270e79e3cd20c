import Testing

@Suite struct SignInEventsTests {
    static let cases: [AWSCase] = [
        AWSCase(
            "a user signs in",
            identityRecord("signin", "ConsoleLogin", response: #"{"ConsoleLogin":"Success"}"#, who: .ada),
            [
                "modify AWS::IAM::User aws:111122223333 - ada", #"PasswordLastUsed = "2024-05-06T07:08:09Z""#,
                "PasswordEnabled = true",
            ]),
        AWSCase(
            "root signs in",
            identityRecord("signin", "ConsoleLogin", response: #"{"ConsoleLogin":"Success"}"#, who: .root),
            [
                "modify AWS::::Account aws:111122223333 - account", #"RootLastUsed = "2024-05-06T07:08:09Z""#,
                "RootPasswordEnabled = true",
            ]),
        AWSCase(
            "a role signs in",
            identityRecord("signin", "ConsoleLogin", response: #"{"ConsoleLogin":"Success"}"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "a failed attempt proves nothing",
            identityRecord("signin", "ConsoleLogin", response: #"{"ConsoleLogin":"Failure"}"#, who: .root),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "root's password is new",
            identityRecord(
                "signin", "PasswordUpdated", response: #"{"PasswordUpdated":"Success"}"#, who: .root),
            [
                "modify AWS::::Account aws:111122223333 - account", #"RootLastUsed = "2024-05-06T07:08:09Z""#,
                "RootPasswordEnabled = true",
            ]),
        AWSCase(
            "somebody asks for a new password",
            identityRecord(
                "signin", "PasswordRecoveryRequested", response: #"{"PasswordRecoveryRequested":"Success"}"#,
                who: .root),
            ["touch AWS::::Account aws:111122223333 - account"]),
        AWSCase(
            "root's address is new",
            identityRecord("signin", "EmailUpdated", response: #"{"EmailUpdated":"Success"}"#, who: .root),
            ["modify AWS::::Account aws:111122223333 - account", #"RootLastUsed = "2024-05-06T07:08:09Z""#]),
        AWSCase(
            "a session as root of this account",
            identityRecord(
                "sts", "AssumeRoot",
                request:
                    #"{"targetPrincipal":"111122223333","taskPolicyArn":{"arn":"arn:aws:iam::aws:policy/root-task/IAMDeleteRootUserCredentials"}}"#
            ),
            ["touch AWS::::Account aws:111122223333 - account"]),
        AWSCase(
            "a session as root of another account",
            identityRecord(
                "sts", "AssumeRoot", request: #"{"targetPrincipal":"arn:aws:iam::999988887777:root"}"#),
            ["irrelevant foreign"]),
    ]

    @Test(arguments: cases) func `an event of sign-ins and sessions decodes to its changes`(
        _ example: AWSCase
    ) {
        #expect(decoded(example.record) == example.expected)
    }
}
