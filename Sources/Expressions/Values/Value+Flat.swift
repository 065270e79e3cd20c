public import JSONTokens

extension Value {
    /// The value in flat form; nil where it has none (errors, unknowns, handles, types).
    ///
    /// Of an incomplete list the known elements. Instants, lengths and addresses become their texts; an empty optional
    /// becomes `null`; bytes have no flat form. Nor has what would take more than some 16 MB.
    public var flatValue: FlatValue? {
        var meter = Meter(limit: 1 << 20)
        return flatValue(&meter)
    }

    private func flatValue(_ meter: inout Meter) -> FlatValue? {
        guard meter.spend(1), meter.spend(bytes: extent) else { return nil }
        return switch self {
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
        case .flat(let view): meter.spend(bytes: view.byteCount) ? view.value : nil
        case .list(let list): Self.flatList(list, &meter)
        case .map(let map): Self.flatMap(map, &meter)
        case .optional(let value): value.map { $0.flatValue(&meter) } ?? .null
        case .bytes, .type, .object, .error, .unknown: nil
        }
    }

    private static func flatList(_ list: ListValue, _ meter: inout Meter) -> FlatValue? {
        if case .flat(let view) = list.storage { return view.value }
        var writer = FlatWriter()
        let mark = writer.beginList()
        let elements = list.knownElements
        for element in elements {
            if case .flat(let view) = element {
                guard meter.spend(bytes: view.byteCount) else { return nil }
                writer.append(view)
            } else {
                guard let flat = element.flatValue(&meter) else { return nil }
                writer.append(flat)
            }
        }
        writer.endList(mark, count: elements.count)
        return writer.finish()
    }

    private static func flatMap(_ map: MapValue, _ meter: inout Meter) -> FlatValue? {
        var members: [(String, FlatValue)] = []
        for index in map.keys.indices {
            guard let value = map.values[index].flatValue(&meter) else { return nil }
            members.append((Conversions.text(of: map.keys[index]) ?? "", value))
        }
        return FlatValue(map: members)
    }
}
