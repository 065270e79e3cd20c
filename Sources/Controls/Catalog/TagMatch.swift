package import CloudModel
internal import JSONTokens
internal import ResourceGraph

/// How a cloud's tags are compared: AWS by exact key and value, Azure with the key's case folded, GCP with both folded.
package struct TagMatch {
    private let foldsKeys: Bool
    private let foldsValues: Bool

    init(_ provider: Provider) {
        foldsKeys = provider != .aws
        foldsValues = provider == .gcp
    }

    typealias Tag = (key: String, value: String)

    /// True if a tag has the key and one of the values. A missing tag never matches.
    func matches(_ key: String, _ values: [String], _ tags: [Tag]) -> Bool {
        tags.contains { matches(key, values, $0) }
    }

    /// True if one tag has the key and one of the values.
    func matches(_ key: String, _ values: [String], _ tag: Tag) -> Bool {
        isSameKey(tag.key, key)
            && values.contains { folded($0, foldsValues) == folded(tag.value, foldsValues) }
    }

    /// True if both keys name one tag.
    func isSameKey(_ left: String, _ right: String) -> Bool {
        folded(left, foldsKeys) == folded(right, foldsKeys)
    }

    private func folded(_ text: String, _ folds: Bool) -> String { folds ? text.lowercased() : text }

    /// The property that holds a kind's tags; nil if it has none.
    package static func property(of kind: ResourceKind) -> PropertyID? {
        for name in ["Tags", "tags", "labels"] {
            if let property = kind.schema.property(named: name) { return property }
        }
        return nil
    }

    /// The certain tags of a resource, now or at an earlier instant.
    static func tags(
        of handle: ResourceHandle, in graph: ResourceGraph, asOf: Timestamp = .distantFuture
    ) -> [Tag] {
        guard let property = property(of: graph.kind(of: handle)) else { return [] }
        return graph.reading(property, of: handle, asOf: asOf).elements.compactMap(TagMatch.tag)
    }

    /// The tag that an element of a set of tags is.
    static func tag(_ element: ElementReading) -> Tag? {
        guard let key = element.value.view.member("Key")?.string else { return nil }
        return (key: key, value: element.value.view.member("Value")?.string ?? "")
    }
}

extension ControlCatalog {
    /// True if the tags that put a resource of the kind out of scope, or suppress its failures, are among the properties.
    package func looksAtTags(of kind: ResourceKind, among properties: PropertySet) -> Bool {
        guard looksAtTags, let tags = TagMatch.property(of: kind) else { return false }
        return properties.contains(PropertySet(tags))
    }
}
