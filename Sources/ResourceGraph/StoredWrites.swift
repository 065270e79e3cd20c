internal import CloudModel
internal import JSONTokens

/// The stored form of property writes, for halves of operations that wait for their other half.
enum StoredWrites {
    static func value(of writes: [PropertyWrite]) -> FlatValue {
        FlatValue(list: writes.map(value(of:)))
    }

    /// Those of properties that there are still.
    static func writes(
        _ view: FlatView, _ properties: StoredProperties
    ) throws(StateError) -> [PropertyWrite] {
        var writes: [PropertyWrite] = []
        for element in view.elements {
            if let write = try write(element, properties) { writes.append(write) }
        }
        return writes
    }

    private static func value(of write: PropertyWrite) -> FlatValue {
        let property = FlatValue(Int64(write.property.index))
        switch write {
        case .set(_, let value): return list("set", property, value)
        case .setDefault(_, let value): return list("setDefault", property, value)
        case .unknown: return list("unknown", property)
        case .replace(_, let elements): return list("replace", property, value(of: elements))
        case .replaceDefault(_, let elements): return list("replaceDefault", property, value(of: elements))
        case .insert(_, let element): return list("insert", property, value(of: [element]))
        case .remove(_, let content): return list("remove", property, content)
        case .modify(_, let id, let content): return list("modify", property, FlatValue(id), content)
        case .edit(_, let id, let content): return list("edit", property, FlatValue(id), content)
        case .removeID(_, let id): return list("removeID", property, FlatValue(id))
        }
    }

    private static func write(
        _ view: FlatView, _ properties: StoredProperties
    ) throws(StateError) -> PropertyWrite? {
        var reader = StateReader(view)
        let name = try reader.string()
        guard let property = try properties.property(reader.int()) else { return nil }
        switch name {
        case "set": return .set(property, try reader.next().value)
        case "setDefault": return .setDefault(property, try reader.next().value)
        case "unknown": return .unknown(property)
        case "replace": return .replace(property, try elements(reader.next()))
        case "replaceDefault": return .replaceDefault(property, try elements(reader.next()))
        case "insert":
            guard let element = try elements(reader.next()).first else {
                throw StateError("an element was wanted")
            }
            return .insert(property, element)
        case "remove": return .remove(property, try reader.next().value)
        case "modify": return .modify(property, id: try reader.string(), try reader.next().value)
        case "edit": return .edit(property, id: try reader.string(), try reader.next().value)
        case "removeID": return .removeID(property, id: try reader.string())
        default: throw StateError("unknown write \(name)")
        }
    }

    private static func list(_ name: String, _ parts: FlatValue...) -> FlatValue {
        FlatValue(list: [FlatValue(name)] + parts)
    }

    private static func value(of elements: [SetElement]) -> FlatValue {
        FlatValue(list: elements.map { FlatValue(list: [$0.value, FlatValue($0.id)]) })
    }

    private static func elements(_ view: FlatView) throws(StateError) -> [SetElement] {
        var elements: [SetElement] = []
        for element in view.elements {
            var reader = StateReader(element)
            elements.append(SetElement(try reader.next().value, id: try reader.optionalString()))
        }
        return elements
    }
}
