internal import CloudModel
internal import JSONTokens

/// Network security groups and their rules, which are part of the group.
enum AzureNetworkEvents {
    static let kind = KindCatalog.kind("Microsoft.Network/networkSecurityGroups")
    static let rules = kind.property("securityRules")

    /// What a rule's own body writes; nil if it cannot be read.
    static func ruleWrites(_ body: FlatView, name: String) -> [PropertyWrite]? {
        let spelled = BodyReading.text(BodyReading.member(body, "name"))
        let shown = spelled?.lowercased() == name.lowercased() ? spelled ?? name : name
        guard let element = element(name: shown, BodyReading.member(body, "properties")) else { return nil }
        return [.modify(rules, id: name.lowercased(), element)]
    }

    /// The rules of a list, or nil if one of them cannot be read.
    static func elements(_ list: FlatView) -> [SetElement]? {
        guard list.tag == .list else { return nil }
        var elements: [SetElement] = []
        for rule in list.elements {
            guard let name = BodyReading.text(BodyReading.member(rule, "name")),
                let value = element(name: name, BodyReading.member(rule, "properties") ?? rule)
            else { return nil }
            elements.append(SetElement(value, id: name.lowercased()))
        }
        return elements
    }

    /// One rule in canonical form, or nil without access and direction. Enumerated words get ARM's spelling, because ARM
    /// takes any case.
    private static func element(name: String, _ properties: FlatView?) -> FlatValue? {
        guard let properties, properties.tag == .map else { return nil }
        var members: [(String, FlatValue)] = [("name", FlatValue(name))]
        for (key, value) in properties.members {
            guard let field = fields[key.lowercased()] else { continue }
            switch field {
            case .word(let name, let spellings):
                guard let text = value.string else { return nil }
                members.append((name, FlatValue(spellings[text.lowercased()] ?? text)))
            case .number(let name):
                if let number = BodyReading.int(value) { members.append((name, FlatValue(number))) }
            case .text(let name):
                if let text = BodyReading.text(value) { members.append((name, FlatValue(text))) }
            case .texts(let name):
                guard let texts = BodyReading.texts(value), !texts.isEmpty else { continue }
                members.append((name, FlatValue(list: texts.map { FlatValue($0) })))
            }
        }
        let hasDecision = ["access", "direction"].allSatisfy { wanted in members.contains { $0.0 == wanted } }
        return hasDecision ? FlatValue(map: members) : nil
    }

    private enum Field {
        case word(String, [String: String])
        case number(String)
        case text(String)
        case texts(String)
    }

    private static let fields: [String: Field] = [
        "access": .word("access", ["allow": "Allow", "deny": "Deny"]),
        "direction": .word("direction", ["inbound": "Inbound", "outbound": "Outbound"]),
        "protocol": .word(
            "protocol", ["tcp": "Tcp", "udp": "Udp", "icmp": "Icmp", "esp": "Esp", "ah": "Ah", "any": "*"]),
        "priority": .number("priority"),
        "sourceaddressprefix": .text("sourceAddressPrefix"),
        "sourceaddressprefixes": .texts("sourceAddressPrefixes"),
        "sourceportrange": .text("sourcePortRange"),
        "sourceportranges": .texts("sourcePortRanges"),
        "destinationaddressprefix": .text("destinationAddressPrefix"),
        "destinationaddressprefixes": .texts("destinationAddressPrefixes"),
        "destinationportrange": .text("destinationPortRange"),
        "destinationportranges": .texts("destinationPortRanges"),
    ]
}
