/// A kind of resource that has a property schema; a dense number into `KindCatalog`.
public struct ResourceKind: Hashable, Sendable, CustomStringConvertible {
    /// The position in `KindCatalog.schemas`.
    public let index: UInt16

    init(index: Int) {
        self.index = UInt16(index)
    }

    /// The kind with this CloudFormation, ARM or Cloud Asset type name, or nil if it has no schema. ARM names
    /// compare
    /// without case.
    public init?(named name: String) {
        guard let index = KindCatalog.index[name] ?? KindCatalog.index[name.lowercased()] else { return nil }
        self.index = index
    }

    /// What the kind's properties are.
    public var schema: KindSchema { KindCatalog.schemas[Int(index)] }

    /// The type name: `AWS::EC2::SecurityGroup`, `Microsoft.Storage/storageAccounts`, …
    public var name: String { schema.name }

    /// The type name.
    public var description: String { name }

    /// The property with this name; asking for one that the schema lacks is a mistake of ours.
    public func property(_ name: String) -> PropertyID {
        guard let property = schema.property(named: name) else {
            preconditionFailure("\(self.name) has no property \(name)")
        }
        return property
    }
}

/// A property of a kind; a dense number into the kind's schema.
public struct PropertyID: Hashable, Comparable, Sendable {
    /// The position in `KindSchema.properties`.
    public let index: UInt8

    /// The property at this position.
    public init(index: Int) {
        self.index = UInt8(index)
    }

    /// By position.
    public static func < (left: PropertyID, right: PropertyID) -> Bool { left.index < right.index }
}
