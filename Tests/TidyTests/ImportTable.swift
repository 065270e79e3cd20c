/// What each module may import: the arrows between our modules, and the libraries beyond them.
///
/// The arrows are the design's, and these that `Sources/README.md` explains:
/// - WireFormats → CZlib: log services put gzip inside a record, so the pure decoder inflates.
/// - WireFormats → CCrypto: SHA-256 from the system's libcrypto costs no build time; a package costs minutes.
/// - DriftRuntime → CZlib: replay reads gzip files.
/// - DriftRuntime → CCurl, CCrypto: tokens for the brokers are fetched over https, or signed; those of callers are verified.
struct ImportRule {
    let ours: Set<String>
    let outside: Set<String>

    init(_ ours: Set<String>, outside: Set<String> = []) {
        self.ours = ours
        self.outside = outside
    }
}

enum ImportTable {
    static let pureModules: Set<String> = [
        "JSONTokens", "CloudModel", "Expressions", "WireFormats", "ResourceGraph", "Controls", "Remediation",
        "DriftEngine", "Simulation",
    ]
    /// The doors to C and C++ libraries; they hold no Swift.
    static let doors: Set<String> = [
        "CSimdjson", "CRE2", "CRdkafka", "CRocksDB", "CZlib", "CCrypto", "CCurl",
    ]

    static let rules: [String: ImportRule] = [
        "JSONTokens": ImportRule(["CSimdjson"]),
        "CloudModel": ImportRule(["JSONTokens"]),
        "Expressions": ImportRule(["JSONTokens", "CRE2"]),
        "KafkaLog": ImportRule(["CRdkafka"]),
        "StateStore": ImportRule(["CRocksDB"], outside: ["Glibc"]),
        "WireFormats": ImportRule(["CloudModel", "JSONTokens", "CZlib", "CCrypto"]),
        "ResourceGraph": ImportRule(["CloudModel", "JSONTokens"]),
        "Controls": ImportRule(
            ["CloudModel", "JSONTokens", "Expressions", "ResourceGraph"], outside: ["Yams"]),
        "Telemetry": ImportRule([], outside: ["Synchronization"]),
        "AdminAPI": ImportRule(["Telemetry"], outside: ["Foundation", "FlyingFox", "FlyingSocks"]),
        "Remediation": ImportRule(["CloudModel", "JSONTokens", "Expressions", "ResourceGraph", "Controls"]),
        "DriftEngine": ImportRule(pureModules.subtracting(["DriftEngine", "Simulation"])),
        "Simulation": ImportRule(pureModules.subtracting(["Simulation"])),
        "DriftRuntime": ImportRule(
            pureModules.subtracting(["Simulation"]).union([
                "KafkaLog", "StateStore", "Telemetry", "CCrypto", "CCurl", "CZlib",
            ]),
            outside: ["Foundation", "Glibc", "Synchronization", "Yams", "Logging"]),
        "plumbline": ImportRule(
            pureModules.union(["KafkaLog", "DriftRuntime", "AdminAPI", "Telemetry"]),
            outside: ["Foundation", "Glibc", "ArgumentParser", "Logging"]),
    ]
}
