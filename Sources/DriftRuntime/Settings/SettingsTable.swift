/// Every key of the settings file but librdkafka's own properties, in the order in which people read them.
public enum SettingsTable {
    /// All of them.
    public static let keys = general + topics + controls + working + serving + oauth + route

    /// The sections whose members are librdkafka's properties and pass through: the cluster of the outputs, and
    /// that of the inputs where it is another one.
    static let kafkaSections = ["kafka", "input_kafka"]

    private static let general: [SettingsKey] = [
        .group, .transactionalPrefix, .instance, .delivery, .stateDirectory,
        .residentResources,
    ]
    private static let topics: [SettingsKey] = [
        .topicPrefix, .partitions, .replication, .retentionDays,
    ]
    private static let controls: [SettingsKey] = [
        .packs, .profiles, .suppressions, .stalenessHours, .regionSilenceHours, .regionDays,
    ]
    private static let working: [SettingsKey] = [
        .batchRecords, .batchBytes, .waitMilliseconds, .startSeconds, .stopSeconds, .unpackedBytes,
        .recordBytes, .poisonCrashes,
    ]
    private static let serving: [SettingsKey] = [
        .logLevel, .logFormat, .httpAddress, .httpPort, .oidcIssuer, .oidcAudience, .oidcKeys, .oidcAuthority,
        .oidcRolesClaim, .oidcEditorRole, .oidcApproverRole,
    ]
    private static let oauth: [SettingsKey] = [
        .oauthMethod, .tokenURL, .clientID, .clientSecret, .scope, .tokenAuthority, .region, .credentialsFile,
    ]
    private static let route: [SettingsKey] = [.routeSources, .routeGroup, .routeMemory, .routePort]

    /// The key of a topic's whole name.
    static func name(of base: String) -> SettingsKey {
        SettingsKey(
            "topics.names.\(base)", .text, note: "topics.prefix + \(base)",
            "The whole name of the topic, if it is called otherwise.")
    }

    /// All keys, those of the topics' names included.
    static var all: [SettingsKey] {
        keys + TopicLayout.all(TopicSettings()).map { name(of: $0.base) }
    }

    /// The names that may stand under a section (empty for the file itself), sections included.
    static func children(of section: String) -> [String] {
        let prefix = section.isEmpty ? "" : section + "."
        var names = section.isEmpty ? kafkaSections : []
        for key in all where key.fileField.hasPrefix(prefix) {
            let rest = key.fileField.dropFirst(prefix.count)
            let name = String(rest.prefix { $0 != "." })
            if !names.contains(name) { names.append(name) }
        }
        return names
    }
}
