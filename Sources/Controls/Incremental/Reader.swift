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
    private var readers: [Edge: Readers] = [:]
    private var edges: [Reader: [Edge]] = [:]

    /// Most edges have one reader, which needs no set.
    private enum Readers {
        case one(Reader)
        case many(ReaderSet)
    }

    /// A reference, so that a reader more or less costs one look at the table.
    private final class ReaderSet {
        var readers: Set<Reader>

        init(_ readers: Set<Reader>) {
            self.readers = readers
        }
    }

    /// How many readers have edges.
    var readerCount: Int { edges.count }

    /// Takes down what a reader read this time, in place of what it read before.
    mutating func set(_ reader: Reader, _ new: [Edge]) {
        let old = edges[reader] ?? []
        if old == new { return }
        for edge in old where !new.contains(edge) { remove(reader, edge) }
        for edge in new { add(reader, edge) }
        edges[reader] = new.isEmpty ? nil : new
    }

    /// Takes down that a reader reads something for good.
    mutating func add(_ reader: Reader, _ edge: Edge) {
        switch readers[edge] {
        case nil: readers[edge] = .one(reader)
        case .one(reader): return
        case .one(let other): readers[edge] = .many(ReaderSet([other, reader]))
        case .many(let set): set.readers.insert(reader)
        }
    }

    /// Who read it, in a fixed order.
    func readers(of edge: Edge) -> [Reader] {
        switch readers[edge] {
        case nil: []
        case .one(let reader): [reader]
        case .many(let set): set.readers.sorted()
        }
    }

    private mutating func remove(_ reader: Reader, _ edge: Edge) {
        switch readers[edge] {
        case .one(reader): readers[edge] = nil
        case nil, .one: return
        case .many(let set):
            set.readers.remove(reader)
            if set.readers.isEmpty { readers[edge] = nil }
        }
    }
}
