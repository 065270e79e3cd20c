/// The calls on trails, as CloudTrail records them.
enum TrailEvents {
    static func create(_ trail: EstateTrail, in account: EstateAccount) -> EventDraft {
        draft("CreateTrail", trail, account, settings(trail, trail.name), answer(trail, account))
    }

    static func update(_ trail: EstateTrail, in account: EstateAccount) -> EventDraft {
        draft(
            "UpdateTrail", trail, account, settings(trail, account.trailARN(trail)), answer(trail, account))
    }

    /// Starts or stops the trail, which is named by its name or its ARN.
    static func setLogging(_ on: Bool, of trail: EstateTrail, byARN: Bool, in account: EstateAccount)
        -> EventDraft
    {
        draft(on ? "StartLogging" : "StopLogging", trail, account, named(trail, byARN, account), "null")
    }

    static func delete(_ trail: EstateTrail, byARN: Bool, in account: EstateAccount) -> EventDraft {
        draft("DeleteTrail", trail, account, named(trail, byARN, account), "null")
    }

    private static func named(_ trail: EstateTrail, _ byARN: Bool, _ account: EstateAccount) -> String {
        #"{"name":"\#(byARN ? account.trailARN(trail) : trail.name)"}"#
    }

    private static func settings(_ trail: EstateTrail, _ name: String) -> String {
        let key = trail.keyARN.map { #","kmsKeyId":"\#($0)""# } ?? ""
        return
            #"{"name":"\#(name)","s3BucketName":"\#(trail.bucket)","includeGlobalServiceEvents":true,"#
            + #""isMultiRegionTrail":\#(trail.isMultiRegion),"#
            + #""enableLogFileValidation":\#(trail.validatesLogFiles)\#(key),"#
            + #""isOrganizationTrail":\#(trail.isOrganizationTrail)}"#
    }

    private static func answer(_ trail: EstateTrail, _ account: EstateAccount) -> String {
        let key = trail.keyARN.map { #","kmsKeyId":"\#($0)""# } ?? ""
        return
            #"{"name":"\#(trail.name)","s3BucketName":"\#(trail.bucket)","includeGlobalServiceEvents":true,"#
            + #""isMultiRegionTrail":\#(trail.isMultiRegion),"trailARN":"\#(account.trailARN(trail))","#
            + #""logFileValidationEnabled":\#(trail.validatesLogFiles)\#(key),"#
            + #""isOrganizationTrail":\#(trail.isOrganizationTrail)}"#
    }

    private static func draft(
        _ name: String, _ trail: EstateTrail, _ account: EstateAccount, _ request: String, _ response: String
    ) -> EventDraft {
        EventDraft(
            service: "cloudtrail", name: name, region: account.regions[trail.region], request: request,
            response: response)
    }
}

/// The calls on keys, as KMS records them.
enum KeyEvents {
    static func create(_ key: EstateKey, in account: EstateAccount, at seconds: Int) -> EventDraft {
        let policy =
            #"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"#
            + #"\"arn:aws:iam::\#(account.id):root\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}"#
        let common =
            #""description":"Data of \#(key.team)","keyUsage":"ENCRYPT_DECRYPT","origin":"AWS_KMS","#
            + #""multiRegion":false,"keySpec":"SYMMETRIC_DEFAULT","#
            + #""customerMasterKeySpec":"SYMMETRIC_DEFAULT""#
        return draft(
            "CreateKey", key, account,
            #"{\#(common),"policy":"\#(policy)","bypassPolicyLockoutSafetyCheck":false,"tags":[]}"#,
            #"{"keyMetadata":{"aWSAccountId":"\#(account.id)","keyId":"\#(key.id)","#
                + #""arn":"\#(account.keyARN(key))","#
                + #""creationDate":"\#(EventTime.american(seconds))","enabled":true,\#(common),"#
                + #""keyState":"Enabled","#
                + #""keyManager":"CUSTOMER","encryptionAlgorithms":["SYMMETRIC_DEFAULT"]}}"#)
    }

    static func setRotation(_ on: Bool, of key: EstateKey, in account: EstateAccount) -> EventDraft {
        draft(on ? "EnableKeyRotation" : "DisableKeyRotation", key, account, named(key), "null")
    }

    static func setEnabled(_ on: Bool, _ key: EstateKey, in account: EstateAccount) -> EventDraft {
        draft(on ? "EnableKey" : "DisableKey", key, account, named(key), "null")
    }

    static func scheduleDeletion(of key: EstateKey, in account: EstateAccount, at seconds: Int) -> EventDraft
    {
        draft(
            "ScheduleKeyDeletion", key, account, #"{"keyId":"\#(key.id)","pendingWindowInDays":30}"#,
            #"{"keyId":"\#(account.keyARN(key))","#
                + #""deletionDate":"\#(EventTime.american(seconds + 2_592_000))","#
                + #""keyState":"PendingDeletion","pendingWindowInDays":30}"#)
    }

    static func cancelDeletion(of key: EstateKey, in account: EstateAccount) -> EventDraft {
        draft("CancelKeyDeletion", key, account, named(key), #"{"keyId":"\#(account.keyARN(key))"}"#)
    }

    private static func named(_ key: EstateKey) -> String { #"{"keyId":"\#(key.id)"}"# }

    private static func draft(
        _ name: String, _ key: EstateKey, _ account: EstateAccount, _ request: String, _ response: String
    ) -> EventDraft {
        EventDraft(
            service: "kms", name: name, region: account.regions[key.region], request: request,
            response: response,
            resources: #"[{"accountId":"\#(account.id)","type":"AWS::KMS::Key","#
                + #""ARN":"\#(account.keyARN(key))"}]"#)
    }
}

/// The calls on settings of a whole account.
enum AccountEvents {
    static func update(_ policy: EstatePasswordPolicy) -> EventDraft {
        let age = policy.maximumAge > 0 ? #","maxPasswordAge":\#(policy.maximumAge)"# : ""
        return EventDraft(
            service: "iam", name: "UpdateAccountPasswordPolicy", region: "us-east-1",
            request: #"{"minimumPasswordLength":\#(policy.minimumLength),"#
                + #""requireSymbols":\#(policy.requiresSymbols),"#
                + #""requireNumbers":true,"requireUppercaseCharacters":true,"#
                + #""requireLowercaseCharacters":true,"#
                + #""allowUsersToChangePassword":true\#(age),"#
                + #""passwordReusePrevention":\#(policy.reusePrevention),"#
                + #""hardExpiry":false}"#)
    }

    static func deletePasswordPolicy() -> EventDraft {
        EventDraft(service: "iam", name: "DeleteAccountPasswordPolicy", region: "us-east-1")
    }

    static func setDiskEncryption(_ on: Bool, region: String, requestID: String) -> EventDraft {
        let name = on ? "EnableEbsEncryptionByDefault" : "DisableEbsEncryptionByDefault"
        return EventDraft(
            service: "ec2", name: name, region: region, request: #"{"\#(name)Request":""}"#,
            response: #"{"\#(name)Response":{"ebsEncryptionByDefault":\#(on),"requestId":"\#(requestID)","#
                + #""xmlns":"http://ec2.amazonaws.com/doc/2016-11-15/"}}"#)
    }
}
