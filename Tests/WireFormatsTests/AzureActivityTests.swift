import CloudModel
import JSONTokens
import Testing

@testable import WireFormats

private let account = "/subscriptions/S-1/resourceGroups/Rg/providers/Microsoft.Storage/storageAccounts/Acme"
private let machine =
    "/subscriptions/S-1/resourceGroups/Rg/providers/Microsoft.Compute/virtualMachines/web-1"
private let group =
    "/subscriptions/S-1/resourceGroups/Rg/providers/Microsoft.Network/networkSecurityGroups/Web"

/// An Event Hubs record.
private func hub(
    _ operation: String, _ id: String = account, result: String = "Success",
    signature: String = "Succeeded.OK",
    body: String? = nil, response: String? = nil, correlation: String? = "C-1",
    time: String? = "2026-03-04T10:15:30.1234567Z",
    category: String = "Administrative"
) -> String {
    func quoted(_ text: String) -> String { FlatValue(text).description }
    var properties: [String] = []
    if let body { properties.append(#""requestbody":"# + quoted(body)) }
    if let response { properties.append(#""responseBody":"# + quoted(response)) }
    var members = [
        #""operationName":"# + quoted(operation), #""resourceId":"# + quoted(id),
        #""resultType":"# + quoted(result),
        #""resultSignature":"# + quoted(signature), #""category":"# + quoted(category),
        #""properties":{"# + properties.joined(separator: ",") + "}",
    ]
    if let correlation { members.append(#""correlationId":"# + quoted(correlation)) }
    if let time { members.append(#""time":"# + quoted(time)) }
    return "{" + members.joined(separator: ",") + "}"
}

private let everyStorageProperty =
    "location,supportsHttpsTrafficOnly,minimumTlsVersion,allowBlobPublicAccess,publicNetworkAccess,"
    + "allowSharedKeyAccess,networkAcls,allowCrossTenantReplication,defaultToOAuthAuthentication,encryption,"
    + "keyCreationTime,keyPolicy,kind,privateEndpointConnections,sasPolicy,sku,tags"

@Suite struct AzureActivityTests {
    @Test(arguments: [
        (#"{"properties":{"supportsHttpsTrafficOnly":false}}"#, "supportsHttpsTrafficOnly=false"),
        (#"{"properties":{"minimumTlsVersion":"TLS1_0"}}"#, #"minimumTlsVersion="TLS1_0""#),
        (#"{"properties":{"allowBlobPublicAccess":"true"}}"#, "allowBlobPublicAccess=true"),
        (#"{"properties":{"publicNetworkAccess":"Disabled"}}"#, #"publicNetworkAccess="Disabled""#),
        (#"{"properties":{"allowSharedKeyAccess":true}}"#, "allowSharedKeyAccess=true"),
        (#"{"Properties":{"SupportsHttpsTrafficOnly":true}}"#, "supportsHttpsTrafficOnly=true"),
        (#"{"location":"WestEurope"}"#, #"location="westeurope""#),
        (
            #"{"properties":{"networkAcls":{"defaultAction":"allow","ipRules":[],"bypass":"None"}}}"#,
            #"networkAcls={"bypass":"None","defaultAction":"Allow"}"#
        ),
        (
            #"{"properties":{"networkAcls":{"defaultAction":"Deny","ipRules":[{"value":"1.2.3.4"}]}}}"#,
            #"networkAcls={"defaultAction":"Deny","ipRules":[{"value":"1.2.3.4"}]}"#
        ),
        (#"{"properties":{"networkAcls":{"bypass":"None"}}}"#, "networkAcls?"),
        (#"{"properties":{"supportsHttpsTrafficOnly":"***"}}"#, "supportsHttpsTrafficOnly?"),
        (#"{"tags":"******"}"#, "tags?"),
        (#"{"tags":{"Env":"Dev"}}"#, #"tags:={env={"Key":"Env","Value":"Dev"}}"#),
    ])
    func `a storage write sets the fields that its body has and no others`(body: String, writes: String)
        throws
    {
        #expect(
            try azure(hub("Microsoft.Storage/storageAccounts/write", body: body)) == "modify end " + writes)
    }

    @Test func `the response tells more than the request`() throws {
        let record = hub(
            "Microsoft.Storage/storageAccounts/write",
            body: #"{"properties":{"minimumTlsVersion":"TLS1_2"}}"#,
            response: #"{"properties":{"minimumTlsVersion":"TLS1_2","allowBlobPublicAccess":false}}"#)
        #expect(try azure(record) == #"modify end minimumTlsVersion="TLS1_2" allowBlobPublicAccess=false"#)
    }

    @Test func `a creation writes defaults where they are certain and unknown where not`() throws {
        let record = hub(
            "Microsoft.Storage/storageAccounts/write", signature: "Succeeded.Created",
            body: #"{"location":"eastus","properties":{"minimumTlsVersion":"TLS1_2"}}"#)
        #expect(
            try azure(record)
                == #"create end location="eastus" supportsHttpsTrafficOnly~true minimumTlsVersion="TLS1_2" "#
                + "allowBlobPublicAccess? publicNetworkAccess? allowSharedKeyAccess? "
                + #"networkAcls~{"bypass":"AzureServices","defaultAction":"Allow"} "#
                + "allowCrossTenantReplication? defaultToOAuthAuthentication? encryption? keyCreationTime? "
                + "keyPolicy? kind? privateEndpointConnections? sasPolicy? sku? tags:~{}")
        let old = record.replacing("2026-03-04", with: "2018-03-04")
        #expect(try azure(old).contains(" supportsHttpsTrafficOnly? "))
    }

    @Test(arguments: ["201", "Created", "succeeded.created"])
    func `a creation is told by its status`(signature: String) throws {
        let write = "Microsoft.Storage/storageAccounts/write"
        let body = #"{"location":"eastus"}"#
        #expect(try azure(hub(write, signature: signature, body: body)).hasPrefix("create end "))
        let record = hub(write, body: body).replacing(
            #""properties":{"#, with: #""properties":{"statusCode":"\#(signature)","#)
        #expect(try azure(record).hasPrefix("create end "))
        #expect(try azure(hub(write, signature: signature, correlation: nil)).hasPrefix("create location? "))
        #expect(try azure(hub(write, signature: signature)).hasPrefix("modify end touching "))
        #expect(try azure(hub(write, result: "Start", signature: signature)).hasPrefix("modify start "))
    }

    @Test func `an identity may be a text, empty or missing`() throws {
        func actor(_ identity: String) throws -> Actor? {
            let record = hub("Microsoft.Storage/storageAccounts/delete").dropLast() + identity + "}"
            return try withTape(String(record)) { tape, root in
                change(AzureActivity.decode(tape, root, names: EventNameTable()))?.cause.actor
            }
        }
        #expect(try actor("") == nil)
        #expect(try actor(#","identity":{}"#) == nil)
        #expect(try actor(#","identity":"Ida Demo""#) == Actor(type: "User", id: "Ida Demo"))
        #expect(
            try actor(#","identity":{"claims":{"appid":"app-1","idtyp":"app"}}"#)
                == Actor(type: "ServicePrincipal", id: "app-1"))
    }

    @Test(arguments: [nil, "", "{\"properties\":{\"minimum", "******"])
    func `a success without a readable body may have touched everything`(body: String?) throws {
        #expect(
            try azure(hub("Microsoft.Storage/storageAccounts/write", body: body))
                == "modify end touching " + everyStorageProperty)
    }

    @Test func `without a correlation id no half can be joined`() throws {
        let write = "Microsoft.Storage/storageAccounts/write"
        let body = #"{"properties":{"allowSharedKeyAccess":true}}"#
        #expect(try azure(hub(write, body: body, correlation: nil)) == "modify allowSharedKeyAccess=true")
        #expect(try azure(hub(write, correlation: nil)).hasPrefix("modify location? supportsHttps"))
        #expect(try azure(hub(write, body: #"{"zones":[]}"#, correlation: nil)) == "no-governed-property")
        #expect(
            try azure(hub(write, result: "Start", body: body, correlation: nil)) == "no-governed-property")
        #expect(try azure(hub(write, result: "Failure", body: body, correlation: nil)) == "refused")
    }

    @Test(arguments: [
        ("Start", "modify start allowSharedKeyAccess=true"),
        ("Started", "modify start allowSharedKeyAccess=true"),
        ("Accept", "no-governed-property"), ("Accepted", "no-governed-property"),
        ("Success", "modify end allowSharedKeyAccess=true"),
        ("SUCCEEDED", "modify end allowSharedKeyAccess=true"),
        ("Failure", "modify failure"), ("Failed", "modify failure"), ("Canceled", "modify failure"),
        ("Weird", "blind touch"),
    ])
    func `the outcome decides the half`(result: String, meaning: String) throws {
        let record = hub(
            "Microsoft.Storage/storageAccounts/write", result: result,
            body: #"{"properties":{"allowSharedKeyAccess":true}}"#)
        #expect(try azure(record) == meaning)
    }

    @Test func `a success with an error status is a failure`() throws {
        let record = hub("Microsoft.Storage/storageAccounts/write", signature: "409")
        #expect(try azure(record) == "modify failure")
    }

    @Test func `a start without a readable body makes what it may touch unknown`() throws {
        let record = hub("Microsoft.Network/networkSecurityGroups/write", group, result: "Start")
        #expect(try azure(record) == "modify start location? securityRules? tags?")
    }

    @Test func `start and end share a key whatever their case`() throws {
        func half(_ text: String) throws -> OperationHalf? {
            try withTape(text) { tape, root in
                change(AzureActivity.decode(tape, root, names: EventNameTable()))?.operation
            }
        }
        let start = try half(
            hub("MICROSOFT.STORAGE/STORAGEACCOUNTS/WRITE", account.uppercased(), result: "Start"))
        let end = try half(hub("Microsoft.Storage/storageAccounts/write", account.lowercased()))
        #expect(start?.key == end?.key)
        #expect(start?.key == "c-1|microsoft.storage/storageaccounts/write|" + account.lowercased())
    }

    @Test func `ids are folded and the account is the subscription`() throws {
        let record = hub("MICROSOFT.STORAGE/STORAGEACCOUNTS/WRITE", account.uppercased())
        let resource = try withTape(record) { tape, root in
            change(AzureActivity.decode(tape, root, names: EventNameTable()))?.resource
        }
        #expect(resource?.nativeID == account.lowercased())
        #expect(resource?.account.text == "azure:s-1")
        #expect(resource?.region.isEmpty == true)
        #expect(resource?.kind.name == "Microsoft.Storage/storageAccounts")
    }

    @Test func `a deletion is one in both halves`() throws {
        let delete = "Microsoft.Storage/storageAccounts/delete"
        #expect(try azure(hub(delete, result: "Start")) == "delete start")
        #expect(try azure(hub(delete)) == "delete end")
        #expect(try azure(hub(delete, result: "Failed")) == "modify failure")
    }

    @Test(arguments: [
        ("Microsoft.Storage/storageAccounts/listKeys/action", account, "read-only"),
        ("Microsoft.Storage/storageAccounts/read", account, "read-only"),
        ("MICROSOFT.STORAGE/STORAGEACCOUNTS/REGENERATEKEY/ACTION", account, "modify end keyCreationTime?"),
        (
            "Microsoft.Storage/storageAccounts/privateEndpointConnections/write",
            account + "/privateEndpointConnections/x", "modify end privateEndpointConnections?"
        ),
        ("Microsoft.Compute/virtualMachines/start/action", machine, "no-governed-property"),
        ("Microsoft.Network/networkSecurityGroups/join/action", group, "no-governed-property"),
        ("Microsoft.Storage/storageAccounts/conjure/action", account, "blind touch"),
        ("Microsoft.Network/networkSecurityGroups/spells/write", group + "/spells/x", "blind touch"),
        (
            "Microsoft.Storage/storageAccounts/blobServices/write", account + "/blobServices/default",
            "modify end touching deleteRetentionPolicy,containerDeleteRetentionPolicy,isVersioningEnabled"
        ),
        (
            "Microsoft.Storage/storageAccounts/queueServices/write", account + "/queueServices/default",
            "not-governed"
        ),
        ("Microsoft.Cache/redis/write", account, "not-governed"),
        (
            "Microsoft.Network/networkSecurityGroups/providers/microsoft.insights/diagnosticSettings/write",
            group + "/providers/microsoft.insights/diagnosticSettings/x",
            "modify end touching logs,storageAccountId,workspaceId,eventHubAuthorizationRuleId,eventHubName,"
                + "marketplacePartnerId"
        ),
        (
            "Microsoft.Authorization/locks/delete", account + "/providers/Microsoft.Authorization/locks/x",
            "delete end"
        ),
        ("Microsoft.Authorization/policies/audit/action", account, "no-governed-property"),
        ("Microsoft.Authorization/policies/modify/action", account, "blind touch"),
        (
            "Microsoft.Resources/subscriptions/resourceGroups/delete", "/subscriptions/S-1/resourceGroups/Rg",
            "blind"
        ),
        (
            "Microsoft.Resources/subscriptions/resourceGroups/moveResources/action",
            "/subscriptions/S-1/resourceGroups/Rg", "blind"
        ),
        (
            "Microsoft.Resources/subscriptions/resourceGroups/write", "/subscriptions/S-1/resourceGroups/Rg",
            "not-governed"
        ),
        ("Microsoft.Resources/deployments/write", "/subscriptions/S-1/resourceGroups/Rg", "not-governed"),
    ])
    func `operations are told apart by name`(operation: String, id: String, meaning: String) throws {
        #expect(try azure(hub(operation, id)) == meaning)
    }

    @Test func `an unknown action that failed or only began says nothing`() throws {
        let action = "Microsoft.Storage/storageAccounts/conjure/action"
        #expect(try azure(hub(action, result: "Failed")) == "refused")
        #expect(try azure(hub(action, result: "Start")) == "no-governed-property")
    }

    @Test(arguments: [
        ("ServiceHealth", "ignored"), ("ResourceHealth", "ignored"), ("Recommendation", "ignored"),
        ("Alert", "ignored"),
        ("SignInLogs", "read-only"), ("NonInteractiveUserSignInLogs", "read-only"),
        ("AuditLogs", "not-governed"),
        ("AuditEvent", "not-governed"), ("Write", "modify end touching " + everyStorageProperty),
    ])
    func `categories are told apart`(category: String, meaning: String) throws {
        #expect(try azure(hub("Microsoft.Storage/storageAccounts/write", category: category)) == meaning)
    }

    @Test(arguments: [
        (hub("Microsoft.Storage/storageAccounts/write", time: nil), "missing-field"),
        (hub("Microsoft.Storage/storageAccounts/write", time: "yesterday"), "bad-time"),
        (hub("Microsoft.Storage/storageAccounts/write", ""), "missing-field"),
        (hub("Microsoft.Storage/storageAccounts/write", "/subscriptions/S-1"), "bad-value"),
        (hub("Microsoft.Storage/storageAccounts/write", group), "bad-value"),
        (#"{"category":"Administrative","resourceId":"x"}"#, "missing-field"),
        (#"{"operationName":12,"resourceId":"x"}"#, "missing-field"),
        ("{}", "missing-field"), ("[]", "missing-field"),
    ])
    func `what cannot be placed in time or space is malformed`(record: String, reason: String) throws {
        #expect(try azure(record) == reason)
    }

    @Test(arguments: [
        ("MICROSOFT.STORAGE/STORAGEACCOUNTS/WRITE", "Microsoft.Storage:storageAccounts/write"),
        (
            "microsoft.network/networksecuritygroups/securityrules/write",
            "Microsoft.Network:networkSecurityGroups/securityRules/write"
        ),
        ("Microsoft.Compute/virtualMachines/start/action", "Microsoft.Compute:virtualMachines/start/action"),
    ])
    func `one operation is counted under one name`(operation: String, text: String) throws {
        let names = EventNameTable()
        let decoded = try withTape(hub(operation)) { tape, root in
            AzureActivity.decode(tape, root, names: names)
        }
        let id = names.intern(
            source: String(text.prefix { $0 != ":" }), name: String(text.drop { $0 != ":" }.dropFirst()))
        #expect(names.count == 2)
        #expect(id.index == 1)
        if case .event(let event) = decoded { #expect(event.name == id) }
    }

    @Test func `what changes nothing needs no time`() throws {
        #expect(
            try azure(hub("Microsoft.Storage/storageAccounts/listKeys/action", "", time: nil)) == "read-only")
    }
}
