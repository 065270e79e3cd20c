import CloudModel
internal import JSONTokens

/// What is known of the events of ECS: which clusters and services there are.
enum ECSEvents {
    private static let cluster = KindCatalog.kind("AWS::ECS::Cluster")
    private static let serviceKind = KindCatalog.kind("AWS::ECS::Service")

    static let service = AWSService(
        folds: [
            "CreateCluster": .creates(cluster) { event in
                created(event, event.answer("cluster"), "clusterArn") { name, _ in
                    [.set(cluster.property("ClusterName"), FlatValue(name))]
                }
            },
            "CreateService": .creates(serviceKind) { event in
                created(event, event.answer("service"), "serviceArn") { name, shapes in
                    let home = shapes.text(
                        shapes.member(event.answer("service"), "clusterArn") ?? event.parameter("cluster"))
                    let parts = name.split(separator: "/").map(String.init)
                    return [
                        .set(serviceKind.property("ServiceName"), FlatValue(parts.last ?? name)),
                        .set(
                            serviceKind.property("Cluster"),
                            FlatValue(home.flatMap { AWSARN($0)?.resourceID } ?? home ?? "default")),
                    ]
                }
            },
            "DeleteCluster": .deletes(cluster) { event in
                let name = event.text("cluster") ?? "default"
                return AWSEvent.outcome(
                    event.change(arn: name, .delete) ?? event.change(cluster, name, .delete))
            },
            "DeleteService": .deletes(serviceKind) { event in
                let answered = event.shapes.member(event.answer("service"), "serviceArn")
                guard let name = event.shapes.text(answered) ?? event.text("service") else {
                    return .blind([])
                }
                let home = event.text("cluster") ?? "default"
                let id = (AWSARN(home)?.resourceID ?? home) + "/" + name
                return AWSEvent.outcome(
                    event.change(arn: name, .delete) ?? event.change(serviceKind, id, .delete))
            },
        ].merging(AWSTagEvents.folds(cluster, serviceKind)) { first, _ in first },
        withoutEffect: [
            "PutClusterCapacityProviders", "UpdateCluster", "UpdateClusterSettings", "UpdateService",
            "UpdateServicePrimaryTaskSet",
        ],
        kindWords: [], otherWords: [], touch: { _ in [] })

    private static func created(
        _ event: AWSEvent, _ body: Token?, _ key: StaticString,
        _ names: (String, AWSShapes) -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let arn = shapes.text(shapes.member(body, key)), var change = event.change(arn: arn, .create)
        else { return .blind([]) }
        let tags = shapes.member(body, "tags") ?? event.parameter("tags")
        change.writes = names(change.resource.nativeID, shapes)
        let property = change.resource.kind.property("Tags")
        change.writes.append(
            shapes.isMasked(tags)
                ? .unknown(property) : .replace(property, ResourceTag.elements(tags, shapes)))
        return .changes([change])
    }
}

/// What is known of the events of EKS: which clusters there are.
enum EKSEvents {
    private static let kind = KindCatalog.kind("AWS::EKS::Cluster")

    static let service = AWSService(
        folds: [
            "CreateCluster": .creates(kind) { event in
                let shapes = event.shapes
                let body = event.answer("cluster")
                guard let name = shapes.text(shapes.member(body, "name")) ?? event.text("name") else {
                    return .blind([])
                }
                let tags = shapes.member(body, "tags") ?? event.parameter("tags")
                return AWSEvent.outcome(
                    event.change(
                        kind, name, .create,
                        [
                            .set(kind.property("Name"), FlatValue(name)),
                            .replace(kind.property("Tags"), ResourceTag.elements(tags, shapes)),
                        ]))
            },
            "DeleteCluster": .deletes(kind) { event in
                AWSEvent.outcome(event.text("name").map { event.change(kind, $0, .delete) })
            },
        ].merging(AWSTagEvents.folds(kind)) { first, _ in first },
        withoutEffect: ["UpdateClusterConfig", "UpdateClusterVersion"], kindWords: [], otherWords: [],
        touch: { _ in [] })
}
