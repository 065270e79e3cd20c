import CloudModel
import JSONTokens
import Testing

@testable import WireFormats

private let scanTime = Timestamp(seconds: 1_772_620_000)

private func arm(_ text: String) throws -> String {
    try withTape(text) { tape, root in
        AzureInventory.decode(tape, root, observedAt: scanTime)?.map(words).joined(separator: "\n") ?? "nil"
    }
}

private func asset(_ text: String) throws -> String {
    try withTape(text) { tape, root in
        GCPInventory.decode(tape, root, observedAt: scanTime)?.map(words).joined(separator: "\n") ?? "nil"
    }
}

private func assetChange(_ text: String) throws -> ResourceChange? {
    try withTape(text) { tape, root in
        guard case .resource(let change)? = GCPInventory.decode(tape, root, observedAt: scanTime)?.first
        else {
            return nil
        }
        return change
    }
}

private let account =
    #"{"id":"/subscriptions/S-1/resourceGroups/Rg/providers/Microsoft.Storage/storageAccounts/Acme","#
    + #""type":"microsoft.storage/storageaccounts","location":"EastUS","tags":{"Env":"Dev"},"#
    + #""properties":{"supportsHttpsTrafficOnly":true,"networkAcls":{"defaultAction":"Allow","ipRules":[]}}}"#
private let accountWords =
    #"modify location="eastus" supportsHttpsTrafficOnly=true minimumTlsVersion=null "#
    + "allowBlobPublicAccess=null publicNetworkAccess=null allowSharedKeyAccess=null "
    + #"networkAcls={"defaultAction":"Allow"} allowCrossTenantReplication=null "#
    + "defaultToOAuthAuthentication=null encryption=null keyCreationTime=null keyPolicy=null kind=null "
    + #"privateEndpointConnections=null sasPolicy=null sku=null tags:={env={"Key":"Env","Value":"Dev"}}"#

@Suite struct AzureInventoryTests {
    @Test func `a resource is whole: what it lacks there is none of`() throws {
        #expect(try arm(account) == accountWords)
    }

    @Test func `pages hold resources`() throws {
        #expect(try arm(#"{"value":[\#(account),{"id":"x"}]}"#) == accountWords)
        #expect(try arm(#"{"count":1,"data":[\#(account)]}"#) == accountWords)
    }

