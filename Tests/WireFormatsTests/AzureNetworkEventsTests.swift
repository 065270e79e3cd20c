import CloudModel
import JSONTokens
import Testing

@testable import WireFormats

private let group =
    "/subscriptions/S-1/resourceGroups/Rg/providers/Microsoft.Network/networkSecurityGroups/Web"

private func hub(
    _ operation: String, _ id: String, result: String = "Success", signature: String = "OK",
    body: String? = nil
) -> String {
    let properties = body.map { #"{"requestbody":"# + FlatValue($0).description + "}" } ?? "{}"
    return #"{"operationName":"Microsoft.\#(operation)","resourceId":"\#(id)","resultType":"\#(result)","#
        + #""resultSignature":"\#(signature)","correlationId":"c","time":"2026-03-04T10:15:30Z","#
        + #""identity":{"authorization":{"scope":"\#(group)/securityRules/AllowSSH"}},"properties":\#(properties)}"#
}

private let ssh =
    #"{"properties":{"access":"allow","direction":"INBOUND","protocol":"TCP","priority":"100","description":"x","#
    + #""sourceAddressPrefix":"*","sourceAddressPrefixes":[],"sourcePortRange":"*","#
    + #""destinationAddressPrefix":"*","destinationPortRanges":["22","3389"]}}"#
private let sshElement =
    #"{"access":"Allow","destinationAddressPrefix":"*","destinationPortRanges":["22","3389"],"#
    + #""direction":"Inbound","name":"AllowSSH","priority":100,"protocol":"Tcp","sourceAddressPrefix":"*","#
    + #""sourcePortRange":"*"}"#

@Suite struct AzureNetworkEventsTests {
    @Test func `a rule is part of its group and keyed by its folded name`() throws {
        let record = hub(
            "Network/networkSecurityGroups/securityRules/write",
            group.uppercased() + "/SECURITYRULES/ALLOWSSH",
            body: ssh)
        #expect(try azure(record) == "modify end securityRules[allowssh]=" + sshElement)
        let resource = try withTape(record) { tape, root in
            change(AzureActivity.decode(tape, root, names: EventNameTable()))?.resource
        }
        #expect(resource?.nativeID == group.lowercased())
    }

    @Test func `a deleted rule goes by its name`() throws {
        let record = hub(
            "Network/networkSecurityGroups/securityRules/delete", group + "/securityRules/AllowSSH")
        #expect(try azure(record) == "modify end securityRules-[allowssh]")
    }

    @Test(arguments: [nil, #"{"properties":{"priority":1}}"#, #"{"properties":"***"}"#])
    func `a rule that cannot be read may have touched the rules`(body: String?) throws {
        let record = hub(
            "Network/networkSecurityGroups/securityRules/write", group + "/securityRules/AllowSSH", body: body
        )
        #expect(try azure(record) == "modify end touching securityRules")
    }

    @Test func `a group's body replaces its rules`() throws {
        let rule = ssh.replacing(#"{"properties""#, with: #"{"name":"AllowSSH","properties""#)
        let body = #"{"location":"eastus","properties":{"securityRules":[\#(rule)]}}"#
        #expect(
            try azure(hub("Network/networkSecurityGroups/write", group, body: body))
                == #"modify end location="eastus" securityRules:={allowssh=\#(sshElement)}"#)
    }

    @Test(arguments: [
        (#"{"tags":{}}"#, "OK", "modify end tags:={}"),
        (#"{"location":"eastus"}"#, "OK", #"modify end location="eastus" securityRules?"#),
        (#"{"properties":{"securityRules":[{"name":"x"}]}}"#, "OK", "modify end securityRules?"),
        (#"{"properties":{"securityRules":[]}}"#, "OK", "modify end securityRules:={}"),
        (
            #"{"location":"eastus"}"#, "Succeeded.Created",
            #"create end location="eastus" securityRules:~{} tags:~{}"#
        ),
    ])
    func `a group's body without rules`(body: String, signature: String, words: String) throws {
        let record = hub("Network/networkSecurityGroups/write", group, signature: signature, body: body)
        #expect(try azure(record) == words)
    }

    @Test(arguments: [
        (
            #"{"operation":"Merge","properties":{"tags":{"Env":"Dev"}}}"#,
            #"tags[env]={"Key":"Env","Value":"Dev"}"#
        ),
        (#"{"operation":"Delete","properties":{"tags":{"Env":"Dev"}}}"#, "tags-[env]"),
        (#"{"operation":"Replace","properties":{"tags":{}}}"#, "tags:={}"),
        (#"{"properties":{"tags":{"A":"1"}}}"#, #"tags:={a={"Key":"A","Value":"1"}}"#),
    ])
    func `tags have operations of their own`(body: String, write: String) throws {
        let id = group + "/providers/Microsoft.Resources/tags/default"
        #expect(try azure(hub("Resources/tags/write", id, body: body)) == "modify end " + write)
        #expect(try azure(hub("Resources/tags/write", id)) == "modify end touching tags")
        #expect(try azure(hub("Resources/tags/delete", id)) == "modify end tags:={}")
    }
}
