internal import CloudModel
internal import JSONTokens

/// Buckets of Cloud Storage.
enum GCPBuckets {
    static let kind = KindCatalog.kind("storage.googleapis.com/Bucket")
    static let location = kind.property("location")
    static let policy = kind.property("iamPolicy")
    static let uniformAccess = kind.property("uniformBucketLevelAccess")
    static let publicAccessPrevention = kind.property("publicAccessPrevention")
    static let retentionPolicy = kind.property("retentionPolicy")
    static let labels = kind.property("labels")

    /// The bucket's id: its full resource name without the slashes in front.
    static func resource(project: String, name: String) -> ResourceID {
        ResourceID(
            kind: kind, account: AccountKey(.gcp, project), region: "",
            nativeID: "storage.googleapis.com/" + name)
    }

    /// What a creation writes. A new bucket's policy is what the delta adds to nothing; without a delta it is unknown.
    static func creationWrites(_ entry: GCPEntry) -> [PropertyWrite] {
        let added = deltas(entry)?.compactMap { $0.isRemoval ? nil : SetElement($0.element) }
        var writes: [PropertyWrite] = [added.map { .replace(policy, $0) } ?? .unknown(policy)]
        if let whole = wholeBucket(entry) { return writes + wholeWrites(whole.view) }
        let place = BodyReading.text(requested(entry)?.view.member("location")) ?? entry.label("location")
        if let place { writes.append(.set(location, FlatValue(place.uppercased()))) }
        let sent = requested(entry).map { settingWrites($0.view) } ?? []
        let written = Set(sent.map(\.property))
        let silent = [uniformAccess, publicAccessPrevention, retentionPolicy, labels].filter {
            !written.contains($0)
        }
        return writes + sent + silent.map { .unknown($0) }
    }

    /// What an update writes: the bucket as the response shows it, or the fields of the request, or unknown values.
    static func updateWrites(_ entry: GCPEntry) -> [PropertyWrite] {
        if let whole = wholeBucket(entry) { return wholeWrites(whole.view) }
        guard let sent = requested(entry) else {
            return [uniformAccess, publicAccessPrevention, retentionPolicy, labels].map { .unknown($0) }
        }
        return settingWrites(sent.view)
    }

    /// What a change of the policy writes: the whole policy where the response shows it, else the differences.
    static func policyWrites(_ entry: GCPEntry) -> [PropertyWrite] {
        if let elements = entry.response.flatMap({ policyElements($0.view) }) {
            return [.replace(policy, elements)]
        }
        guard let deltas = deltas(entry) else { return [.unknown(policy)] }
        return deltas.map { delta in
            delta.isRemoval ? .remove(policy, delta.element) : .insert(policy, SetElement(delta.element))
        }
    }

    /// A whole policy as elements, or nil if there are no bindings or a condition is hidden in a role's name.
    static func policyElements(_ policy: FlatView) -> [SetElement]? {
        guard let bindings = policy.member("bindings"), bindings.tag == .list else { return nil }
        var elements: [SetElement] = []
        for binding in bindings.elements {
            guard let role = BodyReading.text(binding.member("role")), !role.contains("_withcond_"),
                let members = BodyReading.texts(binding.member("members"))
            else { return nil }
            elements += members.map { SetElement(element(role, $0, binding.member("condition"))) }
        }
        return elements
    }

    /// What a whole bucket resource says. Without `iamConfiguration` it says nothing of access.
    static func wholeWrites(_ bucket: FlatView) -> [PropertyWrite] {
        var writes: [PropertyWrite] = []
        if let place = BodyReading.text(bucket.member("location")) {
            writes.append(.set(location, FlatValue(place.uppercased())))
        }
        if let access = bucket.member("iamConfiguration"), access.tag == .map {
            writes.append(.set(uniformAccess, FlatValue(isUniform(access) ?? false)))
            let prevention = BodyReading.text(access.member("publicAccessPrevention")) ?? "inherited"
            writes.append(.set(publicAccessPrevention, FlatValue(prevention)))
        }
        let retention = bucket.member("retentionPolicy").flatMap {
            SchemaReading.value($0, of: kind.schema[retentionPolicy])
        }
        writes.append(.set(retentionPolicy, retention ?? .null))
        writes.append(labelElements(bucket.member("labels")).map { .replace(labels, $0) } ?? .unknown(labels))
        return writes
    }

