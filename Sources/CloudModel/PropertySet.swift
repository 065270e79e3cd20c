/// Some properties of one kind.
public struct PropertySet: OptionSet, Hashable, Sendable {
    /// One bit a property.
    public let rawValue: UInt64

    /// The set with these bits.
    public init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    /// The set of one property.
    public init(_ property: PropertyID) {
        rawValue = 1 << UInt64(property.index)
    }

    /// Every property of any kind.
    public static let all = PropertySet(rawValue: .max)

    /// The members by rising position.
    public var properties: PropertyMembers { PropertyMembers(rest: rawValue) }
}

/// The members of a property set by rising position.
public struct PropertyMembers: Sequence, IteratorProtocol, Sendable {
    var rest: UInt64

    /// The next member, or nil at the end.
    public mutating func next() -> PropertyID? {
        guard rest != 0 else { return nil }
        defer { rest &= rest - 1 }
        return PropertyID(index: rest.trailingZeroBitCount)
    }
}
