import CloudModel
internal import JSONTokens

/// What is known of the events of API Gateway. REST APIs and the newer ones share source and names: a request with
/// `restApiId` is about the former, one with `apiId` about the latter.
enum APIGatewayEvents {
    private typealias Kind = APIGatewayKind

    static let service = AWSService(
        folds: [
            "CreateApi": .reaches(.creation(of: Kind.api), .creation(of: Kind.stage)) { createAPI($0) },
            "CreateDeployment": .reaches(
                .writing(Kind.restStage, Kind.restStage.property("RestApiId"), stageName(Kind.restStage)),
                .writing(Kind.stage, Kind.stage.property("ApiId"), stageName(Kind.stage))
            ) { deploy($0) },
            "CreateRestApi": .creates(Kind.restAPI) { created($0, Kind.restAPI) },
            "CreateStage": .reaches(.creation(of: Kind.restStage), .creation(of: Kind.stage)) { event in
                onStage(event, .create) { kind, id in
                    Kind.names(kind, api: id.api, stage: id.stage)
                        + [
                            .set(Kind.log(of: kind), Kind.accessLog(settings(event), event.shapes)),
                            tags(event, kind),
                        ]
                }
            },
            "DeleteAccessLogSettings": .writes(Kind.stage, Kind.log) { event in
                onStage(event, .modify) { kind, _ in [.set(Kind.log(of: kind), .null)] }
            },
            "DeleteApi": .deletes(Kind.api) { event in
                AWSEvent.outcome(event.text("apiId").map { event.change(Kind.api, $0, .delete) })
            },
            "DeleteRestApi": .deletes(Kind.restAPI) { event in
                AWSEvent.outcome(event.text("restApiId").map { event.change(Kind.restAPI, $0, .delete) })
            },
            "DeleteStage": .reaches(.deletion(of: Kind.restStage), .deletion(of: Kind.stage)) { event in
                onStage(event, .delete) { _, _ in [] }
            },
            "ImportApi": .creates(Kind.api) { created($0, Kind.api) },
            "ImportRestApi": .creates(Kind.restAPI) { created($0, Kind.restAPI) },
            "UpdateStage": .reaches(
                .writing(Kind.restStage, Kind.restLog), .writing(Kind.stage, Kind.log)
            ) { update($0) },
        ].merging(tagFolds) { first, _ in first },
        withoutEffect: [
            "DeleteRouteSettings", "FlushStageAuthorizersCache", "FlushStageCache", "PutRestApi",
            "ReimportApi", "UpdateApi", "UpdateRestApi",
        ],
        kindWords: ["Stage", "AccessLogSettings", "RestApi"], otherWords: ["ApiMapping", "BasePath"],
        touch: { event in stage(event).map { [event.change($0.kind, $0.id, .touch)] } ?? [] })

    private static let tagFolds: [String: AWSFold] = {
        let kinds = [Kind.api, Kind.restAPI, Kind.restStage, Kind.stage]
        let reach = kinds.map { FoldReach.writing($0, [$0.property("Tags")]) }
        return [
            "TagResource": AWSFold(reach: reach) { event in
                // The tags of REST APIs stand one level deeper.
                event.parameter("tagResourceInput") == nil
                    ? AWSTagEvents.added(event, arns: ["resourceArn", "resource-arn"], tags: ["tags"])
                    : AWSTagEvents.added(
                        event, arns: ["resourceArn"],
                        list: event.shapes.member(event.parameter("tagResourceInput"), "tags"))
            },
            "UntagResource": AWSFold(reach: reach) { event in
                AWSTagEvents.removed(event, arns: ["resourceArn", "resource-arn"], keys: ["tagKeys"])
            },
        ]
    }()

    private static func stageName(_ kind: ResourceKind) -> PropertyID { kind.property("StageName") }

    private struct StageName {
        let kind: ResourceKind
        let api: String
        let stage: String
        var id: String { api + "/" + stage }
    }

    /// The part of a request that describes a stage, which REST APIs wrap.
    private static func input(_ event: AWSEvent) -> Token? {
        let inputs: [StaticString] = ["createStageInput", "updateStageInput", "createDeploymentInput"]
        return event.shapes.member(event.request, anyOf: inputs) ?? event.request
    }

