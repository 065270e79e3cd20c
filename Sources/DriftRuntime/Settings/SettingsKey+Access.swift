/// Tokens for the brokers, and `plumbline route`.
extension SettingsKey {
    static let oauthMethod = SettingsKey(
        "oauth.method", .word(["none", "client_credentials", "aws_msk_iam"]), standard: "none",
        "Where the token of SASL OAUTHBEARER comes from.")
    static let tokenURL = SettingsKey(
        "oauth.token_url", .text, "client_credentials: the token endpoint; https only.")
    static let clientID = SettingsKey("oauth.client_id", .text, "client_credentials: who asks.")
    static let clientSecret = SettingsKey("oauth.client_secret", .secret, "client_credentials: the secret.")
    static let scope = SettingsKey("oauth.scope", .text, "client_credentials: what is asked for.")
    static let tokenAuthority = SettingsKey(
        "oauth.ca_file", .path, note: "the system's",
        "client_credentials: certificates that the endpoint's must come from.")
    static let region = SettingsKey(
        "oauth.region", .text, note: "AWS_REGION", "aws_msk_iam: the cluster's region.")
    static let credentialsFile = SettingsKey(
        "oauth.credentials_file", .path, note: "AWS_ACCESS_KEY_ID and so on",
        "aws_msk_iam: a file as ~/.aws/credentials, profile `default`, read anew for each token.")

    static let routeSources = SettingsKey(
        "route.sources", .texts, "route: the raw topics that are split and keyed by account.")
    static let routeGroup = SettingsKey(
        "route.group", .text, standard: "plumbline-route",
        "route: the consumer group; each source has one of its own, GROUP-SOURCE.")
    static let routeMemory = SettingsKey(
        "route.credentials", .number(1_000...10_000_000, unit: "credentials"), standard: "100000",
        "route: how many credentials per hour are remembered to pass one read of each; more pass repeats.")
    static let routePort = SettingsKey(
        "route.http_port", .number(0...65_535, unit: "port"), standard: "9465",
        "route: where it serves its health and metrics, at `http.address`; 0 serves nothing.")
}
