import CloudModel
internal import JSONTokens

/// The events that change log groups, their metric filters and deliveries. Calls on streams and data are never blind.
enum LogsEvents {
    static let service = AWSService(
        folds: [
            "CreateLogGroup": .creates(LogGroupKind.kind) { create($0) },
            "DeleteLogGroup": .deletes(LogGroupKind.kind) { event in
                onGroup(event, "logGroupName", lifecycle: .delete) { _ in [] }
            },
            "DeleteMetricFilter": .writes(
                LogGroupKind.kind, LogGroupKind.filters, LogGroupKind.name, LogGroupKind.arn
            ) { event in onGroup(event, "logGroupName") { removedFilter(event, $0) } },
            "PutMetricFilter": .writes(
                LogGroupKind.kind, LogGroupKind.filters, LogGroupKind.name, LogGroupKind.arn
            ) { event in onGroup(event, "logGroupName") { putFilter(event, $0) } },
            "TagLogGroup": .writes(LogGroupKind.kind, LogGroupKind.tags) { event in
                onGroup(event, "logGroupName") { _ in addedTags(event, LogGroupKind.tags) }
            },
            "TagResource": .reaches(
                .writing(LogGroupKind.kind, LogGroupKind.tags), LogDeliveryEvents.tagReach[0],
                LogDeliveryEvents.tagReach[1], LogDeliveryEvents.tagReach[2]
            ) { event in tagged(event) { addedTags(event, $0) } },
            "UntagLogGroup": .writes(LogGroupKind.kind, LogGroupKind.tags) { event in
                onGroup(event, "logGroupName") { _ in removedTags(event, "tags", LogGroupKind.tags) }
            },
            "UntagResource": .reaches(
                .writing(LogGroupKind.kind, LogGroupKind.tags), LogDeliveryEvents.tagReach[0],
                LogDeliveryEvents.tagReach[1], LogDeliveryEvents.tagReach[2]
            ) { event in tagged(event) { removedTags(event, "tagKeys", $0) } },
        ].merging(LogDeliveryEvents.folds) { first, _ in first },
        withoutEffect: [
            "AssociateKmsKey", "DisassociateKmsKey", "PutLogGroupDeletionProtection",
            "PutDeliveryDestinationPolicy", "DeleteDeliveryDestinationPolicy", "UpdateDeliveryConfiguration",
        ],
        kindWords: ["LogGroup", "MetricFilter", "Delivery"], otherWords: ["TestMetricFilter"],
        touch: { event in
            guard let id = group(event, "logGroupName") ?? group(event, "logGroupIdentifier") else {
                return []
            }
            return [AWSPendingChange(resource: id.id, lifecycle: .touch, owner: id.owner)]
        })

    /// The group that a call names by name or ARN.
    private static func group(_ event: AWSEvent, _ key: StaticString) -> (id: ResourceID, owner: String?)? {
        guard let text = event.shapes.text(event.parameter(key)) else { return nil }
        let arn = AWSARN(text)
        let id = ResourceID(
            kind: LogGroupKind.kind, account: event.account, region: arn?.region ?? event.region,
            nativeID: LogGroupKind.name(text))
        return (id, arn?.account)
    }

    private static func onGroup(
        _ event: AWSEvent, _ key: StaticString, lifecycle: ResourceChange.Lifecycle = .modify,
        _ writes: (ResourceID) -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        guard let (id, owner) = group(event, key) else { return .blind([]) }
        return .changes([
            AWSPendingChange(resource: id, lifecycle: lifecycle, writes: writes(id), owner: owner)
        ])
    }

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        onGroup(event, "logGroupName", lifecycle: .create) { id in
            let tags = event.parameter("tags")
            return LogGroupKind.identity(id) + [
                .replaceDefault(LogGroupKind.filters, []),
                event.shapes.isMasked(tags)
                    ? .unknown(LogGroupKind.tags)
                    : .replace(LogGroupKind.tags, ResourceTag.elements(tags, event.shapes)),
            ]
        }
    }

    private static func putFilter(_ event: AWSEvent, _ id: ResourceID) -> [PropertyWrite] {
        guard !event.shapes.isMasked(event.request),
            let filter = MetricFilter.element(event.request, event.shapes)
        else { return [.unknown(LogGroupKind.filters)] }
        return LogGroupKind.identity(id)
            + [.modify(LogGroupKind.filters, id: filter.id ?? "", filter.value)]
    }

    private static func removedFilter(_ event: AWSEvent, _ id: ResourceID) -> [PropertyWrite] {
        guard let name = event.shapes.text(event.parameter("filterName")) else {
            return [.unknown(LogGroupKind.filters)]
        }
        return LogGroupKind.identity(id) + [.removeID(LogGroupKind.filters, id: name)]
    }

    /// The newer tag calls name any resource of the service by ARN.
    private static func tagged(
        _ event: AWSEvent, _ writes: (PropertyID) -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        guard let text = event.shapes.text(event.parameter("resourceArn")), let arn = AWSARN(text) else {
            return .blind([])
        }
        if arn.resource.hasPrefix("log-group:") {
            return onGroup(event, "resourceArn") { _ in writes(LogGroupKind.tags) }
        }
        guard let (id, tags) = LogDeliveryEvents.resource(event, arn) else {
            return .irrelevant(.notGoverned)
        }
        return .changes([AWSPendingChange(resource: id, writes: writes(tags), owner: arn.account)])
    }

    private static func addedTags(_ event: AWSEvent, _ property: PropertyID) -> [PropertyWrite] {
        ResourceTag.orUnknown(
            ResourceTag.added(event.parameter("tags"), to: property, event.shapes), property)
    }

    private static func removedTags(
        _ event: AWSEvent, _ key: StaticString, _ property: PropertyID
    ) -> [PropertyWrite] {
        let keys = event.shapes.texts(event.parameter(key), under: "key")
        return ResourceTag.orUnknown(ResourceTag.removed(keys: keys, from: property), property)
    }
}
