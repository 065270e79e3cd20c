internal import JSONTokens

/// Keys of conditions that say who asks or from where, and which of their values leave a known few.
enum NarrowingKeys {
    enum Meaning {
        case account, organization, resource, network, endpoint, user, service
    }

    /// What a key in small letters says; nil for one that narrows nothing (tags, times, transport, which anybody can have).
    static func meaning(of key: String) -> Meaning? {
        switch key {
        case "aws:principalaccount", "aws:sourceaccount", "aws:sourceowner", "kms:calleraccount",
            "s3:dataaccesspointaccount", "aws:resourceaccount", "aws:vpceaccount":
            .account
        case "aws:principalorgid", "aws:principalorgpaths", "aws:sourceorgid", "aws:sourceorgpaths",
            "aws:resourceorgid", "aws:vpceorgid", "aws:vpceorgpaths":
            .organization
        case "aws:principalarn", "aws:sourcearn", "s3:dataaccesspointarn", "aws:sourcevpcarn": .resource
        case "aws:sourceip", "aws:vpcsourceip": .network
        case "aws:sourcevpc", "aws:sourcevpce": .endpoint
        case "aws:userid": .user
        case "aws:principalservicename", "aws:principalservicenameslist": .service
        default: nil
        }
    }

    /// True if a request that satisfies the condition comes from a known few. `demanded` are keys that another condition
    /// demands to be there.
    static func narrows(_ condition: PolicyCondition, demanded: [String] = []) -> Bool {
        if condition.isNegated || (condition.holdsWithoutKey && !demanded.contains(condition.key)) {
            return false
        }
        if condition.key == "elasticfilesystem:accessedviamounttarget" {
            return condition.operation == "bool" && condition.values == ["true"]
        }
        return areFew(condition)
    }

    /// True if the condition's values leave a known few, or for a negated one leave out all but a known few.
    static func areFew(_ condition: PolicyCondition) -> Bool {
        guard let meaning = meaning(of: condition.key), !condition.values.isEmpty else { return false }
        let operation = condition.positiveOperation
        guard operations(of: meaning).contains(operation) else { return false }
        if meaning == .network { return AddressBlock.areFew(condition.values) }
        let hasWildcards = operation.hasSuffix("like") || operation == "arnequals"
        return condition.values.allSatisfy { isOne($0, meaning, condition.key, hasWildcards) }
    }

    private static func operations(of meaning: Meaning) -> [String] {
        switch meaning {
        case .network: ["ipaddress"]
        case .resource: ["stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike"]
        default: ["stringequals", "stringequalsignorecase", "stringlike"]
        }
    }

    private static func isOne(_ value: String, _ meaning: Meaning, _ key: String, _ hasWildcards: Bool)
        -> Bool
    {
        if value.isEmpty { return false }
        if value.contains("${") { return isOwn(value.lowercased(), key) }
        // Only the caller can be compared with whom the resource belongs to.
        if key == "aws:resourceaccount" || key == "aws:resourceorgid" { return false }
        if !hasWildcards || !Wildcard.isIn(value) { return true }
        switch meaning {
        case .organization: return !Wildcard.isIn(String(value.prefix { $0 != "/" })) && value.contains("/")
        case .resource: return isOneOwners(value)
        case .user: return !Wildcard.isIn(String(value.prefix { $0 != ":" })) && value.contains(":")
        case .account, .endpoint, .service, .network: return false
        }
    }

    /// Caller and resource have one owner.
    private static func isOwn(_ value: String, _ key: String) -> Bool {
        switch key {
        case "aws:principalaccount", "aws:sourceaccount": value == "${aws:resourceaccount}"
        case "aws:principalorgid", "aws:sourceorgid": value == "${aws:resourceorgid}"
        case "aws:resourceaccount": value == "${aws:principalaccount}"
        case "aws:resourceorgid": value == "${aws:principalorgid}"
        default: false
        }
    }

    /// True if every ARN that the pattern matches belongs to one account, or is one bucket's.
    private static func isOneOwners(_ pattern: String) -> Bool {
        let parts = pattern.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(
            String.init)
        guard parts.count == 6, parts[0] == "arn" else { return false }
        if !parts[4].isEmpty { return !Wildcard.isIn(parts[4]) }
        return parts[2] == "s3" && !Wildcard.isIn(String(parts[5].prefix { $0 != "/" }))
    }
}
