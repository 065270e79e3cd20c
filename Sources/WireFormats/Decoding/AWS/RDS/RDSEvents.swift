import CloudModel
internal import JSONTokens

/// What is known of the events of RDS. Calls on DocumentDB and Neptune are among them; `Engine` tells.
enum RDSEvents {
    static let service = AWSService(
        folds: [DBClusterEvents.folds, DBInstanceEvents.folds, folds].reduce(into: [:]) {
            $0.merge($1) { first, _ in first }
        },
        withoutEffect: [
            "AddRoleToDBCluster", "AddRoleToDBInstance", "CreateDBClusterEndpoint",
            "CreateDBClusterParameterGroup", "CreateDBClusterSnapshot", "CreateDBSnapshot",
            "DeleteDBClusterAutomatedBackup", "DeleteDBClusterEndpoint", "DeleteDBClusterParameterGroup",
            "DeleteDBClusterSnapshot", "DeleteDBInstanceAutomatedBackup", "ModifyCurrentDBClusterCapacity",
            "ModifyDBClusterEndpoint", "ModifyDBClusterParameterGroup", "ModifyDBClusterSnapshotAttribute",
            "RemoveRoleFromDBCluster", "RemoveRoleFromDBInstance", "ResetDBClusterParameterGroup",
            "StartDBCluster", "StartDBInstance", "StartDBInstanceAutomatedBackupsReplication",
            "StopDBCluster", "StopDBInstance", "StopDBInstanceAutomatedBackupsReplication",
        ],
        kindWords: ["DBCluster", "DBInstance", "DBSubnetGroup", "BlueGreenDeployment"],
        otherWords: [
            "AutomatedBackup", "CreateBlueGreenDeployment", "DeleteBlueGreenDeployment", "Endpoint",
            "ParameterGroup", "Snapshot",
        ],
        touch: { event in
            [
                event.text("dBInstanceIdentifier").map { DBInstanceEvents.change(event, $0, .touch) },
                event.text("dBClusterIdentifier").map { DBClusterEvents.change(event, $0, .touch) },
            ].compactMap(\.self)
        })

    private static let tagReach = [DBClusterKind.kind, DBInstanceKind.kind, DBSubnetGroupKind.kind].map {
        FoldReach.writing($0, [$0.property("Tags")])
    }

    private static let folds: [String: AWSFold] = [
        "AddTagsToResource": AWSFold(reach: tagReach) { event in
            AWSTagEvents.added(event, arns: ["resourceName"], tags: ["tags"])
        },
        "CreateDBSubnetGroup": .creates(DBSubnetGroupKind.kind) { subnetGroup($0, .create) },
        "DeleteDBSubnetGroup": .deletes(DBSubnetGroupKind.kind) { event in
            AWSEvent.outcome(
                event.text("dBSubnetGroupName").map {
                    event.change(DBSubnetGroupKind.kind, $0.lowercased(), .delete)
                })
        },
        "ModifyDBSubnetGroup": .writes(
            DBSubnetGroupKind.kind, DBSubnetGroupKind.name, DBSubnetGroupKind.vpc, DBSubnetGroupKind.subnets
        ) { subnetGroup($0, .modify) },
        "RemoveTagsFromResource": AWSFold(reach: tagReach) { event in
            AWSTagEvents.removed(event, arns: ["resourceName"], keys: ["tagKeys"])
        },
        "SwitchoverBlueGreenDeployment": .reaches(
            .writing(DBClusterKind.kind, DBClusterKind.facts),
            .writing(DBInstanceKind.kind, DBInstanceKind.facts)
        ) { switchover($0) },
    ]

    private static func subnetGroup(
        _ event: AWSEvent, _ lifecycle: ResourceChange.Lifecycle
    ) -> AWSFoldOutcome {
        let shapes = event.shapes
        let answer = event.answer("dBSubnetGroup") ?? event.response
        let id = shapes.text(shapes.member(answer, "dBSubnetGroupName")) ?? event.text("dBSubnetGroupName")
        guard let id else { return .blind([]) }
        var writes = shapes.writes(DBSubnetGroupKind.described, of: answer)
        if !writes.contains(where: { $0.property == DBSubnetGroupKind.subnets }) {
            let asked = shapes.texts(event.parameter("subnetIds"), under: "subnetIdentifier")
            writes.append(.replace(DBSubnetGroupKind.subnets, SetElement.texts(asked)))
        }
        return AWSEvent.outcome(event.change(DBSubnetGroupKind.kind, id.lowercased(), lifecycle, writes))
    }

    /// Each green database takes the name of its blue one, once the switchover is through: what bears the name then must
    /// be read, and so must what had the green name.
    private static func switchover(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let deployment = event.answer("blueGreenDeployment") ?? event.response
        let details = shapes.items(shapes.member(deployment, "switchoverDetails"))
        func names(_ whole: StaticString, _ member: StaticString) -> [String] {
            var names = details.compactMap { shapes.text(shapes.member($0, member)) }
            if let name = shapes.text(shapes.member(deployment, whole)), !names.contains(name) {
                names.insert(name, at: 0)
            }
            return names
        }
        let sources = names("source", "sourceMember").compactMap { arn -> AWSPendingChange? in
            guard var change = event.change(arn: arn) else { return nil }
            let isCluster = change.resource.kind == DBClusterKind.kind
            change.writes = (isCluster ? DBClusterKind.facts : DBInstanceKind.facts).map { .unknown($0) }
            return change
        }
        let targets = names("target", "targetMember").compactMap { event.change(arn: $0, .touch) }
        return AWSEvent.outcome(sources + targets)
    }
}
