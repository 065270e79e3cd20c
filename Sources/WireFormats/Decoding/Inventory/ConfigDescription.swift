import CloudModel
internal import JSONTokens

/// How AWS Config items of one type hold the properties of its kind.
struct ConfigDescription: Sendable {
    /// The property of tags, which Config lists beside the configuration.
    let tags: PropertyID?
    /// The properties that stand in the configuration.
    let properties: [DescribedProperty]
    /// What else the item says; most types say nothing else.
    var supplement: @Sendable (AWSShapes, Token) -> [PropertyWrite] = { _, _ in [] }
    /// What the item says of resources that have no items of their own.
    var parts: @Sendable (AWSShapes, Token) -> [Part] = { _, _ in [] }

    /// A resource that an item tells of beside its own.
    struct Part {
        let kind: ResourceKind
        let id: String
        let writes: [PropertyWrite]

        /// The observation of it: it is where the item's own resource is.
        func change(beside item: ResourceChange) -> ResourceChange {
            let home = item.resource
            return ResourceChange(
                resource: ResourceID(kind: kind, account: home.account, region: home.region, nativeID: id),
                cause: item.cause, writes: writes)
        }
    }

    /// The descriptions by the type's name.
    static let byType: [String: ConfigDescription] = (network + databases + frontEnds + workloads).reduce(
        into: [:]) {
            $0[$1.0.name] = $1.1
        }

    private typealias Entry = (ResourceKind, ConfigDescription)

    private static let network: [Entry] = [
        (
            FlowLogKind.kind,
            ConfigDescription(
                tags: FlowLogKind.tags, properties: FlowLogKind.described + FlowLogKind.observed)
        ),
        (InstanceKind.kind, ConfigDescription(tags: InstanceKind.tags, properties: InstanceKind.described)),
        (
            NetworkAclKind.kind,
            ConfigDescription(
                tags: NetworkAclKind.tags, properties: NetworkAclKind.described)
        ),
        (
            NetworkInterfaceKind.kind,
            ConfigDescription(
                tags: NetworkInterfaceKind.tags, properties: NetworkInterfaceKind.described)
        ),
        (
            PeeringKind.kind,
            ConfigDescription(tags: PeeringKind.tags, properties: []) { shapes, root in
                PeeringKind.writes(shapes.member(root, "configuration"), shapes)
            }
        ),
        (
            RouteTableKind.kind,
            ConfigDescription(
                tags: RouteTableKind.tags, properties: RouteTableKind.described,
                parts: RouteTableKind.associations)
        ),
        (SubnetKind.kind, ConfigDescription(tags: SubnetKind.tags, properties: SubnetKind.described)),
        (
            VPCEndpointKind.kind,
            ConfigDescription(
                tags: VPCEndpointKind.tags, properties: VPCEndpointKind.described)
        ),
        (
            VPCKind.kind,
            ConfigDescription(tags: VPCKind.tags, properties: VPCKind.described) { shapes, root in
                let blocks = VPCKind.blocks(shapes.member(root, "configuration"), shapes)
                return blocks.map { [.replace(VPCKind.blocks, $0)] } ?? []
            }
        ),
    ]

    private static let databases: [Entry] = [
        (
            DBClusterKind.kind,
            ConfigDescription(tags: DBClusterKind.tags, properties: DBClusterKind.described)
        ),
        (
            DBInstanceKind.kind,
            ConfigDescription(
                tags: DBInstanceKind.tags, properties: DBInstanceKind.described)
        ),
        (
            DBSubnetGroupKind.kind,
            ConfigDescription(
                tags: DBSubnetGroupKind.tags, properties: DBSubnetGroupKind.described)
        ),
    ]

