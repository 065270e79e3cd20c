import CloudModel
internal import JSONTokens

/// Tags of accounts, organisational units and policies; the id tells which.
enum OrganizationTagEvents {
    static let folds: [String: AWSFold] = [
        "TagResource": .reaches(reach[0], reach[1], reach[2], reach[3]) { event in
            onResource(event) { ResourceTag.added(event.parameter("tags"), to: $0, event.shapes) }
        },
        "UntagResource": .reaches(reach[0], reach[1], reach[2], reach[3]) { event in
            let keys = event.shapes.texts(event.parameter("tagKeys"), under: "tagKey")
            return onResource(event) { ResourceTag.removed(keys: keys, from: $0) }
        },
    ]

    private static let kinds = [
        OrganizationKind.account, OrganizationKind.unit, OrganizationKind.policy,
        OrganizationKind.resourcePolicy,
    ]
    private static let reach = kinds.map { FoldReach.writing($0, $0.property("Tags")) }

    private static func kind(of id: String) -> ResourceKind? {
        if id.hasPrefix("ou-") { return OrganizationKind.unit }
        if id.hasPrefix("p-") { return OrganizationKind.policy }
        if id.hasPrefix("rp-") { return OrganizationKind.resourcePolicy }
        return id.count == 12 && id.allSatisfy(\.isNumber) ? OrganizationKind.account : nil
    }

    private static func onResource(
        _ event: AWSEvent, _ writes: (PropertyID) -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        guard let id = event.shapes.text(event.parameter("resourceId")), let kind = kind(of: id) else {
            return .irrelevant(.notGoverned)
        }
        let tags = kind.property("Tags")
        let found = writes(tags)
        return .changes([OrganizationKind.change(event, kind, id, found.isEmpty ? [.unknown(tags)] : found)])
    }
}

extension OrganizationKind {
    /// A change without a lifecycle of its own.
    static func change(
        _ event: AWSEvent, _ kind: ResourceKind, _ id: String, _ writes: [PropertyWrite]
    ) -> AWSPendingChange {
        change(event, kind, id, .modify, writes)
    }
}
