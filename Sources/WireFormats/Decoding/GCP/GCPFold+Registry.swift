internal import CloudModel

extension GCPFold {
    /// The methods that are folded, with what they may write.
    static var registered: [FoldRegistry.Entry] {
        let firewall = GCPFirewalls.kind
        let bucket = GCPBuckets.kind
        let settings = FoldReach.writing(
            bucket, GCPBuckets.location, GCPBuckets.uniformAccess, GCPBuckets.publicAccessPrevention,
            GCPBuckets.retentionPolicy, GCPBuckets.labels)
        let policy = FoldReach.writing(bucket, GCPBuckets.policy)
        let whole = FoldReach(
            kind: firewall, properties: firewall.schema.allProperties, isLifecycle: false)
        let methods: [(service: String, name: String, reach: FoldReach)] = [
            ("compute", "firewalls.insert", .creation(of: firewall)),
            ("compute", "firewalls.patch", whole), ("compute", "firewalls.update", whole),
            ("compute", "firewalls.delete", .deletion(of: firewall)),
            ("storage", "buckets.create", .creation(of: bucket)), ("storage", "buckets.update", settings),
            ("storage", "buckets.patch", settings), ("storage", "buckets.delete", .deletion(of: bucket)),
            ("storage", "setIamPermissions", policy), ("storage", "buckets.setIamPolicy", policy),
            ("storage", "buckets.setIamPermissions", policy),
            ("storage", "buckets.lockRetentionPolicy", .writing(bucket, GCPBuckets.retentionPolicy)),
        ]
        let own = methods.map { ($0.service + ".googleapis.com", $0.name, $0.reach) }
        let ruled = GCPRules.all.map { ($0.service, $0.method, $0.rule.reach) }
        return (own + ruled).map { source, name, reach in
            FoldRegistry.Entry(provider: .gcp, source: source, name: name, reach: [reach])
        }
    }
}
