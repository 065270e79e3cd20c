/// An internet address of either family.
public struct IPAddress: Hashable, Sendable {
    /// True for the sixth version, false for the fourth.
    public let isVersion6: Bool
    /// The address as a number; of the fourth version the low 32 bits.
    public let bits: UInt128

    /// The address of that number.
    public init(isVersion6: Bool, bits: UInt128) {
        self.isVersion6 = isVersion6
        self.bits = bits
    }

    /// Reads dotted decimal or RFC 4291 hexadecimal; nil if it is neither. Zones and dotted ends of addresses
    /// of the sixth version are refused, since they hide which address is meant.
    public init?(text: String) {
        let bits = text.utf8.contains(UInt8(ascii: ":")) ? Self.version6(text) : Self.version4(text)
        guard let bits else { return nil }
        self.init(isVersion6: text.utf8.contains(UInt8(ascii: ":")), bits: bits)
    }

    /// The address of the fourth version that an address like `::ffff:c0a8:1` maps; any other address itself.
    public var unmapped: IPAddress {
        guard isVersion6, bits >> 32 == 0xFFFF else { return self }
        return IPAddress(isVersion6: false, bits: bits & 0xFFFF_FFFF)
    }

    /// How many bits an address of the family has.
    public var width: Int { isVersion6 ? 128 : 32 }

    private static func version4(_ text: String) -> UInt128? {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bits: UInt128 = 0
        for part in parts {
            let isPlain = (1...3).contains(part.count) && part.allSatisfy { Lexer.isDigit($0) }
            guard isPlain, part.count == 1 || part.first != UInt8(ascii: "0"),
                let octet = UInt8(Substring(part))
            else { return nil }
            bits = bits << 8 | UInt128(octet)
        }
        return bits
    }

    private static func version6(_ text: String) -> UInt128? {
        let pieces = Array(text.utf8).split(at: [UInt8(ascii: ":"), UInt8(ascii: ":")])
        guard pieces.count <= 2, let head = groups(pieces[0]) else { return nil }
        guard pieces.count == 2 else { return head.count == 8 ? joined(head) : nil }
        guard let tail = groups(pieces[1]), head.count + tail.count < 8 else { return nil }
        return joined(head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail)
    }

    private static func groups(_ text: ArraySlice<UInt8>) -> [UInt16]? {
        if text.isEmpty { return [] }
        var groups: [UInt16] = []
        for part in text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false) {
            guard (1...4).contains(part.count), part.allSatisfy({ Lexer.hexadecimal($0) != nil }),
                let group = UInt16(String(decoding: part, as: UTF8.self), radix: 16)
            else { return nil }
            groups.append(group)
        }
        return groups
    }

    private static func joined(_ groups: [UInt16]) -> UInt128 {
        groups.reduce(0) { $0 << 16 | UInt128($1) }
    }
}

extension Array where Element == UInt8 {
    /// The pieces around each place where the separator stands.
    fileprivate func split(at separator: [UInt8]) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = 0
        let search = TextSearch(separator)
        while let place = search.first(in: span, from: start) {
            pieces.append(self[start..<place])
            start = place + separator.count
        }
        return pieces + [self[start...]]
    }
}

extension IPAddress: CustomStringConvertible {
    /// The canonical text: dotted decimal, or hexadecimal as RFC 5952 has it.
    public var description: String {
        guard isVersion6 else {
            return [24, 16, 8, 0].map { String(UInt8(truncatingIfNeeded: bits >> UInt128($0))) }
                .joined(separator: ".")
        }
        let groups = (0..<8).map { UInt16(truncatingIfNeeded: bits >> UInt128(112 - 16 * $0)) }
        let texts = groups.map { String($0, radix: 16) }
        guard let zeros = Self.longestZeros(groups) else { return texts.joined(separator: ":") }
        return texts[..<zeros.lowerBound].joined(separator: ":") + "::"
            + texts[zeros.upperBound...].joined(separator: ":")
    }

    /// The first of the longest runs of zeros of two groups or more.
    private static func longestZeros(_ groups: [UInt16]) -> Range<Int>? {
        var best: Range<Int>?
        var start = 0
        while start < groups.count {
            var end = start
            while end < groups.count, groups[end] == 0 { end += 1 }
            if end - start > max(1, best?.count ?? 0) { best = start..<end }
            start = max(end, start + 1)
        }
        return best
    }
}

extension IPAddress {
    /// True for 0.0.0.0 and `::`.
    public var isUnspecified: Bool { bits == 0 }

    /// True for 127.0.0.0/8 and `::1`.
    public var isLoopback: Bool { isVersion6 ? bits == 1 : bits >> 24 == 127 }

    /// True for 224.0.0.0/4 and ff00::/8.
    public var isMulticast: Bool { isVersion6 ? bits >> 120 == 0xFF : bits >> 28 == 0xE }

    /// True for 169.254.0.0/16 and fe80::/10.
    public var isLinkLocalUnicast: Bool { isVersion6 ? bits >> 118 == 0x3FA : bits >> 16 == 0xA9FE }

    /// True for 224.0.0.0/24 and ff02::/16 (any flags).
    public var isLinkLocalMulticast: Bool {
        isVersion6 ? isMulticast && (bits >> 112) & 0xF == 2 : bits >> 8 == 0xE00000
    }

    /// True for every address of one host that is not confined to a link; private ranges count.
    public var isGlobalUnicast: Bool {
        let isBroadcast = !isVersion6 && bits == 0xFFFF_FFFF
        return !isUnspecified && !isBroadcast && !isLoopback && !isMulticast && !isLinkLocalUnicast
    }
}
