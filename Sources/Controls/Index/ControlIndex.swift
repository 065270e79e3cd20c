internal import CloudModel
public import ResourceGraph

/// Says which evaluations a change can affect, from what each control reads.
public final class ControlIndex {
    private let catalog: ControlCatalog
    /// By kind, who looks at its resources.
    private var readers: [Readers] = []

    /// The controls that look at the resources of one kind, each list by rising position.
    private struct Readers {
        /// Those whose subjects are of the kind.
        var subjects: [Reader] = []
        /// Of an account kind, those that read the subject's account.
        var accounts: [Reader] = []
        /// Those that read resources of the kind as others than their subject.
        var others: [Reader] = []
    }

    /// One control and what it reads of the kind.
    private struct Reader {
        let control: Int
        let properties: PropertySet
    }

    /// The index of a catalogue's controls.
    public init(_ catalog: ControlCatalog) {
        self.catalog = catalog
        let looksAtTags =
            catalog.profiles.contains { $0.types.contains { !$0.exclusions.isEmpty } }
            || catalog.suppressions.contains { $0.scope.tag != nil }
        for (position, control) in catalog.controls.enumerated() {
            let footprint = control.footprint
            // Tags count where an exclusion or a suppression looks at them.
            let tags = looksAtTags ? TagMatch.property(of: control.subject).map { PropertySet($0) } : nil
            add(position, reading: footprint.subject.union(tags ?? []), of: control.subject, to: \.subjects)
            if !footprint.account.isEmpty {
                let kind = ResourceID.accountKind(of: control.subject.schema.provider)
                add(position, reading: footprint.account, of: kind, to: \.accounts)
            }
            for other in footprint.others {
                add(position, reading: other.properties, of: other.kind, to: \.others)
            }
        }
    }

    private func add(
        _ control: Int, reading properties: PropertySet, of kind: ResourceKind,
        to list: WritableKeyPath<Readers, [Reader]>
    ) {
        while readers.count <= Int(kind.index) { readers.append(Readers()) }
        readers[Int(kind.index)][keyPath: list].append(Reader(control: control, properties: properties))
    }

    /// The evaluations whose verdict may be another now, sorted, each once.
    public func affected(by delta: GraphDelta, in graph: ResourceGraph) -> [EvaluationKey] {
        var found: [EvaluationKey] = []
        addAffected(by: delta, in: graph, to: &found)
        return ControlIndex.inOrder(found)
    }

    /// Adds the evaluations whose verdict may be another now, in no order and some maybe twice.
    public func addAffected(
        by delta: GraphDelta, in graph: ResourceGraph, to found: inout [EvaluationKey]
    ) {
        add(delta.resource, delta.changed, isExistenceChanged: delta.isExistenceChanged, graph, &found)
        if let kind = delta.closedKind { addReaders(of: kind, nil, delta.resource, graph, &found) }
    }

    /// The evaluations whose past may be another now, sorted, each once.
    public func affectedByPast(of delta: GraphDelta, in graph: ResourceGraph) -> [EvaluationKey] {
        var found: [EvaluationKey] = []
        add(delta.resource, delta.past, isExistenceChanged: delta.isPastExistenceChanged, graph, &found)
        return ControlIndex.inOrder(found)
    }

    private static func inOrder(_ found: [EvaluationKey]) -> [EvaluationKey] {
        var isInOrder = true
        for index in found.indices.dropFirst() where found[index - 1] >= found[index] { isInOrder = false }
        if isInOrder { return found }
        var unique: [EvaluationKey] = []
        for key in found.sorted() where key != unique.last { unique.append(key) }
        return unique
    }

    private func add(
        _ handle: ResourceHandle, _ changed: PropertySet, isExistenceChanged: Bool, _ graph: ResourceGraph,
        _ found: inout [EvaluationKey]
    ) {
        let kind = graph.kind(of: handle)
        guard isExistenceChanged || !changed.isEmpty, Int(kind.index) < readers.count else { return }
        let readers = readers[Int(kind.index)]
        for reader in readers.subjects
        where isExistenceChanged || !changed.isDisjoint(with: reader.properties) {
            guard catalog.controls[reader.control].isSubject(handle, in: graph) else { continue }
            found.append(EvaluationKey(control: Int32(reader.control), subject: handle))
        }
        if !readers.accounts.isEmpty, graph.id(of: handle).region.isEmpty {
            for reader in readers.accounts where !changed.isDisjoint(with: reader.properties) {
                addSubjects(of: reader.control, graph.id(of: handle), graph, &found)
            }
        }
        addReaders(of: kind, isExistenceChanged ? nil : changed, handle, graph, &found)
    }

    /// The subjects, in one account, of the controls that read resources of a kind; with properties, only of those that
    /// read one of them.
    private func addReaders(
        of kind: ResourceKind, _ changed: PropertySet?, _ handle: ResourceHandle, _ graph: ResourceGraph,
        _ found: inout [EvaluationKey]
    ) {
        guard Int(kind.index) < readers.count else { return }
        for reader in readers[Int(kind.index)].others {
            if let changed, changed.isDisjoint(with: reader.properties) { continue }
            addSubjects(of: reader.control, graph.id(of: handle), graph, &found)
        }
    }

    private func addSubjects(
        of position: Int, _ id: ResourceID, _ graph: ResourceGraph, _ found: inout [EvaluationKey]
    ) {
        let control = catalog.controls[position]
        for handle in graph.members(of: control.subject, in: id.account) {
            guard graph.existence(of: handle) != .absent, control.isSubject(handle, in: graph) else {
                continue
            }
            found.append(EvaluationKey(control: Int32(position), subject: handle))
        }
    }
}
