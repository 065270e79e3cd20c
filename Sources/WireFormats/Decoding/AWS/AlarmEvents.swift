import CloudModel
internal import JSONTokens

/// The schema of alarms, as the decoders write it.
enum AlarmKind {
    static let kind = KindCatalog.kind("AWS::CloudWatch::Alarm")
    static let name = kind.property("AlarmName")
    static let actionsEnabled = kind.property("ActionsEnabled")
    static let actions = kind.property("AlarmActions")
    static let metricName = kind.property("MetricName")
    static let namespace = kind.property("Namespace")
    static let tags = kind.property("Tags")

    /// What says which alarm it is.
    static func identity(_ id: ResourceID) -> [PropertyWrite] {
        [.set(name, FlatValue(id.nativeID))]
    }

    /// What these fields say of the alarm as a whole; an absent switch is on, everything else absent is not there.
    static func definition(_ fields: Token?, _ shapes: AWSShapes) -> [PropertyWrite] {
        func text(_ key: StaticString) -> FlatValue {
            FlatValue(shapes.text(shapes.member(fields, key)) ?? "")
        }
        let targets = shapes.items(shapes.member(fields, "alarmActions")).compactMap { shapes.text($0) }
        return [
            .set(actionsEnabled, FlatValue(shapes.bool(shapes.member(fields, "actionsEnabled")) ?? true)),
            .set(actions, FlatValue(list: targets.map { FlatValue($0) })),
            .set(metricName, text("metricName")), .set(namespace, text("namespace")),
        ]
    }
}

/// The events that change alarms.
enum AlarmEvents {
    static let service = AWSService(
        folds: [
            "DeleteAlarms": .deletes(AlarmKind.kind) { event in
                onAlarms(event, lifecycle: .delete) { _ in [] }
            },
            "DisableAlarmActions": .writes(
                AlarmKind.kind, AlarmKind.actionsEnabled, AlarmKind.name
            ) { event in
                onAlarms(event) {
                    AlarmKind.identity($0) + [.set(AlarmKind.actionsEnabled, FlatValue(false))]
                }
            },
            "EnableAlarmActions": .writes(
                AlarmKind.kind, AlarmKind.actionsEnabled, AlarmKind.name
            ) { event in
                onAlarms(event) {
                    AlarmKind.identity($0) + [.set(AlarmKind.actionsEnabled, FlatValue(true))]
                }
            },
            "PutMetricAlarm": .writes(
                AlarmKind.kind, AlarmKind.name, AlarmKind.actionsEnabled, AlarmKind.actions,
                AlarmKind.metricName, AlarmKind.namespace, AlarmKind.tags
            ) { put($0) },
            "TagResource": .writes(AlarmKind.kind, AlarmKind.tags) { event in
                tagged(event) {
                    ResourceTag.added(event.parameter("tags"), to: AlarmKind.tags, event.shapes)
                }
            },
            "UntagResource": .writes(AlarmKind.kind, AlarmKind.tags) { event in
                tagged(event) {
                    let keys = event.shapes.texts(event.parameter("tagKeys"), under: "key")
                    return ResourceTag.removed(keys: keys, from: AlarmKind.tags)
                }
            },
        ],
        withoutEffect: ["SetAlarmState"], kindWords: ["Alarm"],
        otherWords: ["CompositeAlarm", "MuteRule", "AlarmContributor"],
        touch: { event in
            names(event).map { AWSPendingChange(resource: id(event, $0), lifecycle: .touch) }
        })

    private static func id(_ event: AWSEvent, _ name: String) -> ResourceID {
        ResourceID(kind: AlarmKind.kind, account: event.account, region: event.region, nativeID: name)
    }

    private static func names(_ event: AWSEvent) -> [String] {
        let shapes = event.shapes
        if let name = shapes.text(event.parameter("alarmName")) { return [name] }
        return shapes.items(event.parameter("alarmNames")).compactMap { shapes.text($0) }
    }

    private static func onAlarms(
        _ event: AWSEvent, lifecycle: ResourceChange.Lifecycle = .modify,
        _ writes: (ResourceID) -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        let ids = names(event).map { id(event, $0) }
        if ids.isEmpty { return .blind([]) }
        return .changes(
            ids.map { AWSPendingChange(resource: $0, lifecycle: lifecycle, writes: writes($0)) })
    }

    /// The call makes an alarm or replaces all of it; the tags count only where it makes one.
    private static func put(_ event: AWSEvent) -> AWSFoldOutcome {
        let hasTags = !event.shapes.items(event.parameter("tags")).isEmpty
        return onAlarms(event) { id in
            AlarmKind.identity(id) + AlarmKind.definition(event.request, event.shapes)
                + (hasTags ? [.unknown(AlarmKind.tags)] : [])
        }
    }

    private static func tagged(_ event: AWSEvent, _ writes: () -> [PropertyWrite]) -> AWSFoldOutcome {
        guard let text = event.shapes.text(event.parameter("resourceARN")), let arn = AWSARN(text),
            arn.service == "cloudwatch", arn.resource.hasPrefix("alarm:")
        else { return .irrelevant(.notGoverned) }
        let resource = ResourceID(
            kind: AlarmKind.kind, account: event.account, region: arn.region,
            nativeID: String(arn.resource.dropFirst("alarm:".count)))
        let found = ResourceTag.orUnknown(writes(), AlarmKind.tags)
        return .changes([AWSPendingChange(resource: resource, writes: found, owner: arn.account)])
    }
}
