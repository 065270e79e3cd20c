internal import CloudModel
internal import Expressions
internal import JSONTokens

/// The schemas of kinds as the expression language's types.
///
/// A kind is an object type of its own name; an object inside a property is one named by its path, with `[]` for the
/// elements of a list: `AWS::EC2::SecurityGroup.SecurityGroupIngress[]`.
enum KindTypes {
    /// Every object type of every kind.
    static let objectTypes: [Environment.ObjectType] = KindCatalog.schemas.flatMap { schema in
        var types: [Environment.ObjectType] = []
        var fields: [String: ExpressionType] = [:]
        for property in schema.properties {
            fields[property.name] = type(property.type, "\(schema.name).\(property.name)", &types)
        }
        let words = words(schema.properties.map { ($0.name, $0.type) })
        types.append(Environment.ObjectType(schema.name, fields: fields, words: words))
        return types
    }

    /// The type of a kind's resources.
    static func type(of kind: ResourceKind) -> ExpressionType { .object(kind.name) }

    /// The type of the elements of a property that is a list of objects.
    static func elementType(of kind: String, _ property: String) -> ExpressionType {
        .object("\(kind).\(property)[]")
    }

    private static func type(
        _ value: ValueType, _ path: String, _ types: inout [Environment.ObjectType]
    ) -> ExpressionType {
        switch value {
        case .bool: return .bool
        case .int: return .int
        case .double: return .double
        // The value is RFC 3339 text; `timestamp(text)` makes an instant of it.
        case .string, .word, .timestamp: return .string
        case .any: return .dyn
        case .list(let element): return .list(type(element, path + "[]", &types))
        case .map(let element): return .map(.string, type(element, path + "[]", &types))
        case .object(let members):
            var fields: [String: ExpressionType] = [:]
            for (name, member) in members { fields[name] = type(member, "\(path).\(name)", &types) }
            let words = words(members.map { ($0.key, $0.value) })
            types.append(Environment.ObjectType(path, fields: fields, words: words))
            return .object(path)
        }
    }

    private static func words(_ members: [(String, ValueType)]) -> [String: [String]] {
        var found: [String: [String]] = [:]
        for (name, type) in members {
            if case .word(let words) = type { found[name] = words }
        }
        return found
    }

    /// The type of a parameter, by the value in the control's file.
    static func type(of value: FlatView) -> ExpressionType {
        switch value.tag {
        case .null: return .dyn
        case .false, .true: return .bool
        case .integer: return .int
        case .decimal: return .double
        case .string: return .string
        case .map: return .map(.string, .dyn)
        case .list:
            let types = Set(value.elements.map { type(of: $0) })
            guard let only = types.first, types.count == 1 else { return .list(.dyn) }
            return .list(only)
        }
    }
}
