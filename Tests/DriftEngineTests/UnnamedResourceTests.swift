import CloudModel
import Controls
import ResourceGraph
import Testing

@testable import DriftEngine

/// Events of which so much was left out that they name no resource: the list of their kind is not known until it is read.
@Suite struct UnnamedResourceTests {
    private static let catalog: ControlCatalog = {
        do {
            return try ControlCatalog.everything(in: try ControlLibrary.builtIn())
        } catch {
            preconditionFailure("the built-in controls do not compile: \(error)")
        }
    }()
    private static let control = "aws.config.config-enabled-all-regions"
    private static let kind = "AWS::Config::ConfigurationRecorder"

    private static func time(_ seconds: Int) -> String {
        Timestamp(seconds: 1_770_000_000 + Int64(seconds)).rfc3339
    }

    private static func closing(_ kind: String = kind, at seconds: Int) -> String {
        #"{"account":"111122223333","region":"eu-west-1","kind":"\#(kind)","inventory_id":"\#(kind)-\#(seconds)","#
            + #""started_at":"\#(time(seconds))","items":0,"complete":true}"#
    }

    /// An account with one region and no recorder in it.
    private static let before = [
        #"{"account":"111122223333","region":"","kind":"AWS::::Account","id":"account","#
            + #""observed_at":"\#(time(0))","properties":{"EnabledRegions":["eu-west-1"]}}"#,
        closing(at: 1),
    ]

    private static func truncated(at seconds: Int) -> String {
        Records.event(
            "config", "PutConfigurationRecorder", at: seconds,
            request: #"{"omitted":true,"originalSize":120000,"reason":"too large"}"#)
    }

    private static func verdict(_ fixture: EngineFixture) -> String? {
        let engine = fixture.engine
        return engine.verdicts.sortedKeys.first {
            engine.catalog.controls[Int($0.control)].facts.id == control
                && engine.graph.id(of: $0.subject).region == "eu-west-1"
        }.flatMap { engine.verdicts[$0]?.verdict.name }
    }

    private static func requests(_ fixture: EngineFixture) -> [RereadRequest] {
        fixture.effects.effects.compactMap { effect -> RereadRequest? in
            guard case .reread(let request) = effect, request.resource.kind.name == kind else { return nil }
            return request
        }
    }

    private static func folded(_ records: [String]) -> EngineFixture {
        var fixture = EngineFixture(catalog: catalog)
        for record in records { fixture.take(record) }
        return fixture
    }

    @Test func `the list of the kind is asked for once, and its verdicts are unknown until it is there`()
        throws
    {
        var fixture = Self.folded(Self.before)
        #expect(Self.verdict(fixture) == "fail")
        for _ in 0..<2 { fixture.take(Self.truncated(at: 100)) }
        #expect(Self.verdict(fixture) == "unknown")
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
        let request = try #require(Self.requests(fixture).first)
        #expect(Self.requests(fixture).count == 1)
        #expect(request.resource.nativeID.isEmpty && request.resource.region == "eu-west-1")
        #expect(request.reason == "event names no resource")
        #expect(
            request.newerThan == Timestamp(seconds: 1_770_000_100) && request.deadline > fixture.engine.time)
        #expect(request.calls.contains("config:DescribeConfigurationRecorders"))
        // Whoever began to list when the event happened may have missed what it did.
        fixture.take(Self.closing(at: 100))
        #expect(Self.verdict(fixture) == "unknown")
        fixture.take(Self.closing(at: 101))
        #expect(Self.verdict(fixture) == "fail")
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
        fixture.take(Self.truncated(at: 200))
        #expect(Self.requests(fixture).count == 2 && Self.verdict(fixture) == "unknown")
    }

    @Test func `an event that comes behind the list that answers it asks for nothing`() {
        let fixture = Self.folded(Self.before + [Self.closing(at: 101), Self.truncated(at: 100)])
        #expect(Self.requests(fixture).isEmpty && Self.verdict(fixture) == "fail")
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
    }

    @Test func `every order of the records ends in the same`() {
        let records = Self.before + [Self.truncated(at: 100), Self.closing(at: 150), Self.truncated(at: 200)]
        let wanted = Self.folded(records)
        for turn in records.indices {
            let turned = Array(records[turn...] + records[..<turn])
            for order in [turned, turned.reversed()] {
                let fixture = Self.folded(order + [records[turn]])
                #expect(fixture.verdicts == wanted.verdicts)
                #expect(fixture.openFindings == wanted.openFindings)
                #expect(fixture.verdicts == fixture.verdictsFromScratch)
            }
        }
    }

    @Test func `the stand-in is nobody's subject`() {
        let fixture = Self.folded(
            Self.before + [
                Records.event("ec2", "AuthorizeSecurityGroupIngress", at: 1, request: #"{"omitted":true}"#)
            ])
        #expect(!fixture.verdicts.contains { $0.contains(" * ") })
    }

    @Test func `a restart asks for nothing again`() throws {
        var fixture = Self.folded(Self.before + [Self.truncated(at: 100)])
        var again = EngineFixture(catalog: Self.catalog)
        for record in fixture.engine.drainState() { try again.engine.restore(record) }
        again.engine.finishRestoring()
        #expect(again.verdicts == fixture.verdicts)
        again.take(Self.truncated(at: 100))
        #expect(Self.requests(again).isEmpty)
        again.take(Self.closing(at: 150))
        fixture.take(Self.closing(at: 150))
        #expect(again.verdicts == fixture.verdicts && Self.verdict(again) == "fail")
    }
}
