import CloudModel
internal import JSONTokens

extension EventDecoder {
    /// One of our own inventory records or closing documents; the tape holds its scan.
    func decodeInventoryRecord() -> Decoded {
        if let failure = tape.build() { return .notJSON(failure) }
        let record = InventoryRecord(shapes: AWSShapes(tape: tape), root: tape.root)
        do {
            let kindName = try record.requiredText("kind")
            guard let kind = ResourceKind(named: kindName) else {
                if let part = ResourcePart(kindName), tape.member(tape.root, "started_at") == nil {
                    try record.refuseUnknownMembers()
                    return .inventory([.resource(try record.item(part))])
                }
                return .ignored(names.intern(source: "inventory", name: String(kindName.prefix(128))))
            }
            try record.refuseUnknownMembers()
            if tape.member(tape.root, "started_at") != nil { return try closing(record, kind) }
            let item = OrganizationKind.membership(in: try record.item(kind))
            return .inventory([.resource(item)] + AWSAccountKind.regions(of: item).map { .resource($0) })
        } catch {
            return .malformed(error)
        }
    }

    private func closing(_ record: InventoryRecord, _ kind: ResourceKind) throws(DecodingFailure) -> Decoded {
        guard tape.bool(tape.member(tape.root, "complete")) == true else {
            return .ignored(names.intern(source: "inventory", name: "incomplete"))
        }
        return .inventory([.scope(try record.closing(kind))])
    }
}

/// Reads one inventory record off a built tape.
struct InventoryRecord {
    let shapes: AWSShapes
    let root: Token

    /// The text of a member that must be there.
    func requiredText(_ key: StaticString) throws(DecodingFailure) -> String {
        guard let token = shapes.tape.member(root, key), !token.isNull else {
            throw DecodingFailure("missing-field", "\(key)")
        }
        guard let text = shapes.tape.string(token), !text.isEmpty else {
            throw DecodingFailure("bad-value", "\(key)")
        }
        return text
    }

    /// Throws for a member that neither an item nor a closing document has: what is misspelt would else be taken for left out,
    /// so that a reading that found nothing becomes one that read nothing.
    func refuseUnknownMembers() throws(DecodingFailure) {
        let names =
            shapes.tape.member(root, "started_at") == nil
            ? InventoryRecord.ofItems : InventoryRecord.ofClosings
        for (key, _) in shapes.tape.members(root) {
            guard let name = shapes.tape.string(key), !names.contains(name) else { continue }
            throw DecodingFailure("unknown-field", String(name.prefix(128)))
        }
    }

    private static let ofItems: Set = [
        "account", "deleted", "id", "inventory_id", "kind", "observed_at", "properties", "region",
    ]
    private static let ofClosings: Set = [
        "account", "complete", "inventory_id", "items", "kind", "region", "started_at",
    ]

    /// The item that the record describes. `"deleted": true` says that a reading did not find it.
    func item(_ kind: ResourceKind) throws(DecodingFailure) -> ResourceChange {
        let time = try instant("observed_at")
        let inventoryID = shapes.tape.string(shapes.tape.member(root, "inventory_id"))
        let resource = try resourceID(kind)
        let cause = CauseRecord(
            eventID: inventoryID ?? "", time: time, action: "inventory", actor: nil, isObservation: true)
        if shapes.tape.bool(shapes.tape.member(root, "deleted")) == true {
            return ResourceChange(
                resource: resource, cause: cause, lifecycle: .delete, inventoryID: inventoryID)
        }
        guard let properties = shapes.tape.member(root, "properties") else {
            throw DecodingFailure("missing-field", "properties")
        }
        guard properties.kind == .object else { throw DecodingFailure("bad-value", "properties") }
        if kind == InstanceKind.kind, InstanceKind.isGone(properties, shapes) {
            return ResourceChange(
                resource: resource, cause: cause, lifecycle: .delete, inventoryID: inventoryID)
        }
        let reader = InventoryProperties(shapes: shapes, kind: kind, account: resource.account.id)
        return ResourceChange(
            resource: resource, cause: cause, writes: try reader.writes(properties, of: resource),
            inventoryID: inventoryID)
    }

    /// What the record says of the resource that its own is a part of here.
    func item(_ part: ResourcePart) throws(DecodingFailure) -> ResourceChange {
        let inventoryID = shapes.tape.string(shapes.tape.member(root, "inventory_id"))
        let cause = CauseRecord(
            eventID: inventoryID ?? "", time: try instant("observed_at"), action: "inventory", actor: nil,
            isObservation: true)
        return try part.change(
            try requiredText("id"), shapes.tape.member(root, "properties"), shapes,
            account: try account(part.whole), region: try region(), cause: cause,
            isGone: shapes.tape.bool(shapes.tape.member(root, "deleted")) == true)
    }

