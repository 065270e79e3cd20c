import CloudModel
import JSONTokens
import Testing

@testable import ResourceGraph

/// A group that goes with its network, of which no event says a word.
@Suite struct CascadeTests {
    static let account = AccountKey("aws:111122223333")
    static let group = id("AWS::EC2::SecurityGroup", "sg-1")
    static let network = id("AWS::EC2::VPC", "vpc-1")
    static let kind = KindCatalog.kind("AWS::EC2::SecurityGroup")

    static func id(_ kind: String, _ native: String) -> ResourceID {
        ResourceID(
            kind: KindCatalog.kind(kind), account: account, region: "eu-west-1", nativeID: native)
    }

    static func change(
        _ id: ResourceID, _ seconds: Int64, _ lifecycle: ResourceChange.Lifecycle = .modify,
        _ writes: [PropertyWrite] = [], isObservation: Bool = false
    ) -> GraphChange {
        let cause = CauseRecord(
            eventID: "\(id.nativeID)-\(seconds)", time: Timestamp(seconds: seconds), action: "a", actor: nil,
            isObservation: isObservation)
        return .resource(ResourceChange(resource: id, cause: cause, lifecycle: lifecycle, writes: writes))
    }

    static let born = change(network, 100, .create)
    static let seen = change(
        group, 200, .modify, [.set(kind.property("VpcId"), FlatValue("vpc-1"))], isObservation: true)
    static let gone = change(network, 300, .delete)

    static func existence(_ graph: ResourceGraph, asOf: Timestamp = .distantFuture) -> Existence? {
        graph.handle(of: group).map { graph.existence(of: $0, asOf: asOf) }
    }

    static let orders: [[Int]] = [
        [0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [1, 2, 1, 2],
    ]

    @Test(arguments: orders) func `a group goes with its network, in any order`(order: [Int]) throws {
        let graph = ResourceGraph()
        for index in order { _ = graph.apply([Self.born, Self.seen, Self.gone][index]) }
        #expect(Self.existence(graph) == .absent)
        #expect(Self.existence(graph, asOf: Timestamp(seconds: 250)) == .exists)
        #expect(Self.existence(graph, asOf: Timestamp(seconds: 300)) == .absent)
    }

    @Test func `the network's end is told of the group too`() throws {
        let graph = ResourceGraph()
        _ = graph.apply(Self.born)
        _ = graph.apply(Self.seen)
        let deltas = graph.apply(Self.gone)
        let told = deltas.filter(\.isExistenceChanged).map { graph.id(of: $0.resource) }
        #expect(told == [Self.network, Self.group])
    }

    @Test func `a group that is seen later is there`() {
        let graph = ResourceGraph()
        for change in [Self.born, Self.seen, Self.gone] { _ = graph.apply(change) }
        _ = graph.apply(Self.change(Self.group, 500, isObservation: true))
        #expect(Self.existence(graph) == .exists)
    }

    @Test func `a network that comes again brings nothing back`() {
        let graph = ResourceGraph()
        for change in [Self.born, Self.seen, Self.gone] { _ = graph.apply(change) }
        _ = graph.apply(Self.change(Self.network, 400, .create))
        #expect(Self.existence(graph) == .absent)
    }

    @Test func `a group of another network stays`() {
        let graph = ResourceGraph()
        _ = graph.apply(Self.seen)
        _ = graph.apply(Self.change(Self.id("AWS::EC2::VPC", "vpc-2"), 300, .delete))
        #expect(Self.existence(graph) == .exists)
    }

    @Test(arguments: [[0, 1], [1, 0]]) func `a graph put back from its stored form knows it`(order: [Int])
        throws
    {
        let graph = ResourceGraph()
        for change in [Self.born, Self.seen, Self.gone] { _ = graph.apply(change) }
        let copy = ResourceGraph()
        let ids = order.map { [Self.network, Self.group][$0] }
        for id in ids {
            let handle = try #require(graph.handle(of: id))
            try copy.restoreResource(id, graph.storedResource(handle))
        }
        #expect(Self.existence(copy) == .absent)
        _ = copy.apply(Self.change(Self.group, 500, isObservation: true))
        #expect(Self.existence(copy) == .exists)
    }
}
