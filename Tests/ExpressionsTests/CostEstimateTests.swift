import Testing

@testable import Expressions

@Suite struct CostEstimateTests {
    private func estimate(_ source: String) throws -> CostEstimate {
        var names = NameTable()
        let environment = Environment(
            variables: [
                .init("a", .list(.list(.int))), .init("b", .bool), .init("m", .map(.string, .int)),
            ], objectTypes: [], functions: [])
        let program = try Program(source, in: environment, names: &names)
        return program.costEstimate(
            AssumedSizes(heldElements: 10, hostElements: 1000, keyedElements: 8, undecidedShare: 8))
    }

    @Test(arguments: [
        ("b", 1), ("b && b", 3), ("b && b && a.all(x, b)", 4), ("[1, 2].all(x, b)", 7), ("a.all(x, b)", 21),
        ("a.all(x, x.all(y, b))", 221),
        ("b && a.all(x, b)", 5), ("(a + a).all(x, b)", 43), ("'a' in m", 12), ("m.all(k, b)", 21),
    ])
    func `a part costs one, a walk its body for each element`(source: String, units: Int) throws {
        #expect(try estimate(source).units == units)
    }

    @Test func `walks are told by place and size`() throws {
        let walks = try estimate("a.exists(x, [1, 2, 3].exists(y, b))").walks
        #expect(walks.map(\.offset) == [0, 12])
        #expect(walks.map(\.elements) == [10, 3])
    }

    @Test func `an estimate stops growing at the largest number`() throws {
        let deep = (0..<24).map { "a.all(x\($0), " }.joined() + "b" + String(repeating: ")", count: 24)
        #expect(try estimate(deep).units == .max)
    }
}
