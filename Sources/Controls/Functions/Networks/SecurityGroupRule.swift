internal import JSONTokens

/// A rule of an AWS security group, read in place.
struct SecurityGroupRule {
    let view: FlatView

    /// True if the rule's protocol is the given one or every one, and its range contains the port. Types and codes of ICMP
    /// are no ports.
    func admits(_ wanted: ProtocolName, _ port: Int64) -> Bool {
        guard let given = view.member("IpProtocol") else { return false }
        if ProtocolName.isEvery(given) { return true }
        guard wanted.isNamed(by: given) else { return false }
        // Without a range, and with -1, EC2 means every port.
        guard let first = view.member("FromPort")?.int, first >= 0 else { return true }
        if port < first { return false }
        let last = view.member("ToPort")?.int ?? -1
        return port <= (last < 0 ? first : last)
    }

    /// The prefix list that the rule points at.
    var prefixList: String? {
        (view.member("SourcePrefixListId") ?? view.member("DestinationPrefixListId"))?.string
    }

    /// The rule's block of the family.
    func block(_ family: AddressRanges.Family) -> FlatView? {
        view.member(family == .v4 ? "CidrIp" : "CidrIpv6")
    }
}

/// A protocol of the internet, by name or number.
enum ProtocolName: Equatable {
    case tcp, udp
    /// Any other one, in small letters.
    case other(String)

    init(_ text: String) {
        switch text.lowercased() {
        case "tcp", "6": self = .tcp
        case "udp", "17": self = .udp
        case let name: self = .other(name)
        }
    }

    /// True if the value of a rule names this protocol; no copy is made for the common ones.
    func isNamed(by value: FlatView) -> Bool {
        switch self {
        case .tcp: value.equals("tcp") || value.equals("6") || ProtocolName(value.texts.first ?? "") == .tcp
        case .udp: value.equals("udp") || value.equals("17") || ProtocolName(value.texts.first ?? "") == .udp
        case .other: ProtocolName(value.texts.first ?? "") == self
        }
    }

    /// True if the value of a rule stands for every protocol.
    static func isEvery(_ value: FlatView) -> Bool {
        if value.equals("-1") || value.int == -1 { return true }
        return value.count == 3 && value.string?.lowercased() == "all"
    }
}

extension AddressBlock {
    /// How long the prefix is at the end of the text, which is not read further; nil if there is none.
    static func prefix(of text: FlatView) -> Int? {
        text.trailingNumber(after: UInt8(ascii: "/"))
    }
}
