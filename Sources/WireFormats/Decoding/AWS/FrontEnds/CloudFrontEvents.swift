import CloudModel
internal import JSONTokens

/// The schemas of distributions and of their real-time logs, as the decoders write them.
enum DistributionKind {
    static let kind = KindCatalog.kind("AWS::CloudFront::Distribution")
    static let config = kind.property("DistributionConfig")
    static let tags = kind.property("Tags")
    static let realtime = KindCatalog.kind("AWS::CloudFront::RealtimeLogConfig")

    /// The parts of a configuration that the schema names. CloudFormation has no switch beside the log's bucket.
    @Sendable static func config(_ config: Token, _ shapes: AWSShapes) -> FlatValue? {
        guard config.kind == .object else { return nil }
        let logging = shapes.member(config, "logging")
        let bucket = shapes.text(shapes.member(logging, "bucket"))
        var log = [
            ("Enabled", FlatValue(shapes.bool(shapes.member(logging, "enabled")) ?? (bucket != nil)))
        ]
        if let bucket { log.append(("Bucket", FlatValue(bucket))) }
        if let prefix = shapes.text(shapes.member(logging, "prefix")) {
            log.append(("Prefix", FlatValue(prefix)))
        }
        let behavior = shapes.member(config, "defaultCacheBehavior")
        let arn = shapes.text(shapes.member(behavior, "realtimeLogConfigArn"))
        return FlatValue(map: [
            ("Enabled", FlatValue(shapes.bool(shapes.member(config, "enabled")) ?? false)),
            ("Staging", FlatValue(shapes.bool(shapes.member(config, "staging")) ?? false)),
            ("Logging", FlatValue(map: log)),
            (
                "DefaultCacheBehavior",
                FlatValue(map: arn.map { [("RealtimeLogConfigArn", FlatValue($0))] } ?? [])
            ),
        ])
    }

    /// Where a description of a real-time log holds them.
    static let realtimeDescribed: [DescribedProperty] = [
        .text(realtime.property("Name"), "name"), .number(realtime.property("SamplingRate"), "samplingRate"),
        .value(realtime.property("Fields"), "fields") { token, shapes in
            FlatValue(list: shapes.texts(token, under: "field").map { FlatValue($0) })
        },
    ]
}

/// What is known of the events of CloudFront. They come from one region; distributions are in none.
enum CloudFrontEvents {
    private typealias Kind = DistributionKind

    static let service = AWSService(
        folds: [
            "CopyDistribution": .creates(Kind.kind) { create($0) },
            "CreateDistribution": .creates(Kind.kind) { create($0) },
            "CreateDistributionWithTags": .creates(Kind.kind) { create($0) },
            "CreateRealtimeLogConfig": .creates(Kind.realtime) { realtime($0, .create) },
            "DeleteDistribution": .deletes(Kind.kind) { event in
                AWSEvent.outcome(event.text("id").map { event.change(Kind.kind, $0, .delete) })
            },
            "DeleteRealtimeLogConfig": .deletes(Kind.realtime) { event in
                let named = event.text("aRN").flatMap { event.change(arn: $0, .delete) }
                return AWSEvent.outcome(
                    named ?? event.text("name").map { event.change(Kind.realtime, $0, .delete) })
            },
            "UpdateDistribution": .writes(Kind.kind, Kind.config) { update($0) },
            "UpdateDistributionWithStagingConfig": .writes(Kind.kind, Kind.config) { update($0) },
            "UpdateRealtimeLogConfig": .creates(Kind.realtime) { realtime($0, .modify) },
        ].merging(tagFolds) { first, _ in first },
        withoutEffect: [
            "AssociateDistributionWebACL", "CreateDistributionTenant", "DeleteDistributionTenant",
            "DisassociateDistributionWebACL", "UpdateDistributionTenant",
        ],
        kindWords: ["Distribution", "RealtimeLogConfig"],
        otherWords: ["DistributionTenant", "StreamingDistribution", "VpcOrigin"],
        touch: { event in event.text("id").map { [event.change(Kind.kind, $0, .touch)] } ?? [] })

    /// Lists of tags and of keys stand under `items`.
    private static let tagFolds = AWSTagEvents.folds(Kind.kind, arns: ["resource"])

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let answer = event.answer("distribution")
        guard let id = shapes.text(shapes.member(answer, "id")) else { return .blind([]) }
        let outer = event.parameter("distributionConfigWithTags")
        let config =
            shapes.member(answer, "distributionConfig") ?? shapes.member(outer, "distributionConfig")
            ?? event.parameter("distributionConfig")
        let value = config.flatMap { Kind.config($0, shapes) }
        let tags = ResourceTag.elements(shapes.member(outer, "tags"), shapes)
        return AWSEvent.outcome(
            event.change(
                Kind.kind, id, .create,
                [
                    value.map { .set(Kind.config, $0) } ?? .unknown(Kind.config), .replace(Kind.tags, tags),
                ]))
    }

    private static func update(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let answer = event.answer("distribution")
        guard let id = event.text("id") ?? shapes.text(shapes.member(answer, "id")) else { return .blind([]) }
        let config = shapes.member(answer, "distributionConfig") ?? event.parameter("distributionConfig")
        let value = config.flatMap { Kind.config($0, shapes) }
        return AWSEvent.outcome(
            event.change(
                Kind.kind, id, writes: value.map { .set(Kind.config, $0) } ?? .unknown(Kind.config)))
    }

    private static func realtime(
        _ event: AWSEvent, _ lifecycle: ResourceChange.Lifecycle
    ) -> AWSFoldOutcome {
        let shapes = event.shapes
        let body = event.answer("realtimeLogConfig") ?? event.request
        guard let name = shapes.text(shapes.member(body, "name")) else { return .blind([]) }
        let writes = shapes.writes(Kind.realtimeDescribed, of: body)
        return AWSEvent.outcome(event.change(Kind.realtime, name, lifecycle, writes))
    }
}
