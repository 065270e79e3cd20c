import JSONTokens
import Simulation
import Testing

/// Whether events speak of what exists.
@Suite struct ConsistencyTests {
    static let records = WorkloadTests.lines(.mutating).map(Record.init).filter { $0.errorCode == nil }

    /// Ids that the baseline or the answer to an event told, and the texts of all lines that tell them.
    static let ids: Set<String> = {
        var ids: Set<String> = []
        for line in WorkloadGenerator(WorkloadTests.options(.mutating)).baseline() {
            guard let item = try? FlatValue(json: line), let properties = item.view.member("properties")
            else { continue }
            ids.insert(item.view.member("id")?.string ?? "")
            for key in ["SecurityGroupIngress", "SecurityGroupEgress"] {
                guard let rules = properties.member(key) else { continue }
                for rule in rules.elements { ids.insert(rule.member("$id")?.string ?? "") }
            }
        }
        for record in records {
            let answer = record.value.view.member("responseElements")
            ids.insert(answer?.member("groupId")?.string ?? "")
            if let rules = answer?.member("securityGroupRuleSet")?.member("items") {
                for rule in rules.elements { ids.insert(rule.member("securityGroupRuleId")?.string ?? "") }
            }
            ids.insert(answer?.member("keyMetadata")?.member("keyId")?.string ?? "")
            let request = record.value.view.member("requestParameters")
            if record.name == "CreateBucket" { ids.insert(request?.member("bucketName")?.string ?? "") }
        }
        return ids.subtracting([""])
    }()

    @Test func `rules are revoked and modified by ids that were told`() throws {
        var checked = 0
        for record in Self.records {
            let request = try #require(record.value.view.member("requestParameters"))
            if let rules = request.member("securityGroupRuleIds")?.member("items") {
                for rule in rules.elements {
                    let id = try #require(rule.member("securityGroupRuleId")?.string)
                    #expect(Self.ids.contains(id), "\(id)")
                    checked += 1
                }
            }
            let modified = request.member("ModifySecurityGroupRulesRequest")?.member("SecurityGroupRule")
            if let id = modified?.member("SecurityGroupRuleId")?.string {
                #expect(Self.ids.contains(id), "\(id)")
                checked += 1
            }
        }
        #expect(checked > 50)
    }

    @Test(arguments: [("ec2.amazonaws.com", "groupId"), ("s3.amazonaws.com", "bucketName")])
    func `changed groups and buckets exist`(service: String, key: String) throws {
        let changes = Self.records.filter { Governed.contains($0.service, $0.name) && $0.service == service }
        #expect(!changes.isEmpty)
        for record in changes {
            guard let id = record.value.view.member("requestParameters")?.member(key)?.string else {
                continue
            }
            #expect(Self.ids.contains(id), "\(record.name) \(id)")
        }
    }

    @Test func `changed keys exist`() throws {
        let changes = Self.records.filter { $0.service == "kms.amazonaws.com" && $0.name != "CreateKey" }
        #expect(!changes.isEmpty)
        for record in changes {
            let id = try #require(record.value.view.member("requestParameters")?.member("keyId")?.string)
            #expect(Self.ids.contains(id), "\(record.name) \(id)")
        }
    }
}
