import CloudModel
import Testing

@testable import Controls

@Suite struct TagMatchTests {
    @Test(arguments: [
        (Provider.aws, "Environment", "Development", true), (.aws, "environment", "Development", false),
        (.aws, "Environment", "development", false), (.azure, "environment", "Development", true),
        (.azure, "Environment", "development", false), (.gcp, "environment", "development", true),
        (.gcp, "environment", "test", false), (.aws, "Owner", "Development", false),
    ])
    func `each cloud compares tags by its own rules`(
        provider: Provider, key: String, value: String, matches: Bool
    ) {
        let match = TagMatch(provider)
        #expect(
            match.matches("Environment", ["Production", "Development"], [(key: key, value: value)]) == matches
        )
    }

    @Test func `a missing tag never excludes`() {
        #expect(!TagMatch(.gcp).matches("environment", ["development"], []))
    }
}
