import Testing

@testable import CloudModel

@Suite struct KindCatalogTests {
    @Test func `a kind stands once, whatever the case of its name`() {
        let names = KindCatalog.schemas.map { $0.name.lowercased() }
        let repeated = names.filter { name in names.count { $0 == name } > 1 }
        #expect(repeated == [])
    }

    @Test(arguments: KindCatalog.schemas.map(\.name))
    func `a kind's properties have names of their own`(name: String) {
        let schema = KindCatalog.kind(name).schema
        #expect(Set(schema.properties.map(\.name)).count == schema.properties.count)
        #expect(schema.properties.count <= 64)
    }

    /// Names that resources of Azure and Google carry must lead to a kind, so that a join finds it.
    @Test func `what Azure and Google refer to has a schema`() {
        for schema in KindCatalog.schemas where schema.provider != .aws {
            for property in schema.properties {
                for reference in property.refersTo {
                    #expect(
                        ResourceKind(named: reference.kindName) != nil,
                        "\(schema.name).\(property.name) refers to \(reference.kindName)")
                }
            }
        }
    }
}
