public import Controls
internal import Foundation

/// Where controls, profiles and suppressions come from; every fault names the file, the line and the field.
public struct ControlSettings: Sendable {
    /// Directories with the user's own control files and benchmark maps, beside the built-in ones.
    public var packs: [String]
    /// Files with one profile document each.
    public var profiles: [String]
    /// A file with suppression documents: a list, one document, or one a line.
    public var suppressions: String?

    /// The built-in controls under the standard profiles, unless told otherwise.
    public init(packs: [String] = [], profiles: [String] = [], suppressions: String? = nil) {
        self.packs = packs
        self.profiles = profiles
        self.suppressions = suppressions
    }

    /// The built-in and the user's control files, read and checked against each other.
    public func library() throws(RuntimeFailure) -> ControlLibrary {
        let own = try packFiles()
        do {
            if own.isEmpty { return try ControlLibrary.builtIn() }
            return try ControlLibrary(
                files: BuiltInPacks.controls + own.filter { !BuiltInPacks.isBenchmark($0.path) },
                benchmarks: BuiltInPacks.benchmarks + own.filter { BuiltInPacks.isBenchmark($0.path) })
        } catch {
            throw .usage(error.description)
        }
    }

    /// The controls that the profiles select, compiled.
    public func catalog() throws(RuntimeFailure) -> ControlCatalog {
        if packs.isEmpty, profiles.isEmpty, suppressions == nil {
            do { return try ControlCatalog.builtIn() } catch { throw .usage(error.description) }
        }
        let library = try library()
        var documents: [ProfileFile] = []
        for path in profiles { documents.append(try ProfileFile(path)) }
        let exceptions = try suppressions.map(SuppressionFile.init)
        do {
            return try ControlCatalog(
                library, profiles: documents.map(\.profile), suppressions: exceptions?.suppressions ?? [])
        } catch {
            throw ControlSettings.placed(error, documents, exceptions)
        }
    }

    /// The user's own files: every YAML file below the directories, by path.
    public func packFiles() throws(RuntimeFailure) -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        for directory in packs {
            guard FileShape(directory) == .directory else {
                throw .usage("\(directory): there is no such directory of control files")
            }
            let base = directory.hasSuffix("/") ? String(directory.dropLast()) : directory
            let names = (FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? [])
                .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
            if names.isEmpty { throw .usage("\(directory): there is no control file (*.yaml) in it") }
            for name in names.sorted() {
                files.append((path: base + "/" + name, bytes: try FileBytes.read(base + "/" + name)))
            }
        }
        return files
    }

    /// A fault of a profile or suppression against the library, with the file and line in place of the document's name.
    private static func placed(
        _ error: ControlFileError, _ documents: [ProfileFile], _ exceptions: SuppressionFile?
    ) -> RuntimeFailure {
        if let document = documents.first(where: { $0.label == error.file }) {
            return document.file.failure(error.field, error.message, error.hint)
        }
        if let exceptions, let failure = exceptions.failure(error) { return failure }
        return .usage(error.description)
    }
}
