import CloudModel
internal import JSONTokens

/// A type of CloudFormation's whose resources are elements of another resource here: a metric filter of its log group, a
/// subscription of its topic.
struct ResourcePart {
    /// The kind that it is a part of.
    let whole: ResourceKind
    private let form: Form

    private enum Form {
        case metricFilter
        case subscription
    }

    /// The part with this type name, or nil.
    init?(_ typeName: String) {
        switch typeName {
        case "AWS::Logs::MetricFilter": (whole, form) = (LogGroupKind.kind, .metricFilter)
        case "AWS::SNS::Subscription": (whole, form) = (TopicKind.kind, .subscription)
        default: return nil
        }
    }

    /// What a record of one says of the resource that it is a part of: that it exists and has this element, or that a
    /// reading did not find it. A record says nothing of other elements.
    func change(
        _ id: String, _ properties: Token?, _ shapes: AWSShapes, account: AccountKey, region: String,
        cause: CauseRecord, isGone: Bool
    ) throws(DecodingFailure) -> ResourceChange {
        let (name, element, property) = try element(id, properties, shapes, isGone: isGone)
        let resource = NativeID.resource(whole, account: account, region: region, id: name)
        let write =
            isGone
            ? PropertyWrite.removeID(property, id: element.id ?? "") : .insert(property, element)
        return ResourceChange(
            resource: resource, cause: cause, writes: ResourceIdentity.writes(resource) + [write])
    }

    private func element(
        _ id: String, _ properties: Token?, _ shapes: AWSShapes, isGone: Bool
    ) throws(DecodingFailure) -> (whole: String, element: SetElement, property: PropertyID) {
        switch form {
        case .metricFilter:
            // CloudFormation's id: the group's name, a bar, the filter's name.
            let parts = id.split(separator: "|", maxSplits: 1).map(String.init)
            let group = shapes.text(shapes.member(properties, "logGroupName")) ?? parts[0]
            let gone = SetElement(.null, id: parts.count == 2 ? parts[1] : id)
            guard let element = isGone ? gone : MetricFilter.element(properties, shapes) else {
                throw DecodingFailure("missing-field", "properties.FilterName")
            }
            return (group, element, LogGroupKind.filters)
        case .subscription:
            guard let element = TopicKind.subscription(id), let colon = id.lastIndex(of: ":") else {
                throw DecodingFailure("bad-value", "id")
            }
            return (String(id[..<colon]), element, TopicKind.subscriptions)
        }
    }
}
