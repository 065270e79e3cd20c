internal import CloudModel
public import ResourceGraph

/// Says which evaluations a change can affect, from what each control reads.
public final class ControlIndex {
    private let catalog: ControlCatalog
    /// By kind, the positions of the controls whose subjects are of it.
    private var bySubject: [ResourceKind: [Int]] = [:]
    /// By account kind, the positions of the controls that read the subject's account.
    private var byAccount: [ResourceKind: [Int]] = [:]
    /// By kind, the controls that read other resources of it.
    private var byOther: [ResourceKind: [(control: Int, properties: PropertySet)]] = [:]
    /// By kind, its tags, where an exclusion or a suppression looks at them.
    private var tags: [ResourceKind: PropertySet] = [:]

    /// The index of a catalogue's controls.
    public init(_ catalog: ControlCatalog) {
        self.catalog = catalog
        let looksAtTags =
            catalog.profiles.contains { $0.types.contains { !$0.exclusions.isEmpty } }
            || catalog.suppressions.contains { $0.scope.tag != nil }
        for (position, control) in catalog.controls.enumerated() {
            bySubject[control.subject, default: []].append(position)
            let accountKind = ResourceID.accountKind(of: control.subject.schema.provider)
            if !control.footprint.account.isEmpty { byAccount[accountKind, default: []].append(position) }
            for other in control.footprint.others {
                byOther[other.kind, default: []].append((position, other.properties))
            }
            if looksAtTags, let property = TagMatch.property(of: control.subject) {
                tags[control.subject] = PropertySet(property)
            }
        }
    }

    /// The evaluations whose verdict may be another now, sorted, each once.
    public func affected(by delta: GraphDelta, in graph: ResourceGraph) -> [EvaluationKey] {
        var found = affected(
            delta.resource, delta.changed, isExistenceChanged: delta.isExistenceChanged, graph)
        if let kind = delta.closedKind { addReaders(of: kind, nil, delta.resource, graph, &found) }
        return ControlIndex.inOrder(found)
    }

    /// The evaluations whose past may be another now, sorted, each once.
    public func affectedByPast(of delta: GraphDelta, in graph: ResourceGraph) -> [EvaluationKey] {
        ControlIndex.inOrder(
            affected(delta.resource, delta.past, isExistenceChanged: delta.isPastExistenceChanged, graph))
    }

    private static func inOrder(_ found: [EvaluationKey]) -> [EvaluationKey] {
        guard found.count > 1 else { return found }
        var unique: [EvaluationKey] = []
        for key in found.sorted() where key != unique.last { unique.append(key) }
        return unique
    }

    private func affected(
        _ handle: ResourceHandle, _ changed: PropertySet, isExistenceChanged: Bool, _ graph: ResourceGraph
    ) -> [EvaluationKey] {
        var found: [EvaluationKey] = []
        let id = graph.id(of: handle)
        for position in bySubject[id.kind] ?? [] {
            let control = catalog.controls[position]
            let isRead = !changed.isDisjoint(with: control.footprint.subject.union(tags[id.kind] ?? []))
            guard isRead || isExistenceChanged, control.isSubject(id) else { continue }
            found.append(EvaluationKey(control: Int32(position), subject: handle))
        }
        if id.kind.schema.scope == .account, id.region.isEmpty {
            for position in byAccount[id.kind] ?? []
            where !changed.isDisjoint(with: catalog.controls[position].footprint.account) {
                addSubjects(of: position, id, graph, &found)
            }
        }
        if isExistenceChanged || !changed.isEmpty {
            addReaders(of: id.kind, isExistenceChanged ? nil : changed, handle, graph, &found)
        }
        return found
    }

    /// The subjects, in one account, of the controls that read resources of a kind; with properties, only of those that
    /// read one of them.
    private func addReaders(
        of kind: ResourceKind, _ changed: PropertySet?, _ handle: ResourceHandle, _ graph: ResourceGraph,
        _ found: inout [EvaluationKey]
    ) {
        for entry in byOther[kind] ?? [] {
            if let changed, changed.isDisjoint(with: entry.properties) { continue }
            addSubjects(of: entry.control, graph.id(of: handle), graph, &found)
        }
    }

    private func addSubjects(
        of position: Int, _ id: ResourceID, _ graph: ResourceGraph, _ found: inout [EvaluationKey]
    ) {
        let control = catalog.controls[position]
        for handle in graph.members(of: control.subject, in: id.account) {
            guard graph.existence(of: handle) != .absent, control.isSubject(graph.id(of: handle)) else {
                continue
            }
            found.append(EvaluationKey(control: Int32(position), subject: handle))
        }
    }
}
