import Expressions
import Foundation
import JSONTokens
import Testing

/// Random expressions: no crash, no hang, bounded memory, and properties that hold of every one of them.
///
/// A round has 1000 expressions. `PLUMBLINE_FUZZ_ROUNDS` says how many rounds of fresh seeds run beside the fixed ones;
/// seeds that once failed stay in `keptSeeds`.
@Suite struct FuzzTests {
    private static let keptSeeds: [UInt64] = [1_000_038, 1_000_049]
    private static let fixedSeeds: [UInt64] = [1, 2, 3, 4]
    private static let freshSeeds: [UInt64] = {
        let rounds = ProcessInfo.processInfo.environment["PLUMBLINE_FUZZ_ROUNDS"].flatMap { UInt64($0) } ?? 0
        return (0..<rounds).map { 1_000_000 + $0 }
    }()

    @Test(.timeLimit(.minutes(10)), arguments: keptSeeds + fixedSeeds + freshSeeds)
    func `any expression is refused or has a value that keeps its promises`(seed: UInt64) throws {
        var round = FuzzRound(seed: seed)
        for number in 0..<1000 { try round.run(number) }
        // Both kinds must occur, or the writer is of no use.
        #expect(round.compiled > 200 && round.refused > 100)
        #expect(round.valued > 100)
        // Other suites share the process unless the long run was asked for.
        #expect(Self.freshSeeds.isEmpty || Self.peakMegabytes < 1500)
    }

    /// The most memory that the process ever took.
    private static var peakMegabytes: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 / 1024 } ?? 0
    }
}

/// The expressions of one seed.
private struct FuzzRound {
    private var writer: ExpressionWriter
    private var mangler: ExpressionMangler
    private let flat = TestHost()
    private let built = TestHost()
    private let evaluator = Evaluator(costLimit: 20_000)
    private(set) var compiled = 0
    private(set) var refused = 0
    private(set) var valued = 0

    private static let variables: [Environment.Variable] = [
        .init("flag", .bool), .init("gone", .dyn), .init("number", .int), .init("text", .string),
        .init("rules", .list(.map(.string, .dyn))), .init("part", .list(.dyn)), .init("numbers", .list(.int)),
        .init("record", .map(.string, .dyn)),
    ]
    private static let checked = Environment(variables: variables)
    private static let unchecked = Environment(variables: variables, checksTypes: false)

    init(seed: UInt64) {
        writer = ExpressionWriter(seed: seed)
        mangler = ExpressionMangler(dice: Dice(state: seed &+ 77))
        let rules = #"[{"k": "x", "From": 1, "To": 22}, {"k": null, "From": 0.5}, {"k": [1, "a", true]}]"#
        let values = ["\"añb\"", rules, "[3, 1, 2]", #"{"k": "v", "n": {"m": [1, 2]}, "z": 1e300}"#].map {
            (try? FlatValue(json: $0)).map { Value(flat: $0) } ?? .null
        }
        let part = Value.list(ListValue([.int(1), .string("a")], missing: UnknownSet("P")))
        flat.variables = [
            .bool(true), .unknown("U"), .int(7), values[0], values[1], part, values[2], values[3],
        ]
        built.variables = flat.variables.map(Self.rebuilt)
    }

    /// The same value, made of values instead of flat bytes.
    private static func rebuilt(_ value: Value) -> Value {
        guard case .flat(let view) = value else { return value }
        if let text = value.text { return .string(text) }
        if let elements = value.knownElements { return Value(list: elements.map(rebuilt)) }
        return .map(MapValue(view.members.map { (.string($0.key), rebuilt(Value(flat: $0.value))) }))
    }

    mutating func run(_ number: Int) throws {
        var source = writer.expression(depth: 2 + number % 5)
        if number % 3 == 1 { source = mangler.mangled(source) }
        if number % 20 == 19 { source = mangler.noise() }
        let isChecked = number % 2 == 0
        var names = NameTable()
        do throws(ExpressionError) {
            let environment = isChecked ? Self.checked : Self.unchecked
            let program = try Program(source, in: environment, names: &names)
            compiled += 1
            flat.names = names
            built.names = names
            examine(program, isChecked)
        } catch {
            refused += 1
            #expect(!error.rendered(in: source).isEmpty)
            #expect(error.position.offset <= source.utf8.count, "\(source)")
        }
    }

    private mutating func examine(_ program: Program, _ isChecked: Bool) {
        let value = evaluator.evaluate(program, in: flat)
        let cost = evaluator.cost
        let shown = value.exact
        let again = evaluator.evaluate(program, in: flat)
        #expect(again.exact == shown && evaluator.cost == cost, "\(program.source)")
        if case .error(let error) = value, error.reason == .costLimit { return }
        let other = evaluator.evaluate(program, in: built)
        if case .error(let error) = other, error.reason == .costLimit { return }
        #expect(other.exact == shown, "read in place or not: \(program.source)")
        _ = value.flatValue
        if value.isUndecided { return }
        valued += 1
        let type = program.resultType
        #expect(!isChecked || value.stands(for: type), "\(program.source): \(shown) is no \(type)")
    }
}

extension Value {
    /// The value with all of its parts; of an error the reason.
    fileprivate var exact: String {
        switch self {
        case .list(let list):
            return "[" + list.knownElements.map(\.exact).joined(separator: ", ") + "]"
                + (list.missing.map { " | \($0.paths)" } ?? "")
        case .map(let map):
            return "{"
                + zip(map.keys, map.values).map { "\($0.exact): \($1.exact)" }.sorted().joined(
                    separator: ", ") + "}"
        case .flat(let view):
            if let elements = knownElements {
                return "[" + elements.map(\.exact).joined(separator: ", ") + "]"
            }
            guard isMap else { return shown }
            return "{"
                + view.members.map { "\"\($0.key)\": \(Value(flat: $0.value).exact)" }.sorted()
                .joined(separator: ", ") + "}"
        case .optional(let inner): return "optional(\(inner?.exact ?? ""))"
        default: return shown
        }
    }

    /// True if the checker may have said so. Null goes with types that may be absent: `c ? null : []` is a list.
    fileprivate func stands(for type: ExpressionType) -> Bool {
        switch (type, self) {
        case (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double), (.bytes, .bytes),
            (.null, .null),
            (.timestamp, .timestamp), (.duration, .duration), (.type, .type), (.optional, .optional),
            (.address, .address), (.network, .network), (.dyn, _), (.parameter, _), (.object, _),
            (.opaque, _):
            true
        case (.list, .null), (.map, .null), (.optional, .null), (.timestamp, .null), (.duration, .null): true
        case (.string, _): isText
        case (.list, _): isList
        case (.map, _): isMap
        default: false
        }
    }
}
