internal import CloudModel
internal import JSONTokens

/// What an entry about an IAM policy writes.
enum GCPPolicies {
    /// The whole policy where the request has it, else the differences, else unknown. Audit settings change only if the
    /// request's mask names them.
    static func writes(_ entry: GCPEntry, _ kind: ResourceKind) -> [PropertyWrite] {
        let policy = kind.property("iamPolicy")
        var writes: [PropertyWrite] = []
        let sent = entry.request?.view.member("policy")
        if let elements = sent.flatMap({ GCPBuckets.policyElements($0) }) {
            writes.append(.replace(policy, elements))
        } else if let deltas = GCPBuckets.deltas(entry) {
            writes += deltas.map { delta in
                delta.isRemoval ? .remove(policy, delta.element) : .insert(policy, SetElement(delta.element))
            }
        } else {
            writes.append(.unknown(policy))
        }
        if let audits = kind.schema.property(named: "auditConfigs") {
            writes += auditWrites(entry, audits, kind)
        }
        return writes
    }

    private static func auditWrites(
        _ entry: GCPEntry, _ property: PropertyID, _ kind: ResourceKind
    ) -> [PropertyWrite] {
        let request = entry.request?.view
        let mask = request?.member("updateMask")?.string ?? ""
        if mask.contains("auditConfigs") || mask.contains("audit_configs") {
            let sent = request?.member("policy")?.member("auditConfigs")
            guard let sent, !sent.isNull else { return [.set(property, .null)] }
            return [
                SchemaReading.value(sent, of: kind.schema[property]).map { .set(property, $0) }
                    ?? .unknown(property)
            ]
        }
        return entry.policyDelta?.view.member("auditConfigDeltas") == nil ? [] : [.unknown(property)]
    }
}
