/// The paths that must be observed before a value is known, such as
/// `AWS::EC2::SecurityGroup.SecurityGroupIngress`; sorted, each once, never empty.
public struct UnknownSet: Hashable, Sendable {
    /// The paths, by rising bytes.
    public let paths: [String]

    /// The set of one path.
    public init(_ path: String) {
        paths = [path]
    }

    /// The set of the given paths, of which there is at least one.
    public init(_ paths: [String]) {
        precondition(!paths.isEmpty, "an unknown value names at least one path")
        self.paths = Self.sorted(paths)
    }

    /// The paths of both.
    public func union(_ other: UnknownSet) -> UnknownSet {
        paths == other.paths ? self : UnknownSet(paths + other.paths)
    }

    private static func sorted(_ paths: [String]) -> [String] {
        guard paths.count > 1 else { return paths }
        var result: [String] = []
        for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where result.last != path
        {
            result.append(path)
        }
        return result
    }
}
