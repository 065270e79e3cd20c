import CloudModel
import JSONTokens
import Testing

@testable import ResourceGraph

/// Readings that look for what was created moments ago and do not find it yet; times are seconds.
@Suite struct NotYetVisibleTests {
    private static let account = AccountKey("aws:111122223333")
    private static let group = ResourceID(
        kind: KindCatalog.kind("AWS::EC2::SecurityGroup"), account: account, region: "eu-west-1",
        nativeID: "sg-1")
    private static let vpc = ResourceID(
        kind: KindCatalog.kind("AWS::EC2::VPC"), account: account, region: "eu-west-1", nativeID: "vpc-1")

    private static func change(
        of id: ResourceID = group, _ seconds: Int64, _ lifecycle: ResourceChange.Lifecycle,
        seen isObservation: Bool = false, _ writes: [PropertyWrite] = []
    ) -> GraphChange {
        let cause = CauseRecord(
            eventID: "\(isObservation)-\(seconds)", time: Timestamp(seconds: seconds), action: "a",
            actor: nil,
            isObservation: isObservation)
        return .resource(ResourceChange(resource: id, cause: cause, lifecycle: lifecycle, writes: writes))
    }

    private static func named(_ name: String) -> [PropertyWrite] {
        [.set(group.kind.property("GroupName"), FlatValue(name))]
    }

    private static func created(_ seconds: Int64) -> GraphChange { change(seconds, .create, named("web")) }
    private static func missed(_ seconds: Int64) -> GraphChange { change(seconds, .delete, seen: true) }
    private static func seen(_ seconds: Int64) -> GraphChange {
        change(seconds, .modify, seen: true, named("web"))
    }
    private static func deleted(_ seconds: Int64) -> GraphChange { change(seconds, .delete) }
    private static func closed(_ seconds: Int64) -> GraphChange {
        .scope(
            ScopeClosing(
                inventoryID: "i-\(seconds)", account: account, region: "eu-west-1", kind: group.kind,
                startedAt: Timestamp(seconds: seconds), itemCount: 0))
    }

    private static let cases: [(claim: String, changes: [GraphChange], wanted: Existence)] = [
        ("missed at once it may come yet", [created(100), missed(105)], .ambiguous),
        ("missed in the second of its creation it may come yet", [created(100), missed(100)], .ambiguous),
        ("missed again and again it may come yet", [created(100), missed(105), missed(159)], .ambiguous),
        ("missed once it has had its time it is gone", [created(100), missed(105), missed(160)], .absent),
        ("missed and then found it is there", [created(100), missed(105), seen(110)], .exists),
        (
            "missed and then written to it is there", [created(100), missed(105), change(110, .modify)],
            .exists
        ),
        ("missed after its deletion it is gone", [created(100), deleted(103), missed(105)], .absent),
        ("missed before its deletion it is gone", [created(100), missed(105), deleted(110)], .absent),
        ("missed without a creation it is gone", [change(100, .modify), missed(105)], .absent),
        ("missed before a creation it is there", [seen(50), missed(90), created(100)], .exists),
        (
            "one that came again is not gone with the first",
            [created(10), deleted(50), created(100), missed(105)], .ambiguous
        ),
        ("a list begun at once need not have it", [created(100), closed(105)], .ambiguous),
        ("a list begun later must have it", [created(100), closed(105), closed(160)], .absent),
        (
            "a list that came too soon hides nothing seen since", [created(100), closed(105), seen(106)],
            .exists
        ),
        ("what was deleted is in no list", [created(100), deleted(103), closed(105)], .absent),
        (
            "created and deleted in one second and seen long after it is there",
            [created(100), deleted(100), seen(200)], .exists
        ),
    ]

    @Test(arguments: cases.indices) func `absence is believed once a creation has had its time, in any order`(
        index: Int
    ) {
        let example = Self.cases[index]
        for order in Self.permutations(example.changes) {
            let graph = ResourceGraph()
            for change in order + [order[0]] { _ = graph.apply(change) }
            let handle = graph.handle(of: Self.group)
            #expect(handle.map { graph.existence(of: $0) } == example.wanted, "\(example.claim)")
        }
    }

    @Test func `what a creation wrote is known when it is found after all, and nothing of a former life`()
        throws
    {
        for order in Self.permutations([Self.seen(10), Self.deleted(50), Self.created(100), Self.missed(105)])
        {
            let graph = ResourceGraph()
            for change in order { _ = graph.apply(change) }
            let handle = try #require(graph.handle(of: Self.group))
            let name = Self.group.kind.property("GroupName")
            #expect(graph.reading(name, of: handle).value == FlatValue("web"))
            #expect(graph.reading(name, of: handle).time == Timestamp(seconds: 100))
            #expect(graph.missedAt(handle) == Timestamp(seconds: 105))
            _ = graph.apply(Self.missed(160))
            #expect(graph.missedAt(handle) == nil && graph.end(of: handle) == Timestamp(seconds: 160))
        }
    }

    @Test func `nothing goes with a network that is not visible yet`() throws {
        let inside = Self.change(120, .create, [.set(Self.group.kind.property("VpcId"), FlatValue("vpc-1"))])
        let changes = [
            Self.change(of: Self.vpc, 100, .create), inside,
            Self.change(of: Self.vpc, 130, .delete, seen: true),
        ]
        for order in Self.permutations(changes) {
            let graph = ResourceGraph()
            for change in order { _ = graph.apply(change) }
            let handle = try #require(graph.handle(of: Self.group))
            #expect(graph.existence(of: handle) == .exists)
            _ = graph.apply(Self.change(of: Self.vpc, 160, .delete, seen: true))
            #expect(graph.existence(of: handle) == .absent)
        }
    }

    @Test func `the doubt is stored, and shared with other accounts`() throws {
        for doubt in [Self.missed(105), Self.closed(105)] {
            let graph = ResourceGraph()
            for change in [Self.created(100), doubt] { _ = graph.apply(change) }
            let handle = try #require(graph.handle(of: Self.group))
            let other = ResourceID(
                kind: Self.group.kind, account: AccountKey("aws:444455556666"), region: "eu-west-1",
                nativeID: "sg-1")
            let copy = ResourceGraph()
            for change in graph.sharedChanges(of: handle, Self.group.kind.schema.allProperties, as: other) {
                _ = copy.apply(.resource(change))
            }
            #expect(copy.handle(of: other).map { copy.existence(of: $0) } == .ambiguous)
        }
    }

    private static func permutations(_ changes: [GraphChange]) -> [[GraphChange]] {
        guard changes.count > 1 else { return [changes] }
        return changes.indices.flatMap { index -> [[GraphChange]] in
            var rest = changes
            let first = rest.remove(at: index)
            return permutations(rest).map { [first] + $0 }
        }
    }
}
