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
                guard let found = data.member(schema.name), !found.isNull else {
                    return .set(property, .null)
                }
                return SchemaReading.value(found, of: schema).map { .set(property, $0) }
            }
        }
    }
}
