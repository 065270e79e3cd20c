public import CloudModel

/// One version of one benchmark: which of its numbers are which of our controls.
public struct BenchmarkMap: Sendable {
    /// `cis-aws`, `cis-azure` or `cis-gcp`.
    public let name: String
    /// The version, such as `3.0`.
    public let version: String
    /// Other names of the version, such as `4.0.1` for 4.0.
    public let aliases: [String]
    /// The numbers that have a control, in the order of the file.
    public let entries: [Entry]
    /// The numbers that have none yet.
    public let planned: [Planned]

    /// A number that has a control.
    public struct Entry: Hashable, Sendable {
        /// The control's id.
        public let control: String
        /// The number with its level and assessment.
        public let number: BenchmarkNumber
    }

    /// A number that has no control yet.
    public struct Planned: Hashable, Sendable {
        /// The number.
        public let number: String
        /// The catalogue's key.
        public let key: String
    }

    /// The provider of the benchmark.
    public var provider: Provider? { Provider.allCases.first { name == "cis-\($0.rawValue)" } }
}

extension BenchmarkMap {
    /// Reads one map. Whether its controls exist is checked when a catalogue is made.
    ///
    /// - Parameters:
    ///   - path: how errors call the file.
    ///   - bytes: the file.
    /// - Throws: the first fault of the file with its place.
    public init(path: String, bytes: [UInt8]) throws(ControlFileError) {
        let map = try YAMLDocument(path: path, bytes: bytes).root.map([
            "benchmark", "version", "also", "numbers", "planned",
        ])
        let names = Provider.allCases.map { ("cis-\($0.rawValue)", "cis-\($0.rawValue)") }
        name = try map.required("benchmark").word(names)
        version = try map.required("version").filledText()
        aliases = try map.optional("also")?.texts() ?? []
        var seen: Set<Entry> = []
        var numbers: Set<String> = []
        var entries: [Entry] = []
        for field in try map.required("numbers").list() {
            let entry = try BenchmarkMap.entry(field, name, version)
            // One recommendation may be about several services, and so be several controls.
            if !seen.insert(entry).inserted {
                throw field.error("The number \(entry.number.number) stands twice with one control.")
            }
            numbers.insert(entry.number.number)
            entries.append(entry)
        }
        self.entries = entries
        var planned: [Planned] = []
        for field in try map.optional("planned")?.list() ?? [] {
            let map = try field.map(["number", "key"])
            let number = try BenchmarkMap.number(map)
            if !numbers.insert(number).inserted {
                throw field.error("The number \(number) stands twice in the map.")
            }
            planned.append(Planned(number: number, key: try map.required("key").filledText()))
        }
        self.planned = planned
    }

    private static func entry(
        _ field: YAMLField, _ name: String, _ version: String
    ) throws(ControlFileError) -> Entry {
        let map = try field.map(["number", "control", "level", "assessment"])
        return Entry(
            control: try map.required("control").filledText(),
            number: BenchmarkNumber(
                name: name, version: version, number: try number(map),
                level: try map.required("level").word([("1", 1), ("2", 2)]),
                assessment: try map.required("assessment").word([
                    ("automated", "automated"), ("manual", "manual"),
                ])))
    }

    private static func number(_ map: YAMLMap) throws(ControlFileError) -> String {
        try map.required("number").filledText()
    }
}
