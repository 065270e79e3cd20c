import CloudModel
import JSONTokens
import Testing

@testable import ResourceGraph

/// One security group that events and observations happen to; times are seconds.
private struct Scene {
    let graph = ResourceGraph()
    let kind = KindCatalog.kind("AWS::EC2::SecurityGroup")
    let account = AccountKey("aws:111122223333")

    var id: ResourceID { ResourceID(kind: kind, account: account, region: "eu-west-1", nativeID: "sg-1") }
    var name: PropertyID { kind.property("GroupName") }
    var rules: PropertyID { kind.property("SecurityGroupIngress") }

    @discardableResult
    func event(
        _ seconds: Int64, _ lifecycle: ResourceChange.Lifecycle = .modify, _ writes: PropertyWrite...,
        event: String? = nil, operation: OperationHalf? = nil
    ) -> [GraphDelta] {
        let cause = CauseRecord(
            eventID: event ?? "event-\(seconds)", time: Timestamp(seconds: seconds), action: "a", actor: nil)
        return graph.apply(
            .resource(
                ResourceChange(
                    resource: id, cause: cause, lifecycle: lifecycle, writes: writes, operation: operation)))
    }

    @discardableResult
    func observe(_ seconds: Int64, _ writes: PropertyWrite..., inventory: String? = nil) -> [GraphDelta] {
        let cause = CauseRecord(
            eventID: "seen-\(seconds)", time: Timestamp(seconds: seconds), action: "a", actor: nil,
            isObservation: true)
        return graph.apply(
            .resource(ResourceChange(resource: id, cause: cause, writes: writes, inventoryID: inventory)))
    }

    func close(_ seconds: Int64, items: Int, inventory: String = "i") {
        _ = graph.apply(
            .scope(
                ScopeClosing(
                    inventoryID: inventory, account: account, region: "eu-west-1", kind: kind,
                    startedAt: Timestamp(seconds: seconds), itemCount: items)))
    }

    func reading(_ property: PropertyID) -> Reading? {
        graph.handle(of: id).map { graph.reading(property, of: $0) }
    }

    var existence: Existence? { graph.handle(of: id).map { graph.existence(of: $0) } }

    func text(_ value: String) -> FlatValue { FlatValue(value) }
}

@Suite struct StateModelTests {
    @Test func `the later of event and observation gives the value and names itself as cause`() {
        let scene = Scene()
        scene.observe(100, .set(scene.name, scene.text("old")))
        scene.event(200, .modify, .set(scene.name, scene.text("new")))
        #expect(scene.reading(scene.name)?.value == scene.text("new"))
        scene.observe(400, .set(scene.name, scene.text("other")))
        #expect(scene.reading(scene.name)?.value == scene.text("other"))
        #expect(scene.reading(scene.name)?.cause?.isObservation == true)
    }

    @Test func `an observation that agrees leaves the event as the cause`() {
        let scene = Scene()
        scene.event(200, .modify, .set(scene.name, scene.text("new")))
        scene.observe(210, .set(scene.name, scene.text("new")))
        #expect(scene.reading(scene.name)?.cause?.eventID == "event-200")
        #expect(scene.reading(scene.name)?.value == scene.text("new"))
    }

    @Test(arguments: [(Int64(259), true), (260, false)])
    func `an observation that contradicts a fresh event is ambiguous until the event has settled`(
        observedAt: Int64, isAmbiguous: Bool
    ) {
        let scene = Scene()
        scene.event(200, .modify, .set(scene.name, scene.text("new")))
        scene.observe(observedAt, .set(scene.name, scene.text("old")))
        #expect((scene.reading(scene.name)?.gap == .ambiguous) == isAmbiguous)
    }

    @Test func `two different writes of one second are unknown until something newer arrives`() {
        let scene = Scene()
        scene.event(200, .modify, .set(scene.name, scene.text("a")), event: "x")
        scene.event(200, .modify, .set(scene.name, scene.text("b")), event: "y")
        #expect(scene.reading(scene.name)?.gap == .ambiguous)
        scene.event(201, .modify, .set(scene.name, scene.text("a")))
        #expect(scene.reading(scene.name)?.value == scene.text("a"))
    }

