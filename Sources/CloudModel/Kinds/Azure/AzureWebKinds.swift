extension KindCatalog {
    /// Sites of App Service. Most of their settings are children named `web`, `authsettings`, `authsettingsV2`.
    static let azureWebKinds: [KindSchema] = [
        azureResource(
            "Microsoft.Web/sites",
            [
                .register("kind", .string), AzureProperty.identity,
                .register("httpsOnly", .bool),
                .register("clientCertEnabled", .bool),
                .register("clientCertMode", .word(["Required", "Optional", "OptionalInteractiveUser"])),
                AzureProperty.publicNetworkAccess,
            ]),
        azureChild(
            "Microsoft.Web/sites/config",
            [
                // Of `web`.
                .register("minTlsVersion", .string),
                .register("http20Enabled", .bool),
                .register("ftpsState", .word(["AllAllowed", "FtpsOnly", "Disabled"])),
                .register("remoteDebuggingEnabled", .bool),
                .register("linuxFxVersion", .string),
                .register("phpVersion", .string),
                .register("pythonVersion", .string),
                .register("javaVersion", .string),
                // Of `authsettingsV2` and, older, `authsettings`.
                .register("platform", .object(["enabled": .bool])),
                .register("enabled", .bool),
            ]),
        azureChild(
            "Microsoft.Web/sites/basicPublishingCredentialsPolicies", [.register("allow", .bool)]),
    ]
}
