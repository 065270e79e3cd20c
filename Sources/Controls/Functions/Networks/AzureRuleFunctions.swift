internal import Expressions
internal import JSONTokens

/// Rules of Azure network security groups, as the property securityRules holds them.
enum AzureRuleFunctions {
    static let group = FunctionGroup(
        "Network security groups of Azure", [openRules, allowsInternet, deniesInternet, coversPort])

    private static let rule = KindTypes.elementType(
        of: "Microsoft.Network/networkSecurityGroups", "securityRules")

    private static func text(_ priority: Int, _ access: String, _ source: String) -> String {
        "{'priority': \(priority), 'access': '\(access)', 'direction': 'Inbound', 'protocol': '*', "
            + "'sourceAddressPrefix': '\(source)', 'sourcePortRange': '*', 'destinationAddressPrefix': '*', "
            + "'destinationPortRange': '20-25'}"
    }

    private static let openRules = CloudFunction(
        "rules.openToInternet(protocols, ports)",
        """
        The inbound rules that let the internet reach one of the ports over one of the protocols, alone or together. The \
        sources `*`, `Any` and `Internet` are everything, other service tags nothing; prefixes and ranges count alone \
        and in lists. Rules are asked by rising priority, so that a denial of every destination shadows later rules for \
        the addresses that it names.
        """,
        examples: [
            ("dyn([\(text(100, "Allow", "Internet"))]).openToInternet(['tcp'], [22]).size()", "1"),
            (
                "dyn([\(text(100, "Allow", "*")), \(text(90, "Deny", "*"))]).openToInternet(['tcp'], [22])",
                "[]"
            ),
            (
                "dyn([\(text(100, "Allow", "*")), \(text(110, "Deny", "*"))]).openToInternet(['tcp'], [22]).size()",
                "1"
            ),
            ("dyn([\(text(100, "Allow", "VirtualNetwork"))]).openToInternet(['tcp'], [22])", "[]"),
        ],
        FunctionDeclaration(
            method: "openToInternet", on: .list(rule), [.list(.string), .list(.int)], returns: .list(rule),
            .general(open)))

    private static let allowsInternet = CloudFunction(
        "rule.allowsInternet()",
        "True for an inbound rule that allows a source as wide as the internet, alone or in a list.",
        examples: [("dyn(\(text(100, "Allow", "0.0.0.0/0"))).allowsInternet()", "true")],
        FunctionDeclaration(
            method: "allowsInternet", on: rule, returns: .bool,
            .unary { reading($0) { $0.isInbound && $0.isAllow && $0.isFromInternet } }))

    private static let deniesInternet = CloudFunction(
        "rule.deniesInternet()", "True for an inbound rule that denies the internet every destination.",
        examples: [("dyn(\(text(100, "Deny", "*"))).deniesInternet()", "true")],
        FunctionDeclaration(
            method: "deniesInternet", on: rule, returns: .bool,
            .unary { reading($0) { $0.isInbound && $0.isDenyOfAllTargets && $0.isFromInternet } }))

    private static let coversPort = CloudFunction(
        "rule.coversPort(protocol, port)",
        """
        True if the rule's protocol is the given one or every one, and one of its destination ranges contains the port.
        """,
        examples: [
            ("dyn(\(text(100, "Allow", "*"))).coversPort('tcp', 22)", "true"),
            ("dyn(\(text(100, "Allow", "*"))).coversPort('tcp', 26)", "false"),
        ],
        FunctionDeclaration(
            method: "coversPort", on: rule, [.string, .int], returns: .bool,
            .general { arguments in
                reading(arguments[0]) {
                    $0.covers(ProtocolName(arguments[1].readText), arguments[2].readInt ?? -1)
                }
            }))

    private static func reading(_ rule: Value, _ body: (AzureRule) -> Bool) -> Value {
        .bool(rule.view.map { body(AzureRule(view: $0)) } ?? false)
    }

    private static func open(_ arguments: [Value]) -> Value {
        let rules = arguments[0].elementViews.map { AzureRule(view: $0) }
        let order = rules.indices.filter {
            rules[$0].isInbound && (rules[$0].isAllow || rules[$0].isDenyOfAllTargets)
        }
        .sorted { (rules[$0].priority, $0) < (rules[$1].priority, $1) }
        var open: Set<Int> = []
        for family in [AddressRanges.Family.v4, .v6] {
            let question = OpenRules(family, arguments[1], arguments[2])
            let places = question.places { name, port in
                let walk = order.filter { rules[$0].covers(name, port) }
                return FirstMatch.sources(
                    walk.map { place in
                        FirstMatch.Rule(
                            place: place, isAllow: rules[place].isAllow,
                            addresses: rules[place].sources(family))
                    }, isOrdered: true)
            }
            open.formUnion(places)
        }
        return .list(ListValue(open.sorted().map { .flat(rules[$0].view) }))
    }
}

/// A rule of an Azure network security group, read in place.
struct AzureRule {
    let view: FlatView

    var isInbound: Bool { text("direction") == "inbound" }
    var isAllow: Bool { text("access") == "allow" }
    var priority: Int64 { view.member("priority")?.int ?? 65_500 }

    /// True for a denial that holds for every destination and source port.
    var isDenyOfAllTargets: Bool {
        guard text("access") == "deny" else { return false }
        let ports = texts("sourcePortRange", "sourcePortRanges")
        let targets = texts("destinationAddressPrefix", "destinationAddressPrefixes")
        return (ports.isEmpty || ports.contains("*"))
            && targets.contains { ["*", "any", "0.0.0.0/0"].contains($0.lowercased()) }
    }

    /// True if one source, or all together, is the internet.
    var isFromInternet: Bool { sources(.v4).isInternet || sources(.v6).isInternet }

    /// The public addresses of the family that the rule is about. Service tags but `Internet` name none: they stand for the
    /// provider's own or for private networks.
    func sources(_ family: AddressRanges.Family) -> AddressRanges {
        var addresses = AddressRanges(family)
        for source in texts("sourceAddressPrefix", "sourceAddressPrefixes") {
            switch source.lowercased() {
            case "*", "any", "internet", "<nw>/0", "/0": return .everything(family)
            default:
                if let block = AddressBlock(source) { addresses.insert(block) }
            }
        }
        return addresses
    }

    /// True if the rule is about the protocol and port.
    func covers(_ wanted: ProtocolName, _ port: Int64) -> Bool {
        let name = text("protocol")
        guard name == "*" || name == "any" || ProtocolName(name) == wanted else { return false }
        return texts("destinationPortRange", "destinationPortRanges")
            .contains { PortRange($0)?.contains(port) ?? false }
    }

    private func text(_ name: String) -> String { view.member(name)?.string?.lowercased() ?? "" }

    private func texts(_ single: String, _ several: String) -> [String] {
        ((view.member(single)?.texts ?? []) + (view.member(several)?.texts ?? [])).filter { !$0.isEmpty }
    }
}
