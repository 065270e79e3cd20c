import CloudModel
import JSONTokens
import Testing

@testable import WireFormats

private let server = "/subscriptions/S-1/resourceGroups/Rg/providers/Microsoft.Sql/servers/Db"

/// The single change of an Event Hubs record about a kind of no code of its own.
private func changed(
    _ operation: String, _ id: String, body: String? = nil, signature: String = "Succeeded.OK"
) throws -> ResourceChange? {
    let sent = body.map { #""requestbody":"# + FlatValue($0).description } ?? ""
    let record =
        #"{"operationName":"\#(operation)","resourceId":"\#(id)","resultType":"Success","#
        + #""resultSignature":"\#(signature)","category":"Administrative","correlationId":"c","#
        + #""time":"2026-03-04T10:15:30Z","properties":{\#(sent)}}"#
    return try withTape(record) { tape, root in
        change(AzureActivity.decode(tape, root, names: EventNameTable()))
    }
}

private func writes(_ change: ResourceChange?) -> String? { change.map { words(.resource($0)) } }

@Suite struct AzureKindsTests {
    @Test func `a child knows its parent and its own name, folded`() throws {
        let id = server.uppercased() + "/AUDITINGSETTINGS/DEFAULT"
        let change = try changed(
            "MICROSOFT.SQL/SERVERS/AUDITINGSETTINGS/WRITE", id,
            body: #"{"properties":{"state":"disabled","retentionDays":"90"}}"#)
        #expect(change?.resource.kind.name == "Microsoft.Sql/servers/auditingSettings")
        #expect(change?.resource.nativeID == server.lowercased() + "/auditingsettings/default")
        #expect(change?.resource.account.text == "azure:s-1")
        #expect(
            writes(change)
                == #"modify end parentId="\#(server.lowercased())" name="default" state="Disabled" retentionDays=90"#
        )
    }

    @Test func `an extension's parent is what it stands at`() throws {
        let change = try changed(
            "Microsoft.Insights/diagnosticSettings/delete",
            server + "/providers/Microsoft.Insights/diagnosticSettings/Logs")
        #expect(change?.resource.kind.name == "Microsoft.Insights/diagnosticSettings")
        #expect(writes(change) == "delete end")
        let name = AzureResourceName(folded: change?.resource.nativeID ?? "")
        #expect(name?.parentID == server.lowercased())
        let pricing = AzureResourceName(folded: "/subscriptions/s/providers/microsoft.security/pricings/dns")
        #expect(pricing?.parentID == "/subscriptions/s")
        #expect(AzureResourceName(folded: "/subscriptions/s/providers/microsoft.security/pricings") == nil)
    }

    /// A PATCH merges: what it does not say of an object stays as it was.
    @Test func `a part of an object decides only if it cannot be merged`() throws {
        let account = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Storage/storageAccounts/a"
        let part =
            #""properties":{"encryption":{"keySource":"Microsoft.Keyvault"},"keyPolicy":{"keyExpirationPeriodInDays":9}}"#
        let write = "Microsoft.Storage/storageAccounts/write"
        #expect(
            writes(try changed(write, account, body: "{\(part)}"))
                == #"modify end encryption? keyPolicy={"keyExpirationPeriodInDays":9}"#)
        #expect(
            writes(try changed(write, account, body: #"{"location":"eastus",\#(part)}"#))
                == #"modify end location="eastus" encryption={"keySource":"Microsoft.Keyvault"} "#
                + #"keyPolicy={"keyExpirationPeriodInDays":9}"#)
    }

    @Test func `names of other resources are ids`() throws {
        let subnet =
            "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/n/subnets/a"
        let group = "/subscriptions/s/resourceGroups/R/providers/Microsoft.Network/networkSecurityGroups/G"
        let body = #"{"properties":{"networkSecurityGroup":{"id":"\#(group)"}}}"#
        #expect(
            writes(try changed("Microsoft.Network/virtualNetworks/subnets/write", subnet, body: body))?
                .hasSuffix(#"networkSecurityGroup={"id":"\#(group.lowercased())"}"#) == true)
    }

    @Test func `the tags of a child are its own`() throws {
        let key = "/subscriptions/s/resourceGroups/r/providers/Microsoft.KeyVault/vaults/v/keys/k"
        let change = try changed(
            "Microsoft.Resources/tags/write", key + "/providers/Microsoft.Resources/tags/default",
            body: #"{"properties":{"tags":{"a":"b"}}}"#)
        #expect(change?.resource.kind.name == "Microsoft.KeyVault/vaults/keys")
        #expect(writes(change) == #"modify end tags:={a={"Key":"a","Value":"b"}}"#)
    }

    @Test func `a network in an inventory shows its subnets`() throws {
        let network = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/n"
        let resource =
            #"{"id":"\#(network)","type":"Microsoft.Network/virtualNetworks","location":"eastus","properties":{"#
            + #""enableDdosProtection":false,"subnets":[{"id":"\#(network)/subnets/A","properties":{}}]}}"#
        let changes = try withTape(resource) { tape, root in
            AzureInventory.decode(tape, root, observedAt: Timestamp(seconds: 1))
        }
        let kinds = (changes ?? []).compactMap { change -> String? in
            guard case .resource(let change) = change else { return nil }
            return change.resource.kind.name
        }
        #expect(kinds == ["Microsoft.Network/virtualNetworks", "Microsoft.Network/virtualNetworks/subnets"])
    }
}
