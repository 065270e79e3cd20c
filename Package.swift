// swift-tools-version: 6.2
import PackageDescription

/// The settings of every Swift target; no target can forget them because `module` and `suite` apply them.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    // Debug builds, and so all tests, check at run time that no two accesses overlap; it is a tenth of an event.
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// The product's modules are optimized in debug builds too, since the suites run whole estates through them: the tests take
/// half as long. Overflow, bounds and exclusive access are checked as before.
let optimized: [SwiftSetting] = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// One Swift module and what it may import; TidyTests holds the same table.
func module(_ name: String, _ dependencies: Target.Dependency..., exclude: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: optimized)
}

/// The tests of one module or of one claim about the whole.
func suite(_ name: String, _ dependencies: Target.Dependency...) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let flyingFox = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "plumbline",
    products: [.executable(name: "plumbline", targets: ["plumbline"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        // The doors to C and C++ libraries: a module map and, where one call must do more, a shim.
        .target(
            name: "CSimdjson", cxxSettings: [.unsafeFlags(["-O3"])],
            linkerSettings: [.linkedLibrary("simdjson")]),
        .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
        .systemLibrary(name: "CRdkafka", pkgConfig: "rdkafka", providers: [.apt(["librdkafka-dev"])]),
        .systemLibrary(name: "CRocksDB", pkgConfig: "rocksdb", providers: [.apt(["librocksdb-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

        // Pure modules.
        module("JSONTokens", "CSimdjson"),
        module("CloudModel", "JSONTokens"),
        module("Expressions", "JSONTokens", "CRE2"),
        module("WireFormats", "CloudModel", "JSONTokens", "CZlib", "CCrypto"),
        module("ResourceGraph", "CloudModel", "JSONTokens"),
        module(
            "Controls", "CloudModel", "JSONTokens", "Expressions", "ResourceGraph", yams, exclude: ["Packs"]),
        module("Remediation", "CloudModel", "JSONTokens", "Expressions", "ResourceGraph", "Controls"),
        module(
            "DriftEngine", "CloudModel", "JSONTokens", "Expressions", "ResourceGraph", "Controls",
            "Remediation",
            "WireFormats"),
        module(
            "Simulation", "CloudModel", "JSONTokens", "Expressions", "ResourceGraph", "Controls",
            "Remediation",
            "WireFormats", "DriftEngine"),

        // The edges: threads, files, Kafka.
        module("KafkaLog", "CRdkafka"),
        module("StateStore", "CRocksDB"),
        module(
            "DriftRuntime", "CloudModel", "JSONTokens", "Controls", "DriftEngine", "WireFormats", "KafkaLog",
            "StateStore", "Telemetry", "CCrypto", "CCurl", "CZlib", yams, logging),
        module("Telemetry"),
        module("AdminAPI", "Telemetry", flyingFox, flyingSocks),
        .executableTarget(
            name: "plumbline",
            dependencies: [
                "CloudModel", "JSONTokens", "Expressions", "Controls", "DriftEngine", "DriftRuntime",
                "Simulation",
                "KafkaLog", "WireFormats", "ResourceGraph", "AdminAPI", "Telemetry", argumentParser, logging,
            ],
            swiftSettings: settings),

        // Checks outputs against `schemas/`; for suites only.
        .target(
            name: "SchemaSupport", dependencies: ["JSONTokens"], path: "Tests/SchemaSupport",
            swiftSettings: settings),

        // What every log has to promise to the worker's loop; for suites only.
        .target(
            name: "LogContract", dependencies: ["DriftEngine", "WireFormats", "CloudModel"],
            path: "Tests/LogContract", swiftSettings: settings),

        // What every local store has to promise to the worker's loop; for suites only.
        .target(
            name: "StoreContract", dependencies: ["DriftEngine", "CloudModel"], path: "Tests/StoreContract",
            swiftSettings: settings),

        // Makes tokens as an issuer would; for suites only.
        .target(
            name: "TokenSupport", dependencies: ["CCrypto"], path: "Tests/TokenSupport",
            swiftSettings: settings),

        suite("JSONTokensTests", "JSONTokens"),
        suite("CloudModelTests", "CloudModel", "JSONTokens"),
        suite("ExpressionsTests", "Expressions", "JSONTokens"),
        suite("WireFormatsTests", "WireFormats", "CloudModel", "JSONTokens", "SchemaSupport"),
        suite("ResourceGraphTests", "ResourceGraph", "CloudModel", "JSONTokens"),
        suite("ControlsTests", "Controls", "ResourceGraph", "Expressions", "CloudModel", "JSONTokens"),
        suite("StateStoreTests", "StateStore", "StoreContract"),
        suite("TelemetryTests", "Telemetry"),
        suite("AdminAPITests", "AdminAPI", "Telemetry"),
        suite("KafkaLogTests", "KafkaLog", "CRdkafka"),
        suite(
            "DriftRuntimeTests", "DriftRuntime", "DriftEngine", "Simulation", "Controls", "WireFormats",
            "CloudModel", "JSONTokens", "KafkaLog", "StateStore", "StoreContract", "CZlib", "SchemaSupport",
            "TokenSupport",
            logging),
        suite(
            "ConformanceTests", "DriftRuntime", "DriftEngine", "Simulation", "WireFormats", "CloudModel",
            "JSONTokens", "SchemaSupport", "plumbline"),
        // Processes of their own against a cluster; the built executable is found beside the tests.
        suite(
            "IntegrationTests", "DriftRuntime", "DriftEngine", "WireFormats", "CloudModel", "KafkaLog",
            "JSONTokens", "SchemaSupport", "Simulation", "LogContract", "StoreContract", "TokenSupport",
            "plumbline",
            logging),
        suite(
            "SimulationTests", "Simulation", "DriftEngine", "Controls", "WireFormats", "CloudModel",
            "JSONTokens", "LogContract", "StoreContract"),
        suite(
            "DriftEngineTests", "DriftEngine", "Simulation", "Controls", "WireFormats", "CloudModel",
            "JSONTokens", "ResourceGraph"),
        suite("TidyTests", yams),
    ],
    cxxLanguageStandard: .cxx17
)

// With PLUMBLINE_SUITES="A B" the package is these suites and what they need: a sanitizer compiles what it runs.
if let suites = Context.environment["PLUMBLINE_SUITES"] {
    var needed = Set(suites.split(separator: " ").map(String.init))
    var waiting = Array(needed)
    while let name = waiting.popLast() {
        guard let target = package.targets.first(where: { $0.name == name }) else {
            fatalError("PLUMBLINE_SUITES: no target is named \(name)")
        }
        for case .byNameItem(let dependency, _) in target.dependencies
        where needed.insert(dependency).inserted {
            waiting.append(dependency)
        }
    }
    package.targets.removeAll { !needed.contains($0.name) }
    package.products = []
}
