/// Who may post profiles and decide about them.
extension SettingsKey {
    static let oidcIssuer = SettingsKey(
        "http.oidc_issuer", .text,
        "Whose tokens (OpenID Connect) tell callers apart; without it profiles are taken on a loopback address only, from anybody."
    )
    static let oidcAudience = SettingsKey(
        "http.oidc_audience", .text, "What a token's `aud` must name; needed with `http.oidc_issuer`.")
    static let oidcKeys = SettingsKey(
        "http.oidc_keys", .text, note: "what the issuer's /.well-known/openid-configuration names",
        "The issuer's keys (JWKS): a file, or an https address.")
    static let oidcAuthority = SettingsKey(
        "http.oidc_ca_file", .path, note: "the system's",
        "Certificates that the issuer's must come from.")
    static let oidcRolesClaim = SettingsKey(
        "http.oidc_roles_claim", .text, standard: "roles",
        "Which claim holds the roles, as a list or as words; a path with dots goes into objects: realm_access.roles."
    )
    static let oidcEditorRole = SettingsKey(
        "http.oidc_editor_role", .text, standard: "plumbline-editor", "The role of those who post profiles.")
    static let oidcApproverRole = SettingsKey(
        "http.oidc_approver_role", .text, standard: "plumbline-approver",
        "The role of those who decide about profiles that others posted.")
}
