import Testing

@testable import CloudModel

@Suite struct PropertyReferenceTests {
    static let references: [(property: PropertySchema, reference: PropertyReference, name: String)] =
        KindCatalog.schemas.flatMap { schema in
            schema.properties.flatMap { property in
                property.refersTo.map { (property, $0, "\(schema.name).\(property.name)") }
            }
        }

    @Test func `a property says which kinds its value names`() {
        let several = PropertySchema.register(
            "ResourceId", .string, refersTo: "AWS::EC2::VPC", .kind("AWS::EC2::Subnet", at: "a", "b"))
        #expect(several.refersTo.map(\.kindName) == ["AWS::EC2::VPC", "AWS::EC2::Subnet"])
        #expect(several.refersTo.map(\.path) == [[], ["a", "b"]])
        #expect(PropertySchema.register("Name", .string).refersTo.isEmpty)
        #expect(PropertySchema.set("Ids", of: .string, refersTo: "AWS::EC2::VPC").refersTo.count == 1)
    }

    @Test func `a kind knows the properties that can name it`() {
        let bucket = KindCatalog.kind("AWS::S3::Bucket")
        let trail = KindCatalog.kind("AWS::CloudTrail::Trail")
        let found = KindCatalog.references(to: bucket)
        #expect(
            found.contains(
                ReferringProperty(kind: trail, property: trail.property("S3BucketName"), path: [])))
        #expect(
            found.contains(
                ReferringProperty(
                    kind: bucket, property: bucket.property("LoggingConfiguration"),
                    path: ["DestinationBucketName"])))
        #expect(KindCatalog.references(to: ResourceID.accountKind(of: .aws)).isEmpty)
    }

    @Test func `a path walks lists and members to a type`() {
        let type = ValueType.list(.object(["id": .string, "deep": .object(["n": .list(.int)])]))
        #expect(type.type(at: ["id"]).map { "\($0)" } == "string")
        #expect(type.type(at: ["deep", "n"]).map { "\($0)" } == "int")
        #expect(type.type(at: ["nowhere"]) == nil)
        #expect(type.type(at: ["id", "further"]) == nil)
    }

    @Test func `every reference stands where its property holds a text`() {
        #expect(!Self.references.isEmpty)
        for (property, reference, name) in Self.references {
            switch property.type.type(at: reference.path[...]) {
            case .string?, .any?: continue
            default: Issue.record("\(name) has no text at \(reference.path)")
            }
        }
    }
}
