internal import CloudModel
internal import JSONTokens

/// Who called, from the claims of the token and the evidence of the authorisation. Keeps names and ids, no tokens.
enum AzureActors {
    private static let objectID = "http://schemas.microsoft.com/identity/claims/objectidentifier"
    private static let tenantID = "http://schemas.microsoft.com/identity/claims/tenantid"
    private static let principalName = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn"

    /// The principal, or nil if the record names none.
    static func actor(_ record: AzureRecord, _ authorization: FlatView?) -> Actor? {
        let claims = record.claims
        let evidence = authorization?.member("evidence")
        func claim(_ key: String) -> String? { BodyReading.text(claims?.view.member(key)) }
        func proof(_ key: String) -> String? { BodyReading.text(evidence?.member(key)) }
        let application = claim("appid")
        let caller = record.caller ?? record.identityText
        let name =
            claim(principalName) ?? caller.flatMap { $0.contains("@") ? $0 : nil } ?? claim("name") ?? ""
        guard
            let id = claim(objectID) ?? proof("principalId") ?? caller ?? claim(principalName)
                ?? claim("name") ?? application
        else { return nil }
        var chain: [String] = []
        if let role = proof("role") { chain.append("role:" + role) }
        if let application, application != id { chain.append("application:" + application) }
        return Actor(
            type: proof("principalType") ?? type(claim("idtyp"), name, application), id: id, name: name,
            account: claim(tenantID) ?? "", chain: chain)
    }

    private static func type(_ word: String?, _ name: String, _ application: String?) -> String {
        switch word {
        case "user": "User"
        case "app": "ServicePrincipal"
        default: name.isEmpty && application != nil ? "ServicePrincipal" : "User"
        }
    }
}
