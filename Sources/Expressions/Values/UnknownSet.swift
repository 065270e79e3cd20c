/// The paths that must be observed before a value is known, such as
/// `AWS::EC2::SecurityGroup.SecurityGroupIngress`; sorted as texts are, each once, never empty.
public struct UnknownSet: Hashable, Sendable {
    /// The paths.
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
        if paths == other.paths { return self }
        var merged: [String] = []
        merged.reserveCapacity(paths.count + other.paths.count)
        var rest = other.paths[...]
        for path in paths {
            while let next = rest.first, next < path { merged.append(rest.removeFirst()) }
            if rest.first == path { rest.removeFirst() }
            merged.append(path)
        }
        merged += rest
        return UnknownSet(merged: merged)
    }

    private init(merged paths: [String]) { self.paths = paths }

    private static func sorted(_ paths: [String]) -> [String] {
        guard paths.count > 1 else { return paths }
        var result: [String] = []
        for path in paths.sorted() where result.last != path { result.append(path) }
        return result
    }
}
