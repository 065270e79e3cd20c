internal import CloudModel
internal import Controls

/// What one profile selects, so that a person sees at once when it is less than was meant.
public struct ProfileSelection: Sendable {
    /// The profile's file, or its id.
    public let path: String
    /// Provider, version and level: `AWS 1.5 L1`.
    public let title: String
    /// How many controls the profile selects.
    public let controlCount: Int
    /// How many controls each named type has; empty if no type is named.
    public let types: [(name: String, controlCount: Int)]

    init(_ path: String, _ profile: Profile, _ library: ControlLibrary) throws(ControlFileError) {
        self.path = path
        let newest = library.benchmarks.last { $0.provider == profile.provider }?.version ?? ""
        title = "\(profile.provider.displayName) \(profile.version ?? newest) L\(profile.level)"
        let controls = try ControlCatalog(library, profiles: [profile]).controls
        controlCount = controls.count
        types = profile.types.map { type in
            (name: type.alias, controlCount: controls.count { $0.subject.name == type.kindName })
        }
    }

    /// A line for people, and one more for each type that selects nothing.
    public var lines: [String] {
        let counts = types.map { "\($0.name) \($0.controlCount)" }.joined(separator: ", ")
        let head = "\(path): \(title) selects \(controlCount) controls"
        return [types.isEmpty ? head : "\(head) (\(counts))"] + warnings.map { "\(path): warning: \($0)" }
    }

    /// A sentence for each type that selects nothing.
    var warnings: [String] {
        types.filter { $0.controlCount == 0 }.map { "\($0.name) selects no control in \(title)" }
    }
}

extension ControlSettings {
    /// What each profile selects alone.
    public func selections() throws(RuntimeFailure) -> [ProfileSelection] {
        guard !profiles.isEmpty else { return [] }
        let library = try library()
        var selections: [ProfileSelection] = []
        for path in profiles {
            let document = try ProfileFile(path)
            do {
                selections.append(try ProfileSelection(path, document.profile, library))
            } catch {
                throw document.file.failure(error.field, error.message, error.hint)
            }
        }
        return selections
    }
}
