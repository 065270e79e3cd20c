import CloudModel
internal import JSONTokens

/// What is known of the events of Lambda. A version or an alias has a policy of its own; all of them count.
enum LambdaEvents {
    private static let kind = KindCatalog.kind("AWS::Lambda::Function")
    private static let statements = kind.property("PolicyStatements")
    private static let tags = kind.property("Tags")

    static let service = AWSService(
        folds: [
            "AddPermission": .writes(kind, statements) { event in
                on(event) { [added(event, $0)] }
            },
            "CreateFunction": .creates(kind) { create($0) },
            "DeleteFunction": .deletes(kind) { event in
                guard let name = name(event) else { return .blind([]) }
                // A version alone may be deleted.
                if name.qualifier != nil { return .irrelevant(.noGovernedProperty) }
                return AWSEvent.outcome(event.change(kind, name.function, .delete, owner: name.owner))
            },
            "RemovePermission": .writes(kind, statements) { event in
                on(event) { name in
                    let id = event.text("statementId").map { statementID($0, name.qualifier) }
                    return [id.map { .removeID(statements, id: $0) } ?? .unknown(statements)]
                }
            },
        ].merging(AWSTagEvents.folds(kind, arns: ["resource"])) { first, _ in first },
        withoutEffect: [
            "AddLayerVersionPermission", "PublishVersion", "RemoveLayerVersionPermission",
            "UpdateFunctionCode", "UpdateFunctionConfiguration",
        ],
        kindWords: ["Permission"], otherWords: ["LayerVersion"],
        touch: { event in
            name(event).map { [event.change(kind, $0.function, .touch, owner: $0.owner)] } ?? []
        })

    private struct FunctionName {
        let function: String
        let qualifier: String?
        let owner: String?
    }

    /// A function by name, by ARN or by a part of it, with or without a version behind it.
    private static func name(_ event: AWSEvent) -> FunctionName? {
        guard let text = event.text("functionName") else { return nil }
        let arn = AWSARN(text)
        var parts = (arn?.resource ?? text).split(separator: ":").map(String.init)
        if let index = parts.firstIndex(of: "function") { parts.removeFirst(index + 1) }
        guard let function = parts.first else { return nil }
        let qualifier = event.text("qualifier") ?? (parts.count > 1 ? parts[1] : nil)
        return FunctionName(
            function: function, qualifier: qualifier == "$LATEST" ? nil : qualifier, owner: arn?.account)
    }

    private static func on(
        _ event: AWSEvent, _ writes: (FunctionName) -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        AWSEvent.outcome(
            name(event).map { event.change(kind, $0.function, .modify, writes($0), owner: $0.owner) })
    }

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let name = name(event) else { return .blind([]) }
        return AWSEvent.outcome(
            event.change(
                kind, name.function, .create,
                [
                    .set(kind.property("FunctionName"), FlatValue(name.function)),
                    .replaceDefault(statements, []),
                    .replace(tags, ResourceTag.elements(event.parameter("tags"), event.shapes)),
                ]))
    }

    /// The answer holds the statement as text.
    private static func added(_ event: AWSEvent, _ name: FunctionName) -> PropertyWrite {
        guard let text = event.answer("statement"), !event.shapes.isMasked(text),
            let statement = PolicyDocument.value(text, event.shapes.tape), !statement.view.isNull
        else { return .unknown(statements) }
        let sid = event.text("statementId") ?? statement.view.member("Sid")?.string
        guard let sid else { return .insert(statements, SetElement(statement)) }
        return .modify(statements, id: statementID(sid, name.qualifier), statement)
    }

    private static func statementID(_ sid: String, _ qualifier: String?) -> String {
        qualifier.map { $0 + ":" + sid } ?? sid
    }
}
