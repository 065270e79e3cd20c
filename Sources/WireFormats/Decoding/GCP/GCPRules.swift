internal import CloudModel

/// The methods of kinds that need no code of their own, by service and method.
enum GCPRules {
    /// The rule of a method, named as in `GCPMethod.text`; nil if there is none.
    static func rule(service: String, method: String) -> GCPRule? { table[service]?[method] }

    /// A rule for a method that has none, on a collection whose methods have some; nil if there is no such collection.
    static func unknown(service: String, method: GCPMethod) -> GCPRule? {
        guard let collection = collections[service]?[method.collection] else { return nil }
        return GCPRule(kind: collection.kind, collection: method.collection, deed: .opens([]))
    }

    /// Methods of the collections with rules that leave every property of the schemas as it was.
    static let harmlessVerbs: Set<String> = [
        "addMaintenance", "addPeering", "addResourcePolicies", "addSignedUrlKey", "createSnapshot",
        "deleteSignedUrlKey", "demoteMaster", "expandIpCidrRange", "failover", "import", "insertBackup",
        "invalidateCache", "performMaintenance", "promoteReplica", "removePeering",
        "removeResourcePolicies", "reset", "resetSslConfig", "resize", "restart", "resume",
        "rotateServerCa", "sendDiagnosticInterrupt", "setCertificateMap", "setDeletionProtection",
        "setDiskAutoDelete", "setIamPolicy", "setMachineResources", "setMachineType", "setMinCpuPlatform",
        "setPrivateIpGoogleAccess", "setProxyHeader", "setQuicOverride", "setScheduling", "setSecurityPolicy",
        "setShieldedInstanceIntegrityPolicy", "setSslCertificates", "setTags", "setUsageExportBucket",
        "simulateMaintenanceEvent", "start", "startReplica", "stop", "stopReplica", "suspend",
        "truncateLog", "updatePeering",
    ]

    /// Every rule with the names that its events are counted under.
    static var all: [(service: String, method: String, rule: GCPRule)] {
        table.keys.sorted().flatMap { service in
            (table[service] ?? [:]).sorted { $0.key < $1.key }.map { (service, $0.key, $0.value) }
        }
    }

    private static let table: [String: [String: GCPRule]] = {
        var table: [String: [String: GCPRule]] = [:]
        for (service, methods) in [
            ("compute.googleapis.com", computeMethods), ("cloudkms.googleapis.com", keyMethods),
            ("logging.googleapis.com", loggingMethods), ("monitoring.googleapis.com", monitoringMethods),
            ("cloudsql.googleapis.com", sqlMethods),
            ("cloudresourcemanager.googleapis.com", projectMethods),
        ] {
            for (name, rule) in methods {
                table[service, default: [:]][GCPMethod(service: service, name).text] = rule
            }
        }
        return table
    }()

    private static let collections: [String: [String: GCPRule]] = {
        var collections: [String: [String: GCPRule]] = [:]
        for service in ["compute.googleapis.com", "cloudsql.googleapis.com"] {
            for rule in (table[service] ?? [:]).values {
                collections[service, default: [:]][rule.collection] = rule
            }
        }
        return collections
    }()

    /// A kind's rules for methods whose names end in these verbs.
    private static func rules(
        _ kindName: String, _ collection: String, _ prefix: String, creating: [String] = [],
        sending: [String] = [], deleting: [String] = [], body: String = "", opening: [String: [String]] = [:]
    ) -> [(String, GCPRule)] {
        let kind = KindCatalog.kind(kindName)
        func rule(_ deed: GCPRule.Deed) -> GCPRule {
            GCPRule(kind: kind, collection: collection, deed: deed)
        }
        return creating.map { (prefix + $0, rule(.creates(body: body))) }
            + sending.map { (prefix + $0, rule(.sends(body: body))) }
            + deleting.map { (prefix + $0, rule(.deletes)) }
            + opening.keys.sorted().map { verb in
                (prefix + verb, rule(.opens(opening[verb, default: []].map { kind.property($0) })))
            }
    }

    private static func compute(
        _ collection: String, _ kindName: String, opening: [String: [String]] = [:],
        alsoSending: [String] = []
    ) -> [(String, GCPRule)] {
        rules(
            "compute.googleapis.com/" + kindName, collection, collection + ".", creating: ["insert"],
            sending: ["patch", "update"] + alsoSending, deleting: ["delete"], opening: opening)
    }

