import CloudModel
import JSONTokens
import Testing

@testable import WireFormats

/// The single change of an asset about a kind of no code of its own.
private func observed(_ type: String, _ name: String, _ content: String) throws -> ResourceChange? {
    let asset = #"{"name":"//\#(name)","assetType":"\#(type)","ancestors":["projects/pay"],\#(content)}"#
    return try withTape(asset) { tape, root in
        let changes = GCPInventory.decode(tape, root, observedAt: Timestamp(seconds: 1))
        guard case .resource(let change)? = changes?.first else { return nil }
        return change
    }
}

private func data(_ json: String) -> String { #""resource":{"data":\#(json)}"# }

@Suite struct GCPKindsTests {
    @Test func `an asset is whole: what it lacks there is none of`() throws {
        let change = try observed(
            "compute.googleapis.com/SslPolicy", "compute.googleapis.com/projects/pay/global/sslPolicies/tls",
            data(#"{"profile":"modern","minTlsVersion":"TLS_1_2","description":"x"}"#))
        #expect(change?.resource.nativeID == "compute.googleapis.com/projects/pay/global/sslPolicies/tls")
        #expect(change?.resource.account.text == "gcp:pay")
        #expect(
            change.map { words(.resource($0)) }
                == #"modify profile="MODERN" minTlsVersion="TLS_1_2" customFeatures=null"#)
    }

    @Test func `links are ids of what they name`() throws {
        let change = try observed(
            "compute.googleapis.com/TargetSslProxy",
            "compute.googleapis.com/projects/pay/global/targetSslProxies/p",
            data(
                #"{"sslPolicy":"https://www.googleapis.com/compute/v1/projects/pay/global/sslPolicies/tls"}"#)
        )
        #expect(
            change.map { words(.resource($0)) }
                == #"modify sslPolicy="compute.googleapis.com/projects/pay/global/sslPolicies/tls" service=null"#
        )
    }

    @Test func `a project's asset tells facts about the account`() throws {
        let name = "cloudresourcemanager.googleapis.com/projects/1043"
        let type = "cloudresourcemanager.googleapis.com/Project"
        let policy = try observed(
            type, name,
            #""iamPolicy":{"bindings":[{"role":"r","members":["user:a"]}],"auditConfigs":[{"service":"allServices","#
                + #""auditLogConfigs":[{"logType":"DATA_READ"}]}]}"#)
        #expect(policy?.resource.nativeID == ResourceID.accountNativeID)
        #expect(
            policy.map { words(.resource($0)) }
                == #"modify iamPolicy:={{"member":"user:a","role":"r"}} auditConfigs=[{"auditLogConfigs":"#
                + #"[{"logType":"DATA_READ"}],"service":"allServices"}]"#)
        let resource = try observed(type, name, data(#"{"projectNumber":1043,"labels":{"env":"dev"}}"#))
        #expect(
            resource.map { words(.resource($0)) }
                == #"modify labels:={env={"Key":"env","Value":"dev"}} projectNumber="1043""#)
    }

    @Test func `a key's parent is its account`() throws {
        let account = "iam.googleapis.com/projects/pay/serviceAccounts/sa@pay.iam.gserviceaccount.com"
        let key = try observed(
            "iam.googleapis.com/ServiceAccountKey", account + "/keys/0a1b",
            data(#"{"keyType":"USER_MANAGED"}"#))
        #expect(
            key.map { words(.resource($0)) }?.hasPrefix(
                #"modify parent="\#(account)" keyType="USER_MANAGED""#)
                == true)
    }
}
