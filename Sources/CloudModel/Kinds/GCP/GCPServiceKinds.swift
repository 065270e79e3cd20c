extension KindCatalog {
    /// Services that run code, and which services are on.
    static let gcpServiceKinds: [KindSchema] = [
        gcp(
            "appengine.googleapis.com/Version",
            [
                .register("env", .string), .register("servingStatus", .string),
                .register("handlers", .list(.object(["urlRegex": .string, "securityLevel": .string]))),
            ]),
        gcp(
            "cloudfunctions.googleapis.com/CloudFunction",
            [
                .register("environmentVariables", .map(.string)),
                .register("secretEnvironmentVariables", .list(secretVariable)), GCPProperty.labels,
            ]),
        gcp(
            "cloudfunctions.googleapis.com/Function",
            [
                .register(
                    "serviceConfig",
                    .object([
                        "environmentVariables": .map(.string),
                        "secretEnvironmentVariables": .list(secretVariable),
                    ])), GCPProperty.labels,
            ]),
        gcp(
            "serviceusage.googleapis.com/Service",
            [GCPProperty.name, .register("state", .word(["ENABLED", "DISABLED"]))]),
    ]

    private static let secretVariable = ValueType.object(["key": .string, "secret": .string])
}
