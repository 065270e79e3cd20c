import Expressions
import Testing

/// Random conditions over an unknown truth value `u`, an unknown number `n` and an incomplete list `part`.
private struct ConditionWriter {
    var dice: Dice

    mutating func condition(_ depth: Int, _ variables: [String] = []) -> String {
        let leaf = depth == 0
        switch Int.random(in: 0..<(leaf ? 4 : 11), using: &dice) {
        case 0: return "u"
        case 1: return ["true", "false"].randomElement(using: &dice) ?? "true"
        case 2, 3:
            let sign = ["==", "!=", "<", ">="].randomElement(using: &dice) ?? "=="
            return "\(number(leaf ? 0 : 1, variables)) \(sign) \(number(0, variables))"
        case 4: return "!(\(condition(depth - 1, variables)))"
        case 5: return "(\(condition(depth - 1, variables)) && \(condition(depth - 1, variables)))"
        case 6: return "(\(condition(depth - 1, variables)) || \(condition(depth - 1, variables)))"
        case 7:
            let yes = condition(depth - 1, variables)
            return "(\(condition(depth - 1, variables)) ? \(yes) : \(condition(depth - 1, variables)))"
        case 8: return "(\(number(1, variables)) in \(list(depth - 1, variables)))"
        case 9: return "(\(list(depth - 1, variables)) == \(list(depth - 1, variables)))"
        default:
            let name = "x\(variables.count)"
            let macro = ["all", "exists", "exists_one"].randomElement(using: &dice) ?? "all"
            let body = condition(depth - 1, variables + [name])
            return "\(list(depth - 1, variables)).\(macro)(\(name), \(body))"
        }
    }

    private mutating func list(_ depth: Int, _ variables: [String]) -> String {
        guard depth > 0 else { return ["part", "[1, 2]", "[n]", "[]"].randomElement(using: &dice) ?? "part" }
        let name = "x\(variables.count)"
        switch Int.random(in: 0..<4, using: &dice) {
        case 0:
            return
                "\(list(depth - 1, variables)).filter(\(name), \(condition(depth - 1, variables + [name])))"
        case 1: return "\(list(depth - 1, variables)).map(\(name), \(number(1, variables + [name])))"
        case 2: return "(\(list(depth - 1, variables)) + \(list(depth - 1, variables)))"
        default: return list(0, variables)
        }
    }

    private mutating func number(_ depth: Int, _ variables: [String]) -> String {
        let leaves = ["n", "0", "1", "2"] + variables + variables
        guard depth > 0 else { return leaves.randomElement(using: &dice) ?? "n" }
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: return "(\(number(0, variables)) / \(number(0, variables)))"
        case 1: return "(\(number(0, variables)) - \(number(0, variables)))"
        case 2: return "size(\(list(0, variables)))"
        default: return number(0, variables)
        }
    }
}

@Suite struct SoundnessTests {
    private static let environment = Environment(variables: [
        .init("u", .bool), .init("n", .int), .init("part", .list(.int)),
    ])

    private static func list(_ elements: [Int64], missing: UnknownSet? = nil) -> Value {
        .list(ListValue(elements.map { .int($0) }, missing: missing))
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a value reached with unknowns holds whatever they turn out to be`(seed: UInt64) throws {
        var writer = ConditionWriter(dice: Dice(state: seed))
        let evaluator = Evaluator()
        let host = TestHost()
        var decided = 0
        for _ in 0..<200 {
            let source = writer.condition(4)
            var names = NameTable()
            let program = try Program(source, in: Self.environment, names: &names)
            host.variables = [.unknown("U"), .unknown("N"), Self.list([1, 2], missing: UnknownSet("P"))]
            let early = evaluator.evaluate(program, in: host).shown
            if early.hasPrefix("unknown") { continue }
            decided += 1
            for flag in [true, false] {
                for number in [0, 1, 3] as [Int64] {
                    for elements in [[1, 2], [2, 1, 0], [1, 1, 2], [7, 1, 2, 7]] as [[Int64]] {
                        host.variables = [.bool(flag), .int(number), Self.list(elements)]
                        let late = evaluator.evaluate(program, in: host).shown
                        // Errors in what was not seen may hide an answer; they never make another one.
                        #expect(late == early || late.hasPrefix("error"), "\(source)")
                    }
                }
            }
        }
        #expect(decided > 20)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `mangled expressions are refused or evaluated, never a crash`(seed: UInt64) throws {
        var writer = ConditionWriter(dice: Dice(state: seed))
        let pieces =
            Array("()[]{}.,?:!&|=<>-+*/%'\"\\`_xun019e \n@#é").map(String.init) + [
                "has(", ".map(", "0x", "r'",
            ]
        let host = TestHost()
        host.variables = [.unknown("U"), .int(3), Self.list([1])]
        var refused = 0
        for _ in 0..<300 {
            var characters = Array(writer.condition(3)).map(String.init)
            for _ in 0..<Int.random(in: 1...4, using: &writer.dice) {
                let place = Int.random(in: 0..<characters.count, using: &writer.dice)
                characters[place] = pieces.randomElement(using: &writer.dice) ?? ""
            }
            let source = characters.joined()
            var names = NameTable()
            do {
                let program = try Program(source, in: Self.environment, names: &names)
                _ = Evaluator(costLimit: 10_000).evaluate(program, in: host)
            } catch {
                #expect(!error.rendered(in: source).isEmpty)
                refused += 1
            }
        }
        #expect(refused > 50)
    }
}
