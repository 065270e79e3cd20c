import CloudModel
import Controls
import Simulation
import Testing

@testable import DriftEngine

/// A suppression of a resource accepts its failure as it was seen, and no more than that.
@Suite struct SuppressionOutgrowthTests {
    static func catalog(_ scope: String = #"{"resource":"sg-1"}"#, approved: Int64 = -1_000) throws
        -> ControlCatalog
    {
        let text = #"""
            {"id":"s-1","control":"\#(SuppressionConditionTests.control)","scope":\#(scope),"reason":"bastion",
             "requested_by":"ida","approval":{"by":"bo","at":"\#(FeedTests.instant(approved).rfc3339)"},
             "created":"2026-01-20T00:00:00Z","expires":"\#(FeedTests.instant(1_000_000).rfc3339)"}
            """#
        return try ControlCatalog(
            ControlLibrary.builtIn().keeping([SuppressionConditionTests.control]), profiles: [],
            suppressions: [Suppression(json: Array(text.utf8))])
    }

    private func fixture(
        _ lines: [String], _ catalog: ControlCatalog, options: EngineOptions = EngineOptions()
    ) -> EngineFixture {
        var fixture = EngineFixture(catalog: catalog, options: options)
        for line in lines { fixture.take(line) }
        return fixture
    }

    static func rule(_ name: String, at seconds: Int, port: Int, cidr: String = "0.0.0.0/0") -> String {
        Records.event("ec2", name, at: seconds, request: Records.rule(cidr, port: port))
    }

    static func open(at seconds: Int, port: Int = 3389) -> String {
        rule("AuthorizeSecurityGroupIngress", at: seconds, port: port)
    }

    static func close(at seconds: Int, port: Int = 3389) -> String {
        rule("RevokeSecurityGroupIngress", at: seconds, port: port)
    }

    static let seen = Records.inventory(at: 0, rules: OriginTests.openRule)

    @Test func `it survives what does not change what fails`() throws {
        let told = fixture(
            [
                Self.seen, SuppressionConditionTests.tag("CreateTags", at: 200),
                Self.open(at: 300, port: 443),
                Self.rule("AuthorizeSecurityGroupIngress", at: 400, port: 3389, cidr: "10.0.0.0/8"),
                Records.inventory(
                    at: 900,
                    rules:
                        #"[{"IpProtocol":"tcp","FromPort":22,"ToPort":22,"CidrIp":"0.0.0.0/0","Description":"x"}]"#
                ),
            ], try Self.catalog())
        #expect(told.findings.map(\.status).allSatisfy { $0 == .suppressed })
        #expect(told.engine.openFindings().map(\.finding.status) == [.suppressed])
    }

    @Test func `it ends with the event that makes the failure worse, which is the cause`() throws {
        let told = fixture([Self.seen, Self.open(at: 500)], try Self.catalog(approved: 100))
        #expect(told.findings.map(\.status) == [.open, .open])
        let later = fixture([Self.seen, Self.open(at: 500)], try Self.catalog())
        let last = try #require(later.findings.last)
        #expect(later.findings.map(\.status) == [.suppressed, .open])
        #expect(!last.isBaseline && last.cause?.eventID == "AuthorizeSecurityGroupIngress-500")
        #expect(last.suppression?.standing == .outgrown(since: FeedTests.instant(500)))
        let alerts = later.effects.effects.filter { if case .alert = $0 { true } else { false } }
        #expect(alerts.count == 1)
    }

    @Test func `what it accepts is what the control listed when it was approved`() throws {
        let lines = [Self.seen, Self.open(at: 500), SuppressionConditionTests.tag("CreateTags", at: 700)]
        var told = fixture(lines, try Self.catalog(approved: 600))
        told.engine.tick(FeedTests.instant(800), into: &told.effects)
        while !told.engine.isSettled { told.engine.work(into: &told.effects) }
        #expect(told.findings.last?.status == .suppressed)
        told.take(Self.open(at: 900, port: 20))
        #expect(told.findings.last?.status == .suppressed, "port 20 is no port that the control minds")
        told.take(Records.open(at: 1_000, cidr: "0.0.0.0/1"))
        #expect(told.findings.last?.status == .open, "half the internet more is more")
    }

    @Test func `it stays ended until the failure is over, whatever is taken away meanwhile`() throws {
        var told = fixture([Self.seen, Self.open(at: 500), Self.close(at: 600)], try Self.catalog())
        #expect(told.findings.last?.status == .open)
        told.take(Self.open(at: 700))
        told.take(Self.close(at: 800, port: 22))
        #expect(told.findings.last?.status == .open)
        told.take(Self.close(at: 900))
        #expect(told.findings.last?.status == .resolved)
        told.take(Self.open(at: 1_000, port: 22))
        #expect(told.findings.last?.status == .suppressed && told.findings.last?.occurrence == 2)
    }

    @Test func `one of all resources of an account accepts whatever fails there`() throws {
        let told = fixture(
            [Self.seen, Self.open(at: 500)], try Self.catalog(#"{"account":"111122223333"}"#))
        #expect(told.engine.openFindings().map(\.finding.status) == [.suppressed])
    }

    @Test func `what a reading adds to what was not known whole is accepted`() throws {
        let both =
            #"[{"IpProtocol":"tcp","FromPort":22,"ToPort":22,"CidrIp":"0.0.0.0/0"},"#
            + #"{"IpProtocol":"tcp","FromPort":3389,"ToPort":3389,"CidrIp":"0.0.0.0/0"}]"#
        let told = fixture(
            [Self.open(at: 100, port: 22), Records.inventory(at: 500, rules: both)], try Self.catalog())
        #expect(told.engine.openFindings().map(\.finding.status) == [.suppressed])
        let drift = fixture([Self.seen, Records.inventory(at: 500, rules: both)], try Self.catalog())
        #expect(drift.engine.openFindings().map(\.finding.status) == [.open])
    }

    static let lines = [
        seen, open(at: 500), close(at: 600), close(at: 700, port: 22), open(at: 800, port: 22),
        SuppressionConditionTests.tag("CreateTags", at: 850), open(at: 900),
    ]

    @Test(arguments: 1...7, [-1_000, 550, 750] as [Int64])
    func `any order and duplication ends in the same finding`(count: Int, approved: Int64) throws {
        let catalog = try Self.catalog(approved: approved)
        let lines = Array(Self.lines.prefix(count))
        let expected = fixture(lines, catalog)
        var random = SeededGenerator(seed: UInt64(count))
        for _ in 0..<100 {
            let doubled = lines + lines.filter { _ in random.below(3) == 0 }
            var other = fixture(doubled.shuffled(using: &random), catalog)
            // An approval comes into force by the clock.
            for _ in 0..<2 { other.engine.work(into: &other.effects) }
            #expect(other.openFindings == expected.openFindings)
            #expect(
                other.engine.openFindings().map(\.finding.suppression)
                    == expected.engine.openFindings().map(\.finding.suppression))
        }
    }

    @Test func `that it has ended outlives a restart and the history that told it`() throws {
        let catalog = try Self.catalog()
        var options = EngineOptions()
        options.historyWindowSeconds = 1_800
        let told = fixture([Self.seen, Self.open(at: 500), Self.close(at: 600)], catalog, options: options)
        #expect(told.findings.last?.status == .open)
        var copy = EngineFixture(catalog: catalog, options: options)
        for record in told.engine.drainState() { try copy.engine.restore(record) }
        copy.engine.finishRestoring()
        // The rule that was too much is forgotten with the history.
        copy.take(Self.open(at: 90_000, port: 443))
        copy.take(Self.rule("AuthorizeSecurityGroupIngress", at: 99_000, port: 22, cidr: "10.0.0.0/8"))
        copy.take(Records.open(at: 99_500))
        #expect(copy.engine.openFindings().map(\.finding.status) == [.open])
        #expect(copy.findings.allSatisfy { $0.status == .open })
    }
}
