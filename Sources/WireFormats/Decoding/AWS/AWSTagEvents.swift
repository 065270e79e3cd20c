import CloudModel
internal import JSONTokens

/// Tag calls that name resources by ARN, of every service that has a kind with a form of ARNs.
enum AWSTagEvents {
    /// The folds of a service's two tag calls on these kinds. The keys say where the requests hold the ARNs, the tags and
    /// the keys of tags that go.
    static func folds(
        _ kinds: ResourceKind..., tag: String = "TagResource", untag: String = "UntagResource",
        arns: [StaticString] = ["resourceArn"], tags: [StaticString] = ["tags"],
        keys: [StaticString] = ["tagKeys"]
    ) -> [String: AWSFold] {
        let reach = kinds.map { FoldReach.writing($0, [$0.property("Tags")]) }
        return [
            tag: AWSFold(reach: reach) { added($0, arns: arns, tags: tags) },
            untag: AWSFold(reach: reach) { removed($0, arns: arns, keys: keys) },
        ]
    }

    /// Tags come. The keys say where the request holds the ARNs and the tags.
    static func added(_ event: AWSEvent, arns: [StaticString], tags: [StaticString]) -> AWSFoldOutcome {
        added(event, arns: arns, list: event.shapes.member(event.request, anyOf: tags))
    }

    /// Tags of this list come.
    static func added(_ event: AWSEvent, arns: [StaticString], list: Token?) -> AWSFoldOutcome {
        tagged(event, arns) { property in ResourceTag.added(list, to: property, event.shapes) }
    }

    /// Tags go by their keys.
    static func removed(_ event: AWSEvent, arns: [StaticString], keys: [StaticString]) -> AWSFoldOutcome {
        let names = event.shapes.texts(event.shapes.member(event.request, anyOf: keys), under: "key")
        return tagged(event, arns) { property in ResourceTag.removed(keys: names, from: property) }
    }

    /// One change a governed resource; what cannot be read of the tags is unknown.
    private static func tagged(
        _ event: AWSEvent, _ arns: [StaticString], _ writes: (PropertyID) -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        let named = event.shapes.texts(event.shapes.member(event.request, anyOf: arns), under: "arn")
        let changes = named.compactMap { arn -> AWSPendingChange? in
            guard var change = event.change(arn: arn),
                let tags = change.resource.kind.schema.property(named: "Tags")
            else { return nil }
            let found = writes(tags)
            change.writes = found.isEmpty ? [.unknown(tags)] : found
            return change
        }
        return changes.isEmpty ? .irrelevant(.notGoverned) : .changes(changes)
    }
}
