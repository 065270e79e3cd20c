internal import JSONTokens

/// One statement of a policy.
struct PolicyStatement {
    var isAllow = false
    /// Whom it is about; nil where the statement names nobody, as in policies of identities.
    var principals: PolicyPrincipals?
    /// True if it is about everyone but these principals.
    var excludesPrincipals = false
    /// Patterns of actions in small letters.
    var actions: [String] = []
    /// True if it is about every action but these.
    var excludesActions = false
    /// Patterns of ARNs; nil where the statement names none, as in trust policies.
    var resources: [String]?
    /// True if it is about every resource but these.
    var excludesResources = false
    var conditions: [PolicyCondition] = []

    /// Reads a statement; keys may be written in any case.
    init(_ statement: FlatView) throws(PolicyError) {
        guard statement.tag == .map else { throw PolicyError(message: "a statement is no object") }
        var seen: Set<String> = []
        for (key, value) in statement.members {
            let name = key.lowercased()
            seen.insert(name)
            try read(name, value)
        }
        guard seen.contains("effect") else { throw PolicyError(message: "a statement has no Effect") }
        for part in ["principal", "action", "resource"]
        where seen.contains(part) && seen.contains("not" + part) {
            throw PolicyError(message: "a statement has both \(part) and not\(part)")
        }
        guard seen.contains("action") || seen.contains("notaction") else {
            throw PolicyError(message: "a statement has no Action")
        }
    }

    private mutating func read(_ name: String, _ value: FlatView) throws(PolicyError) {
        switch name {
        case "sid": break
        case "effect":
            isAllow = value.equals("Allow")
            guard isAllow || value.equals("Deny") else {
                throw PolicyError(message: "Effect is neither Allow nor Deny")
            }
        case "principal", "notprincipal":
            principals = try PolicyPrincipals(value)
            excludesPrincipals = name == "notprincipal"
        case "action", "notaction":
            actions = try PolicyStatement.list(value, name).map { $0.lowercased() }
            excludesActions = name == "notaction"
        case "resource", "notresource":
            resources = try PolicyStatement.list(value, name)
            excludesResources = name == "notresource"
        case "condition": conditions = try PolicyCondition.all(value)
        default: throw PolicyError(message: "a statement has an unknown element \(name)")
        }
    }

    /// AWS allows no longer ARN.
    private static let maximumNameLength = 2048

    private static func list(_ value: FlatView, _ name: String) throws(PolicyError) -> [String] {
        let texts = value.listed.compactMap(\.string)
        guard texts.count == value.listed.count, !texts.isEmpty else {
            throw PolicyError(message: "\(name) is neither a text nor a list of texts")
        }
        guard texts.allSatisfy({ $0.utf8.count <= maximumNameLength }) else {
            throw PolicyError(message: "\(name) is too long")
        }
        return texts
    }
}

extension PolicyStatement {
    /// True if it is about everyone, or about everyone but some.
    var namesEveryone: Bool {
        guard let principals else { return false }
        return excludesPrincipals || principals.isEveryone
    }

    /// True if it is about the action, which is written in small letters.
    func isAbout(action: String) -> Bool {
        actions.contains { Wildcard.matches($0, action) } != excludesActions
    }

    /// True if it is about the resource. A statement without resources is about the one that it hangs on.
    func isAbout(resource: String) -> Bool {
        guard let resources else { return true }
        return resources.contains { ResourceName.matches($0, resource) } != excludesResources
    }

    /// True if it is about every action.
    var coversEveryAction: Bool {
        !excludesActions
            && actions.contains { $0 == "*" || $0 == "*:*" || $0.utf8.allSatisfy { $0 == UInt8(ascii: "*") } }
    }

    /// True if it is about every resource.
    var coversEveryResource: Bool {
        guard let resources, !excludesResources else { return false }
        return resources.contains(where: ResourceName.isEverything)
    }

    /// True if it is about all that the other one is about, conditions and principals aside. Where the budget ends the
    /// answer is no.
    func reachesAll(of other: PolicyStatement, _ budget: inout ComparisonBudget) -> Bool {
        reaches(actions, excludesActions, other.actions, other.excludesActions, &budget, Wildcard.covers)
            && reaches(
                resources ?? ["*"], excludesResources, other.resources ?? ["*"], other.excludesResources,
                &budget, ResourceName.covers)
    }

    private func reaches(
        _ own: [String], _ isExcluding: Bool, _ others: [String], _ othersExcluding: Bool,
        _ budget: inout ComparisonBudget, _ covers: (String, String) -> Bool
    ) -> Bool {
        if isExcluding { return false }
        for other in othersExcluding ? ["*"] : others {
            var isCovered = false
            for pattern in own where !isCovered {
                guard budget.spend(pattern, other) else { return false }
                isCovered = covers(pattern, other)
            }
            if !isCovered { return false }
        }
        return true
    }
}

/// How much comparing of patterns a policy may take: enough for every policy that AWS stores, and an end for texts made to
/// take long.
struct ComparisonBudget {
    private var left = 4_000_000

    /// False if comparing the texts would take more than is left.
    mutating func spend(_ left: String, _ right: String) -> Bool {
        self.left -= 16 + left.utf8.count * right.utf8.count / 16
        return self.left >= 0
    }
}

/// Patterns of ARNs, whichever partition they name.
enum ResourceName {
    /// True if the pattern matches the ARN.
    static func matches(_ pattern: String, _ name: String) -> Bool {
        Wildcard.matches(withoutPartition(pattern), withoutPartition(name))
    }

    /// True if the pattern matches all that the other pattern matches.
    static func covers(_ pattern: String, _ other: String) -> Bool {
        Wildcard.covers(withoutPartition(pattern), withoutPartition(other))
    }

    /// True for `*` and for an ARN of nothing but stars after its partition.
    static func isEverything(_ pattern: String) -> Bool {
        guard pattern.hasPrefix("arn:") else { return isStars(pattern[...]) }
        let rest = pattern.dropFirst("arn:".count)
        return isStars(rest) || isStars(rest.drop { $0 != ":" })
    }

    private static func isStars(_ text: Substring) -> Bool {
        text.contains("*") && text.utf8.allSatisfy(isStarOrColon)
    }

    private static func isStarOrColon(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "*") || byte == UInt8(ascii: ":")
    }

    private static func withoutPartition(_ name: String) -> String {
        for partition in ["aws-cn", "aws-us-gov", "*"] where name.hasPrefix("arn:\(partition):") {
            return "arn:aws:" + name.dropFirst("arn:\(partition):".count)
        }
        return name
    }
}
