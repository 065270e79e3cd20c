/// Tells an IP address from a service's name, as both stand in the source address of cloud events.
enum InternetAddress {
    /// True for an IPv4 address in dotted form or an IPv6 address, as OCSF's `ip_t` takes them.
    static func isAddress(_ text: String) -> Bool {
        text.utf8.count <= 40 && (isVersion4(text[...]) || isVersion6(text))
    }

    private static func isVersion4(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ (48...57).contains($0) }),
                    let number = Int(part)
                else { return false }
                return number < 256 && (part.utf8.count == 1 || part.utf8.first != 48)
            }
    }

    private static func isVersion6(_ text: String) -> Bool {
        let groups = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (3...9).contains(groups.count) else { return false }
        var count = 0
        for (index, group) in groups.enumerated() where !group.isEmpty {
            if index == groups.count - 1, isVersion4(group) {
                count += 2
            } else {
                guard group.utf8.count <= 4, group.utf8.allSatisfy(isHexadecimal) else { return false }
                count += 1
            }
        }
        switch gaps(in: groups) {
        case 0: return count == 8
        case 1: return count < 8
        default: return false
        }
    }

    /// How many runs of left-out groups (`::`) there are; more than one for a stray colon.
    private static func gaps(in groups: [Substring]) -> Int {
        let isEmpty = groups.map(\.isEmpty)
        let last = isEmpty.count - 1
        var gaps = 0
        for index in 1..<last where isEmpty[index] { gaps += 1 }
        if isEmpty[0] && !isEmpty[1] { return 2 }
        if isEmpty[last] && !isEmpty[last - 1] { return 2 }
        return isEmpty[0] && isEmpty[last] && groups.count == 3 ? 1 : gaps
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
    }
}
