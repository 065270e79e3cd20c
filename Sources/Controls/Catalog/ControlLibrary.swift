public import CloudModel

/// Every control file and benchmark map at hand, read and checked against each other, before any profile selects.
public struct ControlLibrary: Sendable {
    /// The control files, sorted by id.
    public let controls: [ControlFile]
    /// The benchmark maps, sorted by name and version.
    public let benchmarks: [BenchmarkMap]
    private let numbersByControl: [String: [BenchmarkNumber]]

    private init(
        controls: [ControlFile], benchmarks: [BenchmarkMap], numbersByControl: [String: [BenchmarkNumber]]
    ) {
        self.controls = controls
        self.benchmarks = benchmarks
        self.numbersByControl = numbersByControl
    }

    /// The same benchmark maps with some of the controls alone; ids that are not there add nothing.
    public func keeping(_ ids: Set<String>) -> ControlLibrary {
        ControlLibrary(
            controls: controls.filter { ids.contains($0.id) }, benchmarks: benchmarks,
            numbersByControl: numbersByControl)
    }

    /// Reads files.
    ///
    /// - Parameters:
    ///   - files: the control files.
    ///   - benchmarks: the benchmark maps.
    /// - Throws: the first fault with its place.
    public init(
        files: [(path: String, bytes: [UInt8])], benchmarks: [(path: String, bytes: [UInt8])]
    ) throws(ControlFileError) {
        var controls: [ControlFile] = []
        var paths: [String: String] = [:]
        for file in files {
            let control = try ControlFile(path: file.path, bytes: file.bytes)
            if let other = paths.updateValue(file.path, forKey: control.id) {
                throw ControlFileError(
                    file: file.path, line: 0, column: 0, field: "id",
                    message: "The id \(control.id) is that of \(other).", hint: "ids are never used twice")
            }
            controls.append(control)
        }
        self.controls = controls.sorted { $0.id < $1.id }
        var maps: [BenchmarkMap] = []
        var numbers: [String: [BenchmarkNumber]] = [:]
        for file in benchmarks {
            let map = try BenchmarkMap(path: file.path, bytes: file.bytes)
            for entry in map.entries {
                guard paths[entry.control] != nil else {
                    throw ControlFileError(
                        file: file.path, line: 0, column: 0, field: "numbers",
                        message: "There is no control \(entry.control) for number \(entry.number.number).",
                        hint: Suggestion.hint(for: entry.control, among: self.controls.map(\.id)))
                }
                numbers[entry.control, default: []].append(entry.number)
            }
            maps.append(map)
        }
        self.benchmarks = maps.sorted {
            ($0.name, VersionOrder.parts($0.version)) < ($1.name, VersionOrder.parts($1.version))
        }
        numbersByControl = numbers
    }

    /// The built-in library, read once a process.
    ///
    /// - Throws: a fault of a built-in file.
    public static func builtIn() throws(ControlFileError) -> ControlLibrary { try readBuiltIn.get() }

    private static let readBuiltIn = Result { () throws(ControlFileError) in
        try ControlLibrary(files: BuiltInPacks.controls, benchmarks: BuiltInPacks.benchmarks)
    }

    /// The control with an id, one that watches exclusions included; nil if there is none.
    func file(named id: String) -> ControlFile? {
        if let file = controls.first(where: { $0.id == id }) { return file }
        let provider = Provider.allCases.first { ExclusionWatch.id($0) == id }
        return provider.map { ExclusionWatch.file(ResourceID.accountKind(of: $0)) }
    }

    /// Every number of a control in every loaded benchmark version, sorted.
    public func numbers(of control: String) -> [BenchmarkNumber] {
        (numbersByControl[control] ?? []).sorted()
    }

    /// The map of a provider's benchmark in a version, or in the newest one.
    func benchmark(_ provider: Provider, version: String?) -> BenchmarkMap? {
        let maps = benchmarks.filter { $0.provider == provider }
        guard let version else { return maps.last }
        let wanted = VersionOrder.parts(version)
        return maps.first { map in
            ([map.version] + map.aliases).contains { VersionOrder.parts($0) == wanted }
        }
    }
}

/// Versions as numbers: `2.10` is newer than `2.9`, and a last `.0` says nothing.
struct VersionOrder: Comparable {
    let numbers: [Int]

    /// The version's numbers.
    static func parts(_ text: String) -> VersionOrder {
        var numbers = text.split(separator: ".").map { Int($0) ?? 0 }
        while numbers.count > 1, numbers.last == 0 { numbers.removeLast() }
        return VersionOrder(numbers: numbers)
    }

    /// The version with three numbers, as people know it: `1.5.0`.
    static func long(_ text: String) -> String {
        text.split(separator: ".").count == 2 ? text + ".0" : text
    }

    static func < (left: VersionOrder, right: VersionOrder) -> Bool {
        left.numbers.lexicographicallyPrecedes(right.numbers)
    }
}
