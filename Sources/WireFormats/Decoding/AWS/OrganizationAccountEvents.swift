import CloudModel
internal import JSONTokens

/// Accounts that come into an organisation, move in it and leave it.
enum OrganizationAccountEvents {
    static let folds: [String: AWSFold] = [
        "AcceptHandshake": .reaches(
            .writing(OrganizationKind.organization), .creation(of: kind),
            .writing(AWSAccountKind.kind, AWSAccountKind.manager)
        ) { accepted($0) },
        "CloseAccount": .writes(kind, OrganizationKind.status) { event in
            onAccount(event) { [.set(OrganizationKind.status, FlatValue("PENDING_CLOSURE"))] }
        },
        // Making an account takes minutes; its result is an event of its own.
        "CreateAccount": OrganizationsEvents.touching(),
        "CreateAccountResult": .creates(kind) { created($0) },
        "CreateGovCloudAccount": OrganizationsEvents.touching(),
        "InviteAccountToOrganization": OrganizationsEvents.touching(),
        "LeaveOrganization": .reaches(
            .deletion(of: OrganizationKind.organization),
            .writing(AWSAccountKind.kind, AWSAccountKind.manager)
        ) { event in
            .changes([
                OrganizationKind.change(event, lifecycle: .delete, []),
                AWSAccountKind.change(event, [.set(AWSAccountKind.manager, .null)]),
            ])
        },
        "MoveAccount": .writes(kind, OrganizationKind.parent) { event in
            onAccount(event) { [parent(event.shapes.text(event.parameter("destinationParentId")))] }
        },
        "RemoveAccountFromOrganization": .deletes(kind) { event in onAccount(event, .delete) { [] } },
    ]

    private static let kind = OrganizationKind.account

    private static func onAccount(
        _ event: AWSEvent, _ lifecycle: ResourceChange.Lifecycle = .modify, _ writes: () -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        guard let id = event.shapes.text(event.parameter("accountId")) else { return .blind([]) }
        return .changes([OrganizationKind.change(event, kind, id, lifecycle, writes())])
    }

    private static func parent(_ id: String?) -> PropertyWrite {
        id.map { .set(OrganizationKind.parent, FlatValue($0)) } ?? .unknown(OrganizationKind.parent)
    }

    /// An invitation that was accepted. It is recorded in the account that accepts: the handshake's ARN names the account that
    /// manages the organisation which that one is in from then on.
    private static func accepted(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let handshake = event.answer("handshake")
        let touch = AWSFoldOutcome.changes([OrganizationKind.change(event, lifecycle: .touch, [])])
        guard let arn = shapes.text(shapes.member(handshake, "arn")).flatMap({ AWSARN($0) }),
            shapes.text(shapes.member(handshake, "action")) ?? "INVITE" == "INVITE"
        else { return touch }
        let parties = shapes.items(shapes.member(handshake, "parties"))
        func party(_ type: StaticString) -> String? {
            let found = parties.first {
                shapes.member($0, "type").map { shapes.tape.equals($0, type) } ?? false
            }
            return found.flatMap { shapes.text(shapes.member($0, "id")) }
        }
        if arn.account == event.accountID {
            guard let member = party("ACCOUNT") else { return touch }
            return .changes([OrganizationKind.change(event, kind, member, .create, [])])
        }
        return .changes([
            AWSAccountKind.change(event, [.set(AWSAccountKind.manager, FlatValue(arn.account))])
        ])
    }

    /// A new account lies under the root, whose id the event does not say.
    private static func created(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let details = shapes.member(event.root, "serviceEventDetails")
        let status = shapes.member(details, "createAccountStatus")
        guard shapes.text(shapes.member(status, "state")) == "SUCCEEDED" else {
            return .irrelevant(.noGovernedProperty)
        }
        guard let id = shapes.text(shapes.member(status, "accountId")) else {
            return .changes([OrganizationKind.change(event, lifecycle: .touch, [])])
        }
        let name = shapes.text(shapes.member(status, "accountName"))
        let nameWrite: PropertyWrite =
            name.map { .set(OrganizationKind.accountName, FlatValue($0)) }
            ?? .unknown(OrganizationKind.accountName)
        return .changes([
            OrganizationKind.change(
                event, kind, id, .create,
                [
                    nameWrite, .set(OrganizationKind.status, FlatValue("ACTIVE")),
                    .unknown(OrganizationKind.parent), .unknown(kind.property("Tags")),
                ])
        ])
    }
}