    private static func stage(_ event: AWSEvent) -> StageName? {
        let shapes = event.shapes
        let asked = shapes.text(shapes.member(input(event), "stageName")) ?? event.text("stageName")
        guard let name = asked else { return nil }
        if let api = event.text("restApiId") { return StageName(kind: Kind.restStage, api: api, stage: name) }
        return event.text("apiId").map { StageName(kind: Kind.stage, api: $0, stage: name) }
    }

    private static func onStage(
        _ event: AWSEvent, _ lifecycle: ResourceChange.Lifecycle,
        _ writes: (ResourceKind, StageName) -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        AWSEvent.outcome(
            stage(event).map { event.change($0.kind, $0.id, lifecycle, writes($0.kind, $0)) })
    }

    private static func settings(_ event: AWSEvent) -> Token? {
        event.answer("accessLogSettings") ?? event.shapes.member(input(event), "accessLogSettings")
    }

    private static func tags(_ event: AWSEvent, _ kind: ResourceKind) -> PropertyWrite {
        let list = event.shapes.member(input(event), "tags")
        return .replace(kind.property("Tags"), ResourceTag.elements(list, event.shapes))
    }

    private static func created(_ event: AWSEvent, _ kind: ResourceKind) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let id = shapes.text(shapes.member(event.response, "apiId", or: "id")) else {
            return .blind([])
        }
        let name = shapes.text(event.answer("name")).map { FlatValue($0) } ?? .null
        var writes: [PropertyWrite] = [.set(kind.property("Name"), name)]
        if kind == Kind.api, let type = shapes.text(event.answer("protocolType")) {
            writes.append(.set(kind.property("ProtocolType"), FlatValue(type)))
        }
        let list = shapes.member(event.response, "tags") ?? shapes.member(input(event), "tags")
        writes.append(.replace(kind.property("Tags"), ResourceTag.elements(list, shapes)))
        return AWSEvent.outcome(event.change(kind, id, .create, writes))
    }

    /// An API that is made with its target gets a stage without being asked.
    private static func createAPI(_ event: AWSEvent) -> AWSFoldOutcome {
        guard case .changes(var changes) = created(event, Kind.api), let api = changes.first else {
            return .blind([])
        }
        if event.parameter("target") != nil {
            let id = api.resource.nativeID
            let writes = Kind.names(Kind.stage, api: id, stage: "$default")
            changes.append(
                event.change(
                    Kind.stage, id + "/$default", .create,
                    writes + [.setDefault(Kind.log, .null), .replaceDefault(Kind.tags, [])]))
        }
        return .changes(changes)
    }

    /// A deployment to a stage that is not there makes it; nothing tells which was the case.
    private static func deploy(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let stage = stage(event) else { return .irrelevant(.noGovernedProperty) }
        let writes = Kind.names(stage.kind, api: stage.api, stage: stage.stage)
        return AWSEvent.outcome(event.change(stage.kind, stage.id, .modify, writes))
    }

    /// The answer describes the stage. A REST request is a list of edits by path, which is not carried out here.
    private static func update(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let stage = stage(event) else { return .blind([]) }
        let shapes = event.shapes
        let property = Kind.log(of: stage.kind)
        if event.answer("stageName") != nil {
            let value = Kind.accessLog(event.answer("accessLogSettings"), shapes)
            return AWSEvent.outcome(event.change(stage.kind, stage.id, writes: .set(property, value)))
        }
        if let given = shapes.member(input(event), "accessLogSettings") {
            let value = Kind.accessLog(given, shapes)
            return AWSEvent.outcome(event.change(stage.kind, stage.id, writes: .set(property, value)))
        }
        let edits = shapes.items(shapes.member(input(event), "patchOperations"))
        let isAboutLog = edits.contains {
            shapes.text(shapes.member($0, "path"))?.hasPrefix("/accessLogSettings") ?? true
        }
        if !isAboutLog || edits.isEmpty && stage.kind == Kind.stage {
            return .irrelevant(.noGovernedProperty)
        }
        return AWSEvent.outcome(event.change(stage.kind, stage.id, writes: .unknown(property)))
    }
}
