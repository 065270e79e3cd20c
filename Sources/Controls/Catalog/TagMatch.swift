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

    /// True if a tag has the key and one of the values. A missing tag never matches.
    func matches(_ key: String, _ values: [String], _ tags: [(key: String, value: String)]) -> Bool {
        tags.contains { tag in
            folded(tag.key, foldsKeys) == folded(key, foldsKeys)
                && values.contains { folded($0, foldsValues) == folded(tag.value, foldsValues) }
        }
    }

    private func folded(_ text: String, _ folds: Bool) -> String { folds ? text.lowercased() : text }

    /// The property that holds a kind's tags; nil if it has none.
    package static func property(of kind: ResourceKind) -> PropertyID? {
        for name in ["Tags", "tags", "labels"] {
            if let property = kind.schema.property(named: name) { return property }
        }
        return nil
    }

    /// The certain tags of a resource.
    static func tags(of handle: ResourceHandle, in graph: ResourceGraph) -> [(key: String, value: String)] {
        guard let property = property(of: graph.id(of: handle).kind) else { return [] }
        return graph.reading(property, of: handle).elements.compactMap { element in
            guard let key = element.value.view.member("Key")?.string else { return nil }
            return (key: key, value: element.value.view.member("Value")?.string ?? "")
        }
    }
}
