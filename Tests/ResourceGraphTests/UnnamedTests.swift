import CloudModel
import Testing

@testable import ResourceGraph

/// A scope in which an event touched a resource that it does not name; times are seconds.
@Suite struct UnnamedTests {
    private static let account = AccountKey("aws:111122223333")
    private static let kind = KindCatalog.kind("AWS::EC2::SecurityGroup")
    private static let id = ResourceID.unnamed(kind, account: account, region: "eu-west-1")

    private static func touched(_ seconds: Int64) -> [GraphChange] {
        let cause = CauseRecord(eventID: "e", time: Timestamp(seconds: seconds), action: "a", actor: nil)
        return [.create, .delete].map {
            .resource(ResourceChange(resource: id, cause: cause, lifecycle: $0))
        }
    }

    private static func closed(_ seconds: Int64) -> GraphChange {
        .scope(
            ScopeClosing(
                inventoryID: "i-\(seconds)", account: account, region: "eu-west-1", kind: kind,
                startedAt: Timestamp(seconds: seconds), itemCount: 0))
    }

    private static func isComplete(_ changes: [GraphChange], asOf: Int64? = nil) -> Bool {
        let graph = ResourceGraph()
        for change in changes { _ = graph.apply(change) }
        let instant = asOf.map { Timestamp(seconds: $0) } ?? .distantFuture
        return graph.isComplete(kind, in: account, region: "eu-west-1", asOf: instant)
    }

    @Test func `a list is complete again once an inventory began behind the event`() {
        let changes = [Self.closed(50)] + Self.touched(100)
        #expect(!Self.isComplete(changes) && !Self.isComplete(changes.reversed()))
        #expect(!Self.isComplete(changes + [Self.closed(100)]))
        #expect(Self.isComplete(changes + [Self.closed(101)]))
        #expect(Self.isComplete([Self.closed(101)] + changes))
    }

    @Test func `it was complete before the event and is not behind it`() {
        let changes = [Self.closed(50)] + Self.touched(100) + [Self.closed(200)]
        #expect(Self.isComplete(changes, asOf: 99) && Self.isComplete(changes, asOf: 200))
        #expect(!Self.isComplete(changes, asOf: 100) && !Self.isComplete(changes, asOf: 199))
    }

    @Test func `the account is told that a list is no longer complete`() throws {
        let graph = ResourceGraph()
        _ = graph.apply(Self.closed(50))
        let count = graph.closingCount
        let deltas = Self.touched(100).flatMap { graph.apply($0) }
        let account = try #require(graph.accountHandle(Self.account))
        #expect(deltas.contains { $0.resource == account } && graph.closingCount > count)
        let handle = try #require(graph.handle(of: Self.id))
        #expect(graph.isUnnamed(handle) && graph.hasUnnamed(Self.kind, in: Self.account, region: "eu-west-1"))
    }
}
