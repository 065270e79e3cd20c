internal import Controls

/// The settings file as parsed, and the environment's `PLUMBLINE_` variables.
struct SettingsSource {
    let root: YAMLField?
    let environment: [String: String]
    /// The directory that the file's relative paths start at, with a slash at its end.
    private let directory: String

    /// What the name of every variable of ours begins with.
    static let variablePrefix = "PLUMBLINE_"

    init(path: String, environment: [String: String]) throws(RuntimeFailure) {
        let bytes = try FileBytes.read(path)
        do {
            root = try YAMLDocument(path: path, bytes: bytes).root
        } catch {
            throw .usage(error.description)
        }
        self.environment = environment.filter { $0.key.hasPrefix(Self.variablePrefix) }
        directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    /// The path as seen from where the process runs.
    func resolve(_ path: String) -> String { path.hasPrefix("/") ? path : directory + path }

    /// Does what reads the file; its refusals are the user's to mend.
    func reading<Value>(_ body: () throws(ControlFileError) -> Value) throws(RuntimeFailure) -> Value {
        do throws(ControlFileError) {
            return try body()
        } catch {
            throw .usage(error.description)
        }
    }

    /// The variable that stands for a field: `topics.partitions` is `PLUMBLINE_TOPICS_PARTITIONS`.
    static func variable(_ field: String) -> String {
        variablePrefix + field.uppercased().replacing(".", with: "_")
    }
}
