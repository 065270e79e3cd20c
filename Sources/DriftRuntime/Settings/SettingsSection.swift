internal import Controls

/// One map of the settings file, read with what the environment says in its place.
///
/// The variable of a field is its path in upper case with `_` for `.`: `PLUMBLINE_TOPICS_PARTITIONS`.
struct SettingsSection {
    private let map: YAMLMap?
    private let path: String
    private let source: SettingsSource

    /// The whole file, which may have these fields only.
    init(_ source: SettingsSource, known: [String]) throws(RuntimeFailure) {
        map = try source.reading { () throws(ControlFileError) in try source.root?.map(known) }
        path = ""
        self.source = source
    }

    private init(_ map: YAMLMap?, _ path: String, _ source: SettingsSource) {
        self.map = map
        self.path = path
        self.source = source
    }

    /// The map under a key, which may have these fields only; an empty one if it is not there.
    func section(_ key: String, known: [String]) throws(RuntimeFailure) -> SettingsSection {
        let inner = try source.reading { () throws(ControlFileError) in try map?.optional(key)?.map(known) }
        return SettingsSection(inner, field(key), source)
    }

    /// The members of the map under a key, whatever their names.
    func members(_ key: String) throws(RuntimeFailure) -> [(key: String, value: YAMLField)] {
        try source.reading { () throws(ControlFileError) in try map?.optional(key)?.members() ?? [] }
    }

    func text(_ key: String) throws(RuntimeFailure) -> String? {
        if let value = source.environment[variable(key)] { return value }
        return try source.reading { () throws(ControlFileError) in try map?.optional(key)?.filledText() }
    }

    /// A whole number within bounds.
    func number(_ key: String, in bounds: ClosedRange<Int>) throws(RuntimeFailure) -> Int? {
        let wanted = "a whole number from \(bounds.lowerBound) to \(bounds.upperBound) was expected"
        if let text = source.environment[variable(key)] {
            guard let number = Int(text), bounds.contains(number) else {
                throw .usage("\(variable(key)): \(wanted)")
            }
            return number
        }
        return try source.reading { () throws(ControlFileError) in
            guard let value = map?.optional(key) else { return nil }
            guard let number = Int(try value.text()), bounds.contains(number) else {
                throw value.error(wanted)
            }
            return number
        }
    }

    /// A list of paths; those of the file start at its directory. The environment's are separated by colons.
    func paths(_ key: String) throws(RuntimeFailure) -> [String] {
        if let text = source.environment[variable(key)] { return text.split(separator: ":").map(String.init) }
        let texts = try source.reading { () throws(ControlFileError) in try map?.optional(key)?.texts() ?? []
        }
        return texts.map(source.resolve)
    }

    /// One path; that of the file starts at its directory.
    func path(_ key: String) throws(RuntimeFailure) -> String? {
        if let value = source.environment[variable(key)] { return value }
        return try text(key).map(source.resolve)
    }

    private func field(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    private func variable(_ key: String) -> String { SettingsSource.variable(field(key)) }
}
