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
}
