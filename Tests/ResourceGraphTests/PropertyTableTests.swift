import CloudModel
import JSONTokens
import Testing

@testable import ResourceGraph

@Suite struct PropertyTableTests {
    private func property(_ index: Int) -> PropertyID { PropertyID(index: index) }

    private func version(_ number: Int64) -> Version<FlatValue> {
        let cause = CauseRecord(eventID: "e", time: Timestamp(seconds: number), action: "", actor: nil)
        return Version(time: cause.time, rank: 1, value: FlatValue(number), cause: cause, operation: nil)
    }

    @Test func `only written properties take room`() {
        var table = PropertyTable()
        #expect(table[property(3)] == nil)
        _ = table[made: property(3)].register.log.insert(version(3))
        #expect(table.written == PropertySet(property(3)))
        #expect(table[property(3)]?.register.log.versions.count == 1)
        #expect(table[property(2)] == nil && table[property(4)] == nil)
    }

    @Test(arguments: [[0, 1, 2], [63, 0, 31], [5, 4, 3, 62, 63, 0]])
    func `entries keep their properties in any order of writing`(order: [Int]) {
        var table = PropertyTable()
        for index in order { _ = table[made: property(index)].register.log.insert(version(Int64(index))) }
        for index in order {
            #expect(table[property(index)]?.register.log.versions.first?.value == FlatValue(Int64(index)))
        }
        #expect(table.written.properties.map { Int($0.index) } == order.sorted())
    }

    @Test func `reading does not make an entry`() {
        let table = PropertyTable()
        _ = table[property(9)]
        #expect(table.written == [])
    }
}
