import Testing

@testable import Expressions

@Suite struct CallMemoryTests {
    @Test func `a result is made once for a function and its arguments, and never for others`() {
        let memory = CallMemory()
        var made = 0
        func call(_ function: String, _ first: String, _ second: Int64) -> String {
            memory.result(of: function, .string(first), .int(second)) { _, _ in
                made += 1
                return .int(Int64(made))
            }.shown
        }
        #expect(call("f", "a", 1) == "1")
        #expect(call("f", "a", 1) == "1")
        #expect(call("f", "b", 1) == "2")
        #expect(call("f", "a", 2) == "3")
        #expect(call("g", "a", 1) == "4")
        #expect(call("f", "a", 1) == "1")
    }

    @Test func `arguments without a flat form are never mistaken for each other`() {
        let memory = CallMemory()
        var made = 0
        for _ in 0..<2 {
            _ = memory.result(of: "f", .object(ObjectHandle(1)), .int(1)) { _, _ in
                made += 1
                return .null
            }
        }
        #expect(made == 2)
    }
}
