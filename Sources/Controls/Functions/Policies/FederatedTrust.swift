/// Trust in an identity provider: it must say for whom its tokens are made and whose they are.
struct FederatedTrust {
    private let name: String
    private let statement: PolicyStatement

    init(_ name: String, _ statement: PolicyStatement) {
        self.name = name
        self.statement = statement
    }

    /// What is wrong; nil if nothing is.
    var problem: String? {
        if name == "*" { return "every identity provider is trusted" }
        if name.contains(":saml-provider/") {
            return has("saml:aud", FederatedTrust.isSignInAddress)
                ? nil : "\(name) is trusted without a SAML audience"
        }
        let provider = host
        guard ["aud", "app_id"].contains(where: { has("\(provider):\($0)", FederatedTrust.isFixed) }) else {
            return "\(provider) is trusted without an audience"
        }
        // At these providers the audience is an application or identity pool of the owner's own.
        if FederatedTrust.applicationProviders.contains(provider) { return nil }
        let subjects = statement.conditions.filter { condition in
            FederatedTrust.subjectClaims.contains { condition.key == "\(provider):\($0)" }
        }
        let demanding = subjects.filter(isDemanding)
        if demanding.isEmpty { return "\(provider) is trusted without a subject" }
        if demanding.contains(where: { FederatedTrust.areOneOwners($0, provider) }) { return nil }
        return
            "\(provider) is trusted for subjects of any owner: \(demanding[0].values.joined(separator: ", "))"
    }

    /// The provider as its keys name it: the host name, and the path of issuers that have one.
    private var host: String {
        let marker = ":oidc-provider/"
        guard let place = name.firstRange(of: marker) else { return name.lowercased() }
        return name[place.upperBound...].lowercased()
    }

    private static let applicationProviders: Set<String> = [
        "accounts.google.com", "cognito-identity.amazonaws.com", "graph.facebook.com", "www.amazon.com",
    ]

    /// Claims that say whose a token is.
    private static let subjectClaims = [
        "sub", "repository", "repository_id", "repository_owner", "repository_owner_id", "job_workflow_ref",
        "organization_id", "project_id",
    ]

    private func isDemanding(_ condition: PolicyCondition) -> Bool {
        let operations = ["stringequals", "stringequalsignorecase", "stringlike"]
        return operations.contains(condition.operation) && !condition.values.isEmpty
            && (!condition.holdsWithoutKey || statement.demandedKeys.contains(condition.key))
    }

    /// True if a condition demands the key, with values that all satisfy the test.
    private func has(_ key: String, _ isGood: (String, Bool) -> Bool) -> Bool {
        statement.conditions.contains { condition in
            condition.key == key && isDemanding(condition)
                && condition.values.allSatisfy { isGood($0, condition.operation == "stringlike") }
        }
    }

    private static func isFixed(_ value: String, _ hasWildcards: Bool) -> Bool {
        !value.isEmpty && !value.contains("${") && !(hasWildcards && Wildcard.isIn(value))
    }

    /// The sign-in address of some region, in some partition.
    private static func isSignInAddress(_ value: String, _ hasWildcards: Bool) -> Bool {
        isFixed(value, hasWildcards) || (value.hasPrefix("https://") && value.contains("signin."))
    }

    /// True if all values of the condition name one owner each.
    private static func areOneOwners(_ condition: PolicyCondition, _ provider: String) -> Bool {
        let hasWildcards = condition.operation == "stringlike"
        let claim = condition.key.dropFirst(provider.utf8.count + 1)
        return condition.values.allSatisfy { value in
            if value.isEmpty || value.contains("${") { return false }
            if !hasWildcards || !Wildcard.isIn(value) { return true }
            return claim == "sub"
                ? namesOwner(value)
                : claim == "job_workflow_ref" || claim == "repository"
                    ? namesFirstPart(value[...], "/") : false
        }
    }

    /// True if a subject names its owner before its first wildcard: `repo:OWNER/...`, `organization:NAME:...`,
    /// `system:serviceaccount:NAMESPACE:...`, `org/ID/...`.
    private static func namesOwner(_ subject: String) -> Bool {
        for prefix in ["repo:", "project_path:", "organization:", "system:serviceaccount:", "org/", "o/"]
        where subject.hasPrefix(prefix) {
            return namesFirstPart(subject.dropFirst(prefix.count), "/:")
        }
        return namesFirstPart(subject[...], "/:")
    }

    /// True if the text has a part without wildcards, closed by one of the delimiters.
    private static func namesFirstPart(_ text: Substring, _ delimiters: String) -> Bool {
        let part = text.prefix { !delimiters.contains($0) }
        return !part.isEmpty && part.endIndex < text.endIndex && !Wildcard.isIn(String(part))
    }
}