    private static let computeMethods: [(String, GCPRule)] = {
        let balancing =
            compute("backendServices", "BackendService")
            + compute("regionBackendServices", "RegionBackendService")
            + compute(
                "forwardingRules", "ForwardingRule", opening: ["setLabels": ["labels"]],
                alsoSending: ["setTarget"])
            + compute(
                "globalForwardingRules", "GlobalForwardingRule", opening: ["setLabels": ["labels"]],
                alsoSending: ["setTarget"])
            + compute("targetHttpsProxies", "TargetHttpsProxy", alsoSending: ["setSslPolicy", "setUrlMap"])
            + compute("regionTargetHttpsProxies", "TargetHttpsProxy", alsoSending: ["setUrlMap"])
            + compute(
                "targetSslProxies", "TargetSslProxy", opening: ["setBackendService": ["service"]],
                alsoSending: ["setSslPolicy"])
            + compute("urlMaps", "UrlMap") + compute("regionUrlMaps", "UrlMap")
        let networks =
            compute(
                "networks", "Network", opening: ["switchToCustomMode": ["autoCreateSubnetworks"]])
            + compute("subnetworks", "Subnetwork") + compute("sslPolicies", "SslPolicy")
            + compute("regionSslPolicies", "SslPolicy")
        return balancing + networks + machineMethods
    }()

    private static let machineMethods: [(String, GCPRule)] =
        compute("disks", "Disk", opening: ["setLabels": ["labels"]])
        + compute("regionDisks", "Disk", opening: ["setLabels": ["labels"]])
        + compute(
            "instances", "Instance",
            opening: [
                "addAccessConfig": ["networkInterfaces"], "attachDisk": ["disks"],
                "deleteAccessConfig": ["networkInterfaces"], "detachDisk": ["disks"],
                "setLabels": ["labels"], "setMetadata": ["metadata"],
                "setServiceAccount": ["serviceAccounts"], "updateAccessConfig": ["networkInterfaces"],
                "updateNetworkInterface": ["networkInterfaces"],
                "updateShieldedInstanceConfig": ["shieldedInstanceConfig"],
            ])
        + rules(
            "compute.googleapis.com/Project", "projects", "projects.",
            opening: ["setCommonInstanceMetadata": ["commonInstanceMetadata"]])

    private static let keyMethods: [(String, GCPRule)] =
        rules(
            "cloudkms.googleapis.com/CryptoKey", "cryptoKeys", "", creating: ["CreateCryptoKey"],
            sending: ["UpdateCryptoKey"], body: "cryptoKey",
            opening: ["UpdateCryptoKeyPrimaryVersion": ["primary"]])
        + policyMethod("cloudkms.googleapis.com/CryptoKey", "cryptoKeys", "SetIamPolicy")

    private static let loggingMethods: [(String, GCPRule)] =
        rules(
            "logging.googleapis.com/LogSink", "sinks", "google.logging.v2.ConfigServiceV2.",
            creating: ["CreateSink"], sending: ["UpdateSink"], deleting: ["DeleteSink"], body: "sink")
        + rules(
            "logging.googleapis.com/LogMetric", "metrics", "google.logging.v2.MetricsServiceV2.",
            creating: ["CreateLogMetric"], sending: ["UpdateLogMetric"], deleting: ["DeleteLogMetric"],
            body: "metric")

    private static let monitoringMethods: [(String, GCPRule)] = rules(
        "monitoring.googleapis.com/AlertPolicy", "alertPolicies", "google.monitoring.v3.AlertPolicyService.",
        creating: ["CreateAlertPolicy"], sending: ["UpdateAlertPolicy"], deleting: ["DeleteAlertPolicy"],
        body: "alertPolicy")

    private static let sqlMethods: [(String, GCPRule)] = rules(
        "sqladmin.googleapis.com/Instance", "instances", "cloudsql.instances.", creating: ["create"],
        sending: ["update"], deleting: ["delete"], body: "body")

    private static let projectMethods: [(String, GCPRule)] = [
        "SetIamPolicy", "google.cloud.resourcemanager.v3.Projects.SetIamPolicy",
    ].flatMap { policyMethod("cloudresourcemanager.googleapis.com/Project", "projects", $0) }

    private static func policyMethod(
        _ kindName: String, _ collection: String, _ method: String
    ) -> [(String, GCPRule)] {
        let rule = GCPRule(
            kind: KindCatalog.kind(kindName), collection: collection, deed: .setsPolicy)
        return [(method, rule)]
    }
}
