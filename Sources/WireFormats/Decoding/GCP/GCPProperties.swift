internal import CloudModel
internal import JSONTokens

/// What a whole REST resource says of the properties of its kind, found by the schema's names.
enum GCPProperties {
    /// One write a property that the resource decides, in schema order: what it lacks, there is none of. Policies come with
    /// content of their own.
    static func writes(_ data: FlatView, _ kind: ResourceKind, _ resource: ResourceID) -> [PropertyWrite] {
        kind.schema.properties.enumerated().compactMap { index, schema in
            let property = PropertyID(index: index)
            switch schema.name {
            case "iamPolicy", "auditConfigs": return nil
            case "labels":
                return GCPBuckets.labelElements(data.member("labels")).map { .replace(property, $0) }
                    ?? .unknown(property)
            case "parent" where data.member("parent") == nil && resource.nativeID.contains("/keys/"):
                return .set(property, FlatValue(GCPNames.parent(of: resource.nativeID)))
            case "projectNumber":
                let number = data.member("projectNumber")
                return (BodyReading.text(number) ?? BodyReading.int(number).map { String($0) })
                    .map { .set(property, FlatValue($0)) }
            default:
                if let flag = flowLogs(data, schema) { return .set(property, flag) }
                guard let found = data.member(schema.name), !found.isNull else {
                    return .set(property, .null)
                }
                return SchemaReading.value(found, of: schema).map { .set(property, $0) }
            }
        }
    }
    /// What a request with a resource, or a part of one, writes: the members that are there. What is merged into a former
    /// value, and on a creation what is left to the provider's defaults, is unknown.
    static func sentWrites(_ sent: FlatView, _ kind: ResourceKind, isCreation: Bool) -> [PropertyWrite] {
        kind.schema.properties.enumerated().compactMap { index, schema in
            let property = PropertyID(index: index)
            let found = sent.member(schema.name).flatMap { $0.isNull ? nil : $0 }
            switch schema.shape {
            case .set:
                if isCreation, schema.name == "labels", let found {
                    return GCPBuckets.labelElements(found).map { .replace(property, $0) }
                        ?? .unknown(property)
                }
                if isCreation { return .replaceDefault(property, []) }
                return found == nil ? nil : .unknown(property)
            case .register:
                if let flag = flowLogs(sent, schema) { return .set(property, flag) }
                guard let found else { return isCreation && schema.name != "name" ? .unknown(property) : nil }
                guard SchemaReading.isWhole(found, schema.type) else { return .unknown(property) }
                return SchemaReading.value(found, of: schema).map { .set(property, $0) } ?? .unknown(property)
            }
        }
    }

    /// Flow logs have two switches that say the same; the one inside `logConfig` is the one that is written.
    private static func flowLogs(_ data: FlatView, _ schema: PropertySchema) -> FlatValue? {
        guard schema.name == "enableFlowLogs" else { return nil }
        return BodyReading.bool(data.member("logConfig")?.member("enable")).map { FlatValue($0) }
    }
}