    private static let frontEnds: [Entry] = [
        (APIGatewayKind.restStage, stage(APIGatewayKind.restStage)),
        (APIGatewayKind.stage, stage(APIGatewayKind.stage)),
        (
            DistributionKind.kind,
            ConfigDescription(
                tags: DistributionKind.tags,
                properties: [
                    .value(DistributionKind.config, "distributionConfig", by: DistributionKind.config)
                ])
        ),
        (
            LoadBalancerKind.classic,
            ConfigDescription(
                tags: LoadBalancerKind.classicTags, properties: LoadBalancerKind.classicDescribed
            ) { shapes, root in
                let log = shapes.member(attributes(shapes, root), "accessLog")
                return log.map { [.set(LoadBalancerKind.accessLog, LoadBalancerKind.accessLog($0, shapes))] }
                    ?? []
            }
        ),
        (
            LoadBalancerKind.current,
            ConfigDescription(
                tags: LoadBalancerKind.tags, properties: LoadBalancerKind.currentDescribed
            ) { shapes, root in
                let list = ResourceTag.elements(attributes(shapes, root), shapes)
                return list.isEmpty ? [] : [.replace(LoadBalancerKind.attributes, list)]
            }
        ),
    ]

    private static func attributes(_ shapes: AWSShapes, _ root: Token) -> Token? {
        shapes.member(shapes.member(root, "supplementaryConfiguration"), "LoadBalancerAttributes")
    }

    /// A stage's own item does not name its API: the id does.
    private static func stage(_ kind: ResourceKind) -> ConfigDescription {
        let log = APIGatewayKind.log(of: kind)
        return ConfigDescription(tags: kind.property("Tags"), properties: []) { shapes, root in
            guard let body = shapes.member(root, "configuration") else { return [] }
            let settings = shapes.member(body, "accessLogSettings")
            var writes: [PropertyWrite] = [.set(log, APIGatewayKind.accessLog(settings, shapes))]
            let arn = shapes.text(shapes.member(root, "ARN")).flatMap { AWSARN($0) }
            let named = arn.flatMap { ARNForm.resource(service: $0.service, part: $0.resource)?.nativeID }
            let parts = named?.split(separator: "/", maxSplits: 1).map(String.init) ?? []
            if parts.count == 2 { writes += APIGatewayKind.names(kind, api: parts[0], stage: parts[1]) }
            return writes
        }
    }

    private static let workloads: [Entry] = [
        named("AWS::DynamoDB::Table", "TableName", "tableName"),
        named("AWS::ECS::Cluster", "ClusterName", "ClusterName"),
        named("AWS::ECS::Service", "ServiceName", "ServiceName"),
        (
            FileSystemKind.kind,
            ConfigDescription(
                tags: FileSystemKind.tags,
                properties: FileSystemKind.described.filter { $0.property != FileSystemKind.tags })
        ),
        named("AWS::EKS::Cluster", "Name", "Name"),
        policied("AWS::Lambda::Function", "FunctionName", "functionName"),
        policied("AWS::SQS::Queue", "QueueName", "QueueName"),
        named("AWS::SecretsManager::Secret", "Name", "Name"),
    ]

    /// A kind of which the name alone counts.
    private static func named(_ type: String, _ property: String, _ key: StaticString) -> Entry {
        let kind = KindCatalog.kind(type)
        return (
            kind,
            ConfigDescription(
                tags: kind.property("Tags"), properties: [.text(kind.property(property), key)])
        )
    }

    /// A kind with a policy, which Config keeps as text.
    private static func policied(_ type: String, _ property: String, _ key: StaticString) -> Entry {
        let kind = KindCatalog.kind(type)
        let statements = kind.property("PolicyStatements")
        var description = named(type, property, key).1
        description.supplement = { shapes, root in
            let outer = shapes.member(shapes.member(root, "supplementaryConfiguration"), "Policy")
            let text =
                shapes.member(outer, "policyText") ?? outer
                ?? shapes.member(shapes.member(root, "configuration"), "Policy")
            return text.map { [PolicyStatementSet.write($0, to: statements, shapes)] } ?? []
        }
        return (kind, description)
    }
}
