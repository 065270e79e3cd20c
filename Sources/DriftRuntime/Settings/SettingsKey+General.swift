/// Who we are, what the topics are called, which controls count.
extension SettingsKey {
    static let group = SettingsKey(
        "group", .text, standard: "plumbline",
        "The consumer group; the processes of one group share the partitions.")
    static let transactionalPrefix = SettingsKey(
        "transactional_id_prefix", .text, standard: "plumbline",
        "With `instance` it names a process's transactions; every process needs its own name.")
    static let instance = SettingsKey(
        "instance", .text, note: "the host's name",
        "What tells this process from the others; a restart must keep it.")
    static let delivery = SettingsKey(
        "delivery", .word(["exactly-once", "at-least-once"]), standard: "exactly-once",
        "How outputs are written; at-least-once is for clusters without transactions: repeats have the same ids."
    )
    static let stateDirectory = SettingsKey(
        "state.directory", .path, note: "/var/tmp/plumbline/ and the transactional id",
        "Where the process keeps what it may lose: the partitions' committed state, and the mark that finds a record that crashes it."
    )

    static let residentResources = SettingsKey(
        "state.resident_resources", .number(0...1_000_000_000, unit: "resources"), standard: "100000",
        "How many resources of a partition may have their facts in memory between transactions, at about 4 KiB each, and how many answers to queries over resources are kept for following changes, but for those of accounts with more than 1,024 resources of a kind; the other resources take half a KiB. 0 is all."
    )

    static let topicPrefix = SettingsKey(
        "topics.prefix", .text, standard: "plumbline.", "What every topic's name begins with.")
    static let partitions = SettingsKey(
        "topics.partitions", .number(1...10_000, unit: "partitions"), standard: "6",
        "The partition count of every topic keyed by account; it cannot be changed later.")
    static let replication = SettingsKey(
        "topics.replication", .number(1...100, unit: "brokers"), note: "the cluster's",
        "How many brokers keep each topic that `topics create` makes.")
    static let retentionDays = SettingsKey(
        "topics.retention_days", .number(1...36_500, unit: "days"), standard: "7",
        "How long inputs and outputs that are not compacted are kept.")

    static let packs = SettingsKey(
        "controls.packs", .paths, "Directories of your own control files.")
    static let profiles = SettingsKey(
        "controls.profiles", .paths, note: "level 1 of the newest benchmarks, no automation",
        "Files with one profile each.")
    static let stalenessHours = SettingsKey(
        "feed.staleness_hours", .number(0...87_600, unit: "h"), standard: "72",
        "How long an account's log may be silent until verdicts that pass on its word are unknown; 0 lets them stand."
    )
    static let regionSilenceHours = SettingsKey(
        "feed.region_silence_hours", .number(0...672, unit: "h"), standard: "24",
        "How long a region that was heard often may at least be silent, while its account is heard, until it is missed; three times its longest silence of four weeks if that is longer. 0 misses none."
    )
    static let regionDays = SettingsKey(
        "feed.region_days", .number(1...28, unit: "days"), standard: "10",
        "On how many of the four weeks' days before its last record a region must have been heard to be missed."
    )
    static let suppressions = SettingsKey(
        "controls.suppressions", .path, "A file with suppressions.")
}
