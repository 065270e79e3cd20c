/// One key of the settings file: what it is called, what it may hold, and what it means.
///
/// The table of all keys drives reading, refusals, `plumbline settings`, the help of `run` and the page
/// `deploy/settings.md`.
public struct SettingsKey: Sendable {
    /// Where it stands: `topics.partitions`.
    public let path: String
    /// What it may hold.
    public let kind: Kind
    /// What it is where nothing is said, as the file would spell it; nil if it is then absent.
    public let standard: String?
    /// What the standard is, where that is no fixed text.
    public let standardNote: String
    /// What it means, in one sentence.
    public let meaning: String

    /// What a key may hold.
    public enum Kind: Sendable {
        case text
        /// One of these words.
        case word([String])
        /// A whole number within bounds, in this unit.
        case number(ClosedRange<Int>, unit: String)
        /// A path; that of the file starts at its directory.
        case path
        case paths
        case texts
        /// Never in the file itself: `KEY_file` names a file that holds it, or a variable does.
        case secret
    }

    init(
        _ path: String, _ kind: Kind, standard: String? = nil, note: String = "", _ meaning: String
    ) {
        self.path = path
        self.kind = kind
        self.standard = standard
        standardNote = note
        self.meaning = meaning
    }

    /// The name under which the file has it.
    public var fileField: String {
        if case .secret = kind { return path + Self.fileSuffix }
        return path
    }

    /// The environment variable that beats the file.
    public var variable: String { SettingsSource.variable(path) }

    /// The default for people.
    public var standardText: String { standard ?? (standardNote.isEmpty ? "none" : standardNote) }

    /// What it may hold, for people.
    public var kindText: String {
        switch kind {
        case .text: "text"
        case .word(let words): words.joined(separator: " | ")
        case .number(let bounds, let unit): "\(bounds.lowerBound)-\(bounds.upperBound) \(unit)"
        case .path: "path"
        case .paths: "paths"
        case .texts: "texts"
        case .secret: "path of a file with the secret"
        }
    }

    /// What the name of a field ends with that names a file in place of a value.
    static let fileSuffix = "_file"
}
