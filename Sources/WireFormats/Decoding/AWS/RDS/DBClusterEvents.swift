import CloudModel
internal import JSONTokens

/// The events that change database clusters.
enum DBClusterEvents {
    static let folds: [String: AWSFold] = [
        "CreateDBCluster": creation,
        "DeleteDBCluster": .deletes(DBClusterKind.kind) { event in
            AWSEvent.outcome(event.text("dBClusterIdentifier").map { change(event, $0, .delete) })
        },
        // Which zones the members are in afterwards is not told.
        "FailoverDBCluster": .writes(DBClusterKind.kind) { event in
            AWSEvent.outcome(event.text("dBClusterIdentifier").map { change(event, $0, .touch) })
        },
        "ModifyDBCluster": .creates(DBClusterKind.kind) { modify($0) },
        "PromoteReadReplicaDBCluster": AWSFold(
            reach: [.writing(DBClusterKind.kind, DBClusterKind.facts + [DBClusterKind.tags])]
        ) { event in
            guard let id = identifier(event) else { return .blind([]) }
            let writes = described(event)
            return AWSEvent.outcome(change(event, id, writes.isEmpty ? .touch : .modify, writes))
        },
        "RestoreDBClusterFromS3": creation, "RestoreDBClusterFromSnapshot": creation,
        "RestoreDBClusterToPointInTime": creation,
    ]

    private static let creation = AWSFold.creates(DBClusterKind.kind) { event in
        AWSEvent.outcome(identifier(event).map { change(event, $0, .create, described(event)) })
    }

    /// A change of the cluster with this identifier, which RDS keeps in small letters.
    static func change(
        _ event: AWSEvent, _ identifier: String, _ lifecycle: ResourceChange.Lifecycle = .modify,
        _ writes: [PropertyWrite] = []
    ) -> AWSPendingChange {
        event.change(DBClusterKind.kind, identifier.lowercased(), lifecycle, writes)
    }

    private static func answer(_ event: AWSEvent) -> Token? { event.answer("dBCluster") ?? event.response }

    private static func identifier(_ event: AWSEvent) -> String? {
        event.shapes.text(event.shapes.member(answer(event), "dBClusterIdentifier"))
            ?? event.text("dBClusterIdentifier")
    }

    private static func described(_ event: AWSEvent) -> [PropertyWrite] {
        guard event.shapes.member(answer(event), "engine") != nil else { return [] }
        return event.shapes.writes(DBClusterKind.described, of: answer(event))
    }

    private static func modify(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let old = event.text("dBClusterIdentifier") ?? identifier(event) else { return .blind([]) }
        var writes = described(event)
        guard let new = event.text("newDBClusterIdentifier") else {
            return .changes([change(event, old, writes.isEmpty ? .touch : .modify, writes)])
        }
        guard event.shapes.bool(event.parameter("applyImmediately")) == true else {
            // The new name comes with the maintenance window, and nothing says when.
            return .changes([change(event, old, .modify, writes), change(event, old, .touch)])
        }
        let name = DBClusterKind.kind.property("DBClusterIdentifier")
        writes.removeAll { $0.property == name }
        writes.append(.set(name, FlatValue(new.lowercased())))
        return .changes([change(event, old, .delete), change(event, new, .create, writes)])
    }
}
