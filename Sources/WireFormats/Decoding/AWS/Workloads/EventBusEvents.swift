import CloudModel
internal import JSONTokens

/// What is known of the events of EventBridge. Every region has a bus called `default`, which calls need not name.
enum EventBusEvents {
    private static let kind = KindCatalog.kind("AWS::Events::EventBus")
    private static let statements = kind.property("PolicyStatements")
    private static let key = kind.property("KmsKeyIdentifier")
    private static let tags = kind.property("Tags")

    static let service = AWSService(
        folds: [
            "CreateEventBus": .creates(kind) { create($0) },
            "DeleteEventBus": .deletes(kind) { on($0, "name", .delete, []) },
            "PutPermission": .writes(kind, statements) { event in
                on(event, "eventBusName", .modify, [permission(event)])
            },
            "RemovePermission": .writes(kind, statements) { event in
                var write = PropertyWrite.unknown(statements)
                if event.shapes.bool(event.parameter("removeAllPermissions")) == true {
                    write = .replace(statements, [])
                } else if let id = event.text("statementId") {
                    write = .removeID(statements, id: id)
                }
                return on(event, "eventBusName", .modify, [write])
            },
            "UpdateEventBus": .writes(kind, key) { event in
                let named =
                    event.text("kmsKeyIdentifier") ?? event.shapes.text(event.answer("kmsKeyIdentifier"))
                return on(event, "name", .modify, [.set(key, named.map { FlatValue($0) } ?? .null)])
            },
        ].merging(AWSTagEvents.folds(kind)) { first, _ in first },
        withoutEffect: [], kindWords: ["EventBus"], otherWords: ["Partner"],
        touch: { event in
            [event.change(kind, name(event.text("name") ?? event.text("eventBusName")), .touch)]
        })

    /// A bus's name, which may be given as an ARN.
    private static func name(_ text: String?) -> String {
        text.map { AWSARN($0)?.resourceID ?? $0 } ?? "default"
    }

    private static func on(
        _ event: AWSEvent, _ field: StaticString, _ lifecycle: ResourceChange.Lifecycle,
        _ writes: [PropertyWrite]
    ) -> AWSFoldOutcome {
        AWSEvent.outcome(event.change(kind, name(event.text(field)), lifecycle, writes))
    }

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let name = event.text("name") else { return .blind([]) }
        return AWSEvent.outcome(
            event.change(
                kind, name, .create,
                [
                    .set(kind.property("Name"), FlatValue(name)),
                    .set(key, event.text("kmsKeyIdentifier").map { FlatValue($0) } ?? .null),
                    .replaceDefault(statements, []),
                    .replace(tags, ResourceTag.elements(event.parameter("tags"), event.shapes)),
                ]))
    }

    /// A whole policy, or the parts of one statement.
    private static func permission(_ event: AWSEvent) -> PropertyWrite {
        let shapes = event.shapes
        if let policy = event.parameter("policy") {
            return PolicyStatementSet.write(policy, to: statements, shapes)
        }
        guard let id = event.text("statementId"), let principal = event.text("principal"),
            let action = event.text("action")
        else { return .unknown(statements) }
        var condition: FlatValue?
        if let given = event.parameter("condition") {
            guard let type = shapes.text(shapes.member(given, "type")),
                let name = shapes.text(shapes.member(given, "key")),
                let value = shapes.text(shapes.member(given, "value"))
            else { return .unknown(statements) }
            condition = FlatValue(map: [(type, FlatValue(map: [(name, FlatValue(value))]))])
        }
        let statement = PolicyStatementSet.statement(
            sid: id, principals: [event.rootPrincipal(of: principal)], actions: [action],
            resource: event.arn(kind, name(event.text("eventBusName"))), condition: condition)
        return .modify(statements, id: id, statement)
    }
}
