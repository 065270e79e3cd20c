/// Whose tokens are believed and which roles count.
public struct AccessSettings: Sendable, Hashable {
    /// Which tokens are believed.
    let verifier: TokenVerifier
    /// Where the issuer's keys come from.
    let keys: KeySource
    /// The role of those who post documents.
    let editorRole: String
    /// The role of those who decide about what others posted.
    let approverRole: String

    /// The roles any of which is enough.
    func roles(for duty: AccessGate.Duty) -> [String] {
        switch duty {
        case .propose: [editorRole]
        case .approve: [approverRole]
        case .look: [editorRole, approverRole]
        }
    }
}

extension AccessSettings {
    private static let all: [SettingsKey] = [
        .oidcAudience, .oidcKeys, .oidcAuthority, .oidcRolesClaim, .oidcEditorRole, .oidcApproverRole,
    ]

    /// What the settings say; nil if they name no issuer.
    static func read(_ file: SettingsReader) throws(RuntimeFailure) -> AccessSettings? {
        guard let issuer = try file.text(.oidcIssuer), !issuer.isEmpty else {
            if let lost = all.first(where: file.isGiven) {
                throw file.refusal(lost, "it counts with http.oidc_issuer only, which is missing")
            }
            return nil
        }
        guard let audience = try file.text(.oidcAudience), !audience.isEmpty else {
            throw file.refusal(
                .oidcIssuer, "http.oidc_audience is missing",
                "without it, tokens that the issuer made for other programs would count here")
        }
        return AccessSettings(
            verifier: TokenVerifier(
                issuer: issuer, audience: audience, rolesClaim: try file.text(.oidcRolesClaim) ?? ""),
            keys: KeySource(place: try place(file, issuer), authority: try file.path(.oidcAuthority)),
            editorRole: try file.text(.oidcEditorRole) ?? "",
            approverRole: try file.text(.oidcApproverRole) ?? "")
    }

    private static func place(
        _ file: SettingsReader, _ issuer: String
    ) throws(RuntimeFailure) -> KeySource.Place {
        let secure = "an address with https:// was expected"
        guard let keys = try file.text(.oidcKeys) else {
            guard issuer.hasPrefix("https://") else {
                throw file.refusal(.oidcIssuer, secure, "or name a file with its keys as http.oidc_keys")
            }
            return .discovery(issuer: issuer)
        }
        if keys.hasPrefix("https://") { return .address(keys) }
        if keys.contains("://") { throw file.refusal(.oidcKeys, secure + ", or a file") }
        return .file(try file.path(.oidcKeys) ?? keys)
    }
}
