internal import Controls
internal import DriftEngine
internal import KafkaLog

extension RunSettings {
    /// Reads the file at a path. `host` names the process unless the settings do.
    ///
    /// - Throws: what is wrong, with the file, the line and the field, or the variable.
    public init(
        path: String, environment: [String: String], host: String
    ) throws(RuntimeFailure) {
        let source = try SettingsSource(path: path, environment: environment)
        let file = try SettingsSection(source, known: Self.known(""))
        kafka = try KafkaProperties.read(file.members("kafka"), "kafka", source)
        inputKafka = try Self.inputKafka(file, source)
        group = try file.text("group") ?? "plumbline"
        let prefix = try file.text("transactional_id_prefix") ?? "plumbline"
        transactionalID = "\(prefix)-\(try file.text("instance") ?? host)"
        let state = try file.section("state", known: Self.known("state"))
        stateDirectory = try state.path("directory") ?? "/var/tmp/plumbline/\(transactionalID)"
        residentResources = try state.number("resident_resources", in: 1...1_000_000_000)
        topics = try TopicSettings(file)
        controls = try Self.controls(file)
        let batch = try file.section("batch", known: Self.known("batch"))
        self.batch = BatchLimit(
            records: try batch.number("records", in: 1...1_000_000) ?? 10_000,
            bytes: try batch.number("bytes", in: 1...(1 << 30)) ?? 16 << 20)
        waitMilliseconds = try batch.number("wait_ms", in: 1...10_000) ?? 100
        let limits = try file.section("limits", known: Self.known("limits"))
        startSeconds = try limits.number("start_seconds", in: 1...3_600) ?? 30
        stopSeconds = try limits.number("stop_seconds", in: 1...3_600) ?? 30
        logLevel = try Self.level(file)
        unknownVariables = Self.unknownVariables(source)
    }

    /// The cluster of the inputs, if anything names it.
    private static func inputKafka(
        _ file: SettingsSection, _ source: SettingsSource
    ) throws(RuntimeFailure) -> KafkaSettings? {
        let members = try file.members("input_kafka")
        let prefix = SettingsSource.variable("input_kafka.")
        guard !members.isEmpty || source.environment.keys.contains(where: { $0.hasPrefix(prefix) }) else {
            return nil
        }
        return try KafkaProperties.read(members, "input_kafka", source)
    }

    static func known(_ section: String) -> [String] { fields[section] ?? [] }

    private static func controls(_ file: SettingsSection) throws(RuntimeFailure) -> ControlSettings {
        let section = try file.section("controls", known: known("controls"))
        return ControlSettings(
            packs: try section.paths("packs"), profiles: try section.paths("profiles"),
            suppressions: try section.path("suppressions"))
    }

    private static func level(_ file: SettingsSection) throws(RuntimeFailure) -> String {
        let levels = ["trace", "debug", "info", "notice", "warning", "error", "critical"]
        let level = try file.section("log", known: known("log")).text("level") ?? "info"
        guard levels.contains(level) else {
            throw .usage("log.level: \"\(level)\" is not one of \(levels.joined(separator: ", "))")
        }
        return level
    }

    private static func unknownVariables(_ source: SettingsSource) -> [String] {
        let plain = fields.flatMap { section, keys in
            keys.map { SettingsSource.variable(section.isEmpty ? $0 : "\(section).\($0)") }
        }
        let names = TopicLayout.all(TopicSettings()).map {
            SettingsSource.variable("topics.names.\($0.base)")
        }
        let known = Set(plain + names)
        return source.environment.keys.sorted().filter {
            !known.contains($0) && !$0.hasPrefix(SettingsSource.variable("kafka."))
                && !$0.hasPrefix(SettingsSource.variable("input_kafka."))
        }
    }
}

extension TopicSettings {
    init(_ file: SettingsSection) throws(RuntimeFailure) {
        self.init()
        let section = try file.section("topics", known: RunSettings.known("topics"))
        prefix = try section.text("prefix") ?? prefix
        partitions = try section.number("partitions", in: 1...10_000) ?? partitions
        replication = try section.number("replication", in: 1...100)
        retentionDays = try section.number("retention_days", in: 1...36_500) ?? retentionDays
        let bases = TopicLayout.all(self).map(\.base)
        let names = try section.section("names", known: bases)
        for base in bases {
            if let name = try names.text(base) { self.names[base] = name }
        }
        try refuseSharedNames(bases)
    }

    /// Two topics under one name would mix what must be kept apart.
    private func refuseSharedNames(_ bases: [String]) throws(RuntimeFailure) {
        var owners: [String: String] = [:]
        for base in bases {
            if let other = owners.updateValue(base, forKey: name(base)) {
                throw .usage("topics.names: \(other) and \(base) have the same name, \(name(base))")
            }
        }
    }
}
