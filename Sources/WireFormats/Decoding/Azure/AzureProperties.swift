internal import CloudModel
internal import JSONTokens

/// What a resource's JSON says of the properties of its kind, found by the schema's names: those that ARM writes beside
/// `properties` there, all others in it.
enum AzureProperties {
    /// What a JSON body is, and so what an absent field means.
    enum Form {
        /// The whole resource, observed: what it lacks, there is none of.
        case observation
        /// What was sent or answered. Absent fields say nothing, since the method is unknown; on a creation the defaults
        /// stand for them where they are certain. A part that may be merged into what was there decides only if it is
        /// whole.
        case event(isCreation: Bool, merges: Bool, time: Timestamp)
    }

    /// One write a property that the body decides, in schema order.
    static func writes(
        _ body: FlatView, _ kind: ResourceKind, _ name: AzureResourceName, _ form: Form
    ) -> [PropertyWrite] {
        let properties = BodyReading.member(body, "properties")
        return kind.schema.properties.enumerated().compactMap { index, schema in
            let property = PropertyID(index: index)
            if let value = derived(schema.name, name) { return .set(property, FlatValue(value)) }
            let key = schema.name.lowercased()
            let outer = envelope.contains(schema.name) ? BodyReading.member(body, key) : nil
            let found = outer ?? BodyReading.member(properties, key)
            switch schema.shape {
            case .register: return register(found, property, kind, form)
            case .set: return set(found, schema, property, form)
            }
        }
    }

    /// The properties that the id alone decides; no event leaves them open.
    static func isDerived(_ property: PropertySchema) -> Bool {
        ["parentId", "name"].contains(property.name)
    }

    /// What ARM writes beside `properties`.
    private static let envelope: Set<String> = [
        "location", "sku", "kind", "identity", "managedBy", "zones", "tags",
    ]

    private static func derived(_ property: String, _ name: AzureResourceName) -> String? {
        switch property {
        case "parentId": name.parentID
        case "name": name.name
        default: nil
        }
    }

    private static func register(
        _ found: FlatView?, _ property: PropertyID, _ kind: ResourceKind, _ form: Form
    ) -> PropertyWrite? {
        let schema = kind.schema[property]
        guard let found, !found.isNull else {
            switch form {
            case .observation: return schema.name == "location" ? nil : .set(property, .null)
            case .event(let isCreation, _, let time):
                return isCreation ? AzureDefaults.write(property, of: kind, at: time) : nil
            }
        }
        let value = AzureProperties.value(found, schema)
        switch form {
        case .observation: return value.map { .set(property, $0) }
        case .event(_, let merges, _):
            let isOpen = merges && schema.name != "networkAcls" && !SchemaReading.isWhole(found, schema.type)
            guard let value, !isOpen else { return .unknown(property) }
            return .set(property, value)
        }
    }

    private static func value(_ view: FlatView, _ schema: PropertySchema) -> FlatValue? {
        switch schema.name {
        case "location": BodyReading.text(view).map { FlatValue($0.lowercased()) }
        case "networkAcls": AzureNetworkRules.value(view)
        default: SchemaReading.value(view, of: schema)
        }
    }

    private static func set(
        _ found: FlatView?, _ schema: PropertySchema, _ property: PropertyID, _ form: Form
    ) -> PropertyWrite? {
        guard let found, !found.isNull else {
            switch form {
            case .observation: return .replace(property, [])
            case .event(true, _, _): return .replaceDefault(property, [])
            // A group that is sent without its rules may have lost them; one that is merged has tags only.
            case .event(false, let merges, _):
                return schema.name == "securityRules" && !merges ? .unknown(property) : nil
            }
        }
        let elements =
            schema.name == "securityRules" ? AzureNetworkEvents.elements(found) : AzureTags.elements(found)
        switch form {
        case .observation: return elements.map { .replace(property, $0) }
        case .event: return elements.map { .replace(property, $0) } ?? .unknown(property)
        }
    }
}
