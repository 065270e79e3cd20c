import CloudModel
import JSONTokens
import ResourceGraph
import Testing

@testable import Controls

/// A small estate that tests write to and evaluate.
final class World {
    static let account = AccountKey(.aws, "111122223333")

    let catalog: ControlCatalog
    let graph = ResourceGraph()
    let index: ControlIndex
    let evaluator: Controls.Evaluator
    /// The verdicts as the index keeps them.
    var table: [EvaluationKey: Verdict] = [:]
    /// The evaluations of the last change.
    var evaluated: [EvaluationKey] = []

    init(_ catalog: ControlCatalog) {
        self.catalog = catalog
        index = ControlIndex(catalog)
        evaluator = Evaluator(catalog, graph)
    }

    private static let catalog = Result { try ControlCatalog.everything(in: try ControlLibrary.builtIn()) }

    /// Every built-in control.
    static func everything() throws -> World { World(try catalog.get()) }

    static func id(_ kind: String, _ name: String, region: String = "us-east-1") -> ResourceID {
        let kind = KindCatalog.kind(kind)
        return ResourceID(
            kind: kind, account: account, region: kind.schema.scope == .regional ? region : "", nativeID: name
        )
    }

    static func accountID(region: String = "") -> ResourceID { .account(account, .aws, region: region) }

    /// Applies a change and evaluates what it affects.
    func apply(_ change: GraphChange) {
        evaluated = []
        for delta in graph.apply(change) {
            for key in affected(by: delta) {
                evaluated.append(key)
                table[key] = evaluator.evaluate(key).verdict
            }
        }
    }

    /// What stands above a failure at an instant.
    func exception(to key: EvaluationKey, at time: Timestamp) -> ControlException? {
        evaluator.exceptions(to: key, at: time).exception
    }

    /// The evaluations that must be made again, sorted, each once.
    func affected(by delta: GraphDelta) -> [EvaluationKey] {
        var found: [EvaluationKey] = []
        var wide: [WideChange] = []
        index.addAffected(by: delta, in: graph, to: &found, &wide)
        evaluator.addAffected(by: delta, to: &found, &wide)
        for change in wide { found += index.evaluations(of: change, in: graph) }
        return Set(found).sorted()
    }

    func write(
        _ id: ResourceID, _ values: [(String, String)], at seconds: Int64, event: String? = nil,
        _ lifecycle: ResourceChange.Lifecycle = .modify
    ) throws {
        let writes = try values.map { name, json in
            let property = id.kind.property(name)
            let value = try FlatValue(json: json)
            guard id.kind.schema[property].shape == .set else { return PropertyWrite.set(property, value) }
            return .replace(property, value.view.elements.map { SetElement($0.value) })
        }
        write(id, writes, at: seconds, event: event, lifecycle)
    }

    func write(
        _ id: ResourceID, _ writes: [PropertyWrite], at seconds: Int64, event: String? = nil,
        _ lifecycle: ResourceChange.Lifecycle = .modify
    ) {
        let cause = CauseRecord(
            eventID: event ?? "event-\(seconds)", time: Timestamp(seconds: seconds), action: "test",
            actor: nil,
            isObservation: false)
        apply(.resource(ResourceChange(resource: id, cause: cause, lifecycle: lifecycle, writes: writes)))
    }

    func close(_ kind: String, region: String = "us-east-1", at seconds: Int64) {
        let kind = KindCatalog.kind(kind)
        apply(
            .scope(
                ScopeClosing(
                    inventoryID: "\(kind)-\(region)-\(seconds)", account: World.account,
                    region: kind.schema.scope == .regional ? region : "", kind: kind,
                    startedAt: Timestamp(seconds: seconds), itemCount: 0)))
    }

    func key(_ control: String, _ id: ResourceID) throws -> EvaluationKey {
        EvaluationKey(
            control: try #require(catalog.position(of: control)), subject: try #require(graph.handle(of: id)))
    }

    func verdict(_ control: String, _ id: ResourceID) throws -> Verdict {
        evaluator.evaluate(try key(control, id)).verdict
    }

    /// The controls that the last change had evaluated, each once.
    var evaluatedControls: [String] {
        Set(evaluated.map { catalog.controls[Int($0.control)].facts.id }).sorted()
    }

    static func rule(_ json: String) throws -> SetElement { SetElement(try FlatValue(json: json)) }

    static let ingress = KindCatalog.kind("AWS::EC2::SecurityGroup").property("SecurityGroupIngress")
}
