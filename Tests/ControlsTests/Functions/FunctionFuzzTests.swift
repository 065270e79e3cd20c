import Expressions
import Foundation
import JSONTokens
import Testing

@testable import Controls

/// Random and mutated policies and filter patterns. `PLUMBLINE_FUZZ` says how many, `PLUMBLINE_SEED` from which seed.
@Suite struct FunctionFuzzTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let count = environment["PLUMBLINE_FUZZ"].flatMap { Int($0) } ?? 600
    private static let seed = environment["PLUMBLINE_SEED"].flatMap { UInt64($0) } ?? 20_240_607

    /// One expression over the variables `x` and `y`.
    private final class Caller: Activation {
        private let program: Program
        private let evaluator = Expressions.Evaluator(costLimit: 100_000_000)
        private var values: [Value] = []

        init(_ text: String) throws {
            var names = NameTable()
            let environment = Environment(
                variables: [.init("x", .dyn), .init("y", .dyn)], objectTypes: FunctionCatalog.objectTypes,
                functions: FunctionCatalog.functions)
            program = try Program(text, in: environment, names: &names)
        }

        func variable(_ index: Int) -> Value { values[index] }
        func field(_ name: Int32, of object: ObjectHandle) -> Value? { nil }
        func call(_ function: Int, _ arguments: [Value]) -> Value { .null }

        /// The answer as JSON, `unknown` or `error`.
        func answer(_ x: FlatValue, _ y: FlatValue = .null) -> String {
            values = [Value(flat: x), Value(flat: y)]
            switch evaluator.evaluate(program, in: self) {
            case .unknown: return "unknown"
            case .error: return "error"
            case let value: return value.flatValue?.description ?? "none"
            }
        }
    }

    @Test func `no policy crashes or hangs, and its form does not change its verdict`() throws {
        var random = RandomTexts(seed: Self.seed)
        let known = PolicyCase.all.map(\.policy) + TrustCase.all.map(\.policy)
        let isPublic = try Caller("policyAllowsPublic(x)")
        let all = try Caller(
            "[policyAllowsPublic(x), policyGrantsFullAdmin(x), policyAllows(x, 's3:GetObject', 'arn:aws:s3:::b/k'), "
                + "policyDeniesInsecureTransport(x, 'arn:aws:s3:::b'), policyPublicStatements(x).size() > 0, "
                + "policyForeignPrincipals(x, '111122223333').size() > 0, policyUnscopedServices(x, ['sns']).size() > 0, "
                + "trustProblems(x, '111122223333', [], ['sns.amazonaws.com']).size() > 0, "
                + "policyStatements(x).all(s, s.grantsEveryone() || !s.deniesPlainHTTP())]")
        var tally: [String: Int] = [:]
        for _ in 0..<Self.count {
            let made = random.next(3) > 0 ? random.policy() : random.pick(known)
            let text = random.next(2) == 0 ? made : random.mutated(made)
            let answer = all.answer(FlatValue(text))
            #expect(answer == "error" || answer.hasPrefix("["), "\(text)")
            let verdict = isPublic.answer(FlatValue(text))
            tally[verdict, default: 0] += 1
            guard verdict == "true" || verdict == "false", let object = try? FlatValue(json: text) else {
                continue
            }
            #expect(isPublic.answer(object) == verdict, "\(text)")
            #expect(answer == "error" || answer.hasPrefix("[\(verdict),"), "\(text)")
        }
        // Each kind of answer is met, so the policies are worth trying.
        for verdict in ["true", "false", "error"] { #expect(tally[verdict, default: 0] > Self.count / 50) }
    }

    @Test func `no denial ever opens a policy, and a denial of everything closes it`() throws {
        var random = RandomTexts(seed: Self.seed &+ 1)
        let isPublic = try Caller("policyAllowsPublic(x)")
        for _ in 0..<(Self.count / 2) {
            let policies = (random.policy(), random.policy())
            guard let first = try? FlatValue(json: policies.0), let second = try? FlatValue(json: policies.1)
            else { continue }
            let verdict = isPublic.answer(first)
            guard verdict != "error" else { continue }
            let denials = Self.statements(second).filter { $0.view.member("Effect")?.string == "Deny" }
            let more = isPublic.answer(Self.policy(Self.statements(first) + denials))
            #expect(more == "error" || more == verdict || verdict == "true", "\(policies)")
            let everything = try FlatValue(
                json: #"{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}"#)
            #expect(
                isPublic.answer(Self.policy(Self.statements(first) + [everything])) == "false",
                "\(policies.0)")
        }
    }

    private static func statements(_ policy: FlatValue) -> [FlatValue] {
        policy.view.member("Statement")?.listed.map(\.value) ?? []
    }

    private static func policy(_ statements: [FlatValue]) -> FlatValue {
        FlatValue(map: [("Statement", FlatValue(list: statements))])
    }

    @Test func `no filter pattern crashes or hangs, and what covers has no gaps`() throws {
        var random = RandomTexts(seed: Self.seed &+ 2)
        let covers = try Caller("logFilterCovers(x, y)")
        let gaps = try Caller("logFilterGaps(x, y)")
        let matches = try Caller("logFilterMatches(x, y)")
        let selector = try FlatValue(
            json:
                #"[{"field":"eventName","equals":["CreateTrail","DeleteTrail"]},{"field":"errorCode","absent":true}]"#
        )
        let event = try FlatValue(
            json:
                #"{"eventName":"CreateTrail","a":[{"b":[{"c":1}]}],"userIdentity":{"type":"Root"},"errorCode":null}"#
        )
        var tally: [String: Int] = [:]
        for _ in 0..<Self.count {
            let made = random.pattern()
            let text = FlatValue(random.next(2) == 0 ? made : random.mutated(made))
            let verdict = covers.answer(text, selector)
            let found = gaps.answer(text, selector)
            let match = matches.answer(text, event)
            tally[match, default: 0] += 1
            #expect((verdict == "true") == (found == "[]"), "\(text)")
            #expect((verdict == "error") == (found == "error"), "\(text)")
            #expect((verdict == "error") == (match == "error"), "\(text)")
        }
        for answer in ["true", "false", "error", "unknown"] {
            #expect(tally[answer, default: 0] > Self.count / 100)
        }
    }

    @Test func `an address set is what its addresses say, one by one`() {
        var random = RandomTexts(seed: Self.seed &+ 3)
        for _ in 0..<(Self.count / 10) {
            var parts: [AddressRanges] = []
            var blocks: [AddressBlock] = []
            for _ in 0..<2 {
                let texts = (0...random.next(4)).map { _ in
                    "\(random.next(20)).\(random.next(256)).0.0/\(4 + random.next(16))"
                }
                let part = texts.compactMap { AddressBlock($0) }
                blocks += part
                var ranges = AddressRanges(.v4)
                for block in part { ranges.insert(block) }
                parts.append(ranges)
            }
            let difference = parts[0].subtracting(parts[1])
            for _ in 0..<20 {
                let address = UInt64(random.next(20) << 24 | random.next(1 << 24))
                let isIn = parts.map { part in part.ranges.contains { $0.contains(address) } }
                #expect(difference.ranges.contains { $0.contains(address) } == (isIn[0] && !isIn[1]))
            }
            var rest = parts[0]
            rest.formUnion(parts[1])
            #expect(rest.count == parts[1].count + difference.count)
            #expect(
                zip(rest.ranges, rest.ranges.dropFirst()).allSatisfy { $0.upperBound + 1 < $1.lowerBound })
        }
    }
}
