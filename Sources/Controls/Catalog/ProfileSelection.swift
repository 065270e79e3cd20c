internal import CloudModel

/// What one profile selects of a library, for whoever loads it.
public struct ProfileSelection: Sendable {
    /// The benchmark and version in force, such as `cis-aws 1.5`; empty if the provider has none loaded.
    public let benchmark: String
    /// The level in force.
    public let level: Int
    /// The controls by the type that the profile names, or by the kind's name where it names none; sorted by type.
    public let types: [(type: String, controls: [String])]
    /// What is probably not meant: a type that selects nothing.
    public let warnings: [String]
}

extension ControlLibrary {
    /// What a profile selects.
    ///
    /// - Parameter profile: the profile.
    /// - Returns: the selected controls by type, and warnings.
    /// - Throws: the first field that no benchmark or control knows.
    public func selection(of profile: Profile) throws(ControlFileError) -> ProfileSelection {
        let selector = try ControlSelector(self, [profile])
        let map = benchmark(profile.provider, version: profile.version)
        var byKind: [String: [String]] = [:]
        for file in controls where !selector.profiles(selecting: file).isEmpty {
            byKind[file.subject.name, default: []].append(file.id)
        }
        var warnings: [String] = []
        var types: [(type: String, controls: [String])] = []
        for type in profile.types {
            let selected = byKind.removeValue(forKey: type.kindName) ?? []
            types.append((type: type.alias, controls: selected))
            if selected.isEmpty {
                let version = VersionOrder.long(profile.version ?? map?.version ?? "")
                warnings.append("\(type.alias) selects no control in \(version) L\(profile.level)")
            }
        }
        types += byKind.map { (type: $0.key, controls: $0.value) }
        return ProfileSelection(
            benchmark: map.map { "\($0.name) \($0.version)" } ?? "", level: profile.level,
            types: types.sorted { $0.type < $1.type }, warnings: warnings)
    }
}
