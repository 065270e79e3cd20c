public import CloudModel
public import ResourceGraph

/// Says which evaluations a change can affect, from what each control reads.
public final class ControlIndex {
    private let catalog: ControlCatalog
    /// By kind, who looks at its resources.
    private var readers: [Readers] = []
    /// The kinds of the subjects of controls that read other resources than their subject.
    public let subjectsReadingOthers: Set<ResourceKind>

    /// The controls that look at the resources of one kind, each list by rising position.
    private struct Readers {
        /// Those whose subjects are of the kind.
        var subjects: [Reader] = []
        /// Of an account kind, those that read the subject's account.
        var accounts: [Reader] = []
        /// Those that read resources of the kind as others than their subject.
        var others: [Reader] = []
    }

    /// How many subjects a control may have in an account so that a late change of another resource is followed to them.
    private static let maximumSubjects = 256

    /// One control and what it reads of the kind.
    private struct Reader {
        let control: Int
        let properties: PropertySet
        /// True if every change of them counts for every subject; else only which resources there are for certain does.
        var isWalked = true
    }

    /// The index of a catalogue's controls.
    public init(_ catalog: ControlCatalog) {
        self.catalog = catalog
        subjectsReadingOthers = Set(
            catalog.controls.filter { !$0.footprint.others.isEmpty }.map(\.subject))
        for (position, control) in catalog.controls.enumerated() {
            let footprint = control.footprint
            // Tags count where an exclusion or a suppression looks at them.
            let tags =
                catalog.looksAtTags ? TagMatch.property(of: control.subject).map { PropertySet($0) } : nil
            add(position, reading: footprint.subject.union(tags ?? []), of: control.subject, to: \.subjects)
            if !footprint.account.isEmpty {
                let kind = ResourceID.accountKind(of: control.subject.schema.provider)
                add(position, reading: footprint.account, of: kind, to: \.accounts)
            }
            for other in footprint.others {
                add(
                    position, reading: other.properties, of: other.kind, to: \.others,
                    isWalked: other.isWalked)
            }
        }
    }

    private func add(
        _ control: Int, reading properties: PropertySet, of kind: ResourceKind,
        to list: WritableKeyPath<Readers, [Reader]>, isWalked: Bool = true
    ) {
        while readers.count <= Int(kind.index) { readers.append(Readers()) }
        readers[Int(kind.index)][keyPath: list].append(
            Reader(control: control, properties: properties, isWalked: isWalked))
    }

    /// Adds the evaluations of the changed resource itself whose verdict may be another now, in no order, and the changes
    /// that every subject of a control in the account reads. What else reads the resource only an evaluator that gathers
    /// can tell: `Evaluator.addAffected`.
    public func addAffected(
        by delta: GraphDelta, in graph: ResourceGraph, to found: inout [EvaluationKey],
        _ wide: inout [WideChange]
    ) {
        let handle = delta.resource
        let kind = Int(graph.kind(of: handle).index)
        if !delta.changed.isEmpty || delta.isExistenceChanged, kind < readers.count {
            addSubjects(
                delta.changed, delta.isExistenceChanged, handle, readers[kind].subjects, graph, &found)
            addAccounts(delta.changed, handle, readers[kind].accounts, graph, &wide)
            for reader in readers[kind].others
            where reader.isWalked
                && (delta.isExistenceChanged || !delta.changed.isDisjoint(with: reader.properties))
            {
                add(reader.control, handle, graph, &wide)
            }
        }
        guard let closed = delta.closedKind, Int(closed.index) < readers.count else { return }
        for reader in readers[Int(closed.index)].others { add(reader.control, handle, graph, &wide) }
    }

    /// The controls that read resources of a kind as others than their subject.
    public func readersOfOthers(of kind: ResourceKind) -> [Int32] {
        let kind = Int(kind.index)
        return kind < readers.count ? readers[kind].others.map { Int32($0.control) } : []
    }

    /// The evaluations whose past may be another now, sorted, each once. Of controls that read other resources only those
    /// with few subjects in the account, since every one of them is named.
    public func affectedByPast(of delta: GraphDelta, in graph: ResourceGraph) -> [EvaluationKey] {
        let handle = delta.resource
        let kind = Int(graph.kind(of: handle).index)
        guard !delta.past.isEmpty || delta.isPastExistenceChanged, kind < readers.count else { return [] }
        var found: [EvaluationKey] = []
        var wide: [WideChange] = []
        addSubjects(delta.past, delta.isPastExistenceChanged, handle, readers[kind].subjects, graph, &found)
        addAccounts(delta.past, handle, readers[kind].accounts, graph, &wide)
        for reader in readers[kind].others
        where delta.isPastExistenceChanged || !delta.past.isDisjoint(with: reader.properties) {
            add(reader.control, handle, graph, &wide)
        }
        for change in wide {
            let subject = catalog.controls[Int(change.control)].subject
            let count = graph.memberCount(of: subject, in: graph.id(of: change.account).account)
            if count <= ControlIndex.maximumSubjects { found += evaluations(of: change, in: graph) }
        }
        return ControlIndex.inOrder(found)
    }

    /// The evaluations that a wide change concerns, in canonical order of their subjects.
    public func evaluations(of change: WideChange, in graph: ResourceGraph) -> [EvaluationKey] {
        let control = catalog.controls[Int(change.control)]
        return graph.members(of: control.subject, in: graph.id(of: change.account).account)
            .filter { graph.existence(of: $0) != .absent && control.isSubject($0, in: graph) }
            .map { EvaluationKey(control: change.control, subject: $0) }
    }

    private static func inOrder(_ found: [EvaluationKey]) -> [EvaluationKey] {
        var isInOrder = true
        for index in found.indices.dropFirst() where found[index - 1] >= found[index] { isInOrder = false }
        if isInOrder { return found }
        var unique: [EvaluationKey] = []
        for key in found.sorted() where key != unique.last { unique.append(key) }
        return unique
    }

    private func addSubjects(
        _ changed: PropertySet, _ isExistenceChanged: Bool, _ handle: ResourceHandle, _ readers: [Reader],
        _ graph: ResourceGraph, _ found: inout [EvaluationKey]
    ) {
        for reader in readers where isExistenceChanged || !changed.isDisjoint(with: reader.properties) {
            guard catalog.controls[reader.control].isSubject(handle, in: graph) else { continue }
            found.append(EvaluationKey(control: Int32(reader.control), subject: handle))
        }
    }

    private func addAccounts(
        _ changed: PropertySet, _ handle: ResourceHandle, _ readers: [Reader], _ graph: ResourceGraph,
        _ wide: inout [WideChange]
    ) {
        guard !readers.isEmpty, graph.id(of: handle).region.isEmpty else { return }
        for reader in readers where !changed.isDisjoint(with: reader.properties) {
            add(reader.control, handle, graph, &wide)
        }
    }

    private func add(
        _ control: Int, _ handle: ResourceHandle, _ graph: ResourceGraph, _ wide: inout [WideChange]
    ) {
        guard let account = graph.accountHandle(of: handle) else { return }
        let change = WideChange(control: Int32(control), account: account)
        if !wide.contains(change) { wide.append(change) }
    }
}
