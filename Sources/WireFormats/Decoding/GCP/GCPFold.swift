internal import CloudModel
internal import JSONTokens

/// From one audit entry to what it means.
///
/// A long operation has a first and a last entry: the first is a start with the writes of its request, the last an end.
/// An end without a request is a mere modification, so that its start may say what it was.
/// An entry with both flags or none is final.
struct GCPFold {
    let entry: GCPEntry
    let service: String
    let method: GCPMethod

    /// What a method does to one resource, as far as the entry shows.
    struct Deed {
        let resource: ResourceID
        var lifecycle: ResourceChange.Lifecycle
        /// Nil if the body that would tell is missing.
        var writes: [PropertyWrite]?
        /// What it may have written.
        var mayTouch: [PropertyID] = []
    }

    init(_ entry: GCPEntry, service: String, method: GCPMethod) {
        self.entry = entry
        self.service = service
        self.method = method
    }

    /// What the entry means for the graph.
    func meaning() throws(DecodingFailure) -> DecodedEvent.Meaning {
        if method.isRead { return .irrelevant(.readOnly) }
        switch (service, method.collection) {
        case ("compute.googleapis.com", "firewalls"): return try firewallMeaning()
        case ("storage.googleapis.com", "buckets"), ("storage.googleapis.com", ""): return try bucketMeaning()
        default:
            if let rule = GCPRules.rule(service: service, method: method.text) { return try meaning(rule) }
            if let rule = GCPRules.unknown(service: service, method: method) {
                return try unknownMeaning(rule)
            }
            return .irrelevant(entry.isDataAccess ? .readOnly : .notGoverned)
        }
    }

    private func firewallMeaning() throws(DecodingFailure) -> DecodedEvent.Meaning {
        guard ["insert", "patch", "update", "delete"].contains(method.verb) else {
            guard let resource = try? firewall() else { return .blind([]) }
            return try blindMeaning(resource)
        }
        let resource = try firewall()
        switch method.verb {
        case "insert":
            let writes = entry.request.map { GCPFirewalls.writes($0.view, as: .creation) }
            return try changes(
                Deed(resource: resource, lifecycle: .create, writes: writes, mayTouch: all(resource)))
        case "patch", "update":
            let form: GCPFirewalls.Form = method.verb == "patch" ? .delta : .whole
            let writes = entry.request.map { GCPFirewalls.writes($0.view, as: form) }
            return try changes(
                Deed(resource: resource, lifecycle: .modify, writes: writes, mayTouch: all(resource)))
        default: return try changes(Deed(resource: resource, lifecycle: .delete, writes: []))
        }
    }

    private func bucketMeaning() throws(DecodingFailure) -> DecodedEvent.Meaning {
        guard GCPNames.segment(after: "objects", in: entry.resourceName) == nil else {
            return .irrelevant(.notGoverned)
        }
        switch method.text {
        case "buckets.create":
            let writes = GCPBuckets.creationWrites(entry)
            return try changes(Deed(resource: try bucket(), lifecycle: .create, writes: writes))
        case "buckets.update", "buckets.patch":
            return try changes(
                Deed(resource: try bucket(), lifecycle: .modify, writes: GCPBuckets.updateWrites(entry)))
        case "buckets.delete":
            return try changes(Deed(resource: try bucket(), lifecycle: .delete, writes: []))
        case "setIamPermissions", "buckets.setIamPolicy", "buckets.setIamPermissions":
            return try changes(
                Deed(resource: try bucket(), lifecycle: .modify, writes: GCPBuckets.policyWrites(entry)))
        case "buckets.lockRetentionPolicy":
            return try changes(
                Deed(
                    resource: try bucket(), lifecycle: .modify,
                    writes: [.unknown(GCPBuckets.retentionPolicy)]))
        case "buckets.enableObjectRetention":
            return .irrelevant(.noGovernedProperty)
        default:
            guard bucketName != nil else { return .irrelevant(.notGoverned) }
            return try blindMeaning(try bucket())
        }
    }

    private func all(_ resource: ResourceID) -> [PropertyID] {
        resource.kind.schema.properties.indices.map { PropertyID(index: $0) }
    }
}
