/// The Azure and GCP parts of the story: an inventory each and a few changes.
enum DemoOtherClouds {
    static var baseline: [[UInt8]] {
        azureItems + [
            closing(azure, "Microsoft.Network/networkSecurityGroups", 1),
            closing(azure, "Microsoft.Storage/storageAccounts", 1),
        ] + gcpItems + [
            closing(gcp, "compute.googleapis.com/Firewall", 1),
            closing(gcp, "storage.googleapis.com/Bucket", 1),
        ]
    }

    private static let subscription = "0b1c2d3e-0000-4000-8000-00000000a001"
    private static let azure = "azure:" + subscription
    private static let project = "acme-prod-1"
    private static let gcp = "gcp:" + project
    private static let group =
        "/subscriptions/\(subscription)/resourceGroups/rg-payroll/providers/"
    private static let networkGroup = group + "Microsoft.Network/networkSecurityGroups/nsg-payroll-web"
    private static let storage = group + "Microsoft.Storage/storageAccounts/stacmepayroll"

    private static var azureItems: [[UInt8]] {
        let rule =
            #"{"name":"allow-https","access":"Allow","direction":"Inbound","protocol":"Tcp","priority":100,"#
            + #""sourceAddressPrefix":"*","sourceAddressPrefixes":[],"sourcePortRange":"*","#
            + #""sourcePortRanges":[],"#
            + #""destinationAddressPrefix":"*","destinationAddressPrefixes":[],"destinationPortRange":"443","#
            + #""destinationPortRanges":[]}"#
        return [
            item(
                azure, "Microsoft.Network/networkSecurityGroups", networkGroup.lowercased(),
                #""location":"westeurope","securityRules":[\#(rule)],"tags":[{"Key":"team","#
                    + #""Value":"payroll"}]"#),
            item(
                azure, "Microsoft.Storage/storageAccounts", storage.lowercased(),
                #""location":"westeurope","supportsHttpsTrafficOnly":true,"minimumTlsVersion":"TLS1_2","#
                    + #""allowBlobPublicAccess":false,"publicNetworkAccess":"Enabled","#
                    + #""allowSharedKeyAccess":false,"#
                    + #""networkAcls":{"defaultAction":"Deny","bypass":"AzureServices","ipRules":[],"#
                    + #""virtualNetworkRules":[]},"allowCrossTenantReplication":false,"#
                    + #""defaultToOAuthAuthentication":true,"encryption":{"keySource":"Microsoft.Keyvault","#
                    + #""requireInfrastructureEncryption":true},"keyCreationTime":{"key1":"#
                    + #""2026-02-01T08:00:00Z","key2":"2026-02-01T08:00:00Z"},"keyPolicy":"#
                    + #"{"keyExpirationPeriodInDays":90},"kind":"StorageV2","privateEndpointConnections":[],"#
                    + #""sasPolicy":{"sasExpirationPeriod":"1.00:00:00","expirationAction":"Log"},"sku":"#
                    + #"{"name":"Standard_GRS","tier":"Standard"},"tags":[{"Key":"team","Value":"payroll"}]"#),
        ]
    }

    private static var gcpItems: [[UInt8]] {
        [
            item(
                gcp, "compute.googleapis.com/Firewall",
                "compute.googleapis.com/projects/\(project)/global/firewalls/allow-internal",
                #""network":"projects/\#(project)/global/networks/prod","direction":"INGRESS","#
                    + #""disabled":false,"#
                    + #""priority":1000,"sourceRanges":["10.0.0.0/8"],"sourceTags":[],"#
                    + #""sourceServiceAccounts":[],"#
                    + #""allowed":[{"IPProtocol":"tcp","ports":["0-65535"]}],"denied":[]"#),
            item(
                gcp, "storage.googleapis.com/Bucket", "storage.googleapis.com/acme-prod-exports",
                #""location":"EUROPE-WEST1","iamPolicy":[{"role":"roles/storage.objectViewer","#
                    + #""member":"group:data@example.com"}],"uniformBucketLevelAccess":true,"#
                    + #""publicAccessPrevention":"enforced","retentionPolicy":null,"labels":[]"#),
        ]
    }

    private static func item(_ account: String, _ kind: String, _ id: String, _ properties: String) -> [UInt8]
    {
        Array(
            (#"{"inventory_id":"inventory-demo","account":"\#(account)","region":"","kind":"\#(kind)","#
                + #""id":"\#(id)","#
                + #""observed_at":"2026-03-01T23:10:00Z","properties":{\#(properties)}}"#).utf8)
    }

    private static func closing(_ account: String, _ kind: String, _ items: Int) -> [UInt8] {
        Array(
            (#"{"inventory_id":"inventory-demo","account":"\#(account)","region":"","kind":"\#(kind)","#
                + #""started_at":"2026-03-01T23:00:00Z","items":\#(items),"complete":true}"#).utf8)
    }
}

/// Activity Log records as a diagnostic setting writes them: a start with the body, then the end.
extension DemoOtherClouds {
    static var azureEvents: [[UInt8]] {
        let https = #"{\"properties\":{\"supportsHttpsTrafficOnly\":false}}"#
        let ssh =
            #"{\"properties\":{\"access\":\"Allow\",\"direction\":\"Inbound\",\"protocol\":\"Tcp\","#
            + #"\"priority\":200,"#
            + #"\"sourceAddressPrefix\":\"*\",\"sourcePortRange\":\"*\",\"destinationAddressPrefix\":\"*\","#
            + #"\"destinationPortRange\":\"22\"}}"#
        return [
            azureWrite(
                "Microsoft.Storage/storageAccounts/write", storage, body: https, at: "2026-03-02T10:15:30",
                correlation: "7d1f0a52-0000-4000-8000-00000000c001"),
            azureWrite(
                "Microsoft.Network/networkSecurityGroups/securityRules/write",
                networkGroup + "/securityRules/allow-ssh", body: ssh, at: "2026-03-02T12:40:02",
                correlation: "7d1f0a52-0000-4000-8000-00000000c002"),
        ]
    }

    private static func azureWrite(
        _ operation: String, _ id: String, body: String, at time: String, correlation: String
    ) -> [UInt8] {
        let head =
            #""resourceId":"\#(id.uppercased())","operationName":"\#(operation.uppercased())","#
            + #""category":"Administrative","callerIpAddress":"203.0.113.7","#
            + #""correlationId":"\#(correlation)","#
            + #""level":"Information""#
        let identity =
            #"{"authorization":{"scope":"\#(id)","action":"\#(operation)","evidence":{"role":"Contributor","#
            + #""principalType":"User"}},"claims":{"name":"Ida Demo","#
            + #""http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn":"ida@example.com","#
            + #""http://schemas.microsoft.com/identity/claims/objectidentifier":"1da00000-0000-4000-8000-000000000002"}}"#
        let start =
            #"{"time":"\#(time).1234567Z",\#(head),"resultType":"Start","resultSignature":"Started.","#
            + #""durationMs":"0","identity":\#(identity),"properties":{"requestbody":"\#(body)","#
            + #""eventCategory":"Administrative","entity":"\#(id)","message":"\#(operation)"}}"#
        let end =
            #"{"time":"\#(time).9876543Z",\#(head),"resultType":"Success","resultSignature":"Succeeded.OK","#
            + #""durationMs":"864","identity":\#(identity),"properties":{"statusCode":"OK","#
            + #""eventCategory":"Administrative","entity":"\#(id)"}}"#
        return Array(#"{"records":[\#(start),\#(end)]}"#.utf8)
    }
}

/// Audit log entries as a sink writes them: the first with the request, the last without.
extension DemoOtherClouds {
    static var gcpEvents: [[UInt8]] {
        let name = "projects/\(project)/global/firewalls/allow-ssh-anywhere"
        let request =
            #"{"@type":"type.googleapis.com/compute.firewalls.insert","name":"allow-ssh-anywhere","#
            + #""network":"projects/\#(project)/global/networks/prod","direction":"INGRESS","#
            + #""priority":"1000","#
            + #""disabled":false,"alloweds":[{"IPProtocol":"tcp","ports":["22"]}],"#
            + #""sourceRanges":["0.0.0.0/0"]}"#
        let granted =
            #","authorizationInfo":[{"permission":"compute.firewalls.create","granted":true,"#
            + #""resourceAttributes":{"service":"compute","type":"compute.firewalls","name":"\#(name)"}}]"#
        return [
            entry(name, "first", "15:44:10.120000Z", request: request, more: granted),
            entry(
                name, "last", "15:44:18.750000Z",
                request: #"{"@type":"type.googleapis.com/compute.firewalls.insert"}"#, more: ""),
        ]
    }

    private static func entry(
        _ name: String, _ end: String, _ time: String, request: String, more: String
    ) -> [UInt8] {
        let text =
            #"{"insertId":"-demo-\#(end)","#
            + #""logName":"projects/\#(project)/logs/cloudaudit.googleapis.com%2Factivity","#
            + #""severity":"NOTICE","timestamp":"2026-03-02T\#(time)","#
            + #""receiveTimestamp":"2026-03-02T\#(time)","#
            + #""resource":{"type":"gce_firewall_rule","labels":{"project_id":"\#(project)","#
            + #""firewall_rule_id":"4711"}},"#
            + #""operation":{"id":"operation-demo-0001","producer":"compute.googleapis.com","\#(end)":true},"#
            + #""protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog","#
            + #""serviceName":"compute.googleapis.com","methodName":"v1.compute.firewalls.insert","#
            + #""resourceName":"\#(name)","authenticationInfo":{"principalEmail":"mira@example.com"},"#
            + #""requestMetadata":{"callerIp":"203.0.113.11","#
            + #""callerSuppliedUserAgent":"google-cloud-sdk gcloud/502.0.0"},"#
            + #""request":\#(request)\#(more)}}"#
        return Array(text.utf8)
    }
}
