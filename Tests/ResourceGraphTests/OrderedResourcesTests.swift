import ResourceGraph
import Testing

@Suite struct OrderedResourcesTests {
    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `insertions and removals keep the order and each resource once`(seed: UInt64) {
        var state = seed
        var resources = OrderedResources()
        var wanted: Set<Int32> = []
        for step in 0..<4000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let handle = ResourceHandle(index: Int32(state >> 40) % 1500)
            let isInsertion = step < 2500 || state >> 33 & 1 == 0
            if isInsertion {
                #expect(
                    resources.insert(handle) { $0.index < $1.index } == wanted.insert(handle.index).inserted)
            } else {
                #expect(
                    resources.remove(handle) { $0.index < $1.index } == (wanted.remove(handle.index) != nil))
            }
        }
        #expect(resources.map(\.index) == wanted.sorted())
        #expect(resources.count == wanted.count)
        #expect(resources.prefix(5).map(\.index) == Array(wanted.sorted().prefix(5)))
        #expect(resources.first?.index == wanted.min())
    }
}
