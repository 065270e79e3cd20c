import CloudModel
import JSONTokens
import Testing

@testable import ResourceGraph

/// A small seeded generator (SplitMix64, Steele, Lea and Flood 2014).
struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// Random changes on few resources in few seconds, so that ties, re-creations and contradictions are the normal case.
struct RandomChanges {
    var random: SeededRandom
    let group = KindCatalog.kind("AWS::EC2::SecurityGroup")
    let account = AccountKey("aws:111122223333")

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    mutating func make(count: Int) -> [GraphChange] {
        (0..<count).map { number in random.below(12) == 0 ? closing() : .resource(change(number)) }
    }

    private mutating func closing() -> GraphChange {
        .scope(
            ScopeClosing(
                inventoryID: "inventory-\(random.below(3))", account: account, region: "eu-west-1",
                kind: group,
                startedAt: time(), itemCount: random.below(3)))
    }

    private mutating func time() -> Timestamp { Timestamp(seconds: Int64(1_000 + random.below(12) * 20)) }

    private mutating func change(_ number: Int) -> ResourceChange {
        let isObservation = random.below(4) == 0
        let cause = CauseRecord(
            eventID: "e\(number)", time: time(), action: "test", actor: nil, isObservation: isObservation)
        let resource = ResourceID(
            kind: group, account: account, region: "eu-west-1", nativeID: "sg-\(random.below(2))")
        if isObservation {
            return ResourceChange(
                resource: resource, cause: cause, writes: observed(),
                inventoryID: random.below(2) == 0 ? "inventory-\(random.below(3))" : nil)
        }
        switch random.below(12) {
        case 0: return ResourceChange(resource: resource, cause: cause, lifecycle: .delete)
        case 1:
            return ResourceChange(resource: resource, cause: cause, lifecycle: .create, writes: defaults())
        case 2: return ResourceChange(resource: resource, cause: cause, lifecycle: .touch)
        case 3, 4: return half(resource, cause)
        default: return ResourceChange(resource: resource, cause: cause, writes: [write()])
        }
    }

    private mutating func half(_ resource: ResourceID, _ cause: CauseRecord) -> ResourceChange {
        let role: OperationHalf.Role = [.start, .end, .end, .failure][random.below(4)]
        let writes = role == .start || random.below(3) == 0 ? [write()] : []
        return ResourceChange(
            resource: resource, cause: cause, writes: writes,
            operation: OperationHalf(
                key: "op-\(random.below(3))", role: role, mayTouch: [group.property("VpcId")]))
    }

    private mutating func observed() -> [PropertyWrite] {
        [
            .set(group.property("VpcId"), FlatValue("vpc-\(random.below(2))")),
            .replace(group.property("SecurityGroupIngress"), elements()),
        ]
    }

    private mutating func defaults() -> [PropertyWrite] {
        [
            .setDefault(group.property("VpcId"), FlatValue("vpc-0")),
            .replaceDefault(group.property("SecurityGroupIngress"), []),
        ]
    }

    private mutating func elements() -> [SetElement] {
        (0..<random.below(3)).map { _ in element() }
    }

    private mutating func element() -> SetElement {
        SetElement(content(), id: random.below(2) == 0 ? "sgr-\(random.below(3))" : nil)
    }

    private mutating func content() -> FlatValue { FlatValue(Int64(random.below(3))) }

    private mutating func write() -> PropertyWrite {
        let rules = group.property("SecurityGroupIngress")
        switch random.below(10) {
        case 8: return .edit(rules, id: "sgr-\(random.below(3))", content())
        case 0: return .set(group.property("VpcId"), FlatValue("vpc-\(random.below(2))"))
        case 1: return .unknown(group.property("VpcId"))
        case 2: return .unknown(rules)
        case 3: return .replace(rules, elements())
        case 4: return .remove(rules, content())
        case 5: return .removeID(rules, id: "sgr-\(random.below(3))")
        case 6: return .modify(rules, id: "sgr-\(random.below(3))", content())
        default: return .insert(rules, element())
        }
    }
}

/// Everything that the graph says, in canonical order, as text.
func snapshot(_ graph: ResourceGraph, asOf: Timestamp = .distantFuture) -> [String] {
    graph.allHandles.flatMap { handle in
        let id = graph.id(of: handle)
        let head = "\(id.kind) \(id.account) \(id.region) \(id.nativeID)"
        let touch = graph.openTouch(of: handle)?.eventID ?? "-"
        let lines = id.kind.schema.properties.indices.map { index in
            let reading = graph.reading(PropertyID(index: index), of: handle, asOf: asOf)
            let elements = reading.elements.map { "\($0.value)@\($0.id ?? "-")@\($0.cause.eventID)" }
            return "\(head) [\(index)] \(reading.state) \(reading.time.nanoseconds) "
                + "\(reading.cause?.eventID ?? "-") \(elements)"
        }
        return ["\(head) \(graph.existence(of: handle, asOf: asOf)) touch \(touch)"] + lines
    }
}

@Suite struct OrderFreedomTests {
    /// Seeds that failed once stay here, before the plain run of seeds.
    static let seeds: [UInt64] = Array(1...400)

    @Test(arguments: seeds)
    func `any order and any duplication of the same changes reads the same, now and at every earlier instant`(
        seed: UInt64
    ) {
        var source = RandomChanges(seed: seed)
        let changes = source.make(count: 24)
        let expected = ResourceGraph()
        for change in changes { _ = expected.apply(change) }
        var random = SeededRandom(seed: seed ^ 0xABCD)
        for _ in 0..<4 {
            let graph = ResourceGraph()
            let doubled = changes + changes.filter { _ in random.below(3) == 0 }
            for change in doubled.shuffled(using: &random) { _ = graph.apply(change) }
            for asOf in [Timestamp.distantFuture, Timestamp(seconds: 1_100), Timestamp(seconds: 1_040)] {
                #expect(snapshot(graph, asOf: asOf) == snapshot(expected, asOf: asOf))
            }
        }
    }

    @Test(arguments: seeds.prefix(100))
    func `a delta names every property that reads differently and no other`(seed: UInt64) {
        var source = RandomChanges(seed: seed)
        let graph = ResourceGraph()
        for change in source.make(count: 40) {
            let before = readings(graph)
            let deltas = graph.apply(change)
            let after = readings(graph)
            for (id, now) in after {
                let old = before[id] ?? Array(repeating: .neverObserved, count: now.count)
                let handle = graph.handle(of: id)
                let changed = deltas.filter { $0.resource == handle }.map(\.changed)
                    .reduce(into: PropertySet()) { $0.formUnion($1) }
                for index in now.indices {
                    let isNamed = changed.contains(PropertySet(PropertyID(index: index)))
                    #expect(isNamed == (now[index] != old[index]))
                }
            }
        }
    }

    private func readings(_ graph: ResourceGraph) -> [ResourceID: [Reading]] {
        var result: [ResourceID: [Reading]] = [:]
        for handle in graph.allHandles {
            let id = graph.id(of: handle)
            result[id] = id.kind.schema.properties.indices.map {
                graph.reading(PropertyID(index: $0), of: handle)
            }
        }
        return result
    }
}
