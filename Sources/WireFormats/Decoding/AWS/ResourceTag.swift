internal import CloudModel
internal import JSONTokens

/// The tags of AWS resources in all their spellings.
enum ResourceTag {
    /// The element `{"Key", "Value"}`, which has its key as id, so that a new value replaces the old one.
    static func element(_ key: String, _ value: String) -> SetElement {
        SetElement(FlatValue(map: [("Key", FlatValue(key)), ("Value", FlatValue(value))]), id: key)
    }

    /// The key and value of one tag; the value is nil where the record has none.
    static func pair(_ tag: Token, _ shapes: AWSShapes) -> (key: String, value: String?)? {
        guard let key = shapes.text(shapes.member(tag, "key", or: "tagKey")) else { return nil }
        guard let value = shapes.member(tag, "value", or: "tagValue") else { return (key, nil) }
        return (key, shapes.text(value) ?? "")
    }

    /// The elements of a list of tags, or of an object of keys and values.
    static func elements(_ tags: Token?, _ shapes: AWSShapes) -> [SetElement] {
        guard let tags else { return [] }
        let listed = shapes.items(tags).compactMap { pair($0, shapes) }
        if listed.isEmpty, tags.kind == .object {
            return shapes.tape.members(tags).compactMap { key, value in
                guard let key = shapes.tape.string(key), value.kind != .object, value.kind != .array else {
                    return nil
                }
                return element(key, shapes.text(value) ?? "")
            }
        }
        return listed.map { element($0.key, $0.value ?? "") }
    }

    /// The writes of a call that adds tags.
    static func added(_ tags: Token?, to property: PropertyID, _ shapes: AWSShapes) -> [PropertyWrite] {
        if shapes.isMasked(tags) { return [.unknown(property)] }
        return elements(tags, shapes).map { .modify(property, id: $0.id ?? "", $0.value) }
    }

    /// The writes, or that the tags are unknown where a call shows none.
    static func orUnknown(_ writes: [PropertyWrite], _ property: PropertyID) -> [PropertyWrite] {
        writes.isEmpty ? [.unknown(property)] : writes
    }

    /// The writes of a call that takes tags away by key.
    static func removed(keys: [String], from property: PropertyID) -> [PropertyWrite] {
        if keys.contains(AWSShapes.maskedText) { return [.unknown(property)] }
        return keys.map { .removeID(property, id: $0) }
    }
}
