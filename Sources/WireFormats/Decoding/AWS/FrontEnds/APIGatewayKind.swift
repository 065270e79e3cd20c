import CloudModel
internal import JSONTokens

/// The schemas of APIs and stages, REST and HTTP, as the decoders write them.
enum APIGatewayKind {
    static let restAPI = KindCatalog.kind("AWS::ApiGateway::RestApi")
    static let api = KindCatalog.kind("AWS::ApiGatewayV2::Api")
    static let restStage = KindCatalog.kind("AWS::ApiGateway::Stage")
    static let restLog = restStage.property("AccessLogSetting")
    static let restTags = restStage.property("Tags")
    static let stage = KindCatalog.kind("AWS::ApiGatewayV2::Stage")
    static let log = stage.property("AccessLogSettings")
    static let tags = stage.property("Tags")

    /// The property that holds where a stage of this kind writes its access log.
    static func log(of kind: ResourceKind) -> PropertyID { kind == restStage ? restLog : log }

    /// What a stage's id says: its API and its own name.
    static func names(_ kind: ResourceKind, api: String, stage: String) -> [PropertyWrite] {
        let owner = kind == restStage ? "RestApiId" : "ApiId"
        return [
            .set(kind.property(owner), FlatValue(api)),
            .set(kind.property("StageName"), FlatValue(stage)),
        ]
    }

    /// Where a stage writes its access log; null for nowhere.
    @Sendable static func accessLog(_ settings: Token?, _ shapes: AWSShapes) -> FlatValue {
        guard let arn = shapes.text(shapes.member(settings, "destinationArn")) else { return .null }
        var members = [("DestinationArn", FlatValue(arn))]
        if let format = shapes.text(shapes.member(settings, "format")) {
            members.append(("Format", FlatValue(format)))
        }
        return FlatValue(map: members)
    }
}
