import CloudModel
import JSONTokens
import Yams

/// Reads the `tests` of one control file, typing values by the schemas of their kinds.
struct ControlTestReader {
    let subject: ResourceKind
    let scope: SubjectScope
    let params: [ControlParameter]

    func tests(_ field: YAMLField?) throws(ControlFileError) -> [ControlTest] {
        var tests: [ControlTest] = []
        for element in try field?.list() ?? [] {
            let test = try test(element)
            if tests.contains(where: { $0.name == test.name }) {
                throw element.error("Two tests are called \"\(test.name)\".")
            }
            tests.append(test)
        }
        return tests
    }

    private func test(_ field: YAMLField) throws(ControlFileError) -> ControlTest {
        let map = try field.map([
            "name", "id", "region", "resource", "account", "related", "scopes_complete", "now", "params",
            "expect", "plan", "inverse", "guard",
        ])
        let choices = ControlTest.Expectation.allCases.map { ($0.rawValue, $0) }
        return ControlTest(
            name: try map.required("name").filledText(),
            resource: try testSubject(map),
            account: try accountProperties(map.optional("account")),
            related: try related(map.optional("related")),
            hasCompleteScopes: try map.optional("scopes_complete")?.bool() ?? false,
            now: try instant(map.optional("now")),
            params: try changedParams(map.optional("params")),
            expected: try map.required("expect").word(choices),
            plan: try calls(map.optional("plan")),
            inverse: try calls(map.optional("inverse")),
            guardHolds: try map.optional("guard")?.bool(),
            line: field.place.line)
    }

    private func testSubject(_ map: YAMLMap) throws(ControlFileError) -> TestResource {
        let region = try map.optional("region")?.text() ?? defaultRegion(subject)
        let id = try map.optional("id")?.filledText() ?? ""
        let properties = try TestReading.properties(map.optional("resource"), of: subject)
        if scope != .resource {
            let accountRegion = scope == .account ? "" : region
            return TestResource(id: TestReading.accountID(subject, accountRegion), properties: properties)
        }
        let nativeID = id.isEmpty ? "subject-1" : id
        return TestResource(id: TestReading.id(subject, region, nativeID), properties: properties)
    }

    private func defaultRegion(_ kind: ResourceKind) -> String {
        kind.schema.scope == .global || kind.schema.provider != .aws ? "" : "us-east-1"
    }

    private func accountProperties(_ field: YAMLField?) throws(ControlFileError) -> [TestProperty] {
        guard let field else { return [] }
        return try TestReading.properties(field, of: ResourceID.accountKind(of: subject.schema.provider))
    }

    private func related(_ field: YAMLField?) throws(ControlFileError) -> [TestResource] {
        var resources: [TestResource] = []
        for element in try field?.list() ?? [] {
            let map = try element.map(["kind", "id", "properties", "region"])
            let kind = try ControlFile.kind(try map.required("kind"))
            let region = try map.optional("region")?.text() ?? defaultRegion(kind)
            resources.append(
                TestResource(
                    id: TestReading.id(kind, region, try map.required("id").filledText()),
                    properties: try TestReading.properties(map.optional("properties"), of: kind)))
        }
        return resources
    }

    private func changedParams(_ field: YAMLField?) throws(ControlFileError) -> [ControlParameter] {
        guard let field else { return [] }
        var changed: [ControlParameter] = []
        for (name, value) in try field.map(params.map(\.name)).members {
            changed.append(ControlParameter(name: name, value: try value.value(as: .any)))
        }
        return changed
    }

    private func instant(_ field: YAMLField?) throws(ControlFileError) -> Timestamp? {
        guard let field else { return nil }
        guard let instant = Timestamp(rfc3339: try field.filledText()) else {
            throw field.error("This is no instant.", hint: "write it as \"2025-01-31T00:00:00Z\"")
        }
        return instant
    }

    private func calls(_ field: YAMLField?) throws(ControlFileError) -> [APICall]? {
        guard let field else { return nil }
        var calls: [APICall] = []
        for element in try field.list() { calls.append(try call(element)) }
        return calls
    }

    private func call(_ field: YAMLField) throws(ControlFileError) -> APICall {
        if try field.members().contains(where: { $0.key == "service" }) {
            let map = try field.map(["service", "operation", "parameters"])
            return .aws(
                service: try map.required("service").filledText(),
                operation: try map.required("operation").filledText(),
                parameters: try map.required("parameters").value(as: .any))
        }
        let map = try field.map(["method", "url", "query", "body", "precondition"])
        return .http(
            method: try map.required("method").filledText(),
            url: try map.required("url").filledText(),
            query: try map.optional("query")?.value(as: .any) ?? .null,
            body: try map.optional("body")?.value(as: .any) ?? .null,
            precondition: try map.optional("precondition")?.value(as: .any) ?? .null)
    }
}

/// Reads the resources of tests.
enum TestReading {
    /// A resource of the tests' own account.
    static func id(_ kind: ResourceKind, _ region: String, _ nativeID: String) -> ResourceID {
        ResourceID(
            kind: kind, account: account(kind.schema.provider), region: region,
            nativeID: kind.schema.provider == .azure ? nativeID.lowercased() : nativeID)
    }

    /// The tests' own account as a resource.
    static func accountID(_ kind: ResourceKind, _ region: String) -> ResourceID {
        ResourceID.account(account(kind.schema.provider), kind.schema.provider, region: region)
    }

    /// The account in which tests play.
    static func account(_ provider: Provider) -> AccountKey {
        switch provider {
        case .aws: AccountKey(.aws, "111122223333")
        case .azure: AccountKey(.azure, "00000000-0000-0000-0000-000000000001")
        case .gcp: AccountKey(.gcp, "example-project")
        }
    }

    /// The observed properties; a set is a list, or `{$partial: [...]}` if more elements may exist. An element's
    /// `$id` is the provider's id for it.
    static func properties(
        _ field: YAMLField?, of kind: ResourceKind
    ) throws(ControlFileError) -> [TestProperty] {
        guard let field else { return [] }
        let schema = kind.schema
        var properties: [TestProperty] = []
        for (name, value) in try field.map(schema.properties.map(\.name)).members {
            let property = kind.property(name)
            properties.append(TestProperty(property: property, content: try content(value, schema[property])))
        }
        return properties.sorted { $0.property < $1.property }
    }

    private static func content(
        _ field: YAMLField, _ schema: PropertySchema
    ) throws(ControlFileError) -> TestProperty.Content {
        guard schema.shape == .set, case .list(let type) = schema.type else {
            return .value(try field.value(as: schema.type))
        }
        guard field.node.mapping != nil else {
            return .elements(try elements(field, type), isComplete: true)
        }
        let partial = try field.map(["$partial"]).required("$partial")
        return .elements(try elements(partial, type), isComplete: false)
    }

    private static func elements(
        _ field: YAMLField, _ type: ValueType
    ) throws(ControlFileError) -> [SetElement] {
        var elements: [SetElement] = []
        for element in try field.list() {
            guard case .object(var known) = type else {
                elements.append(SetElement(try element.value(as: type)))
                continue
            }
            known["$id"] = .string
            let view = try element.value(as: .object(known))
            let members = view.view.members.filter { $0.key != "$id" }.map { ($0.key, $0.value.value) }
            elements.append(SetElement(FlatValue(map: members), id: view.view.member("$id")?.string))
        }
        return elements
    }
}
