import CloudModel
internal import JSONTokens

/// Turns the properties of an inventory record into writes, in the form in which the events write them.
struct InventoryProperties {
    let shapes: AWSShapes
    let kind: ResourceKind
    /// The account's own id, which rules towards groups of another account are compared with.
    let account: String

    /// The writes, and what the id itself says of the resource where they do not say it.
    func writes(_ properties: Token, of resource: ResourceID) throws(DecodingFailure) -> [PropertyWrite] {
        let writes = try writes(properties)
        return writes + ResourceIdentity.missing(of: resource, in: writes)
    }

    /// One write a known property, in schema order. Null means known to be absent; unknown names are passed over.
    func writes(_ properties: Token) throws(DecodingFailure) -> [PropertyWrite] {
        var writes: [PropertyWrite] = []
        for (index, schema) in kind.schema.properties.enumerated() {
            guard let token = shapes.tape.member(properties, named: schema.name) else { continue }
            let property = PropertyID(index: index)
            switch schema.shape {
            case .register: writes.append(.set(property, try register(schema, token)))
            case .set: writes.append(.replace(property, try elements(schema, token)))
            }
        }
        if let statements = try policyStatements(properties) { writes.append(statements) }
        return writes + InventoryAliases.writes(kind, properties, shapes)
    }

    private func register(_ schema: PropertySchema, _ token: Token) throws(DecodingFailure) -> FlatValue {
        // Alarms are found by the metric that they name; one that names none has an empty name.
        if token.isNull {
            return kind == AlarmKind.kind && schema.name.hasSuffix("Name") ? FlatValue("") : .null
        }
        if kind.schema.provider == .aws, let value = try awsValue(schema, token) { return value }
        let value = try SchemaValue.value(token, schema.type, shapes.tape, at: schema.name)
        return ReferenceSpelling.canonical(value, schema.refersTo)
    }

    /// The registers that records spell in more than one way.
    private func awsValue(_ schema: PropertySchema, _ token: Token) throws(DecodingFailure) -> FlatValue? {
        switch schema.name {
        case "PasswordPolicy": return try object(schema, token, PasswordPolicy.value)
        case "PublicAccessBlockConfiguration": return try object(schema, token, S3Values.publicAccessBlock)
        case "VersioningConfiguration": return try object(schema, token, S3Values.versioning)
        case "LoggingConfiguration": return try object(schema, token, S3Values.logging)
        case "BucketEncryption": return try object(schema, token, S3Values.encryption)
        case "EventSelectors": return try list(schema, token, TrailSelectors.basic)
        case "AdvancedEventSelectors": return try list(schema, token, TrailSelectors.advanced)
        case "MetadataOptions", "InstanceMetadataDefaults":
            return try object(schema, token) { InstanceKind.metadataOptions($0 ?? token, $1) ?? .null }
        case "DistributionConfig":
            return try object(schema, token) { config, shapes in
                config.flatMap { DistributionKind.config($0, shapes) } ?? .null
            }
        case "AccessControlList": return BucketGrants.listed(token, shapes)
        case "ContactInformation":
            // The API's own answer holds the values, of which only the names are kept.
            return token.kind == .object ? AccountContactEvents.filled(token, shapes) : nil
        case "CloudWatchLogsLogGroupArn":
            return shapes.text(token).map { TrailKind.value($0, of: TrailKind.logGroup) }
        case "RecordingGroup": return try object(schema, token, RecorderKind.group)
        case "AssumeRolePolicyDocument", "Content", "KeyPolicy", "Policy", "PolicyDocument":
            guard let value = PolicyDocument.value(token, shapes.tape) else {
                throw DecodingFailure("bad-value", "properties." + schema.name)
            }
            return value
        default: return try instant(schema, token)
        }
    }

    /// Instants in one spelling, whichever API wrote them.
    private func instant(_ schema: PropertySchema, _ token: Token) throws(DecodingFailure) -> FlatValue? {
        guard case .timestamp = schema.type else { return nil }
        guard let text = shapes.text(token), let value = AWSDate.value(text) else {
            throw DecodingFailure("bad-value", "properties." + schema.name)
        }
        return value
    }

    private func object(
        _ schema: PropertySchema, _ token: Token, _ value: (Token?, AWSShapes) -> FlatValue
    ) throws(DecodingFailure) -> FlatValue {
        guard token.kind == .object else { throw DecodingFailure("bad-value", "properties." + schema.name) }
        return value(token, shapes)
    }

    private func list(
        _ schema: PropertySchema, _ token: Token, _ value: (Token?, AWSShapes) -> FlatValue
    ) throws(DecodingFailure) -> FlatValue {
        guard token.kind == .array else { throw DecodingFailure("bad-value", "properties." + schema.name) }
        return value(token, shapes)
    }

    private func elements(_ schema: PropertySchema, _ token: Token) throws(DecodingFailure) -> [SetElement] {
        if token.isNull { return [] }
        // Some services write tags as an object of keys and values.
        if schema.name == "Tags", token.kind == .object { return ResourceTag.elements(token, shapes) }
        guard token.kind == .array, case .list(let type) = schema.type else {
            throw DecodingFailure("bad-value", "properties." + schema.name)
        }
        var elements: [SetElement] = []
        var seen: Set<SetElement> = []
        for item in shapes.tape.elements(token) {
            guard let element = try element(item, schema, type) else { continue }
            if seen.insert(element).inserted { elements.append(element) }
        }
        return elements
    }