    /// What the fields of a request write. Labels may be merged or replaced by the same method: unknown.
    private static func settingWrites(_ bucket: FlatView) -> [PropertyWrite] {
        var writes: [PropertyWrite] = []
        if let access = bucket.member("iamConfiguration") {
            if let isUniform = isUniform(access) { writes.append(.set(uniformAccess, FlatValue(isUniform))) }
            if let text = BodyReading.text(access.member("publicAccessPrevention")) {
                writes.append(.set(publicAccessPrevention, FlatValue(text)))
            }
        }
        if bucket.member("retentionPolicy") != nil { writes.append(.unknown(retentionPolicy)) }
        if bucket.member("labels") != nil { writes.append(.unknown(labels)) }
        return writes
    }

    /// Uniform access under its present or its former name; nil if it is not mentioned.
    private static func isUniform(_ access: FlatView) -> Bool? {
        for name in ["uniformBucketLevelAccess", "bucketPolicyOnly"] {
            if let setting = access.member(name) {
                return BodyReading.bool(setting.member("enabled")) ?? false
            }
        }
        return nil
    }

    /// The labels of a resource; nil if they cannot be read.
    static func labelElements(_ labels: FlatView?) -> [SetElement]? {
        guard let labels, !labels.isNull else { return [] }
        guard labels.tag == .map else { return nil }
        var elements: [SetElement] = []
        for (key, value) in labels.members {
            guard let text = value.string else { return nil }
            let element = FlatValue(map: [("Key", FlatValue(key)), ("Value", FlatValue(text))])
            elements.append(SetElement(element, id: key))
        }
        return elements
    }

    /// The response if it is the bucket itself.
    private static func wholeBucket(_ entry: GCPEntry) -> FlatValue? {
        guard let response = entry.response, response.view.member("iamConfiguration") != nil else {
            return nil
        }
        return response
    }

    /// The bucket that the request holds, under any of its names. Nil if it names the bucket only.
    private static func requested(_ entry: GCPEntry) -> FlatValue? {
        guard let request = entry.request?.view else { return nil }
        for key in ["metadata", "bucketResource", "bucket"] {
            if let inner = request.member(key), inner.tag == .map { return inner.value }
        }
        return ["iamConfiguration", "labels", "retentionPolicy"].contains { request.member($0) != nil }
            ? request.value : nil
    }

    /// The differences of a policy that an entry shows; nil if it shows none or one that cannot be read.
    static func deltas(_ entry: GCPEntry) -> [(isRemoval: Bool, element: FlatValue)]? {
        guard let list = entry.policyDelta?.view.member("bindingDeltas"), list.tag == .list else {
            return nil
        }
        var deltas: [(isRemoval: Bool, element: FlatValue)] = []
        for delta in list.elements {
            guard let role = BodyReading.text(delta.member("role")),
                let member = BodyReading.text(delta.member("member")),
                let action = delta.member("action")?.string, action == "ADD" || action == "REMOVE"
            else { return nil }
            deltas.append((action == "REMOVE", element(role, member, delta.member("condition"))))
        }
        return deltas.isEmpty ? nil : deltas
    }

    private static func element(_ role: String, _ member: String, _ condition: FlatView?) -> FlatValue {
        var members = [("role", FlatValue(role)), ("member", FlatValue(member))]
        if let condition, condition.count > 0 { members.append(("condition", condition.value)) }
        return FlatValue(map: members)
    }
}
