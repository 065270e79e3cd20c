import Testing

@Suite struct AccountEventsTests {
    static let cases: [AWSCase] = [
        AWSCase(
            "the contact is filled in",
            identityRecord(
                "account", "PutContactInformation",
                request:
                    #"{"contactInformation":{"fullName":"HIDDEN_DUE_TO_SECURITY_REASONS","phoneNumber":"+1","city":"Bern","addressLine1":"a","countryCode":"CH","postalCode":"3000"}}"#
            ),
            [
                "modify AWS::::Account aws:111122223333 - account",
                #"ContactInformation = ["AddressLine1","City","CountryCode","FullName","PhoneNumber","PostalCode"]"#,
            ]),
        AWSCase(
            "a contact that is not shown",
            identityRecord("account", "PutContactInformation", request: "{}"),
            ["modify AWS::::Account aws:111122223333 - account", "ContactInformation = ?"]),
        AWSCase(
            "a security contact",
            identityRecord(
                "account", "PutAlternateContact",
                request: #"{"alternateContactType":"SECURITY","name":"x","emailAddress":"x@example.com"}"#),
            ["modify AWS::::Account aws:111122223333 - account", #"AlternateContacts + "SECURITY""#]),
        AWSCase(
            "a security contact goes",
            identityRecord(
                "account", "DeleteAlternateContact", request: #"{"alternateContactType":"SECURITY"}"#),
            ["modify AWS::::Account aws:111122223333 - account", #"AlternateContacts - "SECURITY""#]),
        AWSCase(
            "another account's contact is foreign",
            identityRecord(
                "account", "DeleteAlternateContact",
                request: #"{"accountId":"999988887777","alternateContactType":"SECURITY"}"#),
            ["irrelevant foreign"]),
        AWSCase(
            "a new address",
            identityRecord(
                "account", "AcceptPrimaryEmailUpdate", request: #"{"primaryEmail":"x@example.com"}"#,
                response: #"{"status":"ACCEPTED"}"#),
            ["touch AWS::::Account aws:111122223333 - account"]),
        AWSCase(
            "an account's name is no property",
            identityRecord("account", "PutAccountName", request: #"{"accountName":"x"}"#),
            ["irrelevant no-governed-property"]),
    ]

    @Test(arguments: cases) func `an event of account management decodes to its changes`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }
}
