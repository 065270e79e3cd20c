/// A block of internet addresses: an address and how many of its leading bits are common to all.
public struct IPNetwork: Hashable, Sendable {
    /// The address as it was written; bits behind the prefix may be set.
    public let address: IPAddress
    /// How many leading bits are common to all addresses of the block.
    public let prefixLength: Int

    /// Reads `address/length`; nil if it is none.
    public init?(text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 2, let address = IPAddress(text: String(Substring(parts[0]))),
            (1...3).contains(parts[1].count), parts[1].allSatisfy({ Lexer.isDigit($0) }),
            parts[1].count == 1 || parts[1].first != UInt8(ascii: "0"), let length = Int(Substring(parts[1])),
            length <= address.width
        else { return nil }
        self.init(address: address, prefixLength: length)
    }

    private init(address: IPAddress, prefixLength: Int) {
        self.address = address
        self.prefixLength = prefixLength
    }

    /// The block with the bits behind the prefix cleared.
    public var masked: IPNetwork {
        let cleared = prefix(of: address) << UInt128(address.width - prefixLength)
        return IPNetwork(
            address: IPAddress(isVersion6: address.isVersion6, bits: cleared), prefixLength: prefixLength)
    }

    /// True if the address lies in the block, mapped or not; other addresses of the other family never do.
    public func contains(_ other: IPAddress) -> Bool {
        let other = address.isVersion6 ? other : other.unmapped
        return other.isVersion6 == address.isVersion6 && prefix(of: other) == prefix(of: address)
    }

    /// True if all addresses of the other block lie in this one.
    public func contains(_ other: IPNetwork) -> Bool {
        other.address.isVersion6 == address.isVersion6 && other.prefixLength >= prefixLength
            && contains(other.address)
    }

    /// The leading bits of an address of the family.
    private func prefix(of address: IPAddress) -> UInt128 {
        address.bits >> UInt128(address.width - prefixLength)
    }
}

extension IPNetwork: CustomStringConvertible {
    /// The canonical text of the address, and the length.
    public var description: String { "\(address)/\(prefixLength)" }
}
