import CloudModel
import JSONTokens
import Testing

@testable import WireFormats

/// A LogEntry.
private func entry(
    _ service: String, _ method: String, _ resource: String, request: String? = nil, response: String? = nil,
    operation: String? = nil, status: String = "{}", time: String? = "2026-03-04T10:20:00.123456789Z",
    extra: String = "", labels: String = #"{"project_id":"pay"}"#, log: String = "activity"
) -> String {
    var payload = [
        #""@type":"type.googleapis.com/google.cloud.audit.AuditLog""#,
        #""serviceName":"\#(service).googleapis.com""#,
        #""methodName":"\#(method)""#, #""resourceName":"\#(resource)""#, #""status":\#(status)"#,
    ]
    if let request { payload.append(#""request":\#(request)"#) }
    if let response { payload.append(#""response":\#(response)"#) }
    if !extra.isEmpty { payload.append(extra) }
    var members = [
        #""insertId":"i1""#, #""logName":"projects/pay/logs/cloudaudit.googleapis.com%2F\#(log)""#,
        #""resource":{"labels":\#(labels)}"#, #""protoPayload":{"# + payload.joined(separator: ",") + "}",
    ]
    if let operation { members.append(#""operation":{"id":"o1","producer":"p"\#(operation)}"#) }
    if let time { members.append(#""timestamp":"\#(time)""#) }
    return "{" + members.joined(separator: ",") + "}"
}

private func firewall(
    _ verb: String, request: String? = nil, operation: String? = nil, status: String = "{}",
    prefix: String = "v1."
) -> String {
    entry(
        "compute", prefix + "compute.firewalls." + verb, "projects/pay/global/firewalls/ssh",
        request: request,
        operation: operation, status: status)
}

private func bucket(
    _ method: String, request: String? = nil, response: String? = nil, extra: String = "",
    labels: String = #"{"project_id":"pay","location":"eu"}"#
) -> String {
    entry(
        "storage", "storage." + method, "projects/_/buckets/exports", request: request, response: response,
        extra: extra, labels: labels)
}

private func resource(_ text: String) throws -> ResourceID? {
    try withTape(text) { tape, root in change(GCPAudit.decode(tape, root, names: EventNameTable()))?.resource
    }
}

private let everyFirewallProperty =
    "network,direction,disabled,priority,sourceRanges,sourceTags,sourceServiceAccounts,allowed,denied"

@Suite struct GCPAuditTests {
    @Test func `an insert writes what was sent and the defaults below it`() throws {
        let request =
            #"{"@type":"t","name":"ssh","alloweds":[{"IPProtocol":"TCP","ports":["22",3389]}],"priority":"900","#
            + #""network":"https://www.googleapis.com/compute/v1/projects/pay/global/networks/n"}"#
        #expect(
            try gcp(firewall("insert", request: request))
                == #"create network="compute.googleapis.com/projects/pay/global/networks/n" direction~"INGRESS" disabled~false "#
                + #"priority=900 sourceRanges~null sourceTags~null sourceServiceAccounts~null "#
                + #"allowed=[{"IPProtocol":"tcp","ports":["22","3389"]}] denied~null"#)
    }

    @Test(arguments: [
        (#"{"disabled":true}"#, "disabled=true"), (#"{"direction":"EGRESS"}"#, #"direction="EGRESS""#),
        (#"{"priority":5}"#, "priority=5"),
        (#"{"sourceRanges":["10.0.0.0/8"]}"#, #"sourceRanges=["10.0.0.0/8"]"#),
        (#"{"sourceRanges":[]}"#, "sourceRanges=null"), (#"{"sourceTags":["a"]}"#, #"sourceTags=["a"]"#),
        (#"{"sourceServiceAccounts":["a"]}"#, #"sourceServiceAccounts=["a"]"#),
        (#"{"allowed":[{"IPProtocol":"all"}]}"#, #"allowed=[{"IPProtocol":"all"}]"#),
        (#"{"allowed":[{"ipProtocol":"tcp","ports":[]}]}"#, #"allowed=[{"IPProtocol":"tcp"}]"#),
        (#"{"denieds":[{"IPProtocol":"udp"}]}"#, #"denied=[{"IPProtocol":"udp"}]"#),
        (#"{"allowed":[{"ports":["1"]}]}"#, "allowed?"), (#"{"priority":"high"}"#, "priority?"),
        (#"{"direction":null}"#, #"direction="INGRESS""#),
    ])
    func `a patch writes only what was sent`(request: String, write: String) throws {
        #expect(try gcp(firewall("patch", request: request)) == "modify " + write)
    }

    @Test func `a patch of what no schema holds changes nothing`() throws {
        #expect(try gcp(firewall("patch", request: #"{"description":"x"}"#)) == "no-governed-property")
    }

    @Test func `an update resets what was not sent`() throws {
        #expect(
            try gcp(
                firewall("update", request: #"{"network":"projects/p/global/networks/n","disabled":true}"#))
                == #"modify network="compute.googleapis.com/projects/p/global/networks/n" direction="INGRESS" disabled=true "#
                + "priority=1000 sourceRanges=null sourceTags=null sourceServiceAccounts=null allowed=null "
                + "denied=null")
    }

    @Test func `a patch without its body makes the rule unknown`() throws {
        let unknown = everyFirewallProperty.split(separator: ",").map { $0 + "?" }.joined(separator: " ")
        #expect(try gcp(firewall("patch", request: #"{"@type":"t"}"#)) == "modify " + unknown)
        #expect(try gcp(firewall("patch")) == "modify " + unknown)
    }

    @Test(arguments: [
        (#","first":true"#, "{}", #"modify start disabled=true"#),
        (#","last":true"#, "{}", "modify end disabled=true"),
        (#","first":true,"last":true"#, "{}", "modify disabled=true"), ("", "{}", "modify disabled=true"),
        (#","first":true"#, #"{"code":7}"#, "refused"), (#","last":true"#, #"{"code":13}"#, "modify failure"),
        (#","first":true,"last":true"#, #"{"code":13}"#, "refused"),
        (#","last":true"#, #"{"code":0}"#, "modify end disabled=true"),
    ])
    func `flags and status decide the half`(flags: String, status: String, meaning: String) throws {
        let record = firewall("patch", request: #"{"disabled":true}"#, operation: flags, status: status)
        #expect(try gcp(record) == meaning)
    }

    @Test func `a last entry without a request takes the first one's or may have touched everything`() throws
    {
        let record = firewall("insert", request: #"{"@type":"t"}"#, operation: #","last":true"#)
        #expect(try gcp(record) == "modify end touching " + everyFirewallProperty)
        #expect(try gcp(firewall("delete", operation: #","last":true"#)) == "delete end")
        #expect(try gcp(firewall("delete", operation: #","first":true"#)) == "delete start")
    }

    @Test func `halves share producer and id`() throws {
        let half = try withTape(firewall("delete", operation: #","last":true"#)) { tape, root in
            change(GCPAudit.decode(tape, root, names: EventNameTable()))?.operation
        }
        #expect(half?.key == "p|o1")
    }

    @Test(arguments: ["v1.", "beta.", "alpha.", "v2beta1.", ""])
    func `API versions do not matter`(prefix: String) throws {
        #expect(try gcp(firewall("delete", prefix: prefix)) == "delete")
    }

    @Test(arguments: [
        ("compute", "v1.compute.firewalls.list", "projects/pay/global/firewalls", "read-only"),
        ("compute", "v1.compute.firewalls.aggregatedList", "projects/pay", "read-only"),
        ("compute", "v1.compute.firewalls.conjure", "projects/pay/global/firewalls/ssh", "blind touch"),
        ("compute", "v1.compute.firewalls.conjure", "projects/pay", "blind"),
        ("compute", "v1.compute.routes.insert", "projects/pay/global/routes/r", "not-governed"),
        ("storage", "storage.objects.get", "projects/_/buckets/b/objects/o", "read-only"),
        ("storage", "storage.objects.create", "projects/_/buckets/b/objects/o", "not-governed"),
        ("storage", "storage.setIamPermissions", "projects/_/buckets/b/objects/o", "not-governed"),
        ("storage", "google.storage.buckets.get", "projects/1", "read-only"),
        ("storage", "storage.buckets.lockRetentionPolicy", "projects/_/buckets/b", "modify retentionPolicy?"),
        ("storage", "storage.buckets.conjure", "projects/_/buckets/b", "blind touch"),
        ("cloudresourcemanager", "SetIamPolicy", "projects/pay", "modify iamPolicy?"),
        ("cloudresourcemanager", "CreateProject", "projects/pay", "not-governed"),
        ("iam", "google.iam.admin.v1.CreateServiceAccount", "projects/pay", "not-governed"),
        (
            "spanner", "google.spanner.admin.instance.v1.InstanceAdmin.GetInstance", "projects/pay",
            "read-only"
        ),
    ])
    func `methods are told apart by name`(service: String, method: String, name: String, meaning: String)
        throws
    {
        #expect(try gcp(entry(service, method, name)) == meaning)
    }

    @Test func `data access that is no read of a governed kind is read-only`() throws {
        #expect(try gcp(entry("pubsub", "Publish", "projects/pay", log: "data_access")) == "read-only")
    }

    @Test(arguments: [
        (#"{"project_id":"pay"}"#, "projects/1234/global/firewalls/ssh", "gcp:pay"),
        (#"{"project_id":"1234"}"#, "projects/shop/global/firewalls/ssh", "gcp:shop"),
        ("{}", "projects/1234/global/firewalls/ssh", "gcp:pay"),
    ])
    func `the project is known by its id wherever it stands`(labels: String, name: String, account: String)
        throws
    {
        let record = entry("compute", "v1.compute.firewalls.delete", name, labels: labels)
        let project = account.dropFirst(4)
        #expect(try resource(record)?.account.text == account)
        #expect(
            try resource(record)?.nativeID
                == "compute.googleapis.com/projects/\(project)/global/firewalls/ssh")
    }

    @Test func `a project number is a key where there is nothing else`() throws {
        let record = entry(
            "compute", "v1.compute.firewalls.delete", "projects/12/global/firewalls/ssh", labels: "{}"
        )
        .replacing("projects/pay/logs", with: "projects/12/logs")
        #expect(try resource(record)?.account.text == "gcp:12")
    }

    @Test func `a policy's differences become elements`() throws {
        let delta =
            #""serviceData":{"policyDelta":{"bindingDeltas":[{"action":"ADD","role":"r","member":"allUsers"},"#
            + #"{"action":"REMOVE","role":"r","member":"user:a","condition":{"expression":"e"}}]}}"#
        let words =
            #"modify iamPolicy+{{"member":"allUsers","role":"r"}} "#
            + #"iamPolicy-{"condition":{"expression":"e"},"member":"user:a","role":"r"}"#
        #expect(try gcp(bucket("setIamPermissions", extra: delta)) == words)
        let moved = delta.replacing("serviceData", with: "metadata")
        #expect(try gcp(bucket("setIamPermissions", extra: moved)) == words)
    }

    @Test func `a whole policy in the response replaces all`() throws {
        let response = #"{"bindings":[{"role":"r","members":["allUsers","user:a"]}]}"#
        #expect(
            try gcp(bucket("setIamPermissions", response: response))
                == #"modify iamPolicy:={{"member":"allUsers","role":"r"} {"member":"user:a","role":"r"}}"#)
    }

    @Test func `a policy that hides a condition in a role's name is not taken whole`() throws {
        let response = #"{"bindings":[{"role":"r_withcond_12ab","members":["allUsers"]}]}"#
        #expect(try gcp(bucket("setIamPermissions", response: response)) == "modify iamPolicy?")
    }

    @Test func `an error in the response is a refusal`() throws {
        let response = #"{"error":{"errors":[{"code":"QUOTA"}]}}"#
        #expect(try gcp(bucket("buckets.delete", response: response)) == "refused")
        #expect(try gcp(bucket("buckets.delete", response: #"{"error":{}}"#)) == "delete")
    }

    @Test func `a policy change without any of both is unknown`() throws {
        #expect(try gcp(bucket("setIamPermissions")) == "modify iamPolicy?")
    }

    @Test func `a bucket's creation knows its place and what the delta adds`() throws {
        #expect(
            try gcp(bucket("buckets.create"))
                == #"create iamPolicy? location="EU" uniformBucketLevelAccess? publicAccessPrevention? retentionPolicy? labels?"#
        )
        let delta =
            #""serviceData":{"policyDelta":{"bindingDeltas":[{"action":"ADD","role":"r","member":"allUsers"}]}}"#
        #expect(
            try gcp(bucket("buckets.create", extra: delta))
                .hasPrefix(#"create iamPolicy:={{"member":"allUsers","role":"r"}} location="EU""#))
    }

    @Test(
        arguments: [
            (nil, nil, "modify uniformBucketLevelAccess? publicAccessPrevention? retentionPolicy? labels?"),
            (
                #"{"bucket":"exports"}"#, nil,
                "modify uniformBucketLevelAccess? publicAccessPrevention? retentionPolicy? labels?"
            ),
            (#"{"bucket":"exports","metadata":{"versioning":{}}}"#, nil, "no-governed-property"),
            (
                #"{"metadata":{"iamConfiguration":{"uniformBucketLevelAccess":{"enabled":true}}}}"#, nil,
                "modify uniformBucketLevelAccess=true"
            ),
            (
                #"{"metadata":{"iamConfiguration":{"publicAccessPrevention":"enforced"},"labels":{"a":"b"}}}"#,
                nil,
                #"modify publicAccessPrevention="enforced" labels?"#
            ),
            (
                nil,
                #"{"location":"US","iamConfiguration":{"uniformBucketLevelAccess":{}},"labels":{"a":"b"}}"#,
                #"modify location="US" uniformBucketLevelAccess=false publicAccessPrevention="inherited" "#
                    + #"retentionPolicy=null labels:={a={"Key":"a","Value":"b"}}"#
            ),
        ] as [(String?, String?, String)])
    func `a bucket's update`(request: String?, response: String?, words: String) throws {
        #expect(try gcp(bucket("buckets.update", request: request, response: response)) == words)
        #expect(try gcp(bucket("buckets.patch", request: request, response: response)) == words)
    }

    @Test func `a bucket is known by its name in its project`() throws {
        let id = try resource(bucket("buckets.delete"))
        #expect(id?.nativeID == "storage.googleapis.com/exports")
        #expect(id?.account.text == "gcp:pay")
        #expect(try gcp(bucket("buckets.delete")) == "delete")
    }

    @Test(arguments: [
        (#"{"logName":"l","timestamp":"t","textPayload":"hello"}"#, true), (#"{"protoPayload":{}}"#, true),
        (#"{"logName":"l","timestamp":"t","jsonPayload":{}}"#, true), (#"{"textPayload":"hello"}"#, false),
        (#"{"protoPayload":1}"#, false), ("{}", false), ("[]", false),
    ])
    func `log entries of every kind are recognised`(text: String, isEntry: Bool) throws {
        #expect(try withTape(text) { tape, root in GCPAudit.recognises(tape, root) } == isEntry)
    }

    @Test func `a split entry has no body`() throws {
        let record = firewall("patch", request: #"{"disabled":true}"#)
            .replacing(#""insertId""#, with: #""split":{"uid":"u","index":0,"totalSplits":2},"insertId""#)
        #expect(try gcp(record).hasPrefix("modify network? "))
    }

    @Test(arguments: [
        (
            entry("compute", "v1.compute.firewalls.delete", "projects/p/global/firewalls/f", time: nil),
            "missing-field"
        ),
        (
            entry("compute", "v1.compute.firewalls.delete", "projects/p/global/firewalls/f", time: "no"),
            "bad-time"
        ),
        (entry("compute", "v1.compute.firewalls.delete", "projects/p"), "missing-field"),
        (entry("storage", "storage.buckets.delete", "projects/_"), "missing-field"),
        (#"{"protoPayload":{"serviceName":"x"}}"#, "missing-field"),
        (
            #"{"protoPayload":{"methodName":"storage.buckets.delete","serviceName":"storage.googleapis.com"}}"#,
            "missing-field"
        ),
        (#"{"textPayload":"hello"}"#, "ignored"), ("[]", "ignored"),
        (
            #"{"protoPayload":{"@type":"type.googleapis.com/google.appengine.logging.v1.RequestLog"}}"#,
            "ignored"
        ),
    ])
    func `what cannot be placed in time or space is malformed`(record: String, reason: String) throws {
        #expect(try gcp(record) == reason)
    }

    @Test func `the cause says who, from where, with what and when to the nanosecond`() throws {
        let record = firewall("delete").replacing(
            #""methodName""#,
            with: #""authenticationInfo":{"principalEmail":"sa@pay.iam.gserviceaccount.com","#
                + #""serviceAccountKeyName":"k","serviceAccountDelegationInfo":[{"firstPartyPrincipal":"#
                + #"{"principalEmail":"ida@example.test"}}]},"requestMetadata":{"callerIp":"203.0.113.7","#
                + #""callerSuppliedUserAgent":"demo/1.0"},"methodName""#)
        let found = try withTape(record) { tape, root in
            change(GCPAudit.decode(tape, root, names: EventNameTable()))?.cause
        }
        let cause = try #require(found)
        #expect(cause.eventID == "i1")
        #expect(cause.time.rfc3339 == "2026-03-04T10:20:00.123456789Z")
        #expect(cause.action == "compute.googleapis.com/firewalls.delete")
        #expect(cause.sourceAddress == "203.0.113.7" && cause.userAgent == "demo/1.0")
        #expect(
            cause.actor
                == Actor(
                    type: "ServiceAccount", id: "sa@pay.iam.gserviceaccount.com", account: "pay",
                    chain: ["ida@example.test"]))
    }
}
