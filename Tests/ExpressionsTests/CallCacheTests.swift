import JSONTokens
import Synchronization
import Testing

@testable import Expressions

@Suite struct CallCacheTests {
    /// A function that counts how often it is really called.
    private final class Counter: Sendable {
        private let calls = Atomic(0)
        var count: Int { calls.load(ordering: .relaxed) }
        func note() { calls.add(1, ordering: .relaxed) }
    }

    private final class Host: Activation {
        var value = Value.null
        func variable(_ index: Int) -> Value { value }
        func field(_ name: Int32, of object: ObjectHandle) -> Value? { nil }
        func call(_ function: Int, _ arguments: [Value]) -> Value { .null }
    }

    private let counter = Counter()
    private let host = Host()
    private let evaluator = Evaluator()

    private func program(_ text: String) throws -> Program {
        let counter = counter
        var length = FunctionDeclaration(
            "length", [.dyn], returns: .int,
            .metered { arguments, meter in
                counter.note()
                _ = meter.spend(100)
                return .int(Int64(arguments[0].text?.utf8.count ?? -1))
            })
        length.isRemembered = true
        let environment = Environment(variables: [.init("x", .dyn)], functions: [length])
        var names = NameTable()
        return try Program(text, in: environment, names: &names)
    }

    private func value(_ program: Program, _ json: String, in evaluator: Evaluator? = nil) throws -> Value {
        let evaluator = evaluator ?? self.evaluator
        host.value = Value(flat: try FlatValue(json: json))
        return evaluator.evaluate(program, in: host)
    }

    @Test func `a call with the same bytes is made once, and costs the same again`() throws {
        let program = try program("length(x)")
        guard case .int(3) = try value(program, #""abc""#) else { throw Failure() }
        let cost = evaluator.cost
        guard case .int(3) = try value(program, #""abc""#) else { throw Failure() }
        #expect(counter.count == 1)
        #expect(evaluator.cost == cost)
        guard case .int(4) = try value(program, #""abcd""#) else { throw Failure() }
        guard case .int(-1) = try value(program, "[1]") else { throw Failure() }
        #expect(counter.count == 3)
    }

    @Test func `a call that is remembered exhausts the limit as the first one did`() throws {
        let program = try program("[1, 2].all(i, length(x) == 3)")
        let limited = Evaluator(costLimit: 150)
        guard case .error(let error) = try value(program, #""abc""#, in: limited) else { throw Failure() }
        #expect(error.reason == .costLimit)
        #expect(counter.count == 1)
    }

    @Test func `texts of one length that differ in one byte are told apart`() throws {
        let program = try program("length(x)")
        let long = String(repeating: "a", count: 4000)
        for place in stride(from: 0, to: 4000, by: 100) {
            var bytes = Array(long.utf8)
            bytes[place] = UInt8(ascii: "b")
            _ = try value(program, "\"\(String(decoding: bytes, as: UTF8.self))\"")
        }
        #expect(counter.count == 40)
    }

    @Test func `more calls than the cache holds are made again, and long ones always`() throws {
        let program = try program("length(x)")
        for number in 0...CallCache.maximumCount { _ = try value(program, "\"\(number)\"") }
        let before = counter.count
        _ = try value(program, "\"0\"")
        #expect(counter.count == before + 1)
        let long = "\"" + String(repeating: "a", count: CallCache.maximumCallBytes + 1) + "\""
        for _ in 0..<2 { _ = try value(program, long) }
        #expect(counter.count == before + 3)
    }

    private struct Failure: Error {}
}
