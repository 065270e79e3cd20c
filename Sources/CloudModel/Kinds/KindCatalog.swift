/// Every kind that has a property schema.
public enum KindCatalog {
    /// The schemas; a `ResourceKind` is a position here.
    public static let schemas: [KindSchema] = awsKinds + azureKinds + gcpKinds

    static let index: [String: UInt16] = {
        var positions: [String: UInt16] = [:]
        for (position, schema) in schemas.enumerated() {
            positions[schema.name] = UInt16(position)
            if schema.provider == .azure { positions[schema.name.lowercased()] = UInt16(position) }
        }
        return positions
    }()

    /// The kind with this name; asking for one without a schema is a mistake of ours.
    public static func kind(_ name: String) -> ResourceKind {
        guard let kind = ResourceKind(named: name) else { preconditionFailure("no schema for \(name)") }
        return kind
    }
}
