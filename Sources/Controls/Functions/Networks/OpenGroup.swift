internal import Expressions
internal import JSONTokens

/// The rules of a security group with what their blocks' prefixes tell: most groups have no wide block, and need no closer
/// look.
struct OpenGroup {
    private let family: AddressRanges.Family
    private let list: Value
    private let enough: UInt64
    /// True if a rule alone may be the internet.
    private var hasWide = false
    /// At most so many addresses do the other rules hold.
    private var sum: UInt64 = 0

    init(_ family: AddressRanges.Family, _ list: Value, maximumPublicPrefix: Int) {
        self.family = family
        self.list = list
        enough = AddressRanges.size(maximumPublicPrefix, family)
        if case .flat(let view) = list {
            for rule in view.elements { note(rule) }
        } else {
            for rule in list.elementViews { note(rule) }
        }
    }

    /// True if the rules cannot be the internet, neither alone nor together.
    var isNarrow: Bool { !hasWide && sum < enough }

    /// The rules that are open, and the prefix lists whose content would decide.
    func rules(_ question: OpenRules, prefixLists: FlatView?) -> ([FlatView], UnknownSet?) {
        let rules = list.elementViews
        let candidates = rules.indices.filter { place in
            let size = largest(rules[place])
            return size >= enough || (size > 0 && sum >= enough)
        }
        var unknown: [String] = []
        let places = question.places { name, port in
            candidates.compactMap { place in
                let rule = SecurityGroupRule(view: rules[place])
                guard rule.admits(name, port) else { return nil }
                guard let addresses = addresses(rule, prefixLists) else {
                    unknown.append(OpenGroup.text(of: rule.prefixList ?? ""))
                    return nil
                }
                return OpenRules.Source(place: place, addresses: addresses)
            }
        }
        return (places.map { rules[$0] }, unknown.isEmpty ? nil : UnknownSet(unknown))
    }

    /// What is unknown about a rule that points at the prefix list.
    static func content(of list: String) -> UnknownSet { UnknownSet(text(of: list)) }

    private static func text(of list: String) -> String { "the content of prefix list \(list)" }

    private mutating func note(_ rule: FlatView) {
        let size = largest(rule)
        if size >= enough {
            hasWide = true
        } else {
            sum = sum.addingReportingOverflow(size).overflow ? .max : sum + size
        }
    }

    /// At most so many addresses does the rule hold. A rule has a block or a prefix list, not both.
    private func largest(_ rule: FlatView) -> UInt64 {
        guard let block = rule.member(family == .v4 ? "CidrIp" : "CidrIpv6") else {
            return SecurityGroupRule(view: rule).prefixList == nil ? 0 : .max
        }
        guard let prefix = AddressBlock.prefix(of: block) else { return 1 }
        return AddressRanges.size(prefix, family)
    }

    private func addresses(_ rule: SecurityGroupRule, _ prefixLists: FlatView?) -> AddressRanges? {
        var addresses = AddressRanges(family)
        if let block = rule.block(family) {
            if block.equals("0.0.0.0/0") || block.equals("::/0") { return .everything(family) }
            if let block = block.string.flatMap({ AddressBlock($0) }) { addresses.insert(block) }
        } else if let list = rule.prefixList {
            guard let blocks = prefixLists?.member(list) else { return nil }
            for block in blocks.texts.compactMap({ AddressBlock($0) }) { addresses.insert(block) }
        }
        return addresses
    }
}
