import Testing

@testable import WireFormats

@Suite struct AWSEventNameTests {
    static let names: [(given: String, plain: String)] = [
        ("CreateFunction20150331", "CreateFunction"), ("AddPermission20150331v2", "AddPermission"),
        ("UpdateDistribution2014_01_31", "UpdateDistribution"), ("RunInstances", "RunInstances"),
        ("CreateDistribution2020_05_31", "CreateDistribution"), ("GetObjectV2", "GetObjectV2"),
        ("20150331", "20150331"), ("PutThing2015033", "PutThing2015033"), ("Do2015-03-31", "Do2015-03-31"),
        ("", ""), ("v2", "v2"),
    ]

    @Test(arguments: names) func `a name loses its API date`(given: String, plain: String) {
        #expect(AWSEventName.withoutDate(given) == plain)
    }
}
