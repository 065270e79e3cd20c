import CloudModel
internal import JSONTokens

/// The schema of log groups, as the decoders write it.
enum LogGroupKind {
    static let kind = KindCatalog.kind("AWS::Logs::LogGroup")
    static let name = kind.property("LogGroupName")
    static let arn = kind.property("Arn")
    static let filters = kind.property("MetricFilters")
    static let tags = kind.property("Tags")

    /// The name behind a name or an ARN, whatever stands behind the group's name in it.
    static func name(_ text: String) -> String {
        guard let arn = AWSARN(text), arn.resource.hasPrefix("log-group:") else { return text }
        return arn.resource.dropFirst("log-group:".count).prefix { $0 != ":" }.description
    }

    /// What says which group it is.
    static func identity(_ id: ResourceID) -> [PropertyWrite] {
        [.set(name, FlatValue(id.nativeID)), .set(arn, FlatValue(id.fullName + ":*"))]
    }
}

/// The one form of metric filters.
enum MetricFilter {
    /// The filter that these fields describe; nil if they name none.
    static func element(_ fields: Token?, _ shapes: AWSShapes) -> SetElement? {
        guard let name = shapes.text(shapes.member(fields, "filterName")) else { return nil }
        let transformations = shapes.items(shapes.member(fields, "metricTransformations")).map {
            FlatValue(map: [
                ("MetricName", FlatValue(shapes.text(shapes.member($0, "metricName")) ?? "")),
                ("MetricNamespace", FlatValue(shapes.text(shapes.member($0, "metricNamespace")) ?? "")),
            ])
        }
        let value = FlatValue(map: [
            ("FilterName", FlatValue(name)),
            ("FilterPattern", FlatValue(shapes.text(shapes.member(fields, "filterPattern")) ?? "")),
            ("MetricTransformations", FlatValue(list: transformations)),
        ])
        return SetElement(value, id: name)
    }
}
