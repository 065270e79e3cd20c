import CloudModel
internal import JSONTokens

/// The events that change database instances.
enum DBInstanceEvents {
    static let folds: [String: AWSFold] = [
        "CreateDBInstance": creation, "CreateDBInstanceReadReplica": creation,
        "DeleteDBInstance": .reaches(
            .deletion(of: DBInstanceKind.kind), .writing(DBClusterKind.kind, DBClusterKind.multiAZ)
        ) { delete($0) },
        "ModifyDBInstance": .creates(DBInstanceKind.kind) { modify($0) },
        "PromoteReadReplica": description, "RebootDBInstance": description,
        "RestoreDBInstanceFromDBSnapshot": creation, "RestoreDBInstanceFromS3": creation,
        "RestoreDBInstanceToPointInTime": creation,
    ]

    private static let creation = AWSFold.reaches(
        .creation(of: DBInstanceKind.kind), .writing(DBClusterKind.kind, DBClusterKind.multiAZ)
    ) { create($0) }

    /// Calls that change nothing themselves but let pending changes take effect; the answer describes the instance.
    private static let description = AWSFold(
        reach: [.writing(DBInstanceKind.kind, DBInstanceKind.facts + [DBInstanceKind.tags])]
    ) { event in
        guard let id = identifier(event) else { return .blind([]) }
        let writes = settled(event, described(event), isAtOnce: true)
        return AWSEvent.outcome(change(event, id, writes.isEmpty ? .touch : .modify, writes))
    }

    /// A change of the instance with this identifier, which RDS keeps in small letters.
    static func change(
        _ event: AWSEvent, _ identifier: String, _ lifecycle: ResourceChange.Lifecycle = .modify,
        _ writes: [PropertyWrite] = []
    ) -> AWSPendingChange {
        event.change(DBInstanceKind.kind, identifier.lowercased(), lifecycle, writes)
    }

    /// The answer is the instance itself, in some records under a name.
    private static func answer(_ event: AWSEvent) -> Token? { event.answer("dBInstance") ?? event.response }

    private static func identifier(_ event: AWSEvent) -> String? {
        event.shapes.text(event.shapes.member(answer(event), "dBInstanceIdentifier"))
            ?? event.text("dBInstanceIdentifier") ?? event.text("targetDBInstanceIdentifier")
    }

    private static func described(_ event: AWSEvent) -> [PropertyWrite] {
        // An answer with little more than a name describes nothing.
        guard event.shapes.member(answer(event), "engine") != nil else { return [] }
        return event.shapes.writes(DBInstanceKind.described, of: answer(event))
    }

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let id = identifier(event) else { return .blind([]) }
        var writes = described(event)
        if writes.isEmpty { writes = asked(event) }
        return .changes([change(event, id, .create, writes)] + members(event))
    }

    private static func delete(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let id = identifier(event) else { return .blind([]) }
        return .changes([change(event, id, .delete)] + members(event))
    }

    /// Whether a cluster spans zones depends on where its members are.
    private static func members(_ event: AWSEvent) -> [AWSPendingChange] {
        let named = event.shapes.text(event.shapes.member(answer(event), "dBClusterIdentifier"))
        guard let cluster = named ?? event.text("dBClusterIdentifier") else { return [] }
        return [DBClusterEvents.change(event, cluster, .modify, [.unknown(DBClusterKind.multiAZ)])]
    }

    private static func modify(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let old = event.text("dBInstanceIdentifier") ?? identifier(event) else { return .blind([]) }
        let isAtOnce = event.shapes.bool(event.parameter("applyImmediately")) ?? false
        let base = described(event)
        var writes = settled(event, base, isAtOnce: isAtOnce)
        let new = event.text("newDBInstanceIdentifier")
        if let new, isAtOnce {
            writes.removeAll { $0.property == DBInstanceKind.identifier }
            writes.append(.set(DBInstanceKind.identifier, FlatValue(new.lowercased())))
            return .changes([change(event, old, .delete), change(event, new, .create, writes)])
        }
        var changes = [change(event, old, .modify, writes)]
        // The new name comes with the maintenance window, and nothing says when.
        if new != nil { changes.append(change(event, old, .touch)) }
        return .changes(changes)
    }

    /// What is in force after the call: two flags take effect at once whatever the answer still shows; a second zone takes
    /// a while, or waits for the maintenance window.
    private static func settled(
        _ event: AWSEvent, _ described: [PropertyWrite], isAtOnce: Bool
    ) -> [PropertyWrite] {
        let shapes = event.shapes
        var writes = described
        func replace(_ property: PropertyID, _ write: PropertyWrite) {
            writes.removeAll { $0.property == property }
            writes.append(write)
        }
        for (property, key) in [
            (DBInstanceKind.upgrades, "autoMinorVersionUpgrade"),
            (DBInstanceKind.isPublic, "publiclyAccessible"),
        ] as [(PropertyID, StaticString)] {
            guard let value = shapes.bool(event.parameter(key)) else { continue }
            replace(property, .set(property, FlatValue(value)))
        }
        let pending = shapes.member(answer(event), "pendingModifiedValues")
        let awaited =
            shapes.bool(shapes.member(pending, "multiAZ")) ?? shapes.bool(event.parameter("multiAZ"))
        let current = shapes.bool(shapes.member(answer(event), "multiAZ"))
        if isAtOnce, let awaited, awaited != current {
            replace(DBInstanceKind.multiAZ, .unknown(DBInstanceKind.multiAZ))
        }
        return writes
    }

    /// What a request says where no answer describes the instance.
    private static func asked(_ event: AWSEvent) -> [PropertyWrite] {
        event.shapes.writes(
            DBInstanceKind.described.filter { $0.absence == nil && $0.property != DBInstanceKind.tags },
            of: event.request)
    }
}
