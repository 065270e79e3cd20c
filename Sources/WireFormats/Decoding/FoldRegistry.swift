public import CloudModel

/// Every event name that some fold understands, and what its events may write.
///
/// Folds declare their reach where they stand in a service's table; a test holds the declarations against what the folds
/// write.
public enum FoldRegistry {
    /// The events of one name.
    public struct Entry: Hashable, Sendable {
        /// The cloud that writes them.
        public let provider: Provider
        /// The event source, as in `EventNameTable`: `s3.amazonaws.com`, `Microsoft.Storage`, `storage.googleapis.com`.
        public let source: String
        /// The event's own name, without an API date: `PutBucketPolicy`, `storageAccounts/write`, `buckets.update`.
        public let name: String
        /// What they may write, a kind at most once.
        public let reach: [FoldReach]

        /// True if its events may write one of these properties of a kind, or may make its resources come or go.
        public func mayWrite(
            _ properties: PropertySet, of kind: ResourceKind, orLifecycle countsLifecycle: Bool
        ) -> Bool {
            reach.contains { reach in
                reach.kind == kind
                    && (!reach.properties.isDisjoint(with: properties)
                        || countsLifecycle && reach.isLifecycle)
            }
        }
    }

    /// All of them, by provider, source and name.
    public static let entries: [Entry] =
        (AWSServices.registeredFolds + AzureFold.registered + GCPFold.registered).sorted {
            ($0.provider.rawValue, $0.source, $0.name) < ($1.provider.rawValue, $1.source, $1.name)
        }

    /// The names whose events may write one of these properties of a kind, or may make its resources come or go.
    public static func entries(
        writing properties: PropertySet, of kind: ResourceKind, orLifecycle countsLifecycle: Bool
    ) -> [Entry] {
        entries.filter { $0.mayWrite(properties, of: kind, orLifecycle: countsLifecycle) }
    }

    /// The changes that a name did not declare; for tests and for checks while folds are written.
    static func undeclared(_ changes: [GraphChange], source: String, name: String) -> [ResourceChange] {
        let name = AWSEventName.withoutDate(name)
        let reach = entries.filter { $0.source == source && $0.name == name }.flatMap(\.reach)
        return changes.compactMap { change in
            guard case .resource(let change) = change else { return nil }
            return reach.contains { $0.covers(change) } ? nil : change
        }
    }
}