    private func element(
        _ item: Token, _ schema: PropertySchema, _ type: ValueType
    ) throws(DecodingFailure) -> SetElement? {
        let id = shapes.text(shapes.tape.member(item, "$id"))
        switch schema.name {
        case "Tags", "tags", "labels":
            guard let pair = ResourceTag.pair(item, shapes) else {
                throw DecodingFailure("bad-value", "properties." + schema.name)
            }
            return ResourceTag.element(pair.key, pair.value ?? "")
        case "EnabledRegions":
            // An API that describes regions names them in objects.
            guard let name = shapes.text(shapes.member(item, "RegionName")) ?? shapes.tape.string(item) else {
                throw DecodingFailure("bad-value", "properties.EnabledRegions")
            }
            return SetElement(FlatValue(name))
        case "Policies": return try inlinePolicy(item)
        case "Users":
            guard let holder = shapes.text(item).map(InventoryAliases.holder) else {
                throw DecodingFailure("bad-value", "properties.Users")
            }
            return SetElement(FlatValue(holder))
        case "SecurityGroupIngress", "SecurityGroupEgress":
            let isEgress = schema.name == "SecurityGroupEgress"
            guard let rule = SecurityGroupRule(flat: item, shapes, account: account) else {
                throw DecodingFailure("bad-value", "properties." + schema.name)
            }
            return SetElement(rule.element(isEgress: isEgress), id: id)
        case "Entries" where kind == NetworkAclKind.kind:
            return try own(NetworkAclKind.entry(item, shapes), schema)
        case "Entries" where kind == PrefixListKind.kind:
            return try own(PrefixListKind.entry(item, shapes), schema)
        case "LoadBalancerAttributes":
            let pair = ResourceTag.pair(item, shapes)
            return try own(pair.map { ResourceTag.element($0.key, $0.value ?? "") }, schema)
        case "PolicyStatements": return PolicyStatementSet.element(shapes.tape.flatValue(item))
        case "Routes": return try own(RouteTableKind.route(item, shapes), schema)
        case "MetricFilters":
            guard let filter = MetricFilter.element(item, shapes) else {
                throw DecodingFailure("bad-value", "properties." + schema.name)
            }
            return filter
        // One that waits for its confirmation has no ARN and is no element.
        case "Subscriptions":
            return TopicKind.subscription(shapes.text(shapes.member(item, "subscriptionArn")))
        case "ClassificationJobs":
            return SetElement(
                try SchemaValue.value(item, type, shapes.tape, at: schema.name),
                id: shapes.text(shapes.member(item, "jobId")))
        default:
            return SetElement(
                try SchemaValue.value(item, type, shapes.tape, at: schema.name), id: id)
        }
    }
}

extension InventoryProperties {
    /// The statements of a policy that is given whole, where the kind keeps statements.
    private func policyStatements(_ properties: Token) throws(DecodingFailure) -> PropertyWrite? {
        guard let property = kind.schema.property(named: "PolicyStatements"),
            shapes.tape.member(properties, "PolicyStatements") == nil,
            let policy = shapes.tape.member(properties, "Policy")
        else { return nil }
        guard let elements = PolicyStatementSet.elements(policy, shapes) else {
            throw DecodingFailure("bad-value", "properties.Policy")
        }
        return .replace(property, elements)
    }

    /// An element that a kind's own reader made of an item.
    private func own(_ element: SetElement?, _ schema: PropertySchema) throws(DecodingFailure) -> SetElement {
        guard let element else { throw DecodingFailure("bad-value", "properties." + schema.name) }
        return element
    }

    /// A policy inside a user, group or role.
    private func inlinePolicy(_ item: Token) throws(DecodingFailure) -> SetElement {
        guard let name = shapes.text(shapes.member(item, "PolicyName")) else {
            throw DecodingFailure("bad-value", "properties.Policies")
        }
        let document = shapes.member(item, "PolicyDocument").flatMap { PolicyDocument.value($0, shapes.tape) }
        return InlinePolicy.element(name, document ?? .null)
    }
}

/// Values checked against the type that a schema gives them.
enum SchemaValue {
    /// The canonical value; `bad-value` with the place named if it has another type. Object members that the schema lacks,
    /// and null ones, are dropped.
    static func value(
        _ token: Token, _ type: ValueType, _ tape: TokenTape, at place: String
    ) throws(DecodingFailure) -> FlatValue {
        switch (type, token.kind) {
        case (.any, _): return tape.flatValue(token)
        case (.bool, _):
            guard let value = tape.bool(token) else { throw failure(place) }
            return FlatValue(value)
        case (.int, _):
            guard let value = tape.int(token) else { throw failure(place) }
            return FlatValue(value)
        case (.double, .integer), (.double, .decimal), (.string, .string), (.timestamp, .string):
            return tape.flatValue(token)
        case (.word(let words), .string):
            return WordSpelling.value(tape.string(token) ?? "", among: words)
        case (.list(let element), .array):
            var elements: [FlatValue] = []
            for item in tape.elements(token) {
                elements.append(try value(item, element, tape, at: place))
            }
            return FlatValue(list: elements)
        case (.map(let element), .object): return try map(token, tape, at: place) { _ in element }
        case (.object(let fields), .object): return try map(token, tape, at: place) { fields[$0] }
        default: throw failure(place)
        }
    }

    private static func map(
        _ object: Token, _ tape: TokenTape, at place: String, _ type: (String) -> ValueType?
    ) throws(DecodingFailure) -> FlatValue {
        var members: [(String, FlatValue)] = []
        for (key, item) in tape.members(object) where !item.isNull {
            guard let name = tape.string(key), let type = type(name) else { continue }
            members.append((name, try value(item, type, tape, at: place + "." + name)))
        }
        return FlatValue(map: members)
    }

    private static func failure(_ place: String) -> DecodingFailure {
        DecodingFailure("bad-value", "properties." + place)
    }
}
