internal import Controls
internal import KafkaLog

/// Reads the properties for librdkafka, which pass through as they are, from the file and the environment.
///
/// A name that ends with `_file` stands for the property without it, whose value is the content of that file.
/// Secrets come from such files or from the environment, never from the settings file itself.
struct KafkaProperties {
    private let source: SettingsSource
    /// The field of the file that holds them.
    private let section: String
    private var properties: [(name: String, value: String)] = [("client.id", "plumbline")]

    private static let fileSuffix = SettingsKey.fileSuffix
    private var variablePrefix: String { SettingsSource.variable("\(section).") }
    /// What people set most, for hints.
    private static let common = [
        "bootstrap.servers", "security.protocol", "sasl.mechanism", "sasl.mechanisms", "sasl.username",
        "sasl.password_file", "ssl.ca.location", "ssl.certificate.location", "ssl.key.location",
        "ssl.key.password_file", "client.id", "group.instance.id", "session.timeout.ms",
        "heartbeat.interval.ms", "max.poll.interval.ms", "compression.type", "linger.ms",
        "message.max.bytes", "transaction.timeout.ms", "fetch.wait.max.ms", "client.rack",
    ]

    /// All properties, checked by librdkafka.
    static func read(
        _ members: [(key: String, value: YAMLField)], _ section: String, _ source: SettingsSource
    ) throws(RuntimeFailure) -> KafkaSettings {
        var reader = KafkaProperties(source: source, section: section)
        let variablePrefix = reader.variablePrefix
        for member in members { try reader.add(member.key, member.value) }
        for variable in source.environment.keys.sorted() where variable.hasPrefix(variablePrefix) {
            try reader.add(variable: variable, source.environment[variable] ?? "")
        }
        return try reader.settings()
    }

    private init(source: SettingsSource, section: String) {
        self.source = source
        self.section = section
    }

    private mutating func add(_ key: String, _ field: YAMLField) throws(RuntimeFailure) {
        let text = try source.reading { () throws(ControlFileError) in try field.filledText() }
        let refuse = { (message: String, hint: String) in
            // Without the line's text: it may hold a secret.
            let place = field.error("")
            return RuntimeFailure.usage(
                ControlFileError(
                    file: place.file, line: place.line, column: place.column, field: field.name,
                    message: message, hint: hint
                ).description)
        }
        if let name = Self.propertyName(ofFile: key) {
            let secret: String
            do throws(RuntimeFailure) {
                secret = try SecretFile.content(of: source.resolve(text))
            } catch {
                throw refuse(error.description, "")
            }
            if let problem = Self.problem(name, secret) { throw refuse(problem, Self.hint(key)) }
            properties.append((name, secret))
        } else {
            if let problem = Self.problem(key, text) { throw refuse(problem, Self.hint(key)) }
            if Self.isSecret(key, text) {
                let variable = SettingsSource.variable("\(section).\(key)")
                throw refuse(
                    "A secret must not stand in the settings file.",
                    "put it into a file and name that as \(key)_file, or set \(variable)")
            }
            properties.append((key, text))
        }
    }

    private mutating func add(variable: String, _ value: String) throws(RuntimeFailure) {
        let key = variable.dropFirst(variablePrefix.count).lowercased()
        var name = key.replacing("_", with: ".")
        var content = value
        if name.hasSuffix(".file"), Self.problem(name, value) != nil {
            name = String(name.dropLast(".file".count))
            do throws(RuntimeFailure) {
                content = try SecretFile.content(of: value)
            } catch {
                throw .usage("\(variable): \(error.description)")
            }
        }
        if let problem = Self.problem(name, content) { throw .usage("\(variable): \(problem)") }
        properties.append((name, content))
    }

    private func settings() throws(RuntimeFailure) -> KafkaSettings {
        guard properties.contains(where: { ["bootstrap.servers", "metadata.broker.list"].contains($0.name) })
        else {
            throw .usage(
                "\(section).bootstrap.servers: the field is missing; it names the brokers as host:port,host:port"
            )
        }
        do throws(KafkaError) {
            return try KafkaSettings(properties)
        } catch {
            throw .usage(error.message)
        }
    }

    private static func propertyName(ofFile key: String) -> String? {
        key.hasSuffix(fileSuffix) ? String(key.dropLast(fileSuffix.count)) : nil
    }

    /// What librdkafka has against a property, or nil.
    private static func problem(_ name: String, _ value: String) -> String? {
        do throws(KafkaError) {
            _ = try KafkaSettings([(name, value)])
            return nil
        } catch {
            return error.message
        }
    }

    /// The settings show every value but those of secrets.
    private static func isSecret(_ name: String, _ value: String) -> Bool {
        let settings = try? KafkaSettings([(name, value)])
        return settings?.value(of: name) == nil
    }

    private static func hint(_ key: String) -> String { Suggestion.hint(for: key, among: common) }
}
