import CloudModel
import JSONTokens
import Yams

extension YAMLField {
    /// The value as the type asks: `3.10` is a text where a text is wanted. A plain `null` fits every type.
    func value(as type: ValueType) throws(ControlFileError) -> FlatValue {
        if isNull { return .null }
        switch type {
        case .bool: return FlatValue(try bool())
        case .int: return FlatValue(Int64(try int()))
        case .double: return try decimal()
        case .string, .word: return FlatValue(try text())
        case .timestamp: return try timestamp()
        case .list(let element): return try list(of: element)
        case .map(let element): return try map(of: element)
        case .object(let known): return try object(known)
        case .any: return try untyped()
        }
    }

    /// True for nothing at all: `null`, `~` or a key without a value.
    package var isNull: Bool {
        guard let scalar = node.scalar, scalar.style == .plain else { return false }
        return scalar.string == "null" || scalar.string == "~" || scalar.string.isEmpty
    }

    private func decimal() throws(ControlFileError) -> FlatValue {
        guard let number = Double(try text()) else { throw error("A number was expected.") }
        return FlatValue(number)
    }

    private func timestamp() throws(ControlFileError) -> FlatValue {
        let text = try text()
        guard Timestamp(rfc3339: text) != nil else {
            throw error("A time as 2025-01-31T12:00:00Z was expected.")
        }
        return FlatValue(text)
    }

    private func list(of element: ValueType) throws(ControlFileError) -> FlatValue {
        var values: [FlatValue] = []
        for field in try list() { values.append(try field.value(as: element)) }
        return FlatValue(list: values)
    }

    private func map(of element: ValueType) throws(ControlFileError) -> FlatValue {
        var values: [(String, FlatValue)] = []
        for (key, field) in try members() { values.append((key, try field.value(as: element))) }
        return FlatValue(map: values)
    }

    private func object(_ known: [String: ValueType]) throws(ControlFileError) -> FlatValue {
        _ = try map(known.keys.sorted())
        var values: [(String, FlatValue)] = []
        for (key, field) in try members() { values.append((key, try field.value(as: known[key] ?? .any))) }
        return FlatValue(map: values)
    }

    /// The value by JSON's rules alone: quotes make a text; `null`, `true`, `false` and numbers are what they
    /// look like; every other plain scalar is a text.
    private func untyped() throws(ControlFileError) -> FlatValue {
        if node.sequence != nil { return try list(of: .any) }
        if node.mapping != nil { return try map(of: .any) }
        let text = try text()
        guard node.scalar?.style == .plain else { return FlatValue(text) }
        switch text {
        case "true": return FlatValue(true)
        case "false": return FlatValue(false)
        default: break
        }
        if let whole = Int64(text) { return FlatValue(whole) }
        if let first = text.unicodeScalars.first, first == "-" || ("0"..."9").contains(first),
            let number = Double(text), number.isFinite
        {
            return FlatValue(number)
        }
        return FlatValue(text)
    }
}
