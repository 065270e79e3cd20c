import CloudModel
internal import JSONTokens

/// The events of IAM Identity Center's instances.
enum SSOEvents {
    static let service = AWSService(
        folds: [
            "CreateInstance": .creates(kind) { event in
                onInstance(event, event.answer("instanceArn"), .create) {
                    let name = event.shapes.text(event.parameter("name"))
                    return [
                        .set(kind.property("Name"), name.map { FlatValue($0) } ?? .null),
                        .unknown(kind.property("Status")), event.createdTags(tags),
                    ]
                }
            },
            "DeleteInstance": .deletes(kind) { event in
                onInstance(event, event.parameter("instanceArn"), .delete) { [] }
            },
            // The console's switch: the instance that it makes is not named.
            "StartSSO": .writes(AWSAccountKind.kind) { event in
                .changes([AWSAccountKind.change(event, lifecycle: .touch, [])])
            },
            "TagResource": .writes(kind, tags) { event in
                tagged(event, ResourceTag.added(event.parameter("tags"), to: tags, event.shapes))
            },
            "UntagResource": .writes(kind, tags) { event in
                let keys = event.shapes.texts(event.parameter("tagKeys"), under: "tagKey")
                return tagged(event, ResourceTag.removed(keys: keys, from: tags))
            },
            "UpdateInstance": .writes(kind, kind.property("Name")) { event in
                onInstance(event, event.parameter("instanceArn"), .modify) {
                    let name = event.shapes.text(event.parameter("name"))
                    return name.map { [.set(kind.property("Name"), FlatValue($0))] } ?? []
                }
            },
        ],
        withoutEffect: [], kindWords: ["SSO"], otherWords: [], touch: { _ in [] })

    private static let kind = KindCatalog.kind("AWS::SSO::Instance")
    private static let tags = kind.property("Tags")

    private static func onInstance(
        _ event: AWSEvent, _ arn: Token?, _ lifecycle: ResourceChange.Lifecycle,
        _ writes: () -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        guard let arn = event.shapes.text(arn) else { return .blind([]) }
        let id = NativeID.resource(kind, account: event.account, region: event.region, id: arn)
        return .changes([AWSPendingChange(resource: id, lifecycle: lifecycle, writes: writes())])
    }

    private static func tagged(_ event: AWSEvent, _ writes: [PropertyWrite]) -> AWSFoldOutcome {
        let arn = event.parameter("resourceArn")
        guard let text = event.shapes.text(arn), AWSARN(text)?.resourceType == "instance" else {
            return .irrelevant(.notGoverned)
        }
        return onInstance(event, arn, .modify) { writes.isEmpty ? [.unknown(tags)] : writes }
    }
}
