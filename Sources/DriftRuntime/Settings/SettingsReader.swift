internal import Controls

/// Reads the keys of the table: the environment first, then the file, then the default.
struct SettingsReader {
    let source: SettingsSource
    private let fields: [String: YAMLField]

    /// Looks through the whole file.
    ///
    /// - Throws: the first field that the table does not know, with its line and the nearest name.
    init(_ source: SettingsSource) throws(RuntimeFailure) {
        self.source = source
        var fields: [String: YAMLField] = [:]
        if let root = source.root {
            let keys = Set(SettingsTable.all.map(\.fileField))
            try source.reading { () throws(ControlFileError) in
                try Self.walk(root, "", keys, into: &fields)
            }
        }
        self.fields = fields
    }

    private static func walk(
        _ field: YAMLField, _ section: String, _ keys: Set<String>, into fields: inout [String: YAMLField]
    ) throws(ControlFileError) {
        if field.isNull { return }
        try refuseSecrets(field, section)
        for member in try field.map(SettingsTable.children(of: section)).members {
            let path = section.isEmpty ? member.key : "\(section).\(member.key)"
            if keys.contains(path) || SettingsTable.kafkaSections.contains(path) {
                fields[path] = member.value
            } else {
                try walk(member.value, path, keys, into: &fields)
            }
        }
    }

    /// A secret that stands in the file itself would otherwise be told to be an unknown field.
    private static func refuseSecrets(_ field: YAMLField, _ section: String) throws(ControlFileError) {
        for key in SettingsTable.keys {
            guard case .secret = key.kind, key.path.hasPrefix(section + ".") else { continue }
            let name = String(key.path.dropFirst(section.count + 1))
            guard let member = try field.members().first(where: { $0.key == name }) else { continue }
            let place = member.value.error("")
            throw ControlFileError(
                file: place.file, line: place.line, column: place.column, field: key.path,
                message: "A secret must not stand in the settings file.",
                hint: "put it into a file and name that as \(name)_file, or set \(key.variable)")
        }
    }

    /// The members of a section whose names are librdkafka's.
    func members(of section: String) throws(RuntimeFailure) -> [(key: String, value: YAMLField)] {
        guard let field = fields[section] else { return [] }
        return try source.reading { () throws(ControlFileError) in try field.members() }
    }

    /// True if the file or the environment says something about the key.
    func isGiven(_ key: SettingsKey) -> Bool {
        fields[key.fileField] != nil || source.environment[key.variable] != nil
    }

    /// The text, or the default; nil if there is neither.
    func text(_ key: SettingsKey) throws(RuntimeFailure) -> String? {
        if let value = source.environment[key.variable] { return value }
        guard let field = fields[key.fileField] else { return key.standard }
        return try source.reading { () throws(ControlFileError) in try field.filledText() }
    }

    /// One of the key's words; must have a default.
    func word(_ key: SettingsKey) throws(RuntimeFailure) -> String {
        guard case .word(let words) = key.kind else { preconditionFailure("\(key.path) is no word") }
        guard let text = try text(key), !words.contains(text) else { return try text(key) ?? words[0] }
        let nearest = Suggestion.nearest(to: text, among: words).map { "did you mean \"\($0)\"?" } ?? ""
        throw refusal(key, "\"\(text)\" is not one of \(words.joined(separator: ", "))", nearest)
    }

    /// A whole number within the key's bounds, or nil.
    func optionalNumber(_ key: SettingsKey) throws(RuntimeFailure) -> Int? {
        guard case .number(let bounds, _) = key.kind else { preconditionFailure("\(key.path) is no number") }
        guard let text = try text(key) else { return nil }
        if let number = Int(text), bounds.contains(number) { return number }
        throw refusal(
            key, "a whole number from \(bounds.lowerBound) to \(bounds.upperBound) was expected")
    }

    /// A whole number of a key that has a default.
    func number(_ key: SettingsKey) throws(RuntimeFailure) -> Int {
        guard let number = try optionalNumber(key) else {
            preconditionFailure("\(key.path) has no default")
        }
        return number
    }

    /// A list of texts; the environment's are separated by commas.
    func texts(_ key: SettingsKey) throws(RuntimeFailure) -> [String] {
        if let text = source.environment[key.variable] { return text.split(separator: ",").map(String.init) }
        guard let field = fields[key.fileField] else { return [] }
        return try source.reading { () throws(ControlFileError) in try field.texts() }
    }

    /// A list of paths; those of the file start at its directory. The environment's are separated by colons.
    func paths(_ key: SettingsKey) throws(RuntimeFailure) -> [String] {
        if let text = source.environment[key.variable] { return text.split(separator: ":").map(String.init) }
        return try texts(key).map(source.resolve)
    }

    /// One path; that of the file starts at its directory.
    func path(_ key: SettingsKey) throws(RuntimeFailure) -> String? {
        if let value = source.environment[key.variable] { return value }
        return try text(key).map(source.resolve)
    }

    /// The secret of a variable, or the content of the file that a field or variable names.
    func secret(_ key: SettingsKey) throws(RuntimeFailure) -> String? {
        if let value = source.environment[key.variable] { return value }
        let named = source.environment[key.variable + Self.fileVariableSuffix]
        let path = named == nil ? try text(key).map(source.resolve) : named
        guard let path else { return nil }
        do throws(RuntimeFailure) {
            return try SecretFile.content(of: path)
        } catch {
            throw refusal(key, error.description)
        }
    }

    /// A refusal at the variable or at the place in the file, whichever said it.
    func refusal(_ key: SettingsKey, _ message: String, _ hint: String = "") -> RuntimeFailure {
        if source.environment[key.variable] == nil, let field = fields[key.fileField] {
            return .usage(field.error(message + ".", hint: hint).description)
        }
        let name = source.environment[key.variable] == nil ? key.path : key.variable
        return .usage("\(name): \(message)" + (hint.isEmpty ? "" : "\n    hint: \(hint)"))
    }

    static let fileVariableSuffix = "_FILE"
}
