internal import CloudModel
internal import JSONTokens

/// Reads values of Azure's and Google's JSON by the type that a schema gives them.
///
/// Object members that the schema lacks, and null ones, are dropped; member names compare without case, since ARM's do;
/// words get the schema's spelling; numbers and truth values may be texts. What has another type is no value.
enum SchemaReading {
    /// The canonical value of a property, or nil if it has another type. Texts that name resources get their ids' form.
    static func value(_ view: FlatView, of property: PropertySchema) -> FlatValue? {
        value(view, property.type).map { ReferenceSpelling.canonical($0, property.refersTo) }
    }

    private static func value(_ view: FlatView, _ type: ValueType) -> FlatValue? {
        switch type {
        case .any: return view.value
        case .bool: return BodyReading.bool(view).map { FlatValue($0) }
        case .int: return BodyReading.int(view).map { FlatValue($0) }
        case .double: return view.double == nil ? nil : view.value
        case .string, .timestamp: return text(view).map { FlatValue($0) }
        case .word(let words): return text(view).map { WordSpelling.value($0, among: words) }
        case .list(let element):
            guard view.tag == .list else { return nil }
            return all(view.elements.map { value($0, element) }).map { FlatValue(list: $0) }
        case .map(let element):
            guard view.tag == .map else { return nil }
            return members(view) { ($0, element) }
        case .object(let known):
            guard view.tag == .map else { return nil }
            return members(view) { key in
                let name = known[key] == nil ? known.keys.first { $0.lowercased() == key.lowercased() } : key
                return name.flatMap { name in known[name].map { (name, $0) } }
            }
        }
    }

    /// True if the value has every member that the type knows, at every depth: then it replaces the former one whole
    /// however it was sent.
    static func isWhole(_ view: FlatView, _ type: ValueType) -> Bool {
        guard case .object(let known) = type else { return true }
        return known.allSatisfy { name, member in
            BodyReading.member(view, name.lowercased()).map { isWhole($0, member) } ?? false
        }
    }

    /// A text that is not masked.
    private static func text(_ view: FlatView) -> String? {
        guard let text = view.string, !text.hasPrefix("***") else { return nil }
        return text
    }

    private static func all(_ values: [FlatValue?]) -> [FlatValue]? {
        let found = values.compactMap { $0 }
        return found.count == values.count ? found : nil
    }

    private static func members(
        _ view: FlatView, _ known: (String) -> (name: String, type: ValueType)?
    ) -> FlatValue? {
        var members: [(String, FlatValue)] = []
        for (key, member) in view.members where !member.isNull {
            guard let (name, type) = known(key) else { continue }
            guard let value = value(member, type) else { return nil }
            members.append((name, value))
        }
        return FlatValue(map: members)
    }
}
