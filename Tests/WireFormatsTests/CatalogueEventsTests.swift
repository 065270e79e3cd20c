import Testing

@testable import WireFormats

/// The events that the catalogue of controls names, for the sources about identities.
@Suite(.enabled(if: PublishedData.exists)) struct CatalogueEventsTests {
    static let sources: Set<String> = [
        "access-analyzer", "account", "iam", "organizations", "signin", "sso", "sts",
    ]

    /// What changes nothing although a control listens to it, with the reason.
    static let withoutEffect = [
        "iam:DeletePolicyVersion": "only a version that is not the default can be deleted"
    ]

    static let events: [String] = {
        let table = CommaTable(PublishedData.bytes(PublishedData.folder + "/../catalogue/cis-aws-events.csv"))
        return (table?.rows ?? []).compactMap { row in
            let source = table?.field("event_source", of: row)?.replacing(".amazonaws.com", with: "") ?? ""
            guard sources.contains(source), let name = table?.field("normalized_name", of: row) else {
                return nil
            }
            return "\(source):\(name)"
        }
    }()

    @Test func `the catalogue names events of every source`() {
        #expect(Set(Self.events.map { String($0.prefix { $0 != ":" }) }) == Self.sources)
    }

    @Test(arguments: events) func `an event that a control listens to has a fold`(event: String) {
        let parts = event.split(separator: ":").map { String($0) }
        let service = AWSServices.byName[parts[0]]
        if Self.withoutEffect[event] != nil {
            #expect(service?.withoutEffect.contains(parts[1]) == true)
        } else {
            #expect(service?.folds[parts[1]] != nil)
        }
    }
}
