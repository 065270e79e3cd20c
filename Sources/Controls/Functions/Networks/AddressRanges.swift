/// A set of public addresses of one family, as ranges.
///
/// IPv4 addresses are numbers of 32 bits. Of IPv6 addresses the first 64 bits count, which is the smallest network;
/// longer prefixes are too small to matter. Addresses that are not public are left out when they are added.
struct AddressRanges: Equatable {
    enum Family {
        case v4, v6
    }

    let family: Family
    /// Rising, not touching.
    private(set) var ranges: [ClosedRange<UInt64>] = []

    /// The empty set.
    init(_ family: Family) {
        self.family = family
    }

    /// Every public address of the family.
    static func everything(_ family: Family) -> AddressRanges {
        family == .v4 ? publicV4 : publicV6
    }

    /// How many leading bits the smallest block has that no single owner holds: 7 of IPv4, 11 of IPv6.
    static func maximumPublicPrefix(_ family: Family) -> Int { family == .v4 ? 7 : 11 }

    var isEmpty: Bool { ranges.isEmpty }

    /// How many addresses there are.
    var count: UInt64 { ranges.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) + 1 } }

    /// True if there are as many addresses as in a block with so long a prefix.
    func isInternet(maximumPublicPrefix prefix: Int) -> Bool {
        count >= AddressRanges.size(prefix, family)
    }

    /// True if there are more addresses than any single owner holds.
    var isInternet: Bool { isInternet(maximumPublicPrefix: AddressRanges.maximumPublicPrefix(family)) }

    /// How many addresses a block with the prefix has; one for longer prefixes than the family's.
    static func size(_ prefix: Int, _ family: Family) -> UInt64 {
        let bits = (family == .v4 ? 32 : 64) - min(max(prefix, 0), family == .v4 ? 32 : 64)
        // No set of IPv6 addresses is that large: the public ones are an eighth.
        return bits >= 64 ? UInt64.max : 1 << UInt64(bits)
    }

    /// Adds the public addresses of a block; one of the other family adds nothing.
    mutating func insert(_ block: AddressBlock) {
        guard let range = block.range, block.isIPv4 == (family == .v4) else { return }
        insertPublic(range)
    }

    /// The public addresses of a span of IPv4.
    static func span(_ span: ClosedRange<UInt64>) -> AddressRanges {
        var ranges = AddressRanges(.v4)
        ranges.insertPublic(span)
        return ranges
    }

    private mutating func insertPublic(_ range: ClosedRange<UInt64>) {
        for piece in AddressRanges.everything(family).ranges {
            let first = max(piece.lowerBound, range.lowerBound)
            let last = min(piece.upperBound, range.upperBound)
            if first <= last { insert(first...last) }
        }
    }

    /// Adds the addresses of the other set.
    mutating func formUnion(_ other: AddressRanges) {
        for range in other.ranges { insert(range) }
    }

    /// The addresses that are not in the other set.
    func subtracting(_ other: AddressRanges) -> AddressRanges {
        var result = AddressRanges(family)
        for range in ranges {
            var first = range.lowerBound
            var isOver = false
            for hole in other.ranges
            where hole.upperBound >= range.lowerBound && hole.lowerBound <= range.upperBound {
                if hole.lowerBound > first { result.ranges.append(first...(hole.lowerBound - 1)) }
                if hole.upperBound >= range.upperBound {
                    isOver = true
                    break
                }
                first = max(first, hole.upperBound + 1)
            }
            if !isOver { result.ranges.append(first...range.upperBound) }
        }
        return result
    }

    private mutating func insert(_ range: ClosedRange<UInt64>) {
        var first = range.lowerBound
        var last = range.upperBound
        var kept: [ClosedRange<UInt64>] = []
        var place = 0
        for other in ranges {
            // Ranges that touch become one; no public address is so large that adding one overflows.
            if other.upperBound + 1 < first {
                kept.append(other)
                place = kept.count
            } else if other.lowerBound > last + 1 {
                kept.append(other)
            } else {
                first = min(first, other.lowerBound)
                last = max(last, other.upperBound)
            }
        }
        kept.insert(first...last, at: place)
        ranges = kept
    }

    private init(_ family: Family, _ ranges: [ClosedRange<UInt64>]) {
        self.family = family
        self.ranges = ranges
    }

    /// All but private, shared, local, documentation, multicast and reserved space.
    private static let publicV4: AddressRanges = {
        let reserved = [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3",
        ]
        var holes = AddressRanges(.v4)
        for text in reserved {
            if let range = AddressBlock(text)?.range { holes.insert(range) }
        }
        return AddressRanges(.v4, [0...0xFFFF_FFFF]).subtracting(holes)
    }()

    private static let publicV6 = AddressRanges(.v6, [0x2000_0000_0000_0000...0x3FFF_FFFF_FFFF_FFFF])
}

extension AddressBlock {
    /// The block as numbers; nil for IPv6 blocks smaller than a network of 64 bits.
    var range: ClosedRange<UInt64>? {
        let width = isIPv4 ? 32 : 64
        guard prefix <= width else { return nil }
        let value = address.prefix(width / 8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let low: UInt64 = prefix == 0 ? UInt64.max : (1 << UInt64(width - prefix)) - 1
        let mask = width == 32 ? low & 0xFFFF_FFFF : low
        return (value & ~mask)...(value | mask)
    }
}
