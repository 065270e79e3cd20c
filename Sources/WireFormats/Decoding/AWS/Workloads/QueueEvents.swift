import CloudModel
internal import JSONTokens

/// What is known of the events of SQS. Calls name a queue by its URL, which ends in owner and name.
enum QueueEvents {
    private static let kind = KindCatalog.kind("AWS::SQS::Queue")
    private static let statements = kind.property("PolicyStatements")
    private static let tags = kind.property("Tags")

    static let service = AWSService(
        folds: [
            "AddPermission": .writes(kind, statements) { event in on(event, .modify, permission(event)) },
            "CreateQueue": .creates(kind) { create($0) },
            "DeleteQueue": .deletes(kind) { on($0, .delete, []) },
            "RemovePermission": .writes(kind, statements) { event in
                let write: PropertyWrite =
                    event.text("label").map { .removeID(statements, id: $0) } ?? .unknown(statements)
                return on(event, .modify, [write])
            },
            "SetQueueAttributes": .writes(kind, statements) { event in
                let attributes = event.parameter("attributes")
                guard let policy = attributes.flatMap({ event.shapes.tape.memberIgnoringCase($0, "Policy") })
                else { return .irrelevant(.noGovernedProperty) }
                return on(event, .modify, [PolicyStatementSet.write(policy, to: statements, event.shapes)])
            },
            "TagQueue": .writes(kind, tags) { event in
                let writes = ResourceTag.added(event.parameter("tags"), to: tags, event.shapes)
                return on(event, .modify, writes.isEmpty ? [.unknown(tags)] : writes)
            },
            "UntagQueue": .writes(kind, tags) { event in
                let keys = event.shapes.texts(event.parameter("tagKeys"), under: "key")
                let writes = ResourceTag.removed(keys: keys, from: tags)
                return on(event, .modify, writes.isEmpty ? [.unknown(tags)] : writes)
            },
        ],
        withoutEffect: ["PurgeQueue"], kindWords: ["Queue"], otherWords: ["Message"],
        touch: { event in
            queue(event.text("queueUrl")).map { [event.change(kind, $0.name, .touch, owner: $0.owner)] } ?? []
        })

    private static func queue(_ url: String?) -> (name: String, owner: String?)? {
        guard let parts = url?.split(separator: "/").map(String.init), let name = parts.last else {
            return nil
        }
        let owner = parts.count > 1 ? parts[parts.count - 2] : ""
        return (name, owner.count == 12 && owner.allSatisfy(\.isNumber) ? owner : nil)
    }

    private static func on(
        _ event: AWSEvent, _ lifecycle: ResourceChange.Lifecycle, _ writes: [PropertyWrite]
    ) -> AWSFoldOutcome {
        AWSEvent.outcome(
            queue(event.text("queueUrl")).map {
                event.change(kind, $0.name, lifecycle, writes, owner: $0.owner)
            })
    }

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let name = event.text("queueName") ?? queue(shapes.text(event.answer("queueUrl")))?.name else {
            return .blind([])
        }
        let policy = shapes.member(event.parameter("attributes"), "Policy")
        return AWSEvent.outcome(
            event.change(
                kind, name, .create,
                [
                    .set(kind.property("QueueName"), FlatValue(name)),
                    policy.map { PolicyStatementSet.write($0, to: statements, shapes) }
                        ?? .replaceDefault(statements, []),
                    .replace(
                        tags, ResourceTag.elements(shapes.member(event.request, "tags", or: "tag"), shapes)),
                ]))
    }

    private static func permission(_ event: AWSEvent) -> [PropertyWrite] {
        let shapes = event.shapes
        let accounts = shapes.texts(event.parameter("aWSAccountIds"), under: "awsAccountId")
        let actions = shapes.texts(event.parameter("actions"), under: "action")
        guard let label = event.text("label"), let queue = queue(event.text("queueUrl")), !accounts.isEmpty,
            !actions.isEmpty
        else { return [.unknown(statements)] }
        let statement = PolicyStatementSet.statement(
            sid: label, principals: accounts.map { event.rootPrincipal(of: $0) },
            actions: actions.map { "SQS:" + $0 },
            resource: event.arn(kind, queue.name))
        return [.modify(statements, id: label, statement)]
    }
}

extension AWSEvent {
    /// The principal that stands for a whole account in policies.
    func rootPrincipal(of account: String) -> String {
        if account == "*" || account.hasPrefix("arn:") { return account }
        let partition = ResourceID.account(self.account, .aws, region: region).partition
        return "arn:\(partition):iam::\(account):root"
    }

    /// The ARN of a resource of the event's account and region.
    func arn(_ kind: ResourceKind, _ id: String) -> String {
        ResourceID(kind: kind, account: account, region: region, nativeID: id).fullName
    }
}
