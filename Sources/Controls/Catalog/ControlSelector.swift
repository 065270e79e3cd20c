internal import CloudModel
internal import JSONTokens

/// What profiles select of a library, and what they change.
struct ControlSelector {
    private let library: ControlLibrary
    private let profiles: [Profile]
    /// By profile, the levels of the controls that its benchmark version has.
    private let levels: [[String: Int]]

    init(_ library: ControlLibrary, _ profiles: [Profile]) throws(ControlFileError) {
        self.library = library
        self.profiles = profiles
        var levels: [[String: Int]] = []
        for profile in profiles {
            try ControlSelector.check(profile, library)
            let map = library.benchmark(profile.provider, version: profile.version)
            let pairs = (map?.entries ?? []).map { ($0.control, $0.number.level) }
            // A control with two numbers in one version applies from the lower level on.
            levels.append(Dictionary(pairs, uniquingKeysWith: min))
        }
        self.levels = levels
    }

    /// The positions of the profiles that select a control.
    func profiles(selecting file: ControlFile) -> [Int] {
        profiles.indices.filter { selects(profiles[$0], levels[$0], file) }
    }

    private func selects(_ profile: Profile, _ levels: [String: Int], _ file: ControlFile) -> Bool {
        guard file.subject.schema.provider == profile.provider else { return false }
        if let change = profile.overrides.first(where: { $0.id == file.id }), !change.isEnabled {
            return false
        }
        if let level = levels[file.id] {
            if level > profile.level { return false }
        } else if !library.numbers(of: file.id).isEmpty {
            // It belongs to other versions of the benchmark only. A control of no benchmark always applies.
            return false
        }
        // Facts of the whole account are in whatever types are named.
        return profile.types.isEmpty || file.scope != .resource
            || profile.types.contains { $0.kindName == file.subject.name }
    }

    /// The severity and parameters in force. Two profiles that disagree are refused, because a subject has one verdict.
    func settings(
        of file: ControlFile
    ) throws(ControlFileError) -> (severity: Severity, params: [ControlParameter]) {
        var severity: Severity?
        var changed: [String: FlatValue] = [:]
        for profile in profiles {
            guard let change = profile.overrides.first(where: { $0.id == file.id }) else { continue }
            if let other = change.severity {
                if let severity, severity != other {
                    throw ControlSelector.disagreement(profile, file, "severity")
                }
                severity = other
            }
            for (name, value) in change.params {
                if let earlier = changed[name], earlier != value {
                    throw ControlSelector.disagreement(profile, file, "params.\(name)")
                }
                changed[name] = value
            }
        }
        let own = params(of: file)
        let params = own.map { ControlParameter(name: $0.name, value: changed[$0.name] ?? $0.value) }
        return (severity ?? file.severity, params)
    }

    /// The values that the benchmark asks for in the newest version that a profile selects the control by: a subject has one
    /// verdict, and the newest text is the one that people are asked about.
    private func params(of file: ControlFile) -> [ControlParameter] {
        let versions = profiles(selecting: file).compactMap { position in
            library.benchmark(profiles[position].provider, version: profiles[position].version)?.version
        }
        guard let version = versions.map(VersionOrder.parts).max(),
            let older = file.olderParams.first(where: { VersionOrder.parts($0.until) >= version })
        else { return file.params }
        return file.params.map { param in older.params.first { $0.name == param.name } ?? param }
    }

    private static func disagreement(
        _ profile: Profile, _ file: ControlFile, _ field: String
    ) -> ControlFileError {
        refusal(profile, "controls", "Two profiles give \(file.id) another \(field).")
    }

    private static func check(_ profile: Profile, _ library: ControlLibrary) throws(ControlFileError) {
        if let version = profile.version, library.benchmark(profile.provider, version: version) == nil {
            let known = library.benchmarks.filter { $0.provider == profile.provider }.map(\.version)
            throw refusal(
                profile, "version", "There is no version \(version) of the benchmark.",
                hint: "known: \(known.joined(separator: ", "))")
        }
        for (index, id) in profile.floor.enumerated() where library.file(named: id) == nil {
            throw refusal(
                profile, "floor[\(index)]", "There is no control \(id).",
                hint: Suggestion.hint(for: id, among: library.controls.map(\.id)))
        }
        for (index, change) in profile.overrides.enumerated() {
            guard let file = library.file(named: change.id) else {
                throw refusal(
                    profile, "controls[\(index)].id", "There is no control \(change.id).",
                    hint: Suggestion.hint(for: change.id, among: library.controls.map(\.id)))
            }
            for (name, value) in change.params {
                try check(name, value, of: file, profile, "controls[\(index)].params.\(name)")
            }
        }
    }

    private static func check(
        _ name: String, _ value: FlatValue, of file: ControlFile, _ profile: Profile, _ field: String
    ) throws(ControlFileError) {
        guard let param = file.params.first(where: { $0.name == name }) else {
            throw refusal(
                profile, field, "The control has no such parameter.",
                hint: Suggestion.hint(for: name, among: file.params.map(\.name)))
        }
        let wanted = KindTypes.type(of: param.value.view)
        let given = KindTypes.type(of: value.view)
        if wanted != given { throw refusal(profile, field, "The value is \(given), not \(wanted).") }
    }

    private static func refusal(
        _ profile: Profile, _ field: String, _ message: String, hint: String = ""
    ) -> ControlFileError {
        let name = profile.name.isEmpty ? profile.provider.displayName : profile.name
        return ControlFileError(
            file: "profile \(name)", line: 0, column: 0, field: field, message: message, hint: hint)
    }
}
