internal import CloudModel
internal import JSONTokens

extension HeldOperation {
    /// The halves in stored form.
    func stored(_ causes: inout CauseTable) -> FlatValue {
        FlatValue(list: [
            HeldOperation.value(of: starts, &causes), HeldOperation.value(of: ends, &causes),
            FlatValue(hasFailed),
        ])
    }

    /// Reads the halves back.
    init(stored view: FlatView, _ causes: CauseTable) throws(StateError) {
        var reader = StateReader(view)
        let starts = try HeldOperation.halves(reader.next(), causes)
        let ends = try HeldOperation.halves(reader.next(), causes)
        self.init(starts: starts, ends: ends, hasFailed: try reader.bool())
    }

    private static func value(of halves: [Half], _ causes: inout CauseTable) -> FlatValue {
        var list: [FlatValue] = []
        for half in halves {
            list.append(
                FlatValue(list: [
                    causes.position(of: half.cause), FlatValue(lifecycleName(half.lifecycle)),
                    StoredWrites.value(of: half.writes),
                    FlatValue(list: half.mayTouch.map { FlatValue(Int64($0.index)) }),
                ]))
        }
        return FlatValue(list: list)
    }

    private static func halves(_ view: FlatView, _ causes: CauseTable) throws(StateError) -> [Half] {
        var halves: [Half] = []
        for element in view.elements {
            var reader = StateReader(element)
            halves.append(
                Half(
                    cause: try causes.cause(at: reader.int()),
                    lifecycle: try lifecycle(named: reader.string()),
                    writes: try StoredWrites.writes(reader.next()),
                    mayTouch: try reader.next().elements.compactMap {
                        $0.int.map { PropertyID(index: Int($0)) }
                    }
                ))
        }
        return halves
    }

    private static func lifecycleName(_ lifecycle: ResourceChange.Lifecycle) -> String {
        switch lifecycle {
        case .create: "create"
        case .modify: "modify"
        case .delete: "delete"
        case .touch: "touch"
        }
    }

    private static func lifecycle(named name: String) throws(StateError) -> ResourceChange.Lifecycle {
        switch name {
        case "create": return .create
        case "modify": return .modify
        case "delete": return .delete
        case "touch": return .touch
        default: throw StateError("unknown lifecycle \(name)")
        }
    }
}
