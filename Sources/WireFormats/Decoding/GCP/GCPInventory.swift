internal import CloudModel
internal import JSONTokens

/// Assets of Cloud Asset Inventory: a line of an export, or a feed's message with `asset` and `window`.
enum GCPInventory {
    /// True if the object is an asset or a feed's message.
    static func recognises(_ tape: TokenTape, _ object: Token) -> Bool {
        if let asset = tape.member(object, "asset"), asset.kind == .object { return isAsset(tape, asset) }
        return isAsset(tape, object)
    }

    /// What an asset says; empty for kinds and contents without a schema. Nil if it is none.
    ///
    /// An export shows its assets as of the time it was taken, so the later of `observedAt` and the asset's own time
    /// counts; a feed's message counts at its window's time. Projects that are known by number only are looked up in
    /// `projects`, which also learns from the assets that it is shown; for a whole export show it all assets first.
    static func decode(
        _ tape: TokenTape, _ root: Token, observedAt: Timestamp, projects: GCPProjectNames? = nil
    ) -> [GraphChange]? {
        guard recognises(tape, root) else { return nil }
        let message = tape.flatValue(root).view
        let asset = message.member("asset") ?? message
        let window = message.member("window")
        projects?.learn(asset)
        guard
            let kind = either(asset, "assetType", "asset_type")?.string.flatMap({ ResourceKind(named: $0) }),
            let resource = resource(kind, asset, projects)
        else { return [] }
        let own =
            time(window.flatMap { either($0, "startTime", "start_time") })
            ?? time(either(asset, "updateTime", "update_time"))
        let observed = window == nil ? max(own ?? observedAt, observedAt) : own ?? observedAt
        let cause = CauseRecord(
            eventID: "inventory", time: observed, action: "inventory", actor: nil, isObservation: true)
        if message.member("deleted")?.bool == true {
            return [.resource(ResourceChange(resource: resource, cause: cause, lifecycle: .delete))]
        }
        let writes = writes(kind, resource, asset)
        return writes.isEmpty
            ? [] : [.resource(ResourceChange(resource: resource, cause: cause, writes: writes))]
    }

    private static func isAsset(_ tape: TokenTape, _ object: Token) -> Bool {
        guard let name = tape.member(object, "name"), name.kind == .string else { return false }
        return tape.member(object, "assetType") != nil || tape.member(object, "asset_type") != nil
    }

    private static func writes(_ kind: ResourceKind, _ resource: ResourceID, _ asset: FlatView)
        -> [PropertyWrite]
    {
        let data = asset.member("resource")?.member("data")
        let policy = either(asset, "iamPolicy", "iam_policy")
        switch kind {
        case GCPFirewalls.kind: return data.map { GCPFirewalls.writes($0, as: .whole) } ?? []
        case GCPBuckets.kind:
            return (data.map { GCPBuckets.wholeWrites($0) } ?? [])
                + (policy.map { policyWrites(kind, $0) } ?? [])
        default:
            return (data.map { GCPProperties.writes($0, kind, resource) } ?? [])
                + (policy.map { policyWrites(kind, $0) } ?? [])
        }
    }

    /// What a whole policy says; null bindings are none.
    private static func policyWrites(_ kind: ResourceKind, _ policy: FlatView) -> [PropertyWrite] {
        var writes: [PropertyWrite] = []
        if let property = kind.schema.property(named: "iamPolicy") {
            if let elements = GCPBuckets.policyElements(policy) {
                writes.append(.replace(property, elements))
            } else if policy.member("bindings") == nil {
                writes.append(.replace(property, []))
            }
        }
        if let property = kind.schema.property(named: "auditConfigs") {
            let found = policy.member("auditConfigs") ?? FlatValue.null.view
            let value = found.isNull ? .null : SchemaReading.value(found, of: kind.schema[property])
            if let value { writes.append(.set(property, value)) }
        }
        return writes
    }

    private static func resource(
        _ kind: ResourceKind, _ asset: FlatView, _ projects: GCPProjectNames?
    ) -> ResourceID? {
        guard let name = BodyReading.text(asset.member("name")) else { return nil }
        guard let shown = project(asset, name) else { return organisationResource(kind, asset, name) }
        let project = projects?.id(of: shown) ?? shown
        switch kind {
        case GCPFirewalls.kind:
            let shown = BodyReading.text(asset.member("resource")?.member("data")?.member("name"))
            guard let last = shown ?? GCPNames.segment(after: "firewalls", in: name) else { return nil }
            return GCPFirewalls.resource(project: project, name: last)
        case GCPBuckets.kind:
            guard let last = name.split(separator: "/").last else { return nil }
            return GCPBuckets.resource(project: project, name: String(last))
        case ResourceID.accountKind(of: .gcp): return ResourceID.account(AccountKey(.gcp, project), .gcp)
        default:
            return ResourceID(
                kind: kind, account: AccountKey(.gcp, project), region: "",
                nativeID: GCPNames.nativeID(name, project: project))
        }
    }

    /// What belongs to no project belongs to the organization that the asset or its ancestors name.
    private static func organisationResource(
        _ kind: ResourceKind, _ asset: FlatView, _ name: String
    ) -> ResourceID? {
        let places = [name] + (BodyReading.texts(asset.member("ancestors")) ?? [])
        let organisation = places.lazy.compactMap { GCPNames.segment(after: "organizations", in: $0) }.first
        guard let organisation, kind.schema.scope != .account else { return nil }
        return ResourceID(
            kind: kind, account: AccountKey("gcp-org:" + organisation), region: "",
            nativeID: GCPNames.nativeID(name, project: nil))
    }

    /// The project's id where any part of the asset has it, else its number. A bucket's name and parent have the number at
    /// most; the convenience members of its policy have the id.
    private static func project(_ asset: FlatView, _ name: String) -> String? {
        let data = asset.member("resource")?.member("data")
        var candidates = [
            GCPNames.project(in: name), GCPNames.project(in: BodyReading.text(data?.member("selfLink"))),
            policyProject(either(asset, "iamPolicy", "iam_policy")),
            GCPNames.project(in: BodyReading.text(asset.member("resource")?.member("parent"))),
            BodyReading.text(data?.member("projectNumber")),
        ]
        for ancestor in BodyReading.texts(asset.member("ancestors")) ?? [] {
            candidates.append(GCPNames.project(in: ancestor))
        }
        let known = candidates.compactMap { $0 }
        return known.first { !GCPNames.isNumber($0) } ?? known.first
    }

    /// The project of a bucket's legacy owner, which is its own unless somebody granted it to another's owners.
    private static func policyProject(_ policy: FlatView?) -> String? {
        guard let elements = policy.flatMap({ GCPBuckets.policyElements($0) }) else { return nil }
        for element in elements {
            guard let member = element.value.view.member("member")?.string,
                element.value.view.member("role")?.equals("roles/storage.legacyBucketOwner") ?? false,
                member.hasPrefix("projectOwner:")
            else { continue }
            return String(member.dropFirst("projectOwner:".count))
        }
        return nil
    }

    private static func time(_ view: FlatView?) -> Timestamp? {
        view?.string.flatMap { Timestamp(rfc3339: $0) }
    }

    private static func either(_ view: FlatView, _ first: String, _ second: String) -> FlatView? {
        view.member(first) ?? view.member(second)
    }
}
