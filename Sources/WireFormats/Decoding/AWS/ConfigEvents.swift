import CloudModel
internal import JSONTokens

/// The schema of configuration recorders and delivery channels, as the decoders write it.
enum RecorderKind {
    static let kind = KindCatalog.kind("AWS::Config::ConfigurationRecorder")
    static let name = kind.property("Name")
    static let group = kind.property("RecordingGroup")
    static let recording = kind.property("Recording")
    static let lastStatus = kind.property("LastStatus")
    static let principal = kind.property("ServicePrincipal")

    static let channel = KindCatalog.kind("AWS::Config::DeliveryChannel")
    static let channelName = channel.property("Name")
    static let channelBucket = channel.property("S3BucketName")

    /// What a recorder records; without a group everything but global types.
    static func group(_ fields: Token?, _ shapes: AWSShapes) -> FlatValue {
        let types = shapes.items(shapes.member(fields, "resourceTypes")).compactMap { shapes.text($0) }
        let strategy = shapes.member(shapes.member(fields, "recordingStrategy"), "useOnly")
        let useOnly = shapes.text(strategy) ?? shapes.text(shapes.member(fields, "useOnly"))
        let isAll = shapes.bool(shapes.member(fields, "allSupported"))
        let isGlobal = shapes.bool(shapes.member(fields, "includeGlobalResourceTypes")) ?? false
        return FlatValue(map: [
            ("AllSupported", FlatValue(isAll ?? (types.isEmpty && useOnly != "EXCLUSION_BY_RESOURCE_TYPES"))),
            ("IncludeGlobalResourceTypes", FlatValue(isGlobal)),
            ("ResourceTypes", FlatValue(list: types.map { FlatValue($0) })),
            ("UseOnly", FlatValue(useOnly ?? "")),
        ])
    }
}

/// The events that change recorders and delivery channels.
enum ConfigEvents {
    static let service = AWSService(
        folds: [
            "AssociateResourceTypes": .writes(RecorderKind.kind, RecorderKind.group) { ofService($0) },
            "DeleteConfigurationRecorder": .deletes(RecorderKind.kind) { event in
                onRecorder(event, "configurationRecorderName", lifecycle: .delete) { [] }
            },
            "DeleteDeliveryChannel": .deletes(RecorderKind.channel) { event in
                channel(event, event.parameter("deliveryChannelName"), lifecycle: .delete) { _ in [] }
            },
            "DeleteServiceLinkedConfigurationRecorder": .deletes(RecorderKind.kind) { event in
                onRecorder(event, "configurationRecorderName", lifecycle: .delete) { [] }
            },
            "DisassociateResourceTypes": .writes(RecorderKind.kind, RecorderKind.group) { ofService($0) },
            "PutConfigurationRecorder": .writes(
                RecorderKind.kind, RecorderKind.name, RecorderKind.group,
                RecorderKind.principal
            ) { put($0) },
            "PutDeliveryChannel": .writes(
                RecorderKind.channel, RecorderKind.channelName, RecorderKind.channelBucket
            ) { putChannel($0) },
            "PutServiceLinkedConfigurationRecorder": .writes(
                RecorderKind.kind, RecorderKind.name,
                RecorderKind.principal, RecorderKind.group, RecorderKind.recording
            ) { putOfService($0) },
            "StartConfigurationRecorder": .writes(
                RecorderKind.kind, RecorderKind.recording, RecorderKind.lastStatus
            ) { event in
                onRecorder(event, "configurationRecorderName") {
                    // The first delivery comes later; how it went is in no event.
                    [
                        .set(RecorderKind.recording, FlatValue(true)),
                        .set(RecorderKind.lastStatus, FlatValue("PENDING")),
                    ]
                }
            },
            "StopConfigurationRecorder": .writes(RecorderKind.kind, RecorderKind.recording) { event in
                onRecorder(event, "configurationRecorderName") {
                    [.set(RecorderKind.recording, FlatValue(false))]
                }
            },
        ],
        withoutEffect: [], kindWords: ["ConfigurationRecorder", "DeliveryChannel"], otherWords: [],
        touch: { event in
            guard let name = event.shapes.text(event.parameter("configurationRecorderName")) else {
                return []
            }
            return [AWSPendingChange(resource: id(event, name), lifecycle: .touch)]
        })

    private static func id(_ event: AWSEvent, _ name: String) -> ResourceID {
        ResourceID(kind: RecorderKind.kind, account: event.account, region: event.region, nativeID: name)
    }

    /// The recorder that the answer or the request names.
    private static func onRecorder(
        _ event: AWSEvent, _ key: StaticString, lifecycle: ResourceChange.Lifecycle = .modify,
        _ writes: () -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        let name =
            event.shapes.text(event.parameter(key)) ?? event.shapes.text(event.answer("name"))
        guard let name else { return .blind([]) }
        return .changes([
            AWSPendingChange(resource: id(event, name), lifecycle: lifecycle, writes: writes())
        ])
    }

    /// Makes or replaces a recorder. Whether it records is another call.
    private static func put(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let recorder = event.parameter("configurationRecorder") else { return .blind([]) }
        let name = shapes.text(shapes.member(recorder, "name")) ?? "default"
        let group = shapes.member(recorder, "recordingGroup")
        return .changes([
            AWSPendingChange(
                resource: id(event, name),
                writes: [
                    .set(RecorderKind.name, FlatValue(name)),
                    .set(RecorderKind.group, RecorderKind.group(group, shapes)),
                    .set(RecorderKind.principal, .null),
                ])
        ])
    }

    private static func putOfService(_ event: AWSEvent) -> AWSFoldOutcome {
        let principal = event.shapes.text(event.parameter("servicePrincipal"))
        guard let name = event.shapes.text(event.answer("name")) else { return .blind([]) }
        return .changes([
            AWSPendingChange(
                resource: id(event, name),
                writes: [
                    .set(RecorderKind.name, FlatValue(name)),
                    .set(RecorderKind.principal, FlatValue(principal ?? "unknown")),
                    .unknown(RecorderKind.group), .unknown(RecorderKind.recording),
                ])
        ])
    }

    /// Types come to and go from the recorder of a service by its ARN; the others that it has are not in the event.
    private static func ofService(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let text = event.shapes.text(event.parameter("configurationRecorderArn")),
            let arn = AWSARN(text), let name = arn.resourceID.split(separator: "/").first
        else { return .blind([]) }
        return .changes([
            AWSPendingChange(
                resource: id(event, String(name)), writes: [.unknown(RecorderKind.group)], owner: arn.account)
        ])
    }

    private static func putChannel(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let fields = event.parameter("deliveryChannel") else { return .blind([]) }
        return channel(event, shapes.member(fields, "name")) { name in
            let bucket = shapes.text(shapes.member(fields, "s3BucketName"))
            return [
                .set(RecorderKind.channelName, FlatValue(name)),
                .set(RecorderKind.channelBucket, bucket.map { FlatValue($0) } ?? .null),
            ]
        }
    }

    private static func channel(
        _ event: AWSEvent, _ name: Token?, lifecycle: ResourceChange.Lifecycle = .modify,
        _ writes: (String) -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        let name = event.shapes.text(name) ?? "default"
        let resource = ResourceID(
            kind: RecorderKind.channel, account: event.account, region: event.region, nativeID: name)
        return .changes([
            AWSPendingChange(resource: resource, lifecycle: lifecycle, writes: writes(name))
        ])
    }
}
