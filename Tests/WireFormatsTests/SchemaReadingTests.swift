import CloudModel
import JSONTokens
import Testing

@testable import WireFormats

@Suite struct SchemaReadingTests {
    private func read(_ json: String, _ type: ValueType) throws -> String? {
        let value = try FlatValue(json: json)
        return SchemaReading.value(value.view, of: .register("p", type))?.description
    }

    @Test(
        arguments: [
            (#"{"Enabled":true,"DAYS":"7","other":1,"none":null}"#, #"{"days":7,"enabled":true}"#),
            (#"{"enabled":"False"}"#, #"{"enabled":false}"#), ("{}", "{}"), (#"{"days":"many"}"#, nil),
            ("[]", nil),
            (#""x""#, nil),
        ] as [(String, String?)])
    func `an object keeps the members that the schema knows, spelled so`(json: String, expected: String?)
        throws
    {
        #expect(try read(json, .object(["enabled": .bool, "days": .int, "none": .string])) == expected)
    }

    @Test(
        arguments: [
            (#""enabled""#, #""Enabled""#), (#""DISABLED""#, #""Disabled""#), (#""Secured""#, #""Secured""#),
            (#""*****""#, nil), ("true", nil),
        ] as [(String, String?)])
    func `a word gets the schema's spelling`(json: String, expected: String?) throws {
        #expect(try read(json, .word(["Enabled", "Disabled"])) == expected)
    }

    @Test func `a list with one unreadable element is no value`() throws {
        #expect(try read(#"["a","b"]"#, .list(.string)) == #"["a","b"]"#)
        #expect(try read(#"["a",1]"#, .list(.string)) == nil)
        #expect(try read(#"{"a":"1","b":2}"#, .map(.string)) == nil)
    }

    @Test func `a part is whole if every member is there at every depth`() throws {
        let type = ValueType.object(["a": .object(["b": .int]), "c": .list(.object(["d": .int]))])
        #expect(SchemaReading.isWhole(try FlatValue(json: #"{"A":{"b":1},"c":[{}]}"#).view, type))
        #expect(!SchemaReading.isWhole(try FlatValue(json: #"{"a":{},"c":[]}"#).view, type))
        #expect(!SchemaReading.isWhole(try FlatValue(json: #"{"a":{"b":1}}"#).view, type))
    }
}

@Suite struct ReferenceSpellingTests {
    @Test(arguments: [
        (
            "/subscriptions/S/resourceGroups/R/providers/Microsoft.Network/networkSecurityGroups/Web",
            "Microsoft.Network/networkSecurityGroups",
            "/subscriptions/s/resourcegroups/r/providers/microsoft.network/networksecuritygroups/web"
        ),
        (
            "https://www.googleapis.com/compute/v1/projects/pay/global/networks/n",
            "compute.googleapis.com/Network", "compute.googleapis.com/projects/pay/global/networks/n"
        ),
        (
            "projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/3",
            "cloudkms.googleapis.com/CryptoKey",
            "cloudkms.googleapis.com/projects/p/locations/l/keyRings/r/cryptoKeys/k"
        ),
        ("//storage.googleapis.com/b", "storage.googleapis.com/Bucket", "storage.googleapis.com/b"),
        (
            "projects/p/instances/i", "sqladmin.googleapis.com/Instance",
            "cloudsql.googleapis.com/projects/p/instances/i"
        ),
        ("arn:aws:s3:::B", "AWS::S3::Bucket", "arn:aws:s3:::B"), ("vpc-1", "AWS::Unknown::Kind", "vpc-1"),
    ])
    func `a name gets the form of an id`(text: String, kind: String, id: String) {
        #expect(ReferenceSpelling.nativeID(text, of: kind) == id)
    }

    @Test func `names inside lists and objects are found by their path`() throws {
        let value = try FlatValue(json: #"[{"a":{"id":"/X"},"id":"/Y"},{"a":7}]"#)
        let reference = PropertyReference.kind("Microsoft.Network/virtualNetworks", at: "a", "id")
        #expect(
            ReferenceSpelling.canonical(value, [reference, reference]).description
                == #"[{"a":{"id":"/x"},"id":"/Y"},{"a":7}]"#)
    }
}
