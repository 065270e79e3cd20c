import Testing

@Suite struct IAMCredentialEventsTests {
    static let cases: [AWSCase] = [
        AWSCase(
            "a new key of a user",
            identityRecord(
                "iam", "CreateAccessKey", request: #"{"userName":"ada"}"#,
                response:
                    #"{"accessKey":{"accessKeyId":"AKIA1","status":"Active","userName":"ada","createDate":"May 6, 2024 7:08:09 AM"}}"#
            ),
            [
                "modify AWS::IAM::AccessKey aws:111122223333 - AKIA1", #"Status = "Active""#,
                #"CreateDate = "2024-05-06T07:08:09Z""#, #"UserName = "ada""#,
                "modify AWS::IAM::AccessKey aws:111122223333 - AKIA1", "LastUsedDate = default null",
                "modify AWS::IAM::User aws:111122223333 - ada", #"AccessKeys + "AKIA1""#,
                "ReportedAccessKeys = null",
            ]),
        AWSCase(
            "a new key for oneself",
            identityRecord(
                "iam", "CreateAccessKey",
                response:
                    #"{"accessKey":{"accessKeyId":"AKIA1","status":"Active","userName":"ada","createDate":"May 6, 2024 7:08:09 AM"}}"#,
                who: .ada),
            [
                "modify AWS::IAM::AccessKey aws:111122223333 - AKIA1", #"Status = "Active""#,
                #"CreateDate = "2024-05-06T07:08:09Z""#, #"UserName = "ada""#,
                "modify AWS::IAM::AccessKey aws:111122223333 - AKIA1", "LastUsedDate = default null",
                "modify AWS::IAM::User aws:111122223333 - ada", #"AccessKeys + "AKIA1""#,
                "ReportedAccessKeys = null",
            ]),
        AWSCase(
            "a new key of root",
            identityRecord(
                "iam", "CreateAccessKey",
                response:
                    #"{"accessKey":{"accessKeyId":"AKIA1","status":"Active","createDate":"May 6, 2024 7:08:09 AM"}}"#,
                who: .root),
            [
                "modify AWS::IAM::AccessKey aws:111122223333 - AKIA1", #"Status = "Active""#,
                #"CreateDate = "2024-05-06T07:08:09Z""#, #"UserName = "<root_account>""#,
                "modify AWS::IAM::AccessKey aws:111122223333 - AKIA1", "LastUsedDate = default null",
                "modify AWS::::Account aws:111122223333 - account", #"RootAccessKeys + "AKIA1""#,
            ] + CredentialUseTests.usedRoot),
        AWSCase(
            "a new key that is not named",
            identityRecord("iam", "CreateAccessKey", request: #"{"userName":"ada"}"#),
            ["modify AWS::IAM::User aws:111122223333 - ada", "AccessKeys = ?"]),
        AWSCase(
            "a key is switched off",
            identityRecord(
                "iam", "UpdateAccessKey",
                request: #"{"userName":"ada","status":"Inactive","accessKeyId":"AKIA1"}"#),
            [
                "modify AWS::IAM::AccessKey aws:111122223333 - AKIA1", #"Status = "Inactive""#,
                #"UserName = "ada""#, "modify AWS::IAM::User aws:111122223333 - ada",
                #"AccessKeys + "AKIA1""#, "ReportedAccessKeys = null",
            ]),
        AWSCase(
            "root's key is switched off",
            identityRecord(
                "iam", "UpdateAccessKey", request: #"{"status":"Inactive","accessKeyId":"AKIA1"}"#, who: .root
            ),
            [
                "modify AWS::IAM::AccessKey aws:111122223333 - AKIA1", #"Status = "Inactive""#,
                #"UserName = "<root_account>""#, "modify AWS::::Account aws:111122223333 - account",
                #"RootAccessKeys + "AKIA1""#,
            ] + CredentialUseTests.usedRoot),
        AWSCase(
            "a key goes",
            identityRecord("iam", "DeleteAccessKey", request: #"{"userName":"ada","accessKeyId":"AKIA1"}"#),
            [
                "delete AWS::IAM::AccessKey aws:111122223333 - AKIA1",
                "modify AWS::IAM::User aws:111122223333 - ada", #"AccessKeys - "AKIA1""#,
                "ReportedAccessKeys = null",
            ]),
        AWSCase(
            "root's key goes",
            identityRecord("iam", "DeleteAccessKey", request: #"{"accessKeyId":"AKIA1"}"#, who: .root),
            [
                "delete AWS::IAM::AccessKey aws:111122223333 - AKIA1",
                "modify AWS::::Account aws:111122223333 - account", #"RootAccessKeys - "AKIA1""#,
                #"RootAccessKeys - "credential-report""#,
            ] + CredentialUseTests.usedRoot),
        AWSCase(
            "a new password",
            identityRecord(
                "iam", "CreateLoginProfile", request: #"{"userName":"ada","passwordResetRequired":false}"#,
                response: #"{"loginProfile":{"userName":"ada","createDate":"May 6, 2024 7:08:09 AM"}}"#),
            [
                "modify AWS::IAM::User aws:111122223333 - ada", "PasswordEnabled = true",
                #"PasswordLastChanged = "2024-05-06T07:08:09Z""#,
            ]),
        AWSCase(
            "a password that may have been changed",
            identityRecord("iam", "UpdateLoginProfile", request: #"{"userName":"ada"}"#),
            [
                "modify AWS::IAM::User aws:111122223333 - ada", "PasswordEnabled = true",
                "PasswordLastChanged = ?",
            ]),
        AWSCase(
            "a password goes",
            identityRecord("iam", "DeleteLoginProfile", request: #"{"userName":"ada"}"#),
            [
                "modify AWS::IAM::User aws:111122223333 - ada", "PasswordEnabled = false",
                "PasswordLastChanged = null",
            ]),
        AWSCase(
            "root's password goes",
            identityRecord("iam", "DeleteLoginProfile", who: .root),
            ["modify AWS::::Account aws:111122223333 - account", "RootPasswordEnabled = false"]
                + CredentialUseTests.usedRoot),
        AWSCase(
            "a password changed by its owner",
            identityRecord("iam", "ChangePassword", who: .ada),
            [
                "modify AWS::IAM::User aws:111122223333 - ada", "PasswordEnabled = true",
                #"PasswordLastChanged = "2024-05-06T07:08:09Z""#,
            ]),
        AWSCase(
            "a role has no password",
            identityRecord("iam", "ChangePassword"),
            ["blind"] + unnamed("AWS::IAM::User", region: "-")),
        AWSCase(
            "a virtual device of a user",
            identityRecord(
                "iam", "EnableMFADevice",
                request: #"{"userName":"ada","serialNumber":"arn:aws:iam::111122223333:mfa/phone"}"#),
            [
                "modify AWS::IAM::User aws:111122223333 - ada",
                #"MFADevices + "arn:aws:iam::111122223333:mfa/phone""#,
                "modify AWS::IAM::VirtualMFADevice aws:111122223333 - arn:aws:iam::111122223333:mfa/phone",
                #"Users + "ada""#,
            ]),
        AWSCase(
            "a security key of a user",
            identityRecord(
                "iam", "EnableMFADevice",
                request: #"{"userName":"ada","serialNumber":"arn:aws:iam::111122223333:u2f/user/ada/key"}"#),
            [
                "modify AWS::IAM::User aws:111122223333 - ada",
                #"MFADevices + "arn:aws:iam::111122223333:u2f/user/ada/key""#,
            ]),
        AWSCase(
            "a virtual device of root",
            identityRecord(
                "iam", "EnableMFADevice",
                request:
                    #"{"userName":"AWS ROOT USER","serialNumber":"arn:aws:iam::111122223333:mfa/root-account-mfa-device"}"#,
                who: .root),
            [
                "modify AWS::::Account aws:111122223333 - account",
                #"RootMFADevices + "arn:aws:iam::111122223333:mfa/root-account-mfa-device""#,
                "modify AWS::IAM::VirtualMFADevice aws:111122223333 - arn:aws:iam::111122223333:mfa/root-account-mfa-device",
                #"Users + "<root_account>""#,
            ] + CredentialUseTests.usedRoot),
        AWSCase(
            "a hardware token of root",
            identityRecord(
                "iam", "EnableMFADevice",
                request: #"{"userName":"AWS ROOT USER","serialNumber":"GAHT12345678"}"#, who: .root),
            ["modify AWS::::Account aws:111122223333 - account", #"RootMFADevices + "GAHT12345678""#]
                + CredentialUseTests.usedRoot),
        AWSCase(
            "a device of a user is switched off",
            identityRecord(
                "iam", "DeactivateMFADevice",
                request: #"{"userName":"ada","serialNumber":"arn:aws:iam::111122223333:mfa/phone"}"#),
            [
                "modify AWS::IAM::User aws:111122223333 - ada",
                #"MFADevices - "arn:aws:iam::111122223333:mfa/phone""#, #"MFADevices - "credential-report""#,
                "modify AWS::IAM::VirtualMFADevice aws:111122223333 - arn:aws:iam::111122223333:mfa/phone",
                #"Users - "ada""#,
            ]),
        AWSCase(
            "a device of root is switched off",
            identityRecord(
                "iam", "DeactivateMFADevice", request: #"{"serialNumber":"GAHT12345678"}"#, who: .root),
            [
                "modify AWS::::Account aws:111122223333 - account", #"RootMFADevices - "GAHT12345678""#,
                #"RootMFADevices - "credential-report""#,
            ] + CredentialUseTests.usedRoot),
        AWSCase(
            "a new virtual device is nobody's",
            identityRecord(
                "iam", "CreateVirtualMFADevice", request: #"{"path":"/","virtualMFADeviceName":"phone"}"#,
                response: #"{"virtualMFADevice":{"serialNumber":"arn:aws:iam::111122223333:mfa/phone"}}"#),
            [
                "create AWS::IAM::VirtualMFADevice aws:111122223333 - arn:aws:iam::111122223333:mfa/phone",
                "Users = default []", "Tags = []",
            ]),
        AWSCase(
            "a virtual device goes",
            identityRecord(
                "iam", "DeleteVirtualMFADevice",
                request: #"{"serialNumber":"arn:aws:iam::111122223333:mfa/phone"}"#),
            ["delete AWS::IAM::VirtualMFADevice aws:111122223333 - arn:aws:iam::111122223333:mfa/phone"]),
        AWSCase(
            "a device in step again",
            identityRecord(
                "iam", "ResyncMFADevice", request: #"{"userName":"ada","serialNumber":"GAHT12345678"}"#),
            ["irrelevant no-governed-property"]),
    ]

    @Test(arguments: cases) func `an event of credentials decodes to its changes`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }
}
