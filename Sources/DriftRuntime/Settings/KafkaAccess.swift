internal import Foundation
internal import KafkaLog

/// librdkafka's properties, with the source of tokens that the settings ask for.
enum KafkaAccess {
    static func settings(_ file: SettingsReader) throws(RuntimeFailure) -> KafkaSettings {
        let properties = try KafkaProperties.read(file.members(of: "kafka"), "kafka", file.source)
        guard let source = try tokens(file) else { return properties }
        do throws(KafkaError) {
            var settings = properties
            for (name, value) in [("security.protocol", "SASL_SSL"), ("sasl.mechanisms", "OAUTHBEARER")] {
                if settings.value(of: name) == nil,
                    settings.value(of: name.replacing("isms", with: "ism")) == nil
                {
                    settings = try settings.setting(name, value)
                }
            }
            return try settings.setting(tokens: source)
        } catch {
            throw .usage("oauth: \(error.message)")
        }
    }

    /// The cluster of the inputs, if anything names it. It gets tokens if it says that it wants some.
    static func inputSettings(_ file: SettingsReader) throws(RuntimeFailure) -> KafkaSettings? {
        let section = "input_kafka"
        let members = try file.members(of: section)
        let prefix = SettingsSource.variable(section + ".")
        guard !members.isEmpty || file.source.environment.keys.contains(where: { $0.hasPrefix(prefix) })
        else { return nil }
        let properties = try KafkaProperties.read(members, section, file.source)
        guard properties.value(of: "sasl.mechanisms") == "OAUTHBEARER", let source = try tokens(file) else {
            return properties
        }
        do throws(KafkaError) {
            return try properties.setting(tokens: source)
        } catch {
            throw .usage("input_kafka: \(error.message)")
        }
    }

    private static func tokens(_ file: SettingsReader) throws(RuntimeFailure) -> TokenSource? {
        switch try file.word(.oauthMethod) {
        case "client_credentials":
            let credentials = try clientCredentials(file)
            return shared { credentials.fetch(at: $0) }
        case "aws_msk_iam": return try amazon(file)
        default: return nil
        }
    }

    private static func clientCredentials(_ file: SettingsReader) throws(RuntimeFailure) -> ClientCredentials
    {
        let url = try required(.tokenURL, file)
        guard url.hasPrefix("https://") else {
            throw file.refusal(
                .tokenURL, "an address with https:// was expected, so that nobody reads the secret")
        }
        guard let secret = try file.secret(.clientSecret) else {
            throw .usage(
                "oauth.client_secret: it is missing\n    hint: name a file as oauth.client_secret_file, or set "
                    + SettingsKey.clientSecret.variable)
        }
        return ClientCredentials(
            url: url, clientID: try required(.clientID, file), secret: secret, scope: try file.text(.scope),
            authority: try file.path(.tokenAuthority))
    }

    private static func amazon(_ file: SettingsReader) throws(RuntimeFailure) -> TokenSource {
        let environment = ProcessInfo.processInfo.environment
        guard let region = try file.text(.region) ?? environment["AWS_REGION"] else {
            throw .usage("oauth.region: it is missing, and AWS_REGION is not set")
        }
        let path = try file.path(.credentialsFile)
        return shared { now in
            switch credentials(path, environment) {
            case .success(let found): .success(MSKToken.make(found, region: region, at: now))
            case .failure(let failure): .failure(failure)
            }
        }
    }

    /// Read anew each time, because whoever rotates the keys rewrites the file.
    private static func credentials(
        _ path: String?, _ environment: [String: String]
    ) -> Result<AWSCredentials, TokenFailure> {
        guard let path else {
            guard let found = AWSCredentials(environment: environment) else {
                return .failure(
                    TokenFailure("neither AWS_ACCESS_KEY_ID nor oauth.credentials_file says who we are"))
            }
            return .success(found)
        }
        guard let text = try? SecretFile.content(of: path), let found = AWSCredentials(file: text) else {
            return .failure(TokenFailure("\(path) holds no keys under [default]"))
        }
        return .success(found)
    }

    private static func shared(
        _ fetch: @escaping @Sendable (Int64) -> Result<BearerToken, TokenFailure>
    ) -> TokenSource {
        let cache = TokenCache(clock: { Int64(Date().timeIntervalSince1970 * 1_000) }, fetch: fetch)
        return { cache.token() }
    }

    private static func required(_ key: SettingsKey, _ file: SettingsReader) throws(RuntimeFailure) -> String
    {
        guard let text = try file.text(key) else {
            throw .usage("\(key.path): oauth.method needs it")
        }
        return text
    }
}
