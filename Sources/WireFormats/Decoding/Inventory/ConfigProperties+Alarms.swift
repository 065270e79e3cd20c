import CloudModel
internal import JSONTokens

extension ConfigProperties {
    /// A policy as an object or as text; unknown if it cannot be read.
    func document(_ policy: Token, _ property: PropertyID) -> PropertyWrite {
        PolicyDocument.value(policy, shapes.tape).map { .set(property, $0) } ?? .unknown(property)
    }

    /// An alarm's body has the names of the API's parameters.
    func alarm() -> [PropertyWrite] {
        guard let configuration, shapes.member(configuration, "alarmName") != nil else {
            return tags(AlarmKind.tags)
        }
        return texts([(AlarmKind.name, ["alarmName"])]) + AlarmKind.definition(configuration, shapes)
            + tags(AlarmKind.tags)
    }

    /// A topic's body holds its attributes; its subscriptions are not there.
    func topic() -> [PropertyWrite] {
        var writes = texts([(TopicKind.arn, ["topicArn"])])
        if let policy = shapes.member(configuration, "policy") {
            writes.append(document(policy, TopicKind.policy))
        }
        return writes + tags(TopicKind.tags)
    }
}
