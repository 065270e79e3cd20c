internal import JSONTokens

/// A rule of an AWS security group, read in place.
struct SecurityGroupRule {
    let view: FlatView

    /// True if the rule's protocol is the given one or every one, and its range contains the port. Types and codes of ICMP
    /// are no ports.
    func admits(_ wanted: String, _ port: Int64) -> Bool {
        guard let given = view.member("IpProtocol") else { return false }
        guard let text = given.string ?? given.texts.first else { return false }
        let name = SecurityGroupRule.protocolName(text)
        if name == "-1" { return true }
        guard name == SecurityGroupRule.protocolName(wanted) else { return false }
        let first = view.member("FromPort")?.int ?? -1
        let last = view.member("ToPort")?.int ?? -1
        // Without a range, and with -1, EC2 means every port.
        if first < 0 { return true }
        return first <= port && port <= (last < 0 ? first : last)
    }

    /// The prefix list that the rule points at.
    var prefixList: String? {
        (view.member("SourcePrefixListId") ?? view.member("DestinationPrefixListId"))?.string
    }

    /// The rule's block of the family.
    func block(_ family: AddressRanges.Family) -> FlatView? {
        view.member(family == .v4 ? "CidrIp" : "CidrIpv6")
    }

    static func protocolName(_ text: String) -> String {
        switch text {
        case "tcp", "6": "tcp"
        case "udp", "17": "udp"
        case "-1": "-1"
        default: text.lowercased() == "all" ? "-1" : text.lowercased()
        }
    }
}

extension AddressBlock {
    /// How long the prefix is at the end of the text, which is not read further; nil if there is none.
    static func prefix(of text: FlatView) -> Int? {
        let count = text.count
        for length in 1...3 {
            guard let byte = text.textByte(at: count - length - 1) else { return nil }
            guard byte == UInt8(ascii: "/") else { continue }
            var prefix = 0
            for place in (count - length)..<count {
                guard let digit = text.textByte(at: place), (0x30...0x39).contains(digit) else { return nil }
                prefix = prefix * 10 + Int(digit - 0x30)
            }
            return prefix
        }
        return nil
    }
}
