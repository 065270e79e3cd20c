import CloudModel
internal import JSONTokens

/// The schema of topics, as the decoders write it.
enum TopicKind {
    static let kind = KindCatalog.kind("AWS::SNS::Topic")
    static let name = kind.property("TopicName")
    static let arn = kind.property("TopicArn")
    static let policy = kind.property("Policy")
    static let subscriptions = kind.property("Subscriptions")
    static let tags = kind.property("Tags")

    /// What says which topic it is.
    static func identity(_ id: ResourceID) -> [PropertyWrite] {
        [.set(name, FlatValue(id.nativeID)), .set(arn, FlatValue(id.fullName))]
    }

    /// A confirmed subscription; nil for what stands instead of an ARN while it waits for its confirmation.
    static func subscription(_ text: String?) -> SetElement? {
        guard let text, let arn = AWSARN(text), arn.service == "sns", arn.resource.contains(":") else {
            return nil
        }
        return SetElement(FlatValue(map: [("SubscriptionArn", FlatValue(text))]), id: text)
    }
}

/// The events that change topics and their subscriptions. Publishing is never blind.
enum SNSEvents {
    static let service = AWSService(
        folds: [
            "AddPermission": .writes(TopicKind.kind, TopicKind.policy) { event in
                onTopic(event) { _ in [.unknown(TopicKind.policy)] }
            },
            "ConfirmSubscription": .writes(
                TopicKind.kind, TopicKind.subscriptions, TopicKind.name, TopicKind.arn
            ) { event in onTopic(event) { TopicKind.identity($0) + [confirmed(event)] } },
            "CreateTopic": .writes(
                TopicKind.kind, TopicKind.name, TopicKind.arn, TopicKind.policy, TopicKind.tags
            ) { event in onTopic(event) { TopicKind.identity($0) + given(event) } },
            "DeleteTopic": .deletes(TopicKind.kind) { event in onTopic(event, lifecycle: .delete) { _ in [] }
            },
            "RemovePermission": .writes(TopicKind.kind, TopicKind.policy) { event in
                onTopic(event) { _ in [.unknown(TopicKind.policy)] }
            },
            "SetTopicAttributes": .writes(TopicKind.kind, TopicKind.policy) { setAttribute($0) },
            "Subscribe": .writes(
                TopicKind.kind, TopicKind.subscriptions, TopicKind.name, TopicKind.arn
            ) { event in onTopic(event) { TopicKind.identity($0) + [subscribed(event)] } },
            "TagResource": .writes(TopicKind.kind, TopicKind.tags) { event in
                onTopic(event) { _ in
                    ResourceTag.orUnknown(
                        ResourceTag.added(event.parameter("tags"), to: TopicKind.tags, event.shapes),
                        TopicKind.tags)
                }
            },
            "Unsubscribe": .writes(TopicKind.kind, TopicKind.subscriptions) { unsubscribed($0) },
            "UntagResource": .writes(TopicKind.kind, TopicKind.tags) { event in
                onTopic(event) { _ in
                    let keys = event.shapes.texts(event.parameter("tagKeys"), under: "key")
                    return ResourceTag.orUnknown(
                        ResourceTag.removed(keys: keys, from: TopicKind.tags), TopicKind.tags)
                }
            },
        ],
        withoutEffect: ["SetSubscriptionAttributes", "PutDataProtectionPolicy"],
        kindWords: ["Topic", "Subscription"], otherWords: ["SMS", "Platform", "OptInPhone"],
        touch: { event in
            guard let (id, owner) = topic(event) else { return [] }
            return [AWSPendingChange(resource: id, lifecycle: .touch, owner: owner)]
        })

    private static func topic(_ event: AWSEvent) -> (ResourceID, owner: String?)? {
        let shapes = event.shapes
        let named = shapes.text(shapes.member(event.request, "topicArn", or: "resourceArn"))
        guard let text = named ?? shapes.text(event.answer("topicArn")), let arn = AWSARN(text),
            arn.service == "sns", !arn.resource.contains(":")
        else { return nil }
        return (id(event, arn, arn.resource), arn.account)
    }

    private static func id(_ event: AWSEvent, _ arn: AWSARN, _ name: String) -> ResourceID {
        ResourceID(kind: TopicKind.kind, account: event.account, region: arn.region, nativeID: name)
    }

    private static func onTopic(
        _ event: AWSEvent, lifecycle: ResourceChange.Lifecycle = .modify,
        _ writes: (ResourceID) -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        guard let (id, owner) = topic(event) else { return .blind([]) }
        return .changes([
            AWSPendingChange(resource: id, lifecycle: lifecycle, writes: writes(id), owner: owner)
        ])
    }

    /// The call also answers for a topic that exists already and then changes nothing, so it says only what it names. (It
    /// fails if what it names is not what the topic has.)
    private static func given(_ event: AWSEvent) -> [PropertyWrite] {
        let shapes = event.shapes
        var writes: [PropertyWrite] = []
        if let policy = shapes.member(event.parameter("attributes"), "policy") {
            writes.append(policyWrite(policy, shapes))
        }
        let tags = ResourceTag.elements(event.parameter("tags"), shapes)
        if !tags.isEmpty { writes.append(.replace(TopicKind.tags, tags)) }
        return writes
    }

    private static func setAttribute(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let name = shapes.text(event.parameter("attributeName")) else { return .blind([]) }
        guard name == "Policy" else { return .irrelevant(.noGovernedProperty) }
        return onTopic(event) { _ in
            guard let policy = event.parameter("attributeValue") else { return [.unknown(TopicKind.policy)] }
            return [policyWrite(policy, shapes)]
        }
    }

    private static func policyWrite(_ policy: Token, _ shapes: AWSShapes) -> PropertyWrite {
        guard !shapes.isMasked(policy), let value = PolicyDocument.value(policy, shapes.tape) else {
            return .unknown(TopicKind.policy)
        }
        return .set(TopicKind.policy, value)
    }

    /// Whether a subscription waits for its confirmation shows in the answer, unless the caller asked for the ARN in any
    /// case. What confirms it later, a link in a mail, is in no event: so the topic must be read.
    private static func subscribed(_ event: AWSEvent) -> PropertyWrite {
        let shapes = event.shapes
        let isAskedFor = shapes.bool(event.parameter("returnSubscriptionArn")) ?? false
        let confirmsItself = ["lambda", "sms", "application", "firehose"]
            .contains(shapes.text(event.parameter("protocol")) ?? "")
        guard !isAskedFor || confirmsItself else { return .unknown(TopicKind.subscriptions) }
        return confirmed(event)
    }

    private static func confirmed(_ event: AWSEvent) -> PropertyWrite {
        let text = event.shapes.text(event.answer("subscriptionArn"))
        guard let element = TopicKind.subscription(text) else { return .unknown(TopicKind.subscriptions) }
        return .insert(TopicKind.subscriptions, element)
    }

    private static func unsubscribed(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let text = event.shapes.text(event.parameter("subscriptionArn")), let arn = AWSARN(text),
            let colon = arn.resource.lastIndex(of: ":")
        else { return .blind([]) }
        return .changes([
            AWSPendingChange(
                resource: id(event, arn, String(arn.resource[..<colon])),
                writes: [.removeID(TopicKind.subscriptions, id: text)], owner: arn.account)
        ])
    }
}
