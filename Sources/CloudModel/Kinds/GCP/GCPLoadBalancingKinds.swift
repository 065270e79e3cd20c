extension KindCatalog {
    /// What stands between the internet and a service.
    static let gcpLoadBalancingKinds: [KindSchema] =
        ["BackendService", "RegionBackendService"].map { name in
            gcp(
                "compute.googleapis.com/" + name,
                [
                    GCPProperty.name, .register("loadBalancingScheme", .string),
                    .register("protocol", .string),
                    .register("logConfig", .object(["enable": .bool, "sampleRate": .double])),
                    .register("iap", .object(["enabled": .bool])),
                ])
        }
        + ["ForwardingRule", "GlobalForwardingRule"].map { name in
            gcp(
                "compute.googleapis.com/" + name,
                [
                    .register(
                        "target", .string, refersTo: "compute.googleapis.com/TargetHttpsProxy",
                        "compute.googleapis.com/TargetSslProxy"),
                    .register("loadBalancingScheme", .string),
                    .register("network", .string, refersTo: "compute.googleapis.com/Network"),
                    GCPProperty.labels,
                ])
        } + [
            gcp(
                "compute.googleapis.com/SslPolicy",
                [
                    .register("profile", .word(["COMPATIBLE", "MODERN", "RESTRICTED", "CUSTOM"])),
                    .register("minTlsVersion", .word(["TLS_1_0", "TLS_1_1", "TLS_1_2", "TLS_1_3"])),
                    .register("customFeatures", .list(.string)),
                ]),
            gcp(
                "compute.googleapis.com/TargetHttpsProxy",
                [
                    .register("sslPolicy", .string, refersTo: "compute.googleapis.com/SslPolicy"),
                    .register("urlMap", .string, refersTo: "compute.googleapis.com/UrlMap"),
                ]),
            gcp(
                "compute.googleapis.com/TargetSslProxy",
                [
                    .register("sslPolicy", .string, refersTo: "compute.googleapis.com/SslPolicy"),
                    .register("service", .string, refersTo: "compute.googleapis.com/BackendService"),
                ]),
            gcp(
                "compute.googleapis.com/UrlMap",
                [
                    .register(
                        "defaultService", .string, refersTo: "compute.googleapis.com/BackendService",
                        "compute.googleapis.com/RegionBackendService"),
                    .register(
                        "pathMatchers",
                        .list(
                            .object([
                                "name": .string, "defaultService": .string,
                                "pathRules": .list(
                                    .object(["paths": .list(.string), "service": .string])),
                            ])),
                        refersTo: .kind("compute.googleapis.com/BackendService", at: "defaultService"),
                        .kind("compute.googleapis.com/BackendService", at: "pathRules", "service")),
                ]),
        ]
}
