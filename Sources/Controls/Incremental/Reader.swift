internal import CloudModel
internal import ResourceGraph

/// Who must be looked at again when something that was read changes.
enum Reader: Hashable, Comparable {
    /// One evaluation.
    case evaluation(EvaluationKey)
    /// What a plan says of one resource.
    case member(plan: Int32, ResourceHandle)
    /// Every evaluation of a control in one account.
    case subjects(control: Int32, account: ResourceHandle)

    private var place: (Int32, Int32, Int32) {
        switch self {
        case .member(let plan, let handle): (0, plan, handle.index)
        case .evaluation(let key): (1, key.control, key.subject.index)
        case .subjects(let control, let account): (2, control, account.index)
        }
    }

    static func < (left: Reader, right: Reader) -> Bool { left.place < right.place }
}

/// Something that was read and that the properties of the subject and its account do not cover.
enum Edge: Hashable {
    /// The resources that share a key in a plan, by the group's number.
    case group(Int32)
    /// One resource, known or not, reached by its id.
    case resource(ResourceID)
    /// All resources of a kind in an account, walked.
    case kind(ResourceKind, account: ResourceHandle)
}

/// Who read what, both ways round.
struct EdgeTable {
    private var readers: [Edge: Set<Reader>] = [:]
    private var edges: [Reader: [Edge]] = [:]

    /// Takes down what a reader read this time, in place of what it read before.
    mutating func set(_ reader: Reader, _ new: [Edge]) {
        let old = edges[reader] ?? []
        if old == new { return }
        for edge in old where !new.contains(edge) {
            readers[edge]?.remove(reader)
            if readers[edge]?.isEmpty == true { readers[edge] = nil }
        }
        for edge in new { readers[edge, default: []].insert(reader) }
        edges[reader] = new.isEmpty ? nil : new
    }

    /// Takes down that a reader reads something for good.
    mutating func add(_ reader: Reader, _ edge: Edge) { readers[edge, default: []].insert(reader) }

    /// Who read it, in a fixed order.
    func readers(of edge: Edge) -> [Reader] {
        guard let found = readers[edge] else { return [] }
        return found.count == 1 ? Array(found) : found.sorted()
    }
}