    @Test func `a creation default gives way to a write of the same second`() {
        let scene = Scene()
        scene.event(200, .modify, .insert(scene.rules, SetElement(scene.text("r"))), event: "authorize")
        scene.event(
            200, .create, .replaceDefault(scene.rules, []), .setDefault(scene.name, scene.text("d")),
            event: "create")
        #expect(scene.reading(scene.rules)?.value == FlatValue(list: [scene.text("r")]))
        #expect(scene.reading(scene.name)?.value == scene.text("d"))
    }

    @Test func `an older event after a newer one changes nothing`() {
        let scene = Scene()
        scene.event(200, .modify, .set(scene.name, scene.text("new")))
        let delta = scene.event(100, .modify, .set(scene.name, scene.text("old")))
        #expect(!delta.contains { !$0.isEmpty })
        #expect(scene.reading(scene.name)?.value == scene.text("new"))
    }

    @Test func `the same event twice is a duplicate`() {
        let scene = Scene()
        scene.event(200, .modify, .set(scene.name, scene.text("a")))
        let delta = scene.event(200, .modify, .set(scene.name, scene.text("a")))
        #expect(!delta.contains { !$0.isDuplicate })
    }

    @Test func `without a baseline the elements that events showed are certain and others may exist`() {
        let scene = Scene()
        scene.event(200, .modify, .insert(scene.rules, SetElement(scene.text("r"))))
        #expect(
            scene.reading(scene.rules)?.state
                == .incomplete(FlatValue(list: [scene.text("r")]), .neverObserved))
    }

    @Test func `a removal by an id that nobody knows yet applies when the id is learnt`() {
        let scene = Scene()
        scene.observe(100, .replace(scene.rules, [SetElement(scene.text("r"))]))
        scene.event(300, .modify, .removeID(scene.rules, id: "sgr-1"))
        #expect(scene.reading(scene.rules)?.gap == .ambiguous)
        scene.event(50, .modify, .insert(scene.rules, SetElement(scene.text("r"), id: "sgr-1")))
        #expect(scene.reading(scene.rules)?.value == FlatValue.emptyList)
    }

    @Test func `a modification by id takes the old content away and brings the new one`() {
        let scene = Scene()
        scene.observe(100, .replace(scene.rules, [SetElement(scene.text("a"), id: "sgr-1")]))
        scene.event(300, .modify, .modify(scene.rules, id: "sgr-1", scene.text("b")))
        #expect(scene.reading(scene.rules)?.value == FlatValue(list: [scene.text("b")]))
        #expect(scene.reading(scene.rules)?.elements.first?.id == "sgr-1")
    }

    @Test(arguments: [true, false])
    func `an edit that does not say its set applies to the one that has the id, and to no other`(
        isEarly: Bool
    ) {
        let scene = Scene()
        let egress = scene.kind.property("SecurityGroupEgress")
        let seen: [PropertyWrite] = [
            .replace(scene.rules, [SetElement(scene.text("a"), id: "sgr-1")]),
            .replace(egress, [SetElement(scene.text("out"))]),
        ]
        if isEarly { scene.observe(100, seen[0], seen[1]) }
        scene.event(
            300, .modify, .edit(scene.rules, id: "sgr-1", scene.text("b")),
            .edit(egress, id: "sgr-1", scene.text("b")))
        if !isEarly { scene.observe(100, seen[0], seen[1]) }
        #expect(scene.reading(scene.rules)?.value == FlatValue(list: [scene.text("b")]))
        #expect(scene.reading(egress)?.value == FlatValue(list: [scene.text("out")]))
    }

    @Test func `an edit by an id that no set knows leaves both sets open`() {
        let scene = Scene()
        let egress = scene.kind.property("SecurityGroupEgress")
        scene.observe(
            100, .replace(scene.rules, [SetElement(scene.text("a"), id: "sgr-1")]),
            .replace(egress, [SetElement(scene.text("out"), id: "sgr-2")]))
        scene.event(
            300, .modify, .edit(scene.rules, id: "sgr-9", scene.text("b")),
            .edit(egress, id: "sgr-9", scene.text("b")))
        #expect(scene.reading(scene.rules)?.gap == .ambiguous)
        #expect(scene.reading(egress)?.gap == .ambiguous)
        #expect(scene.reading(scene.rules)?.elements.count == 1)
    }

    @Test func `what a former life left behind is not visible in the next one`() {
        let scene = Scene()
        scene.event(100, .modify, .set(scene.name, scene.text("first")))
        scene.event(200, .delete)
        #expect(scene.existence == .absent)
        scene.event(300, .create)
        #expect(scene.existence == .exists)
        #expect(scene.reading(scene.name)?.gap == .neverObserved)
    }

    @Test func `creation and deletion in one second leave the existence open`() {
        let scene = Scene()
        scene.event(200, .create, event: "x")
        scene.event(200, .delete, event: "y")
        #expect(scene.existence == .ambiguous)
    }

    @Test func `a complete inventory makes absent what has no evidence since it began`() {
        let scene = Scene()
        scene.observe(100, .set(scene.name, scene.text("n")))
        scene.close(150, items: 0)
        #expect(scene.existence == .absent)
        scene.event(200, .modify, .set(scene.name, scene.text("n")))
        #expect(scene.existence == .exists)
    }

    @Test func `an inventory that lacks an item closes nothing`() {
        let scene = Scene()
        scene.observe(100, .set(scene.name, scene.text("n")))
        scene.close(150, items: 1)
        #expect(scene.existence == .exists)
    }

    @Test func `a start changes nothing alone and gives its body to an end without one`() {
        let scene = Scene()
        scene.event(
            200, .modify, .set(scene.name, scene.text("n")),
            operation: OperationHalf(key: "o", role: .start))
        #expect(scene.reading(scene.name)?.gap == .neverObserved)
        scene.event(205, operation: OperationHalf(key: "o", role: .end, mayTouch: [scene.name]))
        #expect(scene.reading(scene.name)?.value == scene.text("n"))
        #expect(scene.reading(scene.name)?.time == Timestamp(seconds: 205))
    }

    @Test func `an end without a start makes what it may have touched unknown until it is read`() {
        let scene = Scene()
        scene.event(205, operation: OperationHalf(key: "o", role: .end, mayTouch: [scene.name]))
        #expect(scene.reading(scene.name)?.gap == .notInEvent)
        scene.observe(206, .set(scene.name, scene.text("seen")))
        #expect(scene.reading(scene.name)?.value == scene.text("seen"))
        #expect(scene.reading(scene.name)?.cause?.eventID == "event-205")
    }

    @Test func `with two starts for one key an end joins neither`() {
        let scene = Scene()
        let start = OperationHalf(key: "o", role: .start)
        scene.event(200, .modify, .set(scene.name, scene.text("a")), operation: start)
        scene.event(201, .modify, .set(scene.name, scene.text("b")), operation: start)
        scene.event(205, operation: OperationHalf(key: "o", role: .end, mayTouch: [scene.name]))
        #expect(scene.reading(scene.name)?.gap == .notInEvent)
    }

    @Test func `an unknown event marks the resource until something newer is observed`() throws {
        let scene = Scene()
        scene.observe(100, .set(scene.name, scene.text("n")))
        scene.event(200, .touch)
        let handle = try #require(scene.graph.handle(of: scene.id))
        #expect(scene.graph.openTouch(of: handle)?.eventID == "event-200")
        #expect(scene.reading(scene.name)?.value == scene.text("n"))
        scene.observe(300)
        #expect(scene.graph.openTouch(of: handle) == nil)
    }

    @Test func `with a history window older versions go and the value before the newest stays`() throws {
        let graph = ResourceGraph(historyWindowSeconds: 60)
        let kind = KindCatalog.kind("AWS::EC2::SecurityGroup")
        let id = ResourceID(
            kind: kind, account: AccountKey("aws:1"), region: "eu-west-1", nativeID: "sg-1")
        let name = kind.property("GroupName")
        for second in stride(from: Int64(0), to: 6_000, by: 20) {
            let cause = CauseRecord(
                eventID: "e\(second)", time: Timestamp(seconds: second), action: "a", actor: nil)
            let change = ResourceChange(
                resource: id, cause: cause, writes: [.set(name, FlatValue(second))])
            _ = graph.apply(.resource(change))
        }
        let handle = try #require(graph.handle(of: id))
        var instants: [Timestamp] = []
        graph.addInstants(of: PropertySet(name), of: handle, after: .distantPast, to: &instants)
        #expect(Set(instants).count <= 6)
        #expect(graph.reading(name, of: handle).value == FlatValue(Int64(5_980)))
        #expect(
            graph.reading(name, of: handle, asOf: Timestamp(seconds: 5_979)).value == FlatValue(Int64(5_960)))
    }
}
