import CloudModel
internal import JSONTokens

/// The account's password policy.
enum IAMAccountEvents {
    static let folds: [String: AWSFold] = [
        "DeleteAccountPasswordPolicy": .writes(AWSAccountKind.kind, AWSAccountKind.passwordPolicy) { event in
            .changes([AWSAccountKind.change(event, [.set(AWSAccountKind.passwordPolicy, .null)])])
        },
        "UpdateAccountPasswordPolicy": .writes(AWSAccountKind.kind, AWSAccountKind.passwordPolicy) { event in
            let value = PasswordPolicy.value(event.request, event.shapes)
            return .changes([AWSAccountKind.change(event, [.set(AWSAccountKind.passwordPolicy, value)])])
        },
    ]
}

/// The one form of a password policy. An update replaces the whole policy, and what it does not name falls to its
/// default.
enum PasswordPolicy {
    /// The policy that these fields describe.
    static func value(_ fields: Token?, _ shapes: AWSShapes) -> FlatValue {
        func flag(_ key: StaticString) -> FlatValue {
            FlatValue(shapes.bool(shapes.member(fields, key)) ?? false)
        }
        func number(_ key: StaticString) -> Int64 { shapes.int(shapes.member(fields, key)) ?? 0 }
        let length = number("minimumPasswordLength")
        var members: [(String, FlatValue)] = [
            ("MinimumPasswordLength", FlatValue(length == 0 ? 6 : length)),
            ("RequireSymbols", flag("requireSymbols")),
            ("RequireNumbers", flag("requireNumbers")),
            ("RequireUppercaseCharacters", flag("requireUppercaseCharacters")),
            ("RequireLowercaseCharacters", flag("requireLowercaseCharacters")),
            ("AllowUsersToChangePassword", flag("allowUsersToChangePassword")),
            ("HardExpiry", flag("hardExpiry")),
        ]
        // Zero means that the policy does not ask for it, as absence does.
        let age = number("maxPasswordAge")
        if age > 0 { members.append(("MaxPasswordAge", FlatValue(age))) }
        let reuse = number("passwordReusePrevention")
        if reuse > 0 { members.append(("PasswordReusePrevention", FlatValue(reuse))) }
        return FlatValue(map: members)
    }
}
