internal import CloudModel
internal import Expressions
internal import JSONTokens
internal import ResourceGraph

/// Gives expressions one subject's surroundings out of the graph, and keeps what they read.
final class GraphActivation: Activation {
    let graph: ResourceGraph
    private let names: [String]
    /// By kind and name number, the property that the name stands for; made when a kind is first read.
    private var properties: [[PropertyID?]] = []

    private var control: CompiledControl?
    private var subject = ResourceHandle(index: 0)
    private(set) var account: ResourceHandle?
    private(set) var asOf = Timestamp.distantFuture
    private(set) var now: Timestamp?
    /// The reads once more, from the number on at which looking through them takes longer than hashing.
    private var seen: Set<PropertyRead> = []
    private static let largestScan = 12
    private(set) var reads: [PropertyRead] = []
    /// The newest stamp among what was read; nil if nothing read was ever observed.
    private(set) var newest: Stamp?

    /// Answers queries over many resources; nil lets every macro walk them. Only the present can be asked.
    var gatherer: Gatherer?
    /// What was read beside the properties of the subject and the account, and beside what the control's text tells.
    private(set) var edges: [Edge] = []

    var regionGaps = RegionGaps()

    /// The piece of evidence that the calls are made for.
    var item = FlatValue.null
    var itemID = ""

    init(graph: ResourceGraph, names: [String]) {
        self.graph = graph
        self.names = names
    }

    /// Begins an evaluation of a control on a subject.
    func begin(_ control: CompiledControl, _ subject: ResourceHandle, asOf: Timestamp, now: Timestamp?) {
        self.control = control
        self.subject = subject
        self.asOf = asOf
        self.now = now
        account = graph.accountHandle(of: subject)
        if !seen.isEmpty { seen.removeAll(keepingCapacity: true) }
        // The last evaluation keeps its own; a buffer of the same size would only be copied again.
        reads = []
        newest = nil
        gatherer = nil
        if !edges.isEmpty { edges = [] }
        item = .null
        itemID = ""
    }

    private var partition: String {
        let id = subjectID
        return id.region.isEmpty ? graph.partition(of: id.account) : id.partition
    }

    var subjectID: ResourceID { graph.id(of: subject) }

    /// The subject as an object: told apart from the same resource met in a list, since its properties are named in
    /// another way.
    private var subjectObject: ObjectHandle { ObjectHandle(~subject.index) }

    /// The resource behind an object.
    static func handle(of object: ObjectHandle) -> ResourceHandle {
        ResourceHandle(index: object.number < 0 ? ~object.number : object.number)
    }

    /// Takes down that something was read.
    func note(_ edge: Edge) {
        if gatherer != nil, !edges.contains(edge) { edges.append(edge) }
    }

    /// Takes over what another activation has read.
    func adopt(_ other: GraphActivation) {
        for read in other.reads where isFirst(read) { reads.append(read) }
        if let stamp = other.newest { adopt(stamp) }
    }

    /// Takes over the stamp of something that another activation has read.
    func adopt(_ stamp: Stamp) {
        if newest.map({ Stamp.isEarlier($0, stamp) }) ?? true { newest = stamp }
    }

    func variable(_ index: Int) -> Value {
        switch ControlCompiler.Variable(rawValue: index) {
        case .resource: .object(subjectObject)
        case .account:
            account.map { .object(ObjectHandle($0.index)) } ?? .unknown(UnknownSet("the account"))
        case .region: .string(subjectID.region)
        case .id: .string(subjectID.nativeID)
        case .params: Value(flat: control?.params ?? .null)
        case .now:
            now.flatMap { Instant($0) }.map { .timestamp($0) } ?? .unknown(UnknownSet("the present instant"))
        case .partition: .string(partition)
        case .item: Value(flat: item)
        case .itemID: .string(itemID)
        case nil: .error(EvaluationError(.noSuchVariable))
        }
    }

    func field(_ name: Int32, of object: ObjectHandle) -> Value? {
        let handle = GraphActivation.handle(of: object)
        guard let property = property(name, of: graph.kind(of: handle)) else { return nil }
        let reading = read(property, of: handle)
        switch reading.state {
        case .known(let value):
            // A property without a value is absent: has() is false and an optional is empty.
            return value.view.isNull ? nil : Value(flat: value)
        case .incomplete(let value, _):
            return .list(
                ListValue(
                    flat: value.view,
                    missing: UnknownSet(path(property, handle, isSubject: object.number < 0))))
        case .unknown:
            return .unknown(UnknownSet(path(property, handle, isSubject: object.number < 0)))
        }
    }

    func call(_ function: Int, _ arguments: [Value]) -> Value {
        guard let function = HostFunction(rawValue: function) else {
            return .error(EvaluationError(.badArgument))
        }
        if case .object(let handle) = arguments[0] {
            let id = graph.id(of: GraphActivation.handle(of: handle))
            switch function {
            case .idOf: return .string(id.nativeID)
            case .accountOf: return .string(id.account.id)
            default: return .string(id.region)
            }
        }
        guard let kind = ResourceKind(named: arguments[0].readText) else {
            return .error(EvaluationError(.badArgument, arguments[0].readText))
        }
        let id = subjectID
        switch function {
        case .resources: return resources(kind, id.account, missingRegions(kind, id.account))
        case .referrers: return referrers(kind, id)
        case .regional:
            let region = kind.schema.scope == .regional ? id.region : ""
            return resources(kind, id.account, missing(kind, id.account, [region]), in: region)
        case .ref: return named(kind, id, arguments[1].readText)
        case .isGone: return .bool(isGone(kind, id, arguments[1].readText))
        case .idOf, .regionOf, .accountOf: return .error(EvaluationError(.badArgument))
        }
    }

    private func property(_ name: Int32, of kind: ResourceKind) -> PropertyID? {
        let index = Int(kind.index)
        if index < properties.count, !properties[index].isEmpty { return properties[index][Int(name)] }
        while properties.count <= index { properties.append([]) }
        properties[index] = names.map { kind.schema.property(named: $0) }
        return properties[index][Int(name)]
    }

    func read(_ property: PropertyID, of handle: ResourceHandle) -> Reading {
        let reading = graph.reading(property, of: handle, asOf: asOf)
        let read = PropertyRead(resource: handle, property: property)
        guard isFirst(read) else { return reading }
        reads.append(read)
        guard reading.time > .distantPast else { return reading }
        adopt(Stamp(time: reading.time, cause: reading.cause))
        return reading
    }

    private func isFirst(_ read: PropertyRead) -> Bool {
        if reads.count < GraphActivation.largestScan { return !reads.contains(read) }
        if seen.isEmpty { seen.formUnion(reads) }
        return seen.insert(read).inserted
    }

    /// `Kind.Property` of the subject and the account, `Kind(id).Property` of any other resource.
    func path(_ property: PropertyID, _ handle: ResourceHandle, isSubject: Bool = false) -> String {
        let id = graph.id(of: handle)
        let name = id.kind.schema[property].name
        if isSubject || handle == account { return "\(id.kind.name).\(name)" }
        return "\(id.kind.name)(\(id.nativeID)).\(name)"
    }
}
