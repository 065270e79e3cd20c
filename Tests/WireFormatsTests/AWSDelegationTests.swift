import Testing

/// Services that are delegated to a member of the organisation in their own words.
@Suite struct AWSDelegationTests {
    static let organization = "AWS::Organizations::Organization aws:111122223333 - organization"

    private static func element(_ service: String) -> String {
        #"{"AccountId":"999988887777","ServicePrincipal":"\#(service).amazonaws.com"}"#
    }

    private static func enabled(_ service: String) -> AWSCase {
        AWSCase(
            "\(service) comes to an administrator",
            cloudTrailRecord(
                service, "EnableOrganizationAdminAccount", request: #"{"adminAccountId":"999988887777"}"#),
            ["modify \(organization)", "DelegatedAdministrators + \(element(service))"])
    }

    private static func disabled(_ service: String) -> AWSCase {
        AWSCase(
            "\(service) leaves its administrator",
            cloudTrailRecord(
                service, "DisableOrganizationAdminAccount", request: #"{"adminAccountId":"999988887777"}"#),
            ["modify \(organization)", "DelegatedAdministrators - \(element(service))"])
    }

    private static let services = ["guardduty", "macie2", "securityhub"]

    static let cases: [AWSCase] =
        services.map(enabled) + services.map(disabled) + [
            AWSCase(
                "trails come to an administrator",
                cloudTrailRecord(
                    "cloudtrail", "RegisterOrganizationDelegatedAdmin",
                    request: #"{"memberAccountId":"999988887777"}"#),
                ["modify \(organization)", "DelegatedAdministrators + \(element("cloudtrail"))"]),
            AWSCase(
                "trails leave their administrator",
                cloudTrailRecord(
                    "cloudtrail", "DeregisterOrganizationDelegatedAdmin",
                    request: #"{"delegatedAdminAccountId":"999988887777"}"#),
                ["modify \(organization)", "DelegatedAdministrators - \(element("cloudtrail"))"]),
            AWSCase(
                "detectors are not governed", cloudTrailRecord("guardduty", "CreateDetector"),
                ["irrelevant not-governed"]),
        ]

    @Test(arguments: cases) func `a delegation is one of the organisation`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }
}