    @Test func `a group's rules are its own`() throws {
        let group =
            #"{"id":"/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/networkSecurityGroups/web","#
            + #""type":"Microsoft.Network/networkSecurityGroups","properties":{"securityRules":[{"name":"A","#
            + #""properties":{"access":"Allow","direction":"Inbound","protocol":"*"}}]}}"#
        #expect(
            try arm(group)
                == #"modify securityRules:={a={"access":"Allow","direction":"Inbound","name":"A","protocol":"*"}} "#
                + "tags:={}")
    }

    @Test(arguments: [
        (#"{"id":"/subscriptions/s/resourceGroups/r/providers/A.B/c/d","type":"A.B/c","properties":{}}"#, ""),
        (#"{"id":"x","type":"Microsoft.Storage/storageAccounts","properties":{}}"#, "nil"),
        (#"{"value":[]}"#, "nil"), ("{}", "nil"), ("[]", "nil"), (#"{"value":12}"#, "nil"),
    ])
    func `other things are nothing or no resources`(text: String, words: String) throws {
        #expect(try arm(text) == words)
    }
}

@Suite struct GCPInventoryTests {
    @Test func `a bucket of an export`() throws {
        let line =
            #"{"name":"//storage.googleapis.com/b","asset_type":"storage.googleapis.com/Bucket","resource":{"data":"#
            + #"{"location":"us","iamConfiguration":{"uniformBucketLevelAccess":{"enabled":true}}},"#
            + #""parent":"//cloudresourcemanager.googleapis.com/projects/1043"}}"#
        #expect(
            try asset(line)
                == #"modify location="US" uniformBucketLevelAccess=true publicAccessPrevention="inherited" "#
                + "retentionPolicy=null labels:={}")
        let change = try #require(try assetChange(line))
        #expect(change.resource.account.text == "gcp:1043")
        #expect(change.resource.nativeID == "storage.googleapis.com/b")
        #expect(change.cause.time == scanTime && change.cause.isObservation)
    }

    @Test(arguments: [("2020-03-04T10:21:00Z", false), ("2030-03-04T10:21:00Z", true)])
    func `an export counts when it was taken, not when its assets last changed`(update: String, isLater: Bool)
        throws
    {
        let line =
            #"{"name":"//storage.googleapis.com/b","assetType":"storage.googleapis.com/Bucket","#
            + #""updateTime":"\#(update)","ancestors":["projects/1"],"resource":{"data":{}}}"#
        let time = try #require(try assetChange(line)?.cause.time)
        #expect(isLater ? time.rfc3339 == update : time == scanTime)
    }

    @Test func `a bucket's policy names its project`() throws {
        let line =
            #"{"name":"//storage.googleapis.com/b","assetType":"storage.googleapis.com/Bucket","iamPolicy":"#
            + #"{"bindings":[{"role":"roles/storage.legacyBucketOwner","members":["projectOwner:pay"]}]},"#
            + #""ancestors":["projects/1043"]}"#
        #expect(
            try asset(line)
                == #"modify iamPolicy:={{"member":"projectOwner:pay","role":"roles/storage.legacyBucketOwner"}}"#
        )
        #expect(try assetChange(line)?.resource.account.text == "gcp:pay")
    }

    @Test func `a project number becomes an id once its project was seen`() throws {
        let bucket =
            #"{"name":"//storage.googleapis.com/b","assetType":"storage.googleapis.com/Bucket","#
            + #""ancestors":["projects/1043"],"resource":{"data":{"location":"EU"}}}"#
        let project =
            #"{"name":"//cloudresourcemanager.googleapis.com/projects/1043","#
            + #""assetType":"cloudresourcemanager.googleapis.com/Project","resource":{"data":{"projectId":"pay","#
            + #""projectNumber":"1043"}}}"#
        let projects = GCPProjectNames()
        func account(_ text: String) throws -> String? {
            try withTape(text) { tape, root in
                let changes = GCPInventory.decode(tape, root, observedAt: scanTime, projects: projects)
                guard case .resource(let change)? = changes?.first else { return nil }
                return change.resource.account.text
            }
        }
        #expect(try account(bucket) == "gcp:1043")
        #expect(try account(project) == "gcp:pay")
        #expect(try account(bucket) == "gcp:pay")
    }

    @Test func `a firewall is known by its name`() throws {
        let line =
            #"{"name":"//compute.googleapis.com/projects/pay/global/firewalls/4711","#
            + #""assetType":"compute.googleapis.com/Firewall","resource":{"data":{"name":"ssh","#
            + #""network":"https://www.googleapis.com/compute/v1/projects/pay/global/networks/n","#
            + #""direction":"INGRESS","sourceRanges":["0.0.0.0/0"],"allowed":[{"IPProtocol":"tcp","ports":["22"]}],"#
            + #""disabled":false,"priority":1000}}}"#
        #expect(
            try assetChange(line)?.resource.nativeID
                == "compute.googleapis.com/projects/pay/global/firewalls/ssh")
        #expect(try asset(line).contains(#" allowed=[{"IPProtocol":"tcp","ports":["22"]}] denied=null"#))
    }

    @Test func `a feed counts at its window and can delete`() throws {
        let message =
            #"{"asset":{"name":"//storage.googleapis.com/b","assetType":"storage.googleapis.com/Bucket","#
            + #""updateTime":"2026-03-04T10:21:00.5Z","ancestors":["projects/1"],"resource":{"data":{}}},"#
            + #""window":{"startTime":"2026-03-04T10:21:01.5Z"}}"#
        #expect(try assetChange(message)?.cause.time.rfc3339 == "2026-03-04T10:21:01.500Z")
        #expect(try asset(message) == "modify retentionPolicy=null labels:={}")
        #expect(try asset(message.replacing(#""window""#, with: #""deleted":true,"window""#)) == "delete")
    }

    @Test(arguments: [
        (#"{"name":"//x/y","assetType":"x.googleapis.com/Y","resource":{"data":{}}}"#, ""),
        (#"{"name":"//storage.googleapis.com/b","assetType":"storage.googleapis.com/Bucket"}"#, ""),
        ("{}", "nil"), ("[]", "nil"), (#"{"asset":12}"#, "nil"), (#"{"name":1,"assetType":"a"}"#, "nil"),
    ])
    func `other things are nothing or no assets`(text: String, words: String) throws {
        #expect(try asset(text) == words)
    }
}
