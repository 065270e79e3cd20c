internal import Controls
internal import Foundation
internal import KafkaLog

/// What can be said without the brokers.
struct SettingsCheck {
    private let settings: RunSettings

    /// Less free room than this is told.
    private static let leastFreeBytes = 1 << 30

    init(_ settings: RunSettings) { self.settings = settings }

    func lines() -> [CheckLine] {
        variables + [security] + [controls, stateDirectory] + [http, callers].compactMap { $0 }
    }

    private var variables: [CheckLine] {
        settings.unknownVariables.map {
            CheckLine(.doubtful, "environment", "a variable means nothing: \($0)")
        }
    }

    private var security: CheckLine {
        let scheme = (settings.kafka.value(of: "security.protocol") ?? "plaintext").lowercased()
        guard !scheme.hasSuffix("ssl") else { return CheckLine(.good, "security", scheme) }
        return CheckLine(
            .doubtful, "security", "\(scheme): what goes over the network can be read",
            hint: "set kafka.security.protocol to SSL or SASL_SSL")
    }

    private var controls: CheckLine {
        do throws(RuntimeFailure) {
            let catalog = try settings.controls.catalog()
            return CheckLine(.good, "controls", "\(catalog.controls.count) are evaluated")
        } catch {
            return CheckLine(.bad, "controls", error.description)
        }
    }

    private var stateDirectory: CheckLine {
        let path = settings.stateDirectory
        let probe = path + "/.doctor-\(ProcessInfo.processInfo.processIdentifier)"
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try Data("x".utf8).write(to: URL(filePath: probe))
            try FileManager.default.removeItem(atPath: probe)
        } catch {
            return CheckLine(
                .bad, "state directory", "\(path) cannot be written to: \(error.localizedDescription)",
                hint: "name another one as state.directory, or give this user the right")
        }
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: path)
        let free = (attributes?[.systemFreeSize] as? NSNumber)?.intValue ?? .max
        guard free < Self.leastFreeBytes else { return CheckLine(.good, "state directory", path) }
        return CheckLine(.doubtful, "state directory", "\(path) has only \(free >> 20) MiB free")
    }

    private var http: CheckLine? {
        guard let http = settings.http, !["127.0.0.1", "::1", "localhost"].contains(http.address) else {
            return nil
        }
        return CheckLine(
            .doubtful, "http",
            "\(http.address) can be reached from elsewhere, and health and metrics are for anybody, without TLS",
            hint: http.access == nil
                ? "let only your monitoring reach port \(http.port)"
                : "let only your monitoring and an ingress with TLS reach port \(http.port)")
    }

    /// Whether those who post profiles could be told apart now.
    private var callers: CheckLine? {
        guard let access = settings.http?.access else { return nil }
        let subject = "tokens of \(access.verifier.issuer)"
        switch access.keys.fetch() {
        case .success(let keys):
            return CheckLine(.good, subject, "the issuer's keys can be fetched: \(keys.count)")
        case .failure(let failure):
            return CheckLine(
                .doubtful, subject, "its keys cannot be fetched: \(failure.reason)",
                hint: "until they can, nobody may post profiles; see http.oidc_keys and http.oidc_ca_file")
        }
    }
}
