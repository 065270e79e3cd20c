import CloudModel
internal import JSONTokens

extension EventDecoder {
    /// Cloud Control's answer to GetResource or ListResources: a type name and descriptions whose properties are JSON text
    /// in CloudFormation's spelling. They name neither owner nor time, so members `account`, `region` and `observed_at`
    /// must stand beside them, unless an envelope or an ARN tells.
    func decodeCloudControl(_ facts: EnvelopeFacts) -> Decoded {
        if let failure = tape.build() { return .notJSON(failure) }
        let shapes = AWSShapes(tape: tape)
        let root = tape.root
        guard let type = shapes.text(tape.member(root, "TypeName")) else {
            return .malformed("missing-field", "TypeName")
        }
        let part = ResourcePart(type)
        guard let kind = part?.whole ?? ResourceKind(named: type), kind.schema.provider == .aws else {
            return .ignored(names.intern(source: "cloud-control", name: String(type.prefix(128))))
        }
        let context = CloudControlContext(
            kind: kind, part: part, account: shapes.text(tape.member(root, "account")) ?? facts.account,
            region: shapes.text(tape.member(root, "region")) ?? facts.region,
            time: shapes.text(tape.member(root, "observed_at")) ?? facts.time,
            inventoryID: shapes.text(tape.member(root, "inventory_id")))
        var listed = shapes.items(tape.member(root, "ResourceDescriptions"))
        if let one = tape.member(root, "ResourceDescription") { listed.append(one) }
        if tape.member(root, "Identifier") != nil { listed.append(root) }
        // The texts are read before the tape takes the first of them.
        let texts = listed.map { item in
            (
                id: shapes.text(tape.member(item, "Identifier")),
                properties: tape.member(item, "Properties").map { tape.copyText($0) }
            )
        }
        do {
            var changes: [GraphChange] = []
            for text in texts {
                changes.append(.resource(try context.change(tape, id: text.id, properties: text.properties)))
            }
            return changes.isEmpty
                ? .malformed("missing-field", "ResourceDescription") : .inventory(changes)
        } catch {
            return .malformed(error)
        }
    }
}

/// What stands around a Cloud Control description.
struct CloudControlContext {
    let kind: ResourceKind
    /// Set if what is described is a part of a resource of the kind.
    let part: ResourcePart?
    let account: String?
    let region: String?
    let time: String?
    let inventoryID: String?

    /// What to do about a description as AWS gives it, which names neither owner nor time.
    static let hint = "; add account, region and observed_at beside TypeName"

    /// The observation of one resource.
    func change(
        _ tape: TokenTape, id: String?, properties: [UInt8]?
    ) throws(DecodingFailure) -> ResourceChange {
        guard let id else { throw DecodingFailure("missing-field", "Identifier") }
        guard let properties else { throw DecodingFailure("missing-field", "Properties") }
        if let failure = tape.parse(properties.span) {
            throw DecodingFailure("not-json", "Properties: \(failure.reason.rawValue)")
        }
        guard tape.root.kind == .object else { throw DecodingFailure("bad-value", "Properties") }
        let shapes = AWSShapes(tape: tape)
        let arn = shapes.text(shapes.member(tape.root, "Arn")).flatMap { AWSARN($0) }
        guard let owner = account ?? arn?.account, !owner.isEmpty else {
            throw DecodingFailure("missing-field", "account" + Self.hint)
        }
        guard let time else { throw DecodingFailure("missing-field", "observed_at" + Self.hint) }
        guard let instant = Timestamp(rfc3339: time) else { throw DecodingFailure("bad-time", "observed_at") }
        let key = AccountKey(owner).provider == nil ? AccountKey(.aws, owner) : AccountKey(owner)
        let region = arn?.region ?? region ?? ""
        guard kind.schema.scope != .regional || !region.isEmpty else {
            throw DecodingFailure("missing-field", "region" + Self.hint)
        }
        let cause = CauseRecord(
            eventID: inventoryID ?? "", time: instant, action: "cloud-control", actor: nil,
            isObservation: true)
        if let part {
            return try part.change(
                id, tape.root, shapes, account: key, region: region, cause: cause, isGone: false)
        }
        let reader = InventoryProperties(shapes: shapes, kind: kind, account: key.id)
        let isGone = kind == InstanceKind.kind && InstanceKind.isGone(tape.root, shapes)
        let resource = NativeID.resource(kind, account: key, region: region, id: id)
        return ResourceChange(
            resource: resource, cause: cause, lifecycle: isGone ? .delete : .modify,
            writes: isGone ? [] : try reader.writes(tape.root, of: resource),
            inventoryID: inventoryID)
    }
}
