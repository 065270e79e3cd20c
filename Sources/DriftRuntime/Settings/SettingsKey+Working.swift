/// Limits, and what the process tells of itself.
extension SettingsKey {
    static let batchRecords = SettingsKey(
        "batch.records", .number(1...1_000_000, unit: "records"), standard: "10000",
        "How much one transaction takes in at most.")
    static let batchBytes = SettingsKey(
        "batch.bytes", .number(1...(1 << 30), unit: "bytes"), standard: "16777216",
        "How much one transaction takes in at most; one record is taken whatever its size.")
    static let waitMilliseconds = SettingsKey(
        "batch.wait_ms", .number(1...10_000, unit: "ms"), standard: "100",
        "How long a poll waits for the first record.")
    static let startSeconds = SettingsKey(
        "limits.start_seconds", .number(1...3_600, unit: "s"), standard: "30",
        "How long the brokers have to answer at the start.")
    static let stopSeconds = SettingsKey(
        "limits.stop_seconds", .number(1...3_600, unit: "s"), standard: "30",
        "How long a graceful stop may take; then the process ends all the same.")
    static let unpackedBytes = SettingsKey(
        "limits.unpacked_bytes", .number(1_024...(1 << 31), unit: "bytes"), standard: "67108864",
        "The most bytes that a packed record may unpack to; beyond it the record is a dead letter, `too-large`."
    )
    static let recordBytes = SettingsKey(
        "limits.record_bytes", .number(1_024...(1 << 30), unit: "bytes"), standard: "900000",
        "The largest record that `route` writes; a larger event is a dead letter, `too-large`.")
    static let poisonCrashes = SettingsKey(
        "limits.poison_crashes", .number(1...100, unit: "crashes"), standard: "3",
        "A record in which the process crashed so often in a row is a dead letter, `poison`; needs state.directory."
    )

    static let logLevel = SettingsKey(
        "log.level",
        .word(["trace", "debug", "info", "notice", "warning", "error", "critical"]), standard: "info",
        "The least level that is logged.")
    static let logFormat = SettingsKey(
        "log.format", .word(["text", "json"]), standard: "text",
        "How a line of the log looks; json is one object a line.")
    static let httpAddress = SettingsKey(
        "http.address", .text, standard: "127.0.0.1",
        "Where /healthz, /readyz and /metrics are served, to anybody: do not open it wide. Profiles are taken there too, beyond loopback only with `http.oidc_issuer`."
    )
    static let httpPort = SettingsKey(
        "http.port", .number(0...65_535, unit: "port"), standard: "9464", "The port; 0 serves nothing.")
}
