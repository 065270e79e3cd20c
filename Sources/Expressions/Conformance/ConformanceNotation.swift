import JSONTokens

/// The notation of the suite's cases: values as objects with one key that names the type, types as text.
enum ConformanceNotation {
    static func value(_ view: FlatView) throws(ConformanceFormError) -> Value {
        var members = view.members
        guard view.tag == .map, view.count == 1, let (kind, content) = members.next() else {
            throw ConformanceFormError("a value is an object with one key that names its type")
        }
        switch kind {
        case "list": return Value(list: try elements(content, kind).mapTyped(value))
        case "map": return .map(MapValue(try elements(content, kind).mapTyped(member)))
        case "error": return .failure(.host, content.string ?? "")
        case "unknown": return .unknown(UnknownSet("unknown"))
        default:
            guard let value = scalar(kind, content) else {
                throw ConformanceFormError("`\(content.json)` is no value of type \(kind)")
            }
            return value
        }
    }

    private static func scalar(_ kind: String, _ content: FlatView) -> Value? {
        switch kind {
        case "null": return .null
        case "bool": return content.bool.map { .bool($0) }
        default: break
        }
        guard let text = content.string else { return nil }
        switch kind {
        case "int": return Int64(text).map { .int($0) }
        case "uint": return UInt64(text).map { .uint($0) }
        case "double": return Double(text).map { .double($0) }
        case "string": return .string(text)
        case "bytes": return Base64.decode(text).map { .bytes($0) }
        case "type": return .type(text)
        case "timestamp":
            return seconds(text).flatMap { Instant(seconds: $0, nanoseconds: $1) }.map { .timestamp($0) }
        case "duration":
            return seconds(text).flatMap { TimeSpan(seconds: $0, nanoseconds: $1) }.map { .duration($0) }
        default: return nil
        }
    }

    private static func elements(_ list: FlatView, _ kind: String) throws(ConformanceFormError) -> [FlatView]
    {
        guard list.tag == .list else { throw ConformanceFormError("a \(kind) is an array") }
        return Array(list.elements)
    }

    private static func member(_ pair: FlatView) throws(ConformanceFormError) -> (Value, Value) {
        guard pair.count == 2, let key = pair.element(0), let member = pair.element(1) else {
            throw ConformanceFormError("a map's member is an array of key and value")
        }
        return (try value(key), try value(member))
    }

    /// Whole seconds rounded down, and nanoseconds, from `-1.500000000`.
    private static func seconds(_ text: String) -> (Int64, Int32)? {
        let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
        guard pieces.count == 2, pieces[1].utf8.count == 9, let seconds = Int64(pieces[0]),
            let nanoseconds = Int32(pieces[1]), nanoseconds >= 0
        else { return nil }
        guard text.hasPrefix("-"), nanoseconds > 0 else { return (seconds, nanoseconds) }
        return (seconds - 1, 1_000_000_000 - nanoseconds)
    }
}

extension ConformanceNotation {
    /// A type from its text, such as `map(string, list(int))` or `<T>`.
    static func type(_ text: String) throws(ConformanceFormError) -> ExpressionType {
        if let type = simple[text] { return type }
        if text.hasPrefix("<"), text.hasSuffix(">") { return .parameter(String(text.dropFirst().dropLast())) }
        guard let open = text.firstIndex(of: "(") else { return .object(text) }
        guard text.hasSuffix(")") else { throw ConformanceFormError("`\(text)` is no type") }
        let name = String(text[..<open])
        let inner = try parts(text[text.index(after: open)...].dropLast()).mapTyped(type)
        switch (name, inner.count) {
        case ("list", 1): return .list(inner[0])
        case ("map", 2): return .map(inner[0], inner[1])
        case ("optional_type", 1): return .optional(inner[0])
        default: return .opaque(name, inner)
        }
    }

    /// The texts between the commas that stand in no brackets.
    private static func parts(_ text: Substring) -> [String] {
        var parts: [String] = []
        var part = ""
        var depth = 0
        for character in text {
            depth += character == "(" ? 1 : character == ")" ? -1 : 0
            if character == ",", depth == 0 {
                parts.append(part)
                part = ""
            } else if character != " " || !part.isEmpty {
                part.append(character)
            }
        }
        return parts + [part]
    }

    private static let simple: [String: ExpressionType] = [
        "dyn": .dyn, "null": .null, "bool": .bool, "int": .int, "uint": .uint, "double": .double,
        "string": .string, "bytes": .bytes, "type": .type, "google.protobuf.Timestamp": .timestamp,
        "google.protobuf.Duration": .duration, "timestamp": .timestamp, "duration": .duration,
    ]
}

extension ConformanceNotation {
    /// A value as text that differs wherever value or type differ; the members of maps by their keys' texts.
    static func text(_ value: Value) -> String {
        switch value {
        case .null: return "null"
        case .bool(let value): return "\(value)"
        case .int(let number): return "\(number)"
        case .uint(let number): return "\(number)u"
        case .double(let number): return number.isNaN ? "NaN" : "double(\(number))"
        case .bytes(let bytes): return "bytes(\(Base64.encode(bytes)))"
        case .type(let name): return "type(\(name))"
        case .timestamp(let instant): return "timestamp(\(instant.text))"
        case .duration(let span): return "duration(\(span.text))"
        case .address(let address): return "ip(\(address))"
        case .network(let block): return "cidr(\(block))"
        case .optional(let inner): return "optional(\(inner.map(text) ?? ""))"
        case .object(let handle): return "object(\(handle.number))"
        case .error(let error): return "error(\(error))"
        case .unknown(let missing): return "unknown(\(missing.paths.joined(separator: ", ")))"
        case .string, .list, .map, .flat: break
        }
        if let text = value.text { return FlatValue(text).description }
        if let elements = value.knownElements { return "[\(elements.map(text).joined(separator: ", "))]" }
        guard let map = value.mapMembers else { return "?" }
        let members = zip(map.keys, map.values).map { "\(text($0)): \(text($1))" }
        return "{\(members.sorted().joined(separator: ", "))}"
    }
}

extension Array {
    /// `map` that keeps the type of what is thrown.
    fileprivate func mapTyped<Result, Failure: Error>(
        _ body: (Element) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        var results: [Result] = []
        results.reserveCapacity(count)
        for element in self { results.append(try body(element)) }
        return results
    }
}
