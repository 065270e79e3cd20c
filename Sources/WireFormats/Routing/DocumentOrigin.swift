internal import CloudModel
internal import JSONTokens

/// Whose a document is, who acted, and when, as far as splitting needs it.
struct DocumentOrigin {
    /// The account that the document belongs to.
    private(set) var account: AccountKey?
    /// Who acted, as the cloud tells credentials apart; nil for a service of the cloud's own.
    private(set) var credential: String?
    /// The event time up to the hour.
    private(set) var hour: String?
    /// True for what controls must see although it only reads.
    private(set) var isAlwaysKept = false
    /// The envelope that the document cannot do without.
    private(set) var wrapping: EnvelopeWrapping?

    /// Reads the tape's document.
    init(_ tape: TokenTape, _ form: DocumentForm, _ facts: EnvelopeFacts) {
        switch form {
        case .cloudTrail: readCloudTrail(tape, facts)
        case .azureActivity: readAzure(AzureRecord(tape, tape.root))
        case .gcpAudit: readGoogle(tape)
        case .inventory: break
        }
    }

    private mutating func readCloudTrail(_ tape: TokenTape, _ facts: EnvelopeFacts) {
        let root = tape.root
        func text(_ key: StaticString) -> String? {
            let text = tape.string(tape.member(root, key))
            return text?.isEmpty == true ? nil : text
        }
        func identity(_ key: StaticString) -> String? { tape.string(tape.member(root, "userIdentity", key)) }
        let own = text("recipientAccountId")
        if let id = own ?? facts.account ?? identity("accountId") { account = AccountKey(.aws, id) }
        hour = (text("eventTime") ?? facts.time).map { String($0.prefix(13)) }
        credential = identity("accessKeyId") ?? identity("arn") ?? identity("principalId")
        let isRoot = identity("type") == "Root" || identity("arn")?.hasSuffix(":root") == true
        isAlwaysKept =
            isRoot || NewSession.isOpened(source: text("eventSource") ?? "", text("eventName") ?? "")
        let lacks = own == nil || text("awsRegion") == nil || text("eventTime") == nil
        if lacks, facts.account != nil || facts.region != nil || facts.time != nil {
            wrapping = EnvelopeWrapping(facts)
        }
    }

    private mutating func readAzure(_ record: AzureRecord) {
        let parts = (record.resourceID ?? "").split(separator: "/")
        if parts.count > 1, parts[0].lowercased() == "subscriptions" {
            account = AccountKey(.azure, String(parts[1]))
        } else if let tenant = record.tenantID {
            account = AccountKey("azure-tenant:" + tenant.lowercased())
        }
        credential = record.caller ?? record.identityText
        hour = record.time.map { String($0.prefix(13)) }
        isAlwaysKept = record.category?.lowercased().contains("signin") == true
    }

    private mutating func readGoogle(_ tape: TokenTape) {
        guard let payload = tape.member(tape.root, "protoPayload") else { return }
        let entry = GCPEntry(tape: tape, entry: tape.root, payload: payload)
        if let project = entry.project {
            account = AccountKey(.gcp, project)
        } else if let log = entry.logName {
            // organizations/123/logs/…, folders/456/logs/…, billingAccounts/…
            let parts = log.split(separator: "/")
            if parts.count > 1 { account = AccountKey("gcp-org:\(parts[0])/\(parts[1])") }
        }
        credential =
            tape.string(tape.member(payload, "authenticationInfo", "serviceAccountKeyName"))
            ?? tape.string(tape.member(payload, "authenticationInfo", "principalEmail"))
        hour = entry.time.map { String($0.prefix(13)) }
        isAlwaysKept =
            entry.serviceName == "login.googleapis.com"
            || entry.methodName?.hasSuffix("GenerateAccessToken") == true
    }
}

/// CloudTrail's calls that open a session or hand out credentials.
enum NewSession {
    private static let names: Set<String> = [
        "ConsoleLogin", "CredentialChallenge", "CredentialVerification", "SwitchRole", "ExitRole",
        "RenewRole",
        "CheckMfa", "Authenticate", "Federate", "Logout", "UserAuthentication", "GetFederationToken",
        "GetSessionToken", "GetRoleCredentials", "CreateToken",
    ]

    static func isOpened(source: String, _ name: String) -> Bool {
        source == "signin.amazonaws.com" || name.hasPrefix("AssumeRole") || names.contains(name)
    }
}
