import CloudModel
import ResourceGraph
import Simulation
import Testing

@testable import DriftEngine

/// Trails of an organisation in its member accounts.
@Suite struct OrganizationTrailTests {
    typealias Of = OrganizationRecords
    static let control = "cloudtrail.cloudtrail-multi-region-enabled"
    static let apart = [[SharedWorld.management], SharedWorld.members]

    private static let opening =
        SharedWorld.members.flatMap { Of.bare($0, at: 0) } + [
            Of.join(SharedWorld.members[0], at: 10), Of.accept(SharedWorld.members[1], at: 20),
            Of.createTrail(at: 30), Of.onTrail("StartLogging", at: 31),
        ]

    private func verdicts(_ world: SharedWorld) -> [String] {
        SharedWorld.members.map { world.verdict(Self.control, $0) }
    }

    @Test(arguments: [[[]], apart, [[SharedWorld.members[0]], []]])
    func `a trail of the organisation turns the member accounts' verdicts`(owned: [[String]]) {
        var world = SharedWorld(owned)
        world.take(SharedWorld.members.flatMap { Of.bare($0, at: 0) })
        #expect(verdicts(world) == ["fail", "fail"])
        world.take(Array(Self.opening.dropFirst(4)))
        #expect(verdicts(world) == ["pass", "pass"])
        #expect(world.verdict(Self.control, SharedWorld.management) == "pass")
        #expect(world.verdicts == world.verdictsFromScratch)
    }

    @Test(arguments: [
        Of.onTrail("StopLogging", at: 40), Of.onTrail("DeleteTrail", at: 40),
        Of.update(at: 40, isOfOrganization: false),
    ])
    func `members lose it as the trail goes, and a finding names who did it`(
        record: (account: String, text: String)
    ) {
        var world = SharedWorld(Self.apart)
        world.take(Self.opening)
        world.take(record)
        #expect(verdicts(world) == ["fail", "fail"])
        let drifted = world.findings.filter { finding in
            finding.control.id == "aws." + Self.control && finding.cause?.actor?.name == "ida"
                && finding.status == .open && SharedWorld.members.contains(finding.subject.account.id)
        }
        let instant = Timestamp(seconds: 1_770_000_040)
        #expect(drifted.suffix(2).map { $0.cause?.time } == [instant, instant])
        #expect(drifted.suffix(2).map(\.subject.account.id) == SharedWorld.members)
    }

    @Test func `who leaves or is removed loses it, who comes back has it again`() {
        var world = SharedWorld(Self.apart)
        world.take(Self.opening)
        world.take(Of.remove(SharedWorld.members[0], at: 40))
        #expect(verdicts(world) == ["fail", "pass"])
        world.take(Of.leave(SharedWorld.members[1], at: 41))
        #expect(verdicts(world) == ["fail", "fail"])
        world.take(Of.accept(SharedWorld.members[0], at: 50))
        #expect(verdicts(world) == ["pass", "fail"])
    }

    @Test func `a member's list without the trail takes it from nobody`() {
        var world = SharedWorld(Self.apart)
        world.take(Self.opening)
        world.take(SharedWorld.members.map { Of.closing($0, "AWS::CloudTrail::Trail", at: 90) })
        #expect(verdicts(world) == ["pass", "pass"])
        world.take(Of.onTrail("DeleteTrail", at: 95))
        #expect(verdicts(world) == ["fail", "fail"])
        #expect(world.verdicts == world.verdictsFromScratch)
    }

    @Test func `the trail is nobody's subject but its owner's`() {
        var world = SharedWorld(Self.apart)
        world.take(Self.opening)
        let judged = world.verdicts.filter { $0.contains(":trail/all") || $0.contains(" all ") }
        #expect(judged.allSatisfy { $0.contains("aws:\(SharedWorld.management) ") })
        #expect(!judged.isEmpty)
    }

    @Test func `a shadow trail in a member's own list is the same trail, and no subject either`() {
        var world = SharedWorld(Self.apart)
        let member = SharedWorld.members[0]
        world.take(Of.bare(member, at: 0))
        world.take(
            Of.seen(
                member, "AWS::CloudTrail::Trail", "all", at: 5,
                #""TrailARN":"\#(Of.trail)","IsMultiRegionTrail":true,"IsLogging":true,"EventSelectors":null,"#
                    + #""AdvancedEventSelectors":null,"IsOrganizationTrail":true"#))
        #expect(world.verdict(Self.control, member) == "pass")
        #expect(!world.verdicts.contains { $0.contains("cloudtrail-kms-encrypted aws:\(member)") })
        world.take([Of.join(member, at: 10), Of.createTrail(at: 1), Of.onTrail("StopLogging", at: 12)])
        #expect(world.verdict(Self.control, member) == "fail")
        world.take(Of.onTrail("DeleteTrail", at: 13))
        #expect(
            world.engines[1].engine.graph.allHandles.count { world.engines[1].engine.graph.isCopy($0) } == 1)
    }

    @Test func `what is not shared is not told, and nothing is told twice`() {
        var world = SharedWorld(Self.apart)
        world.take(Self.opening)
        let told = world.exchanged
        let selected = world.take(
            Of.event(
                SharedWorld.management, "cloudtrail", "UpdateTrail", at: 40,
                #"{"name":"\#(Of.trail)","enableLogFileValidation":false}"#))
        #expect(selected.changedResources > 0)
        #expect(selected.sharedFacts == 0)
        world.take(Self.opening)
        #expect(world.exchanged == told)
        #expect(world.take(Of.onTrail("StopLogging", at: 50)).sharedFacts == 2)
    }

    @Test func `a restart in the middle changes nothing and tells nothing again`() throws {
        var whole = SharedWorld(Self.apart)
        whole.take(Self.opening + [Of.onTrail("StopLogging", at: 40)])
        for place in Self.opening.indices {
            for index in 0...1 {
                var world = SharedWorld(Self.apart)
                world.take(Array(Self.opening[...place]))
                try world.restart(index)
                world.take(Array(Self.opening[(place + 1)...]) + [Of.onTrail("StopLogging", at: 40)])
                #expect(world.verdicts == whole.verdicts, "restart \(index) after \(place)")
                #expect(world.openFindings == whole.openFindings, "restart \(index) after \(place)")
                #expect(world.exchanged == whole.exchanged, "restart \(index) after \(place)")
            }
        }
    }

    @Test(arguments: 0..<24)
    func `any order, any number and any sharing out of the accounts give the same`(seed: UInt64) {
        let members = SharedWorld.members
        let records =
            Self.opening + [
                Of.onTrail("StopLogging", at: 40), Of.remove(members[0], at: 41),
                Of.onTrail("StartLogging", at: 42), Of.leave(members[1], at: 43),
                Of.accept(members[0], at: 50), Of.update(at: 55, isOfOrganization: false),
                Of.update(at: 60, isOfOrganization: true),
            ] + [Of.onTrail("DeleteTrail", at: 70)].filter { _ in seed.isMultiple(of: 3) }
        var one = SharedWorld([[]])
        one.take(records)
        var random = SeededGenerator(seed: seed)
        let shuffled = (records + records.filter { _ in Bool.random(using: &random) }).shuffled(
            using: &random)
        for owned in [[[]], Self.apart, [[members[0]], []]] {
            var world = SharedWorld(owned)
            world.take(shuffled)
            let news = Set(world.verdicts).symmetricDifference(one.verdicts).sorted()
            #expect(news == [])
            #expect(world.openFindings == one.openFindings)
            let wrong = Set(world.verdicts).symmetricDifference(world.verdictsFromScratch).sorted()
            #expect(wrong == [])
        }
    }
}
