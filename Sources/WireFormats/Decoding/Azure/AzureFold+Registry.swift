internal import CloudModel

extension AzureFold {
    /// The operations that are folded, with what they may write.
    static var registered: [FoldRegistry.Entry] {
        let kinds = KindCatalog.schemas.map { KindCatalog.kind($0.name) }.filter {
            $0.schema.provider == .azure && !$0.schema.properties.isEmpty
        }
        var entries: [FoldRegistry.Entry] = []
        for kind in kinds {
            entries.append(entry(kind.name + "/write", [.creation(of: kind)]))
            entries.append(entry(kind.name + "/delete", [.deletion(of: kind)]))
            for effect in AzureSideEffects.registered(of: kind) {
                entries.append(entry(effect.operation, [.writing(kind, effect.property)]))
            }
        }
        for verb in ["write", "delete"] {
            let rules = FoldReach.writing(AzureNetworkEvents.kind, AzureNetworkEvents.rules)
            entries.append(entry("Microsoft.Network/networkSecurityGroups/securityRules/" + verb, [rules]))
            let tags = kinds.compactMap { kind in
                kind.schema.property(named: "tags").map { FoldReach.writing(kind, $0) }
            }
            entries.append(entry("Microsoft.Resources/tags/" + verb, tags))
        }
        return entries
    }

    private static func entry(_ operation: String, _ reach: [FoldReach]) -> FoldRegistry.Entry {
        let operation = AzureOperation(operation)
        return FoldRegistry.Entry(
            provider: .azure, source: operation.source, name: operation.name, reach: reach)
    }
}
