import CloudModel
import JSONTokens
import Testing

@testable import WireFormats

private func entry(
    _ service: String, _ method: String, _ resource: String, request: String? = nil, response: String? = nil,
    extra: String = "", status: String = "{}"
) -> String {
    var payload = [
        #""@type":"type.googleapis.com/google.cloud.audit.AuditLog""#,
        #""serviceName":"\#(service).googleapis.com","methodName":"\#(method)""#,
        #""resourceName":"\#(resource)","status":\#(status)"#,
    ]
    if let request { payload.append(#""request":\#(request)"#) }
    if let response { payload.append(#""response":\#(response)"#) }
    if !extra.isEmpty { payload.append(extra) }
    return
        #"{"insertId":"i","logName":"projects/pay/logs/cloudaudit.googleapis.com%2Factivity","#
        + #""timestamp":"2026-03-04T10:20:00Z","protoPayload":{"# + payload.joined(separator: ",") + "}}"
}

private func resource(_ text: String) throws -> String? {
    try withTape(text) { tape, root in
        let id = change(GCPAudit.decode(tape, root, names: EventNameTable()))?.resource
        return id.map { "\($0.kind) \($0.account) \($0.nativeID)" }
    }
}

@Suite struct GCPRulesTests {
    private static let key = "projects/pay/locations/eu/keyRings/r/cryptoKeys/k"
    private static let policy =
        #"{"policy":{"bindings":[{"role":"roles/owner","members":["user:a"]}]}}"#

    @Test(arguments: [
        (
            entry(
                "compute", "v1.compute.sslPolicies.insert", "projects/pay/global/sslPolicies/tls",
                request: #"{"name":"tls","profile":"MODERN","minTlsVersion":"TLS_1_2"}"#),
            #"create profile="MODERN" minTlsVersion="TLS_1_2" customFeatures?"#
        ),
        (
            entry(
                "compute", "beta.compute.sslPolicies.patch", "projects/pay/global/sslPolicies/tls",
                request: #"{"profile":"COMPATIBLE"}"#),
            #"modify profile="COMPATIBLE""#
        ),
        (
            entry("compute", "v1.compute.sslPolicies.delete", "projects/pay/global/sslPolicies/tls"), "delete"
        ),
        // The switch is shown whole, the rest of the settings only in part.
        (
            entry(
                "compute", "v1.compute.subnetworks.patch", "projects/pay/regions/eu/subnetworks/s",
                request: #"{"logConfig":{"enable":false}}"#),
            "modify enableFlowLogs=false logConfig?"
        ),
        (
            entry(
                "compute", "v1.compute.instances.setMetadata", "projects/pay/zones/z/instances/i",
                request: #"{"fingerprint":"x"}"#),
            "modify metadata?"
        ),
        (
            entry("compute", "v1.compute.projects.setCommonInstanceMetadata", "projects/pay"),
            "modify commonInstanceMetadata?"
        ),
        (
            entry(
                "compute", "v1.compute.targetHttpsProxies.setSslPolicy",
                "projects/pay/global/targetHttpsProxies/p",
                request: #"{"sslPolicy":"projects/pay/global/sslPolicies/tls"}"#),
            #"modify sslPolicy="compute.googleapis.com/projects/pay/global/sslPolicies/tls""#
        ),
        (
            entry(
                "cloudkms", "UpdateCryptoKey", key, request: #"{"cryptoKey":{"rotationPeriod":"7776000s"}}"#),
            #"modify rotationPeriod="7776000s""#
        ),
        (
            entry(
                "logging", "google.logging.v2.ConfigServiceV2.UpdateSink", "projects/pay/sinks/all",
                request: #"{"sink":{"filter":"severity>=ERROR"}}"#,
                response: #"{"@type":"type.googleapis.com/google.logging.v2.LogSink","name":"all","#
                    + #""destination":"storage.googleapis.com/logs","filter":"severity>=ERROR"}"#),
            #"modify name="all" destination="storage.googleapis.com/logs" filter="severity>=ERROR" "#
                + "disabled=null includeChildren=null"
        ),
        (
            entry(
                "cloudsql", "cloudsql.instances.update", "projects/pay/instances/db",
                request: #"{"body":{"settings":{"deletionProtectionEnabled":false}}}"#),
            "modify settings?"
        ),
        (
            entry("cloudresourcemanager", "SetIamPolicy", "projects/pay", request: policy),
            #"modify iamPolicy:={{"member":"user:a","role":"roles/owner"}}"#
        ),
        (
            entry(
                "cloudresourcemanager", "SetIamPolicy", "projects/pay", request: policy,
                extra: #""serviceData":{"policyDelta":{"auditConfigDeltas":[{"action":"REMOVE"}]}}"#),
            #"modify iamPolicy:={{"member":"user:a","role":"roles/owner"}} auditConfigs?"#
        ),
        (
            entry(
                "cloudresourcemanager", "SetIamPolicy", "projects/pay",
                request: #"{"policy":{"bindings":[]},"updateMask":"bindings,auditConfigs"}"#),
            "modify iamPolicy:={} auditConfigs=null"
        ),
        (entry("cloudkms", "SetIamPolicy", "projects/pay/locations/eu/keyRings/r"), "not-governed"),
        (entry("compute", "v1.compute.instances.conjure", "projects/pay/zones/z/instances/i"), "blind touch"),
        (
            entry("compute", "v1.compute.instances.start", "projects/pay/zones/z/instances/i"),
            "no-governed-property"
        ),
        (entry("compute", "v1.compute.routes.conjure", "projects/pay/global/routes/r"), "not-governed"),
        (entry("cloudkms", "UpdateCryptoKey", key, status: #"{"code":7}"#), "refused"),
    ])
    func `a method means what its rule says`(record: String, meaning: String) throws {
        #expect(try gcp(record) == meaning)
    }

    @Test func `resources have the ids of their assets`() throws {
        #expect(
            try resource(entry("cloudsql", "cloudsql.instances.delete", "projects/pay/instances/db"))
                == "sqladmin.googleapis.com/Instance gcp:pay cloudsql.googleapis.com/projects/pay/instances/db"
        )
        #expect(
            try resource(entry("compute", "v1.compute.projects.setCommonInstanceMetadata", "projects/pay"))
                == "compute.googleapis.com/Project gcp:pay compute.googleapis.com/projects/pay")
        #expect(
            try resource(entry("cloudresourcemanager", "SetIamPolicy", "projects/pay", request: Self.policy))
                == "cloudresourcemanager.googleapis.com/Project gcp:pay account")
        #expect(
            try resource(
                entry("cloudkms", "UpdateCryptoKeyPrimaryVersion", Self.key + "/cryptoKeyVersions/2"))
                == "cloudkms.googleapis.com/CryptoKey gcp:pay cloudkms.googleapis.com/" + Self.key)
    }

    /// What a last entry without its request may have touched is unknown, what its first entry sent is known.
    @Test func `a long operation is joined`() throws {
        let record = entry(
            "compute", "v1.compute.networks.insert", "projects/pay/global/networks/n",
            request: #"{"name":"n","autoCreateSubnetworks":false}"#)
        let first = record.dropLast() + #","operation":{"id":"o","producer":"c","first":true}}"#
        #expect(try gcp(String(first)) == #"create start name="n" IPv4Range? autoCreateSubnetworks=false"#)
        let last =
            entry("compute", "v1.compute.networks.insert", "projects/pay/global/networks/n").dropLast()
            + #","operation":{"id":"o","producer":"c","last":true}}"#
        #expect(try gcp(String(last)) == "modify end touching IPv4Range,autoCreateSubnetworks")
    }

    @Test func `every rule is registered with what it may write`() {
        for (service, method, rule) in GCPRules.all {
            let entry = FoldRegistry.entries.first { $0.source == service && $0.name == method }
            #expect(entry?.reach == [rule.reach], "\(service) \(method)")
        }
        #expect(GCPRules.all.count > 60)
    }
}
