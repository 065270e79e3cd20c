/// What is wrong with a role's trust policy: who may assume the role and should not be able to.
struct TrustReview {
    /// The problems in the order of the statements, each once.
    private(set) var problems: [String] = []

    private let document: PolicyDocument
    private var budget = ComparisonBudget()
    private let account: String
    private let trusted: Set<String>
    private let services: ServiceNames

    /// Reviews a trust policy.
    ///
    /// - Parameters:
    ///   - document: The policy.
    ///   - account: The account of the role.
    ///   - trusted: Other accounts that need no external id, because they are the owner's too.
    ///   - services: Services that assume roles on behalf of whoever calls them, and so must be bound to a source.
    init(_ document: PolicyDocument, account: String, trusted: [String], services: ServiceNames) {
        self.document = document
        self.account = account
        self.trusted = Set(trusted)
        self.services = services
        for (place, statement) in document.statements.enumerated()
        where statement.isAllow && TrustReview.canAssume(statement) {
            review(statement, "statement \(place + 1)")
        }
    }

    private static func canAssume(_ statement: PolicyStatement) -> Bool {
        ["sts:assumerole", "sts:assumerolewithsaml", "sts:assumerolewithwebidentity"]
            .contains { statement.isAbout(action: $0) }
    }

    private mutating func review(_ statement: PolicyStatement, _ place: String) {
        guard let principals = statement.principals else { return }
        if statement.excludesPrincipals {
            note("\(place): everyone but the named principals is trusted")
            return
        }
        for principal in principals.all {
            guard let problem = problem(principal, statement) else { continue }
            note("\(place): \(problem)")
        }
    }

    private mutating func note(_ problem: String) {
        if !problems.contains(problem) { problems.append(problem) }
    }

    private mutating func problem(_ principal: PolicyPrincipals.Principal, _ statement: PolicyStatement)
        -> String?
    {
        switch principal {
        case .everyone: return document.isPublic(statement, &budget) ? "everyone is trusted" : nil
        case .account(let id, let name):
            guard id != account, !trusted.contains(id), !statement.isBoundToPartner else { return nil }
            return "\(name) of another account is trusted without an external id"
        case .service(let name):
            guard services.contains(name), !statement.isScopedToSource else { return nil }
            return "\(name) is trusted for whichever account it acts"
        case .federated(let name): return FederatedTrust(name, statement).problem
        case .other: return nil
        }
    }
}

extension PolicyStatement {
    /// True if another account needs an external id, or belongs to a known organization.
    fileprivate var isBoundToPartner: Bool {
        let demanded = demandedKeys
        return conditions.contains { condition in
            switch condition.key {
            case "sts:externalid": condition.fixes(demanded: demanded)
            case "aws:principalorgid", "aws:principalorgpaths":
                NarrowingKeys.narrows(condition, demanded: demanded)
            default: false
            }
        }
    }
}

extension PolicyCondition {
    /// True if the key must be there and equal one of some texts without wildcards.
    func fixes(demanded: [String]) -> Bool {
        guard
            ["stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike"].contains(
                operation),
            !holdsWithoutKey || demanded.contains(key), !values.isEmpty
        else { return false }
        let hasWildcards = operation == "stringlike" || operation.hasPrefix("arn")
        return values.allSatisfy { !$0.isEmpty && !$0.contains("${") && !(hasWildcards && Wildcard.isIn($0)) }
    }
}
