import CloudModel
internal import JSONTokens

/// Sign-ins to the console and what the root user does to its own access there.
enum SignInEvents {
    static let service = AWSService(
        folds: [
            "ConsoleLogin": .reaches(
                .writing(IAMKind.user, IAMKind.User.passwordLastUsed, IAMKind.User.passwordEnabled),
                .writing(AWSAccountKind.kind, AWSAccountKind.rootLastUsed, AWSAccountKind.rootPassword)
            ) { signedIn($0) },
            "EmailUpdated": .writes(AWSAccountKind.kind, AWSAccountKind.rootLastUsed) { event in
                .changes([AWSAccountKind.change(event, [used(event)])])
            },
            // Anybody can ask for it; what comes of it is an event of its own, or a mail.
            "PasswordRecoveryRequested": .writes(AWSAccountKind.kind) { event in
                .changes([AWSAccountKind.change(event, lifecycle: .touch, [])])
            },
            "PasswordUpdated": .writes(
                AWSAccountKind.kind, AWSAccountKind.rootLastUsed, AWSAccountKind.rootPassword
            ) { event in
                .changes([
                    AWSAccountKind.change(
                        event, [used(event), .set(AWSAccountKind.rootPassword, FlatValue(true))])
                ])
            },
        ],
        withoutEffect: [], kindWords: [], otherWords: [], touch: { _ in [] })

    private static func used(_ event: AWSEvent) -> PropertyWrite {
        .set(AWSAccountKind.rootLastUsed, FlatValue(event.time.rfc3339))
    }

    /// A failed attempt proves nothing, not even that there is such a user.
    private static func signedIn(_ event: AWSEvent) -> AWSFoldOutcome {
        guard event.shapes.text(event.answer("ConsoleLogin")) == "Success" else {
            return .irrelevant(.noGovernedProperty)
        }
        switch event.callingCredentialOwner {
        case .root:
            return .changes([
                AWSAccountKind.change(
                    event, [used(event), .set(AWSAccountKind.rootPassword, FlatValue(true))])
            ])
        case .user(let name):
            return .changes([
                event.iamChange(
                    IAMKind.user, name,
                    [
                        .set(IAMKind.User.passwordLastUsed, FlatValue(event.time.rfc3339)),
                        .set(IAMKind.User.passwordEnabled, FlatValue(true)),
                    ])
            ])
        case nil: return .irrelevant(.noGovernedProperty)
        }
    }
}
