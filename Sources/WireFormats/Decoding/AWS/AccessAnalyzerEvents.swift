import CloudModel
internal import JSONTokens

/// The events of IAM Access Analyzer.
enum AccessAnalyzerEvents {
    static let service = AWSService(
        folds: [
            "CreateAnalyzer": .creates(kind) { create($0) },
            "DeleteAnalyzer": .deletes(kind) { event in onAnalyzer(event, .delete) },
            "TagResource": .writes(kind, tags) { event in
                tagged(event, ResourceTag.added(event.parameter("tags"), to: tags, event.shapes))
            },
            "UntagResource": .writes(kind, tags) { event in
                let keys = event.shapes.texts(event.parameter("tagKeys"), under: "tagKey")
                return tagged(event, ResourceTag.removed(keys: keys, from: tags))
            },
            // Its configuration is about unused access; whether it stays active the event does not say.
            "UpdateAnalyzer": .writes(kind) { event in onAnalyzer(event, .touch) },
        ],
        withoutEffect: [
            "ApplyArchiveRule", "CreateArchiveRule", "DeleteArchiveRule", "UpdateArchiveRule",
        ],
        kindWords: ["Analyzer"], otherWords: [], touch: touched)

    private static let kind = KindCatalog.kind("AWS::AccessAnalyzer::Analyzer")
    private static let tags = kind.property("Tags")

    private static func id(_ event: AWSEvent, _ name: String) -> ResourceID {
        NativeID.resource(kind, account: event.account, region: event.region, id: name)
    }

    private static func onAnalyzer(
        _ event: AWSEvent, _ lifecycle: ResourceChange.Lifecycle
    ) -> AWSFoldOutcome {
        guard let name = event.shapes.text(event.parameter("analyzerName")) else { return .blind([]) }
        return .changes([AWSPendingChange(resource: id(event, name), lifecycle: lifecycle)])
    }

    private static func touched(_ event: AWSEvent) -> [AWSPendingChange] {
        guard let name = event.shapes.text(event.parameter("analyzerName")) else { return [] }
        return [AWSPendingChange(resource: id(event, name), lifecycle: .touch)]
    }

    /// A new analyzer needs a while to become active, and may fail.
    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let name = shapes.text(event.answer("arn")) ?? shapes.text(event.parameter("analyzerName"))
        guard let name else { return .blind([]) }
        let type = shapes.text(event.parameter("type")).map { FlatValue($0) }
        return .changes([
            AWSPendingChange(
                resource: id(event, name), lifecycle: .create,
                writes: [
                    type.map { .set(kind.property("Type"), $0) } ?? .unknown(kind.property("Type")),
                    .unknown(kind.property("Status")), event.createdTags(tags),
                ])
        ])
    }

    private static func tagged(_ event: AWSEvent, _ writes: [PropertyWrite]) -> AWSFoldOutcome {
        let arn = event.shapes.text(event.parameter("resourceArn"))
        guard let arn, let parts = AWSARN(arn), parts.resourceType == "analyzer" else {
            return .irrelevant(.notGoverned)
        }
        let known = writes.isEmpty ? [.unknown(tags)] : writes
        return .changes([AWSPendingChange(resource: id(event, arn), writes: known, owner: parts.account)])
    }
}
