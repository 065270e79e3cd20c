import CloudModel
internal import JSONTokens

/// The events of console passwords and MFA devices.
enum IAMPasswordEvents {
    static let folds: [String: AWSFold] = [
        "ChangePassword": .reaches(passwordReach, rootReach) { event in
            password(event, event.callingCredentialOwner, isEnabled: true, changed(event))
        },
        "CreateLoginProfile": .reaches(passwordReach, rootReach) { event in
            password(event, event.credentialOwner, isEnabled: true, changed(event))
        },
        "DeleteLoginProfile": .reaches(passwordReach, rootReach) { event in
            password(
                event, event.credentialOwner, isEnabled: false, .set(IAMKind.User.passwordLastChanged, .null))
        },
        "UpdateLoginProfile": .reaches(passwordReach, rootReach) { event in
            // The call may only ask for a new password at the next sign-in; passwords are never shown.
            password(
                event, event.credentialOwner, isEnabled: true, .unknown(IAMKind.User.passwordLastChanged))
        },
    ]

    private static let passwordReach = FoldReach.writing(
        IAMKind.user, IAMKind.User.passwordEnabled, IAMKind.User.passwordLastChanged)
    private static let rootReach = FoldReach.writing(AWSAccountKind.kind, AWSAccountKind.rootPassword)

    private static func changed(_ event: AWSEvent) -> PropertyWrite {
        .set(IAMKind.User.passwordLastChanged, FlatValue(event.time.rfc3339))
    }

    private static func password(
        _ event: AWSEvent, _ owner: IAMCredentialOwner?, isEnabled: Bool, _ lastChanged: PropertyWrite
    ) -> AWSFoldOutcome {
        switch owner {
        case .root:
            return .changes([
                AWSAccountKind.change(event, [.set(AWSAccountKind.rootPassword, FlatValue(isEnabled))])
            ])
        case .user(let name):
            let writes = [.set(IAMKind.User.passwordEnabled, FlatValue(isEnabled)), lastChanged]
            return .changes([event.iamChange(IAMKind.user, name, writes)])
        case nil: return .blind([])
        }
    }
}
