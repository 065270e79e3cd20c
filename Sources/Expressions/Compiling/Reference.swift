/// One thing that an expression reads, as far as its text tells.
public struct Reference: Hashable, Sendable {
    /// Where a path begins.
    public enum Root: Hashable, Sendable {
        /// A variable.
        case variable(String)
        /// The result of a host function, with its first literal text, if it has one.
        case call(function: String, literal: String?)
    }

    /// One step of a path.
    public enum Step: Hashable, Sendable {
        /// A field, or a key given as a literal text.
        case field(String)
        /// Any element of a list, or any value of a map.
        case element
    }

    /// How much is read at the end of the path.
    public enum Extent: Hashable, Sendable {
        /// Whether it is there; of a collection, which elements it has.
        case presence
        /// All that lies there.
        case value
    }

    /// Where the path begins.
    public let root: Root
    /// The declared type of the root.
    public let rootType: ExpressionType
    /// The steps from there. An empty path with extent `value` reads all fields.
    public let path: [Step]
    /// How much is read.
    public let extent: Extent

    /// A reference.
    public init(root: Root, rootType: ExpressionType, path: [Step], extent: Extent) {
        self.root = root
        self.rootType = rootType
        self.path = path
        self.extent = extent
    }
}

extension Reference: CustomStringConvertible {
    /// For people: `resource.SecurityGroupIngress[].CidrIp`; a `?` behind it means presence only.
    public var description: String {
        var text =
            switch root {
            case .variable(let name): name
            case .call(let function, let literal): "\(function)(\(literal.map { "'\($0)'" } ?? ""))"
            }
        for step in path {
            switch step {
            case .field(let name): text += ".\(name)"
            case .element: text += "[]"
            }
        }
        return extent == .presence ? text + "?" : text
    }
}

/// A place that an expression may stand for: the start of a reference.
struct Place {
    let root: Reference.Root
    let rootType: ExpressionType
    var path: [Reference.Step] = []

    func then(_ step: Reference.Step) -> Place {
        var place = self
        place.path.append(step)
        return place
    }

    func read(_ extent: Reference.Extent) -> Reference {
        Reference(root: root, rootType: rootType, path: path, extent: extent)
    }
}
