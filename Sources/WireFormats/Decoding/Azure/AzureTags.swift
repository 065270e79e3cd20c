internal import CloudModel
internal import JSONTokens

/// Tags, which ARM compares by name without case: an element's id is its folded name.
enum AzureTags {
    /// All tags of a `tags` object, or nil if it is none (masked, for one).
    static func elements(_ tags: FlatView?) -> [SetElement]? {
        guard let tags else { return nil }
        if tags.isNull { return [] }
        guard tags.tag == .map else { return nil }
        var elements: [SetElement] = []
        for (key, value) in tags.members {
            guard let text = value.string else { return nil }
            elements.append(
                SetElement(
                    FlatValue(map: [("Key", FlatValue(key)), ("Value", FlatValue(text))]),
                    id: key.lowercased()))
        }
        return elements
    }

    /// What a body's `tags` member writes: all tags. Nothing if there is no such member.
    static func writes(_ body: FlatView, _ property: PropertyID) -> [PropertyWrite] {
        guard let tags = BodyReading.member(body, "tags"), !tags.isNull else { return [] }
        guard let elements = elements(tags) else { return [.unknown(property)] }
        return [.replace(property, elements)]
    }

    /// What a write of `Microsoft.Resources/tags/default` does: merges, deletes or (PUT, no operation) replaces.
    static func tagsResourceWrites(_ body: FlatView, _ property: PropertyID) -> [PropertyWrite]? {
        let tags = BodyReading.member(BodyReading.member(body, "properties"), "tags")
        guard let elements = elements(tags) else { return nil }
        switch BodyReading.text(BodyReading.member(body, "operation"))?.lowercased() {
        case nil, "replace": return [.replace(property, elements)]
        case "merge":
            return elements.compactMap { element in
                element.id.map { .modify(property, id: $0, element.value) }
            }
        case "delete":
            return elements.compactMap { element in element.id.map { .removeID(property, id: $0) } }
        default: return nil
        }
    }
}
