import CloudModel
internal import JSONTokens

/// The schema of flow logs, as the decoders write it.
enum FlowLogKind {
    static let kind = KindCatalog.kind("AWS::EC2::FlowLog")
    static let resource = kind.property("ResourceId")
    static let status = kind.property("FlowLogStatus")
    static let tags = kind.property("Tags")

    /// Where a request or a description of a flow log holds what both have.
    static let described: [DescribedProperty] = [
        .text(kind.property("TrafficType"), "trafficType"),
        .text(kind.property("LogDestinationType"), "logDestinationType"),
        .text(kind.property("LogDestination"), "logDestination"),
        .text(kind.property("LogGroupName"), "logGroupName"),
    ]
    /// What only the request names.
    static let requested: [DescribedProperty] = [.text(kind.property("ResourceType"), "resourceType")]
    /// What only a description has.
    static let observed: [DescribedProperty] = [
        .text(resource, "resourceId"), .text(status, "flowLogStatus"),
    ]
}

/// The events that change flow logs.
enum EC2FlowLogEvents {
    static let folds: [String: AWSFold] = [
        "CreateFlowLogs": .creates(FlowLogKind.kind) { create($0) },
        "DeleteFlowLogs": .deletes(FlowLogKind.kind) { delete($0) },
    ]

    /// One flow log a resource. Which of several ids is of which resource is not told.
    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let ids = shapes.texts(event.answer("flowLogIdSet"), under: "flowLogId")
        let failed = unsuccessful(event)
        let list = shapes.member(event.request, anyOf: ["resourceId", "resourceIds"])
        let resources = shapes.texts(list, under: "content").filter { !failed.contains($0) }
        var writes = shapes.writes(FlowLogKind.requested + FlowLogKind.described, of: event.request)
        let isCertain = ids.count == 1 && resources.count == 1
        writes.append(
            isCertain
                ? .set(FlowLogKind.resource, FlatValue(resources[0])) : .unknown(FlowLogKind.resource))
        writes.append(.setDefault(FlowLogKind.status, FlatValue("ACTIVE")))
        writes.append(EC2TagEvents.createdTags(event, FlowLogKind.tags))
        if ids.isEmpty, !failed.isEmpty { return .irrelevant(.noGovernedProperty) }
        return AWSEvent.outcome(ids.map { event.change(FlowLogKind.kind, $0, .create, writes) })
    }

    private static func delete(_ event: AWSEvent) -> AWSFoldOutcome {
        let failed = unsuccessful(event)
        let list = event.shapes.member(event.request, anyOf: ["flowLogId", "flowLogIds"])
        let ids = event.shapes.texts(list, under: "flowLogId")
        let gone = ids.filter { !failed.contains($0) }
        if gone.isEmpty, !ids.isEmpty { return .irrelevant(.noGovernedProperty) }
        return AWSEvent.outcome(gone.map { event.change(FlowLogKind.kind, $0, .delete) })
    }

    /// The ids that an answer without an error code reports as failed.
    private static func unsuccessful(_ event: AWSEvent) -> [String] {
        event.shapes.texts(event.answer("unsuccessful"), under: "resourceId")
    }
}