    /// The end of a complete inventory.
    func closing(_ kind: ResourceKind) throws(DecodingFailure) -> ScopeClosing {
        guard let token = shapes.tape.member(root, "items") else {
            throw DecodingFailure("missing-field", "items")
        }
        guard let count = shapes.tape.int(token), (0...Int64(Int32.max)).contains(count) else {
            throw DecodingFailure("bad-value", "items")
        }
        let region = try region()
        if kind.schema.scope == .regional && region.isEmpty {
            throw DecodingFailure("missing-field", "region")
        }
        return ScopeClosing(
            inventoryID: try requiredText("inventory_id"), account: try account(kind),
            region: kind.schema.scope == .global ? "" : region, kind: kind,
            startedAt: try instant("started_at"), itemCount: Int(count))
    }

    private func instant(_ key: StaticString) throws(DecodingFailure) -> Timestamp {
        guard let time = Timestamp(rfc3339: try requiredText(key)) else {
            throw DecodingFailure("bad-time", "\(key)")
        }
        return time
    }

    /// A whole account key, or the account's own id.
    private func account(_ kind: ResourceKind) throws(DecodingFailure) -> AccountKey {
        let text = try requiredText("account")
        let key = AccountKey(text)
        return key.provider == nil ? AccountKey(kind.schema.provider, text) : key
    }

    /// Empty and absent both mean no region.
    private func region() throws(DecodingFailure) -> String {
        guard let token = shapes.tape.member(root, "region"), !token.isNull else { return "" }
        guard let text = shapes.tape.string(token) else { throw DecodingFailure("bad-value", "region") }
        return text
    }

    private func resourceID(_ kind: ResourceKind) throws(DecodingFailure) -> ResourceID {
        let region = try region()
        if kind.schema.scope == .regional && region.isEmpty {
            throw DecodingFailure("missing-field", "region")
        }
        let account = try account(kind)
        var id = try requiredText("id")
        if kind == TrailKind.kind, let arn = TrailKind.arn(shapes.tape.member(root, "properties"), shapes) {
            id = arn
        }
        return NativeID.resource(kind, account: account, region: region, id: id)
    }
}

/// Brings ids as records spell them into the form that `ResourceID` asks for.
enum NativeID {
    /// The resource with this id, which may be an ARN or an ARM id in any case.
    static func resource(_ kind: ResourceKind, account: AccountKey, region: String, id: String) -> ResourceID
    {
        var region = kind.schema.scope == .global ? "" : region
        var native = id
        switch kind.schema.provider {
        case .aws:
            native = spelled(kind, id)
            let arn = AWSARN(native)
            if let arn, kind.schema.scope == .regional, !arn.region.isEmpty { region = arn.region }
            native = kind.schema.scope == .account ? AWSAccountKind.nativeID : aws(kind, native, arn)
            // A trail of the organisation shows in every member's list, with the ARN of its owner.
            if let arn, kind.isShared, !arn.account.isEmpty, arn.account != account.id {
                return ResourceID(
                    kind: kind, account: AccountKey(.aws, arn.account), region: region, nativeID: native
                ).copy(for: account, in: ResourceID.partition(of: region))
            }
        case .azure: native = id.lowercased()
        case .gcp: while native.hasPrefix("/") { native.removeFirst() }
        }
        if kind.schema.scope == .account { native = ResourceID.accountNativeID }
        return ResourceID(kind: kind, account: account, region: region, nativeID: native)
    }

    /// The id of an AWS resource where inventories spell it in a way of their own.
    private static func spelled(_ kind: ResourceKind, _ id: String) -> String {
        switch kind.name {
        // Cloud Control joins the parts of an id with a bar.
        case "AWS::ApiGateway::Stage", "AWS::ApiGatewayV2::Stage":
            return id.split(separator: "|").joined(separator: "/")
        case "AWS::ECS::Service":
            return (id.split(separator: "|").first ?? "").description
        case "AWS::SQS::Queue": return id.split(separator: "/").last.map(String.init) ?? id
        // RDS folds the case of identifiers.
        case "AWS::RDS::DBCluster", "AWS::RDS::DBInstance", "AWS::RDS::DBSubnetGroup":
            return id.lowercased()
        default: return id
        }
    }

    private static func aws(_ kind: ResourceKind, _ id: String, _ arn: AWSARN?) -> String {
        switch kind.schema.idForm {
        case .fixed(let native): return native
        case .wholeARN: return id
        case .resourceID:
            guard let arn else { return id }
            let named = ARNForm.resource(service: arn.service, part: arn.resource)
            return named?.kind == kind ? named?.nativeID ?? arn.resourceID : arn.resourceID
        case .lastPart:
            guard arn != nil, let slash = id.lastIndex(of: "/") else { return id }
            return String(id[id.index(after: slash)...])
        }
    }
}
