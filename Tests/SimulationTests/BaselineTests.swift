import CloudModel
import JSONTokens
import Simulation
import Testing

@Suite struct BaselineTests {
    static let items = Array(WorkloadGenerator(WorkloadTests.options(.realistic)).baseline())
        .compactMap { try? FlatValue(json: $0) }
    static let demo = DemoStory.make(seed: 1).baseline.compactMap { try? FlatValue(json: $0) }

    @Test(arguments: [items, demo])
    func `every property is one of its kind's schema and has its type`(items: [FlatValue]) throws {
        for item in items {
            let name = try #require(item.view.member("kind")?.string)
            let kind = try #require(ResourceKind(named: name))
            guard let properties = item.view.member("properties") else { continue }
            for (key, value) in properties.members {
                let property = try #require(kind.schema.property(named: key), "\(name) \(key)")
                let schema = kind.schema[property]
                #expect(value.isNull || fits(value, schema.type), "\(name) \(key) \(value.json)")
            }
        }
    }

    @Test(arguments: [items, demo])
    func `a resource's line tells only what its kind has, and its main properties all`(
        items: [FlatValue]
    ) throws {
        let main = [
            "AWS::EC2::SecurityGroup": ["SecurityGroupIngress", "SecurityGroupEgress", "Tags", "VpcId"],
            "AWS::S3::Bucket": [
                "PublicAccessBlockConfiguration", "Policy", "VersioningConfiguration", "Tags",
            ],
            "AWS::CloudTrail::Trail": ["S3BucketName", "IsLogging", "IsMultiRegionTrail", "EventSelectors"],
            "AWS::KMS::Key": ["EnableKeyRotation", "KeySpec", "KeyManager", "Origin", "KeyState"],
        ]
        for item in items {
            guard let properties = item.view.member("properties") else { continue }
            let kind = KindCatalog.kind(try #require(item.view.member("kind")?.string))
            for member in properties.members {
                #expect(kind.schema.property(named: member.key) != nil, "\(kind) \(member.key)")
            }
            for name in main[kind.name] ?? [] {
                #expect(properties.member(name) != nil, "\(kind) \(name)")
            }
        }
    }

    @Test(arguments: [items, demo])
    func `each scope closes with the number of its items`(items: [FlatValue]) {
        var counts: [String: Int64] = [:]
        var closed: [String: Int64] = [:]
        for item in items {
            let parts = ["account", "region", "kind"].map { item.view.member($0)?.string ?? "" }
            let scope = parts.joined(separator: "|")
            if item.view.member("complete")?.bool == true {
                #expect(closed[scope] == nil)
                closed[scope] = item.view.member("items")?.int
            } else {
                counts[scope, default: 0] += 1
            }
        }
        for (scope, count) in counts { #expect(closed[scope] == count, "\(scope)") }
        for (scope, count) in closed { #expect(counts[scope, default: 0] == count, "\(scope)") }
    }

    @Test func `the baseline is what was before the first event`() {
        var generator = WorkloadGenerator(WorkloadTests.options(.mutating))
        for _ in 0..<500 { _ = generator.nextEvent() }
        #expect(Array(generator.baseline()) == Array(WorkloadGenerator(generator.options).baseline()))
    }

    @Test func `there are as many resources as asked for`() {
        let resources = Self.items.count {
            $0.view.member("properties") != nil && $0.view.member("kind")?.string != "AWS::::Account"
        }
        #expect(resources == 800)
    }

    /// Whether a value has a type; the reserved key of element ids is passed over.
    private func fits(_ value: FlatView, _ type: ValueType) -> Bool {
        switch type {
        case .any: true
        case .bool: value.bool != nil
        case .int: value.int != nil
        case .double: value.double != nil
        case .string, .word, .timestamp: value.string != nil
        case .list(let element): value.tag == .list && value.elements.allSatisfy { fits($0, element) }
        case .map(let element): value.tag == .map && value.members.allSatisfy { fits($0.value, element) }
        case .object(let members):
            value.tag == .map
                && value.members.allSatisfy { key, value in
                    key == "$id" || members[key].map { fits(value, $0) } == true
                }
        }
    }
}
