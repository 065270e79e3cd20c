import CloudModel
import Testing

@testable import ResourceGraph

@Suite struct HandleTableTests {
    private func id(_ number: Int, _ region: String = "eu-west-1") -> ResourceID {
        ResourceID(
            kind: KindCatalog.kind("AWS::EC2::SecurityGroup"), account: AccountKey("aws:\(number % 3)"),
            region: region, nativeID: "sg-\(number)")
    }

    @Test func `every resource is found, and none that is not there`() {
        var table = HandleTable()
        var ids: [ResourceID] = []
        #expect(table.handle(of: id(0)) { ids[Int($0)] == id(0) } == nil)
        for number in 0..<1_000 {
            // The same but for the region, which the hash does not see.
            for region in ["eu-west-1", "us-east-1"] {
                table.insert(ResourceHandle(index: Int32(ids.count)), id(number, region))
                ids.append(id(number, region))
            }
        }
        for (index, id) in ids.enumerated() {
            #expect(table.handle(of: id) { ids[Int($0)] == id }?.index == Int32(index))
        }
        #expect(table.handle(of: id(1, "")) { ids[Int($0)] == id(1, "") } == nil)
        #expect(table.handle(of: id(1_000)) { ids[Int($0)] == id(1_000) } == nil)
    }
}
