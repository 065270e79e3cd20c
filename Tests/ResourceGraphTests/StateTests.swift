import CloudModel
import JSONTokens
import Testing

@testable import ResourceGraph

@Suite struct StateTests {
    @Test(arguments: OrderFreedomTests.seeds.prefix(100))
    func `a graph put back from its stored form reads the same and goes on the same`(seed: UInt64) throws {
        var source = RandomChanges(seed: seed)
        let changes = source.make(count: 40)
        let graph = ResourceGraph()
        for change in changes.prefix(25) { _ = graph.apply(change) }
        let copy = ResourceGraph()
        for handle in graph.allHandles {
            try copy.restoreResource(graph.id(of: handle), graph.storedResource(handle))
        }
        for handle in graph.allHandles {
            try copy.restoreScope(graph.id(of: handle), graph.storedScope(of: graph.id(of: handle)))
        }
        #expect(snapshot(copy) == snapshot(graph))
        for change in changes.dropFirst(25) {
            _ = graph.apply(change)
            _ = copy.apply(change)
        }
        #expect(
            snapshot(copy, asOf: Timestamp(seconds: 1_100))
                == snapshot(graph, asOf: Timestamp(seconds: 1_100)))
        #expect(snapshot(copy) == snapshot(graph))
        let stored = graph.allHandles.map { graph.storedResource($0) }
        #expect(copy.allHandles.map { copy.storedResource($0) } == stored)
    }

    @Test func `stored bytes that are no resource are refused`() {
        let graph = ResourceGraph()
        let id = ResourceID(
            kind: KindCatalog.kind("AWS::S3::Bucket"), account: AccountKey("aws:1"), region: "", nativeID: "b"
        )
        #expect(throws: StateError.self) { try graph.restoreResource(id, FlatValue(list: [FlatValue("x")])) }
    }

    private let group = ResourceID(
        kind: KindCatalog.kind("AWS::EC2::SecurityGroup"), account: AccountKey("aws:1"), region: "eu-west-1",
        nativeID: "sg-1")

    /// A group's stored form as a program with another list of properties would have written it.
    private func storedGroup(digest: Int64) -> FlatValue {
        let graph = ResourceGraph()
        let kind = group.kind
        let half = OperationHalf(key: "o", role: .start, mayTouch: [kind.property("GroupName")])
        for (number, operation) in [nil, half].enumerated() {
            _ = graph.apply(
                .resource(
                    ResourceChange(
                        resource: group,
                        cause: CauseRecord(
                            eventID: "\(number)", time: Timestamp(seconds: 10), action: "a", actor: nil),
                        writes: [
                            .set(kind.property("GroupName"), FlatValue("web")),
                            .set(kind.property("GroupDescription"), FlatValue("all of it")),
                        ], operation: operation)))
        }
        let stored = graph.handle(of: group).map { graph.storedResource($0) } ?? .null
        return FlatValue(list: [FlatValue(digest)] + stored.view.elements.dropFirst().map(\.value))
    }

    @Test func `properties are found again by name where the list has changed, and what is gone is dropped`()
        throws
    {
        let kind = group.kind
        let names = kind.schema.storedNames.map { name in
            switch name {
            case "GroupName": "Dropped"
            case "GroupDescription": "GroupName"
            default: name
            }
        }
        let graph = ResourceGraph()
        graph.addStoredSchema(kind, digest: 7, names: names)
        try graph.restoreResource(group, storedGroup(digest: 7))
        let handle = try #require(graph.handle(of: group))
        #expect(graph.reading(kind.property("GroupName"), of: handle).value == FlatValue("all of it"))
        #expect(graph.reading(kind.property("GroupDescription"), of: handle).gap == .neverObserved)
        let end = OperationHalf(key: "o", role: .end, mayTouch: [])
        _ = graph.apply(
            .resource(
                ResourceChange(
                    resource: group,
                    cause: CauseRecord(eventID: "e", time: Timestamp(seconds: 20), action: "a", actor: nil),
                    writes: [], operation: end)))
        #expect(graph.reading(kind.property("GroupName"), of: handle).time == Timestamp(seconds: 20))
        #expect(graph.reading(kind.property("GroupDescription"), of: handle).gap == .neverObserved)
    }

    @Test func `what was stored with a list that nobody knows is refused, not guessed`() throws {
        #expect(throws: StateError.self) {
            try ResourceGraph().restoreResource(group, storedGroup(digest: 7))
        }
    }

    @Test func `a property whose shape changed is another property`() {
        #expect(
            KindSchema("K", .aws, .global, [.register("P", .list(.string))]).digest
                != KindSchema("K", .aws, .global, [.set("P", of: .string)]).digest)
    }
}
