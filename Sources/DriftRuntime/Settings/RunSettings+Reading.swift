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
        let file = try SettingsReader(source)
        kafka = try KafkaAccess.settings(file)
        inputKafka = try KafkaAccess.inputSettings(file)
        group = try file.text(.group) ?? ""
        let instance = try file.text(.instance) ?? host
        transactionalID = "\(try file.text(.transactionalPrefix) ?? "")-\(instance)"
        isExactlyOnce = try file.word(.delivery) == "exactly-once"
        topics = try TopicSettings(file)
        controls = ControlSettings(
            packs: try file.paths(.packs), profiles: try file.paths(.profiles),
            suppressions: try file.path(.suppressions))
        let staleness = try file.number(.stalenessHours)
        stalenessHours = staleness == 0 ? nil : staleness
        let regionSilence = try file.number(.regionSilenceHours)
        regionSilenceHours = regionSilence == 0 ? nil : regionSilence
        regionDays = try file.number(.regionDays)
        batch = BatchLimit(
            records: try file.number(.batchRecords), bytes: try file.number(.batchBytes))
        waitMilliseconds = try file.number(.waitMilliseconds)
        startSeconds = try file.number(.startSeconds)
        stopSeconds = try file.number(.stopSeconds)
        records = try RecordLimits(file)
        stateDirectory = try file.path(.stateDirectory) ?? "/var/tmp/plumbline/\(transactionalID)"
        let resident = try file.number(.residentResources)
        residentResources = resident == 0 ? nil : resident
        log = try LogSettings(file)
        let port = try file.number(.httpPort)
        let access = try AccessSettings.read(file)
        http =
            port == 0
            ? nil : HTTPSettings(address: try file.text(.httpAddress) ?? "", port: port, access: access)
        route = try RouteSettings(file, instance: instance)
        unknownVariables = Self.unknownVariables(source)
    }

    /// Variables are told, not refused: orchestrators make some of their own, as PLUMBLINE_PORT for a service
    /// of that name.
    private static func unknownVariables(_ source: SettingsSource) -> [String] {
        let known = SettingsTable.all.flatMap { key in
            if case .secret = key.kind {
                return [key.variable, key.variable + SettingsReader.fileVariableSuffix]
            }
            return [key.variable]
        }
        let sections = SettingsTable.kafkaSections.map { SettingsSource.variable($0 + ".") }
        return source.environment.keys.sorted().filter { name in
            !known.contains(name) && !sections.contains { name.hasPrefix($0) }
        }.map {
            guard let nearest = Suggestion.nearest(to: $0, among: known) else { return $0 }
            return "\($0); did you mean \(nearest)?"
        }
    }
}

extension RecordLimits {
    init(_ file: SettingsReader) throws(RuntimeFailure) {
        self.init()
        unpackedBytes = try file.number(.unpackedBytes)
        routedBytes = try file.number(.recordBytes)
        poisonCrashes = try file.number(.poisonCrashes)
    }
}

extension LogSettings {
    init(_ file: SettingsReader) throws(RuntimeFailure) {
        self.init()
        level = try file.word(.logLevel)
        isJSON = try file.word(.logFormat) == "json"
    }
}

extension RouteSettings {
    init(_ file: SettingsReader, instance: String) throws(RuntimeFailure) {
        self.init()
        sources = try file.texts(.routeSources)
        group = try file.text(.routeGroup) ?? group
        transactionalID = "\(try file.text(.transactionalPrefix) ?? "")-route-\(instance)"
        credentials = try file.number(.routeMemory)
        let port = try file.number(.routePort)
        http = port == 0 ? nil : HTTPSettings(address: try file.text(.httpAddress) ?? "", port: port)
    }
}

extension TopicSettings {
    init(_ file: SettingsReader) throws(RuntimeFailure) {
        self.init()
        prefix = try file.text(.topicPrefix) ?? prefix
        partitions = try file.number(.partitions)
        replication = try file.optionalNumber(.replication)
        retentionDays = try file.number(.retentionDays)
        let bases = TopicLayout.all(self).map(\.base)
        for base in bases {
            if let name = try file.text(SettingsTable.name(of: base)) { names[base] = name }
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
