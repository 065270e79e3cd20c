import CloudModel
internal import JSONTokens

/// What is known of the events of DynamoDB: which tables there are.
enum TableEvents {
    private static let kind = KindCatalog.kind("AWS::DynamoDB::Table")
    private static let tags = kind.property("Tags")

    static let service = AWSService(
        folds: [
            "CreateTable": .creates(kind) { create($0) },
            "DeleteTable": .deletes(kind) { event in
                AWSEvent.outcome(
                    event.text("tableName").map {
                        event.change(arn: $0, .delete) ?? event.change(kind, $0, .delete)
                    })
            },
            "RestoreTableFromBackup": .creates(kind) { create($0) },
            "RestoreTableToPointInTime": .creates(kind) { create($0) },
        ].merging(AWSTagEvents.folds(kind)) { first, _ in first },
        withoutEffect: ["UpdateTable"], kindWords: [], otherWords: [], touch: { _ in [] })

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let described = shapes.text(shapes.member(event.answer("tableDescription"), "tableName"))
        let asked = shapes.text(shapes.member(event.request, "targetTableName", or: "tableName"))
        guard let name = described ?? asked.flatMap({ AWSARN($0)?.resourceID }) ?? asked else {
            return .blind([])
        }
        return AWSEvent.outcome(
            event.change(
                kind, name, .create,
                [
                    .set(kind.property("TableName"), FlatValue(name)),
                    .replace(tags, ResourceTag.elements(event.parameter("tags"), shapes)),
                ]))
    }
}
