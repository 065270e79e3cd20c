internal import WireFormats

/// One right that a role needs on the cluster.
public struct AccessRule: Sendable, Hashable {
    /// The commands that can be given a name of their own.
    public enum Role: String, Sendable, CaseIterable {
        case run, route
        case topicsCreate = "topics create"
        case doctor
    }

    /// Who needs it.
    public let role: Role
    /// What may be done, as Kafka's tools spell it.
    public let operations: [String]
    /// `topic`, `group`, `transactional-id` or `cluster`.
    public let resource: String
    /// Its name; with a `*` at its end every name that begins so.
    public let name: String

    init(_ role: Role, _ operations: [String], _ resource: String, _ name: String = "") {
        self.role = role
        self.operations = operations
        self.resource = resource
        self.name = name
    }

    /// What Kafka's own tool is told to grant it.
    public var command: String {
        var parts = ["kafka-acls.sh --bootstrap-server BROKERS --add --allow-principal User:\(principal)"]
        parts += operations.map { "--operation \($0)" }
        if resource == "cluster" {
            parts.append("--cluster")
        } else if name.hasSuffix("*"), name != "*" {
            parts.append("--\(resource) '\(name.dropLast())' --resource-pattern-type prefixed")
        } else {
            parts.append("--\(resource) '\(name)'")
        }
        return parts.joined(separator: " ")
    }

    private var principal: String { role.rawValue.split(separator: " ").joined(separator: "-").uppercased() }

    /// Every right that a role needs under these settings, the least there is.
    public static func all(_ settings: RunSettings) -> [AccessRule] {
        run(settings) + route(settings) + [
            AccessRule(.topicsCreate, ["Create", "Describe"], "topic", settings.topics.prefix + "*"),
            AccessRule(.doctor, ["Describe", "DescribeConfigs"], "topic", settings.topics.prefix + "*"),
            AccessRule(.doctor, ["Describe", "Read"], "group", settings.group),
            AccessRule(.doctor, ["Describe", "Write"], "transactional-id", settings.transactionalID + "*"),
        ]
    }

    private static func run(_ settings: RunSettings) -> [AccessRule] {
        let topics = settings.topics
        // Posted profiles, and what is told of them.
        let approvals = settings.http == nil ? [] : [topics.name("approvals")]
        let reads = topics.coPartitioned + topics.documents + approvals
        let writes =
            OutputTopic.ofDetector.map { topics.name(of: $0) } + approvals
            + (approvals.isEmpty ? [] : [topics.name("profiles")])
        return reads.map { AccessRule(.run, ["Read", "Describe"], "topic", $0) }
            + writes.map { AccessRule(.run, ["Write", "Describe"], "topic", $0) }
            + [
                AccessRule(.run, ["Read", "Describe"], "group", settings.group + "*"),
                AccessRule(.run, ["Write", "Describe"], "transactional-id", settings.transactionalID + "*"),
            ]
    }

    private static func route(_ settings: RunSettings) -> [AccessRule] {
        let writes = OutputTopic.ofRoute.map { settings.topics.name(of: $0) }
        return settings.route.sources.map { AccessRule(.route, ["Read", "Describe"], "topic", $0) }
            + writes.map { AccessRule(.route, ["Write", "Describe"], "topic", $0) }
            + [
                AccessRule(.route, ["Read", "Describe"], "group", settings.route.group + "*"),
                AccessRule(
                    .route, ["Write", "Describe"], "transactional-id", settings.route.transactionalID + "*"),
            ]
    }
}
