public import JSONTokens

extension Value {
    /// The value in flat form; nil where it has none (errors, unknowns, handles, types).
    ///
    /// Of an incomplete list the known elements. Instants, lengths and addresses become their texts; an empty optional
    /// becomes `null`; bytes have no flat form.
    public var flatValue: FlatValue? {
        switch self {
        case .null: .null
        case .bool(let value): FlatValue(value)
        case .int(let value): FlatValue(value)
        case .uint(let value): Int64(exactly: value).map { FlatValue($0) } ?? FlatValue(Double(value))
        case .double(let value): FlatValue(value)
        case .string(let value): FlatValue(value)
        case .timestamp(let value): FlatValue(value.text)
        case .duration(let value): FlatValue(value.text)
        case .address(let value): FlatValue(value.description)
        case .network(let value): FlatValue(value.description)
        case .flat(let view): view.value
        case .list(let list): Self.flatList(list)
        case .map(let map): Self.flatMap(map)
        case .optional(let value): value.map(\.flatValue) ?? .null
        case .bytes, .type, .object, .error, .unknown: nil
        }
    }

    private static func flatList(_ list: ListValue) -> FlatValue? {
        if case .flat(let view) = list.storage { return view.value }
        var writer = FlatWriter()
        let mark = writer.beginList()
        let elements = list.knownElements
        for element in elements {
            if case .flat(let view) = element {
                writer.append(view)
            } else {
                guard let flat = element.flatValue else { return nil }
                writer.append(flat)
            }
        }
        writer.endList(mark, count: elements.count)
        return writer.finish()
    }

    private static func flatMap(_ map: MapValue) -> FlatValue? {
        var members: [(String, FlatValue)] = []
        for index in map.keys.indices {
            guard let value = map.values[index].flatValue else { return nil }
            members.append((Conversions.text(of: map.keys[index]) ?? "", value))
        }
        return FlatValue(map: members)
    }
}
