import CloudModel
internal import JSONTokens

/// The schemas of both generations of load balancers, as the decoders write them.
enum LoadBalancerKind {
    static let classic = KindCatalog.kind("AWS::ElasticLoadBalancing::LoadBalancer")
    static let accessLog = classic.property("AccessLoggingPolicy")
    static let classicTags = classic.property("Tags")
    static let current = KindCatalog.kind("AWS::ElasticLoadBalancingV2::LoadBalancer")
    static let attributes = current.property("LoadBalancerAttributes")
    static let tags = current.property("Tags")

    /// Where a description of a classic one holds what it tells.
    static let classicDescribed: [DescribedProperty] = [
        .text(classic.property("LoadBalancerName"), "loadBalancerName"),
        .text(classic.property("Scheme"), "scheme"),
    ]
    /// Where a description of a newer one holds what it tells.
    static let currentDescribed: [DescribedProperty] = [
        .text(current.property("Name"), "loadBalancerName"), .text(current.property("Type"), "type"),
        .text(current.property("Scheme"), "scheme"),
    ]

    /// Where a classic one writes its access log.
    @Sendable static func accessLog(_ log: Token, _ shapes: AWSShapes) -> FlatValue {
        var members = [("Enabled", FlatValue(shapes.bool(shapes.member(log, "enabled")) ?? false))]
        for (name, key) in [("S3BucketName", "s3BucketName"), ("S3BucketPrefix", "s3BucketPrefix")]
            as [(String, StaticString)]
        {
            if let text = shapes.text(shapes.member(log, key)) { members.append((name, FlatValue(text))) }
        }
        return FlatValue(map: members)
    }

    /// What every new load balancer has.
    static let noLog = FlatValue(map: [("Enabled", FlatValue(false))])
    static let noLogAttributes = [ResourceTag.element("access_logs.s3.enabled", "false")]
}

/// What is known of the events of load balancers: both generations share source and names, the parameters tell.
enum LoadBalancerEvents {
    private typealias Kind = LoadBalancerKind

    static let service = AWSService(
        folds: [
            "AddTags": AWSFold(reach: tagReach) { event in
                named(event) { tags in
                    ResourceTag.added(event.parameter("tags"), to: tags, event.shapes)
                }
            },
            "CreateLoadBalancer": .reaches(
                .creation(of: Kind.classic), .creation(of: Kind.current)
            ) { create($0) },
            "DeleteLoadBalancer": .reaches(.deletion(of: Kind.classic), .deletion(of: Kind.current)) {
                event in
                AWSEvent.outcome(target(event, .delete))
            },
            "ModifyLoadBalancerAttributes": .reaches(
                .writing(Kind.classic, Kind.accessLog), .writing(Kind.current, Kind.attributes)
            ) { modify($0) },
            "RemoveTags": AWSFold(reach: tagReach) { event in
                let shapes = event.shapes
                let keys =
                    shapes.texts(event.parameter("tagKeys"), under: "key")
                    + shapes.items(event.parameter("tags")).compactMap {
                        shapes.text(shapes.member($0, "key"))
                    }
                return named(event) { ResourceTag.removed(keys: keys, from: $0) }
            },
        ],
        withoutEffect: [
            "ApplySecurityGroupsToLoadBalancer", "AttachLoadBalancerToSubnets",
            "CreateLoadBalancerListeners", "CreateLoadBalancerPolicy", "DeleteLoadBalancerListeners",
            "DeleteLoadBalancerPolicy", "DeregisterInstancesFromLoadBalancer",
            "DetachLoadBalancerFromSubnets", "DisableAvailabilityZonesForLoadBalancer",
            "EnableAvailabilityZonesForLoadBalancer", "RegisterInstancesWithLoadBalancer",
            "SetLoadBalancerListenerSSLCertificate", "SetLoadBalancerPoliciesForBackendServer",
            "SetLoadBalancerPoliciesOfListener",
        ],
        kindWords: ["LoadBalancer"], otherWords: [],
        touch: { event in target(event, .touch).map { [$0] } ?? [] })

    private static let tagReach: [FoldReach] = [
        .writing(Kind.classic, Kind.classicTags), .writing(Kind.current, Kind.tags),
    ]

    /// The load balancer that a call names: a newer one by ARN, a classic one by name.
    private static func target(
        _ event: AWSEvent, _ lifecycle: ResourceChange.Lifecycle
    ) -> AWSPendingChange? {
        if let arn = event.text("loadBalancerArn") { return event.change(arn: arn, lifecycle) }
        return event.text("loadBalancerName").map { event.change(Kind.classic, $0, lifecycle) }
    }

    private static func named(
        _ event: AWSEvent, _ writes: (PropertyID) -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        let shapes = event.shapes
        var changes = shapes.texts(event.parameter("resourceArns"), under: "arn").compactMap {
            event.change(arn: $0)
        }
        changes += shapes.texts(event.parameter("loadBalancerNames"), under: "name").map {
            event.change(Kind.classic, $0, .modify)
        }
        for index in changes.indices {
            let property = changes[index].resource.kind == Kind.classic ? Kind.classicTags : Kind.tags
            let found = writes(property)
            changes[index].writes = found.isEmpty ? [.unknown(property)] : found
        }
        // Target groups and listeners have tags too.
        return changes.isEmpty ? .irrelevant(.notGoverned) : .changes(changes)
    }

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let tags = ResourceTag.elements(event.parameter("tags"), shapes)
        if let name = event.text("loadBalancerName") {
            let writes = shapes.writes(Kind.classicDescribed, of: event.request)
            return AWSEvent.outcome(
                event.change(
                    Kind.classic, name, .create,
                    writes + [
                        .setDefault(Kind.accessLog, Kind.noLog), .replace(Kind.classicTags, tags),
                    ]))
        }
        let answered = shapes.items(event.answer("loadBalancers"))
        return AWSEvent.outcome(
            answered.compactMap { item in
                guard let arn = shapes.text(shapes.member(item, "loadBalancerArn")) else { return nil }
                let writes = shapes.writes(Kind.currentDescribed, of: item)
                return event.change(
                    arn: arn, .create,
                    writes + [
                        .replaceDefault(Kind.attributes, Kind.noLogAttributes), .replace(Kind.tags, tags),
                    ])
            })
    }

    private static func modify(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard var change = target(event, .modify) else { return .blind([]) }
        if change.resource.kind == Kind.classic {
            let asked = shapes.member(event.parameter("loadBalancerAttributes"), "accessLog")
            guard let log = asked else { return .irrelevant(.noGovernedProperty) }
            change.writes = [.set(Kind.accessLog, Kind.accessLog(log, shapes))]
            return .changes([change])
        }
        // The answer lists every attribute, the request those that change.
        let answered = ResourceTag.elements(event.answer("attributes"), shapes)
        let asked = ResourceTag.elements(event.parameter("attributes"), shapes)
        change.writes =
            answered.isEmpty
            ? asked.map { .modify(Kind.attributes, id: $0.id ?? "", $0.value) }
            : [.replace(Kind.attributes, answered)]
        if change.writes.isEmpty { change.writes = [.unknown(Kind.attributes)] }
        return .changes([change])
    }
}
