extension KindCatalog {
    /// The kinds of which a creation of this kind brings one along that no event names. A look-up in a table.
    public static func firstborn(of parent: ResourceKind) -> [ResourceKind] {
        firstbornKinds[Int(parent.index)]
    }

    private static let firstbornKinds: [[ResourceKind]] = {
        var table = [[ResourceKind]](repeating: [], count: schemas.count)
        for (position, schema) in schemas.enumerated() {
            guard schema.firstborn != nil, let property = schema.parent else { continue }
            for reference in schema[property].refersTo {
                guard let parent = ResourceKind(named: reference.kindName) else { continue }
                table[Int(parent.index)].append(ResourceKind(index: position))
            }
        }
        return table
    }()
}
