extension KindCatalog {
    /// Networks, their rules, and names.
    static let gcpNetworkKinds: [KindSchema] = [
        gcp(
            "compute.googleapis.com/Firewall",
            [
                .register("network", .string, refersTo: "compute.googleapis.com/Network"),
                .register("direction", .string),
                .register("disabled", .bool),
                .register("priority", .int),
                .register("sourceRanges", .list(.string)),
                .register("sourceTags", .list(.string)),
                .register("sourceServiceAccounts", .list(.string)),
                .register("allowed", .list(firewallProtocol)),
                .register("denied", .list(firewallProtocol)),
            ]),
        gcp(
            "compute.googleapis.com/Network",
            [
                GCPProperty.name, .register("IPv4Range", .string), .register("autoCreateSubnetworks", .bool),
            ]),
        gcp(
            "compute.googleapis.com/Subnetwork",
            [
                .register("network", .string, refersTo: "compute.googleapis.com/Network"),
                .register("purpose", .string), .register("enableFlowLogs", .bool),
                .register(
                    "logConfig",
                    .object([
                        "enable": .bool, "aggregationInterval": .string, "flowSampling": .double,
                        "metadata": .string, "filterExpr": .string,
                    ])),
            ]),
        gcp(
            "dns.googleapis.com/ManagedZone",
            [
                .register("dnsName", .string), .register("visibility", .word(["public", "private"])),
                .register(
                    "dnssecConfig",
                    .object([
                        "state": .word(["on", "off", "transfer"]),
                        "defaultKeySpecs": .list(.object(["keyType": .string, "algorithm": .string])),
                    ])),
                GCPProperty.labels,
            ]),
        gcp(
            "dns.googleapis.com/Policy",
            [
                .register("enableLogging", .bool),
                .register(
                    "networks", .list(.object(["networkUrl": .string])),
                    refersTo: .kind("compute.googleapis.com/Network", at: "networkUrl")),
            ]),
    ]

    private static let firewallProtocol = ValueType.object(["IPProtocol": .string, "ports": .list(.string)])
}
