/// A kind of resource that a property's value names: `VpcId` of a security group names an `AWS::EC2::VPC`.
///
/// A literal of the kind's name says that the value itself is the name, or a list of names:
/// `.register("VpcId", .string, refersTo: "AWS::EC2::VPC")`. Several may stand one behind the other. A name inside an
/// object is reached by its members: `refersTo: .kind("Microsoft.Network/networkSecurityGroups", at: "id")`.
public struct PropertyReference: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The CloudFormation, ARM or Cloud Asset type name; it may have no schema (yet).
    public let kindName: String
    /// The members to step through from the value to the name, outermost first; every list on the way and at its end is
    /// walked element by element.
    public let path: [String]

    /// The value itself, or each of its elements, names a resource of the kind.
    public init(stringLiteral kindName: String) {
        self.init(kindName: kindName, path: [])
    }

    /// A member of the value names a resource of the kind.
    public static func kind(_ kindName: String, at path: String...) -> PropertyReference {
        PropertyReference(kindName: kindName, path: path)
    }

    private init(kindName: String, path: [String]) {
        self.kindName = kindName
        self.path = path
    }
}

/// A property whose value names resources of some kind, seen from that kind.
public struct ReferringProperty: Hashable, Sendable {
    /// The kind that has the property.
    public let kind: ResourceKind
    /// The property.
    public let property: PropertyID
    /// The members to step through from the value to the name, as in `PropertyReference`.
    public let path: [String]
}

extension KindCatalog {
    /// The properties that can name a resource of this kind, in the order of the catalogue. A look-up in a table.
    public static func references(to kind: ResourceKind) -> [ReferringProperty] {
        referringProperties[Int(kind.index)]
    }

    /// The kinds of which resources live in those of a kind, or in what lives in these.
    public static func kinds(livingIn kind: ResourceKind) -> [ResourceKind] {
        references(to: kind).filter { $0.kind.schema.parent == $0.property && $0.kind != kind }
            .flatMap { [$0.kind] + kinds(livingIn: $0.kind) }
    }

    private static let referringProperties: [[ReferringProperty]] = {
        var table = [[ReferringProperty]](repeating: [], count: schemas.count)
        for (position, schema) in schemas.enumerated() {
            for (index, property) in schema.properties.enumerated() {
                for reference in property.refersTo {
                    guard let target = ResourceKind(named: reference.kindName) else { continue }
                    table[Int(target.index)].append(
                        ReferringProperty(
                            kind: ResourceKind(index: position), property: PropertyID(index: index),
                            path: reference.path))
                }
            }
        }
        return table
    }()
}

extension ValueType {
    /// The type of what a path leads to, lists on the way being walked; nil if it leads nowhere.
    public func type(at path: ArraySlice<String>) -> ValueType? {
        switch self {
        case .list(let element): return element.type(at: path)
        case .any: return .any
        case .map(let element):
            return path.isEmpty ? self : element.type(at: path.dropFirst())
        case .object(let members):
            guard let name = path.first else { return self }
            return members[name]?.type(at: path.dropFirst())
        default: return path.isEmpty ? self : nil
        }
    }
}
