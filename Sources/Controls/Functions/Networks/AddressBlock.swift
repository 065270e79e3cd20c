internal import JSONTokens

/// A block of IP addresses as `203.0.113.0/24` or `2001:db8::/32` write it.
struct AddressBlock: Hashable {
    /// 4 or 16 bytes.
    let address: [UInt8]
    /// How many leading bits are fixed.
    let prefix: Int

    /// Reads a block; an address alone is a block of one. Nil if the text is neither.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2 else { return nil }
        let parsed = first.contains(":") ? AddressBlock.sixteen(first) : AddressBlock.four(first)
        guard let address = parsed else { return nil }
        self.address = address
        if parts.count == 1 {
            prefix = address.count * 8
        } else {
            guard let prefix = Int(parts[1]), (0...(address.count * 8)).contains(prefix) else { return nil }
            self.prefix = prefix
        }
    }

    /// True for a block of IPv4.
    var isIPv4: Bool { address.count == 4 }

    /// True if it holds more public addresses than any single owner does: as many as a prefix of 7 bits leaves of
    /// IPv4, or of 11 bits of IPv6. So neither half of everything passes for something small, and private space
    /// never counts.
    var isInternet: Bool {
        guard prefix < 12 else { return false }
        var ranges = AddressRanges(isIPv4 ? .v4 : .v6)
        ranges.insert(self)
        return ranges.isInternet
    }

    /// True if the text is a block as wide as the internet.
    static func isInternet(_ text: FlatView) -> Bool {
        if text.equals("0.0.0.0/0") || text.equals("::/0") { return true }
        // Most blocks are too small, which their last bytes tell.
        guard let prefix = prefix(of: text), prefix < 12 else { return false }
        return text.string.flatMap { AddressBlock($0)?.isInternet } ?? false
    }

    private static func four(_ text: Substring) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let bytes = parts.compactMap { part in part.utf8.allSatisfy(isDigit) ? UInt8(part) : nil }
        return bytes.count == 4 ? bytes : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func sixteen(_ text: Substring) -> [UInt8]? {
        guard let gap = text.firstRange(of: "::") else {
            let bytes = groups(text)
            return bytes?.count == 16 ? bytes : nil
        }
        guard let head = groups(text[..<gap.lowerBound]), let tail = groups(text[gap.upperBound...]),
            head.count + tail.count < 16
        else { return nil }
        return head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    private static func groups(_ text: Substring) -> [UInt8]? {
        if text.isEmpty { return [] }
        var bytes: [UInt8] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if part.contains("."), index == parts.count - 1 {
                guard let last = four(part) else { return nil }
                bytes += last
                continue
            }
            guard (1...4).contains(part.utf8.count), let group = UInt16(part, radix: 16) else { return nil }
            bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
        }
        return bytes
    }
}
