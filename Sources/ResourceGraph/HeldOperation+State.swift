internal import CloudModel
internal import JSONTokens

extension HeldOperation {
    /// Writes the halves.
    func write(to writer: inout StateWriter) {
        writer.writeList(3) { writer in
            HeldOperation.write(starts, to: &writer)
            HeldOperation.write(ends, to: &writer)
            writer.write(hasFailed)
        }
    }

    /// Reads the halves back.
    init(
        stored view: FlatView, _ causes: CauseTable, _ properties: StoredProperties
    ) throws(StateError) {
        var reader = StateReader(view)
        let starts = try HeldOperation.halves(reader.next(), causes, properties)
        let ends = try HeldOperation.halves(reader.next(), causes, properties)
        self.init(starts: starts, ends: ends, hasFailed: try reader.bool())
    }

    private static func write(_ halves: [Half], to writer: inout StateWriter) {
        writer.writeRows(of: halves, 4) { writer, half in
            writer.write(half.cause)
            writer.write(lifecycleName(half.lifecycle))
            writer.write(StoredWrites.value(of: half.writes))
            writer.writeList(of: half.mayTouch) { writer, property in
                writer.write(property)
                return true
            }
        }
    }

    private static func halves(
        _ view: FlatView, _ causes: CauseTable, _ properties: StoredProperties
    ) throws(StateError) -> [Half] {
        var halves: [Half] = []
        for element in view.elements {
            var reader = StateReader(element)
            halves.append(
                Half(
                    cause: try causes.cause(at: reader.int()),
                    lifecycle: try lifecycle(named: reader.string()),
                    writes: try StoredWrites.writes(reader.next(), properties),
                    mayTouch: try touched(reader.next(), properties)))
        }
        return halves
    }

    private static func touched(
        _ view: FlatView, _ properties: StoredProperties
    ) throws(StateError) -> [PropertyID] {
        var touched: [PropertyID] = []
        for element in view.elements {
            guard let stored = element.int else { throw StateError("a whole number was wanted") }
            if let property = try properties.property(stored) { touched.append(property) }
        }
        return touched
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
