import CloudModel
import Controls
import Simulation
import Testing
import WireFormats

@testable import DriftEngine

/// Inventories that are asked for because they are old.
@Suite struct CadenceTests {
    private static let start = FeedTests.firstHour

    private static func catalog(_ profiles: String...) throws -> ControlCatalog {
        try ControlCatalog(
            try ControlLibrary.builtIn(), profiles: profiles.map { try Profile(json: Array($0.utf8)) })
    }

    /// A complete inventory without items that began a number of hours after the start.
    private static func inventory(
        _ account: String, _ kind: String = "AWS::EC2::SecurityGroup", region: String = "eu-west-1",
        atHour hour: Int64 = 0
    ) -> String {
        let began = start.advanced(byNanoseconds: hour * 3_600_000_000_000).rfc3339
        return
            #"{"inventory_id":"i-\#(hour)","account":"aws:\#(account)","region":"\#(region)","kind":"\#(kind)","#
            + #""started_at":"\#(began)","items":0,"complete":true}"#
    }

    private static func tick(_ fixture: inout EngineFixture, hours: Double) {
        fixture.engine.tick(
            start.advanced(byNanoseconds: Int64(hours * 3_600_000_000_000)), into: &fixture.effects)
    }

    /// What was asked for because of its age, since the effects were last thrown away.
    private static func asked(_ fixture: inout EngineFixture) -> [String] {
        defer { fixture.effects.removeAll() }
        return fixture.effects.effects.compactMap {
            guard case .reread(let request) = $0, request.reason.hasPrefix("inventory older") else {
                return nil
            }
            let scope = request.resource
            return "\(scope.account.id) \(scope.kind.name) \(scope.region), \(request.reason)"
        }
    }

    private static let production = text("111122223333", "SecurityGroup", hours: 24)
    private static let development = text("444455556666", "SecurityGroup", hours: 96)

    private static func text(_ account: String, _ kind: String, hours: Int) -> String {
        "\(account) AWS::EC2::\(kind) eu-west-1, inventory older than \(hours) hours"
    }

    @Test func `each environment's inventories are asked for at its own age, once each time`() throws {
        var fixture = EngineFixture(
            catalog: try Self.catalog(
                #"{"provider":"AWS","accounts":["111122223333"],"reread_hours":24}"#,
                #"{"provider":"AWS","accounts":["444455556666"],"reread_hours":96}"#))
        fixture.take(Self.inventory("111122223333"))
        fixture.take(Self.inventory("444455556666"))
        Self.tick(&fixture, hours: 1)
        #expect(Self.asked(&fixture) == [])
        Self.tick(&fixture, hours: 23.9)
        #expect(Self.asked(&fixture) == [])
        Self.tick(&fixture, hours: 24.1)
        #expect(Self.asked(&fixture) == [Self.production])
        Self.tick(&fixture, hours: 47)
        #expect(Self.asked(&fixture) == [])
        Self.tick(&fixture, hours: 100)
        #expect(Self.asked(&fixture) == [Self.production, Self.development])
        fixture.take(Self.inventory("111122223333", atHour: 99))
        Self.tick(&fixture, hours: 122)
        #expect(Self.asked(&fixture) == [])
        Self.tick(&fixture, hours: 123)
        #expect(Self.asked(&fixture) == [Self.production])
    }

    @Test func `of several profiles the least counts, and none asks for what it does not cover`() throws {
        var fixture = EngineFixture(
            catalog: try Self.catalog(
                #"{"provider":"AWS","levels":["L2"],"reread_hours":48,"regions":["eu-west-1"]}"#,
                #"{"provider":"AWS","reread_hours":24,"resources":[{"type":"SECURITY_GROUP"}]}"#,
                #"{"provider":"AWS"}"#))
        fixture.take(Self.inventory("111122223333"))
        fixture.take(Self.inventory("111122223333", "AWS::EC2::VPC"))
        fixture.take(Self.inventory("111122223333", "AWS::EC2::VPC", region: "us-east-1"))
        Self.tick(&fixture, hours: 30)
        #expect(Self.asked(&fixture) == [Self.production])
        Self.tick(&fixture, hours: 50)
        #expect(
            Self.asked(&fixture) == [Self.production, Self.text("111122223333", "VPC", hours: 48)])
    }

    @Test func `what was asked for is not asked for again after a restart, and what fell due meanwhile is`()
        throws
    {
        let catalog = try Self.catalog(#"{"provider":"AWS","reread_hours":24}"#)
        let store = MemoryStore()
        var fixture = EngineFixture(catalog: catalog)
        fixture.take(Self.inventory("111122223333"))
        Self.tick(&fixture, hours: 25)
        #expect(Self.asked(&fixture) == [Self.production])
        try store.write(
            fixture.engine.drainState(), StorePlace(next: 1, commit: 1, time: fixture.engine.time))

        var again = EngineFixture(catalog: catalog)
        try again.engine.takeUp(store, at: fixture.engine.time)
        Self.tick(&again, hours: 26)
        #expect(Self.asked(&again) == [])

        var later = EngineFixture(catalog: catalog)
        try later.engine.takeUp(store, at: fixture.engine.time)
        Self.tick(&later, hours: 49)
        #expect(Self.asked(&later) == [Self.production])
    }

    @Test func `each time it falls due the wish has an id of its own, the same after a crash`() throws {
        let catalog = try Self.catalog(#"{"provider":"AWS","reread_hours":24}"#)
        func ids(until hours: [Double]) -> [String] {
            var fixture = EngineFixture(catalog: catalog)
            fixture.take(Self.inventory("111122223333"))
            for hour in [1] + hours { Self.tick(&fixture, hours: hour) }
            return fixture.effects.effects.compactMap {
                guard case .reread(let request) = $0, request.reason.hasPrefix("inventory older") else {
                    return nil
                }
                return EffectEncoder().encode($0).header("ce_id")
            }
        }
        let told = ids(until: [25, 50, 75])
        #expect(told.count == 3 && Set(told).count == 3)
        #expect(ids(until: [24.2, 30, 48.5, 74]) == told)
    }

    @Test func `without a profile that says so nothing is asked for`() {
        var fixture = EngineFixture()
        fixture.take(Self.inventory("111122223333"))
        Self.tick(&fixture, hours: 1)
        Self.tick(&fixture, hours: 10_000)
        #expect(Self.asked(&fixture) == [])
    }
}
