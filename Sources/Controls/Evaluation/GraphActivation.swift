internal import CloudModel
internal import Expressions
internal import JSONTokens
internal import ResourceGraph

/// Gives expressions one subject's surroundings out of the graph, and keeps what they read.
final class GraphActivation: Activation {
    private let graph: ResourceGraph
    private let names: [String]
    /// By kind and name number, the property that the name stands for; made when a kind is first read.
    private var properties: [[PropertyID?]] = []

    private var control: CompiledControl?
    private var subject = ResourceHandle(index: 0)
    private var account: ResourceHandle?
    private var asOf = Timestamp.distantFuture
    private(set) var now: Timestamp?
    /// The reads once more, from the number on at which looking through them takes longer than hashing.
    private var seen: Set<PropertyRead> = []
    private static let largestScan = 12
    private(set) var reads: [PropertyRead] = []
    /// The newest stamp among what was read; nil if nothing read was ever observed.
    private(set) var newest: Stamp?

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
        item = .null
        itemID = ""
    }

    private var subjectID: ResourceID { graph.id(of: subject) }

    func variable(_ index: Int) -> Value {
        switch ControlCompiler.Variable(rawValue: index) {
        case .resource: .object(ObjectHandle(subject.index))
        case .account:
            account.map { .object(ObjectHandle($0.index)) } ?? .unknown(UnknownSet("the account"))
        case .region: .string(subjectID.region)
        case .id: .string(subjectID.nativeID)
        case .params: Value(flat: control?.params ?? .null)
        case .now:
            now.flatMap { Instant($0) }.map { .timestamp($0) } ?? .unknown(UnknownSet("the present instant"))
        case .item: Value(flat: item)
        case .itemID: .string(itemID)
        case nil: .error(EvaluationError(.noSuchVariable))
        }
    }

    func field(_ name: Int32, of object: ObjectHandle) -> Value? {
        let handle = ResourceHandle(index: object.number)
        guard let property = property(name, of: graph.kind(of: handle)) else { return nil }
        let reading = read(property, of: handle)
        switch reading.state {
        case .known(let value):
            // A property without a value is absent: has() is false and an optional is empty.
            return value.view.isNull ? nil : Value(flat: value)
        case .incomplete(let value, _):
            return .list(ListValue(flat: value.view, missing: UnknownSet(path(property, handle))))
        case .unknown:
            return .unknown(UnknownSet(path(property, handle)))
        }
    }

    func call(_ function: Int, _ arguments: [Value]) -> Value {
        guard let function = HostFunction(rawValue: function) else {
            return .error(EvaluationError(.badArgument))
        }
        if case .object(let handle) = arguments[0] {
            let id = graph.id(of: ResourceHandle(index: handle.number))
            return .string(function == .idOf ? id.nativeID : id.region)
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
        case .idOf, .regionOf: return .error(EvaluationError(.badArgument))
        }
    }

    private func property(_ name: Int32, of kind: ResourceKind) -> PropertyID? {
        let index = Int(kind.index)
        if index < properties.count, !properties[index].isEmpty { return properties[index][Int(name)] }
        while properties.count <= index { properties.append([]) }
        properties[index] = names.map { kind.schema.property(named: $0) }
        return properties[index][Int(name)]
    }

    private func read(_ property: PropertyID, of handle: ResourceHandle) -> Reading {
        let reading = graph.reading(property, of: handle, asOf: asOf)
        let read = PropertyRead(resource: handle, property: property)
        guard isFirst(read) else { return reading }
        reads.append(read)
        guard reading.time > .distantPast else { return reading }
        let stamp = Stamp(time: reading.time, cause: reading.cause)
        if newest.map({ Stamp.isEarlier($0, stamp) }) ?? true { newest = stamp }
        return reading
    }

    private func isFirst(_ read: PropertyRead) -> Bool {
        if reads.count < GraphActivation.largestScan { return !reads.contains(read) }
        if seen.isEmpty { seen.formUnion(reads) }
        return seen.insert(read).inserted
    }

    /// `Kind.Property` of the subject and the account, `Kind(id).Property` of any other resource.
    private func path(_ property: PropertyID, _ handle: ResourceHandle) -> String {
        let id = graph.id(of: handle)
        let name = id.kind.schema[property].name
        if handle == subject || handle == account { return "\(id.kind.name).\(name)" }
        return "\(id.kind.name)(\(id.nativeID)).\(name)"
    }

    private func named(_ kind: ResourceKind, _ id: ResourceID, _ text: String) -> Value {
        let wanted = ResourceID(kind, named: text, from: id)
        guard let handle = graph.handle(of: wanted), graph.existence(of: handle, asOf: asOf) == .exists else {
            return .unknown(UnknownSet("\(kind.name)(\(text))"))
        }
        return .object(ObjectHandle(handle.index))
    }

    /// The resources of a kind that name the subject.
    private func referrers(_ kind: ResourceKind, _ subject: ResourceID) -> Value {
        let properties = KindCatalog.references(to: subject.kind).filter { $0.kind == kind }
        let names = ReferenceWalk.names(of: subject)
        var missing = missingRegions(kind, subject.account)
        var values: [Value] = []
        for handle in graph.members(of: kind, in: subject.account) {
            let existence = graph.existence(of: handle, asOf: asOf)
            guard existence != .absent else { continue }
            switch refers(handle, properties, names) {
            case .never: continue
            case .maybe(let paths): missing += paths
            case .certainly where existence == .ambiguous:
                missing.append("\(kind.name)(\(graph.id(of: handle).nativeID))")
            case .certainly: values.append(.object(ObjectHandle(handle.index)))
            }
        }
        return .list(ListValue(values, missing: missing.isEmpty ? nil : UnknownSet(missing)))
    }

    private enum Referral {
        case certainly
        case maybe([String])
        case never
    }

    private func refers(
        _ handle: ResourceHandle, _ properties: [ReferringProperty], _ names: [String]
    ) -> Referral {
        var missing: [String] = []
        for reference in properties {
            let reading = read(reference.property, of: handle)
            switch reading.state {
            case .known(let value):
                if ReferenceWalk.names(value.view, reference.path, one: names) { return .certainly }
            case .incomplete(let value, _):
                if ReferenceWalk.names(value.view, reference.path, one: names) { return .certainly }
                missing.append(path(reference.property, handle))
            case .unknown: missing.append(path(reference.property, handle))
            }
        }
        return missing.isEmpty ? .never : .maybe(missing)
    }

    private func resources(
        _ kind: ResourceKind, _ account: AccountKey, _ gaps: [String], in region: String? = nil
    ) -> Value {
        let members =
            region.map { graph.members(of: kind, in: account, region: $0) }
            ?? graph.members(of: kind, in: account)
        var missing = gaps
        var values: [Value] = []
        for handle in members {
            switch graph.existence(of: handle, asOf: asOf) {
            case .exists: values.append(.object(ObjectHandle(handle.index)))
            case .ambiguous: missing.append("\(kind.name)(\(graph.id(of: handle).nativeID))")
            case .absent: break
            }
        }
        return .list(ListValue(values, missing: missing.isEmpty ? nil : UnknownSet(missing)))
    }

    /// What is not known of where resources of the kind may be.
    private func missingRegions(_ kind: ResourceKind, _ account: AccountKey) -> [String] {
        guard kind.schema.scope == .regional else { return missing(kind, account, [""]) }
        let accountKind = ResourceID.accountKind(of: kind.schema.provider)
        guard let handle = self.account, let property = accountKind.schema.property(named: "EnabledRegions")
        else { return missing(kind, account, [""]) }
        guard let regions = read(property, of: handle).value, regions.view.tag == .list
        else { return ["\(accountKind.name).EnabledRegions"] }
        return missing(kind, account, regions.view.texts)
    }

    private func missing(_ kind: ResourceKind, _ account: AccountKey, _ regions: [String]) -> [String] {
        regions.filter { graph.closedAt(kind, in: account, region: $0, asOf: asOf) == nil }
            .map { $0.isEmpty ? "inventory of \(kind.name)" : "inventory of \(kind.name) in \($0)" }
    }
}
