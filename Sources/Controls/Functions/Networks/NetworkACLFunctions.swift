internal import CloudModel
internal import Expressions
internal import JSONTokens

/// Entries of AWS network ACLs, as the property Entries holds them.
enum NetworkACLFunctions {
    static let group = FunctionGroup("Network ACLs of AWS", [openEntries(.v4), openEntries(.v6)])

    private static let entry = KindTypes.elementType(of: "AWS::EC2::NetworkAcl", "Entries")

    private static func openEntries(_ family: AddressRanges.Family) -> CloudFunction {
        let name = family == .v4 ? "entriesOpenToIPv4Internet" : "entriesOpenToIPv6Internet"
        let block = family == .v4 ? "'CidrBlock': '0.0.0.0/0'" : "'Ipv6CidrBlock': '::/0'"
        func entry(_ number: Int, _ action: String) -> String {
            "{'RuleNumber': \(number), 'Protocol': '-1', 'RuleAction': '\(action)', 'Egress': false, \(block)}"
        }
        return CloudFunction(
            "entries.\(name)(protocols, ports, isOrdered)",
            """
            The ingress entries that let the \(family == .v4 ? "IPv4" : "IPv6") internet reach one of the ports over one \
            of the protocols, alone or together. If `isOrdered` the first entry that matches decides, by rising rule \
            number, so that a denial shadows what comes after it; else every allowing entry counts.
            """,
            examples: [
                ("dyn([\(entry(100, "allow"))]).\(name)(['tcp'], [22], true).size()", "1"),
                ("dyn([\(entry(100, "allow")), \(entry(90, "deny"))]).\(name)(['tcp'], [22], true)", "[]"),
                (
                    "dyn([\(entry(100, "allow")), \(entry(90, "deny"))]).\(name)(['tcp'], [22], false).size()",
                    "1"
                ),
            ],
            declaration(name, family))
    }

    private static func declaration(_ name: String, _ family: AddressRanges.Family) -> FunctionDeclaration {
        var declaration = FunctionDeclaration(
            method: name, on: .list(entry), [.list(.string), .list(.int), .bool], returns: .list(entry),
            .general { arguments in
                let isOrdered =
                    if case .bool(true) = arguments[3] { true } else { false }
                return open(OpenRules(family, arguments[1], arguments[2]), arguments[0], isOrdered)
            })
        declaration.acceptsIncompleteLists = true
        return declaration
    }

    private static func open(_ question: OpenRules, _ list: Value, _ isOrdered: Bool) -> Value {
        // An entry that nobody has seen may be a denial before all others.
        if isOrdered, let missing = list.missingElements { return .unknown(missing) }
        let entries = list.elementViews.map { NetworkACLEntry(view: $0) }
        let order = entries.indices.filter { entries[$0].isIngress }
            .sorted { (entries[$0].number, $0) < (entries[$1].number, $1) }
        let places = question.places { name, port in
            let walk = order.filter { entries[$0].admits(name, port) }
            return FirstMatch.sources(
                walk.map { place in
                    FirstMatch.Rule(
                        place: place, isAllow: entries[place].isAllow,
                        addresses: entries[place].addresses(question.family))
                }, isOrdered: isOrdered)
        }
        if places.isEmpty, let missing = list.missingElements { return .unknown(missing) }
        return .list(ListValue(places.map { .flat(entries[$0].view) }))
    }
}

/// An entry of a network ACL, read in place.
struct NetworkACLEntry {
    let view: FlatView

    var isIngress: Bool { view.member("Egress")?.bool == false }
    var isAllow: Bool { view.member("RuleAction")?.string?.lowercased() == "allow" }
    var number: Int64 { view.member("RuleNumber")?.int ?? .max }

    /// True if the entry is about the port; protocol -1 is about every port, ICMP about none.
    func admits(_ wanted: ProtocolName, _ port: Int64) -> Bool {
        guard let given = view.member("Protocol") else { return false }
        if ProtocolName.isEvery(given) { return true }
        guard wanted.isNamed(by: given) else { return false }
        guard let first = view.member("FromPort")?.int, first >= 0 else { return true }
        return first <= port && port <= (view.member("ToPort")?.int ?? first)
    }

    func addresses(_ family: AddressRanges.Family) -> AddressRanges {
        var addresses = AddressRanges(family)
        let text = view.member(family == .v4 ? "CidrBlock" : "Ipv6CidrBlock")?.string
        if let block = text.flatMap({ AddressBlock($0) }) { addresses.insert(block) }
        return addresses
    }
}

/// Rules of which the first that matches an address decides.
enum FirstMatch {
    struct Rule {
        let place: Int
        let isAllow: Bool
        let addresses: AddressRanges
    }

    /// What each allowing rule opens; rules come in the order in which they are asked. Without order denials do not count.
    static func sources(_ rules: [Rule], isOrdered: Bool) -> [OpenRules.Source] {
        guard let first = rules.first else { return [] }
        var decided = AddressRanges(first.addresses.family)
        var sources: [OpenRules.Source] = []
        for rule in rules {
            if rule.isAllow {
                let addresses = isOrdered ? rule.addresses.subtracting(decided) : rule.addresses
                sources.append(OpenRules.Source(place: rule.place, addresses: addresses))
            } else {
                decided.formUnion(rule.addresses)
            }
        }
        return sources
    }
}
