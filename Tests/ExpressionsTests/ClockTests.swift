import Expressions
import Testing

@Suite struct ClockTests {
    private static let environment = Environment(
        variables: [
            .init("now", .timestamp), .init("made", .timestamp), .init("limit", .duration),
            .init("flag", .bool),
        ], clock: "now")

    private func evaluate(_ source: String, now seconds: Int64, nanoseconds: Int32 = 0) throws
        -> (shown: String, change: TimeSpan?)
    {
        var names = NameTable()
        let program = try Program(source, in: Self.environment, names: &names)
        let host = TestHost()
        let now = try #require(Instant(seconds: seconds, nanoseconds: nanoseconds))
        let made = try #require(Instant(seconds: 1000))
        let limit = try #require(TimeSpan(seconds: 60))
        host.variables = [.timestamp(now), .timestamp(made), .duration(limit), .unknown("F")]
        let evaluator = Evaluator()
        return (evaluator.evaluate(program, in: host).shown, evaluator.nextChange)
    }

    @Test(
        arguments: [
            ("now - made > limit", "false", "40.000000001s"), ("now - made >= limit", "false", "40s"),
            ("now - made < limit", "true", "40s"), ("now - made <= limit", "true", "40.000000001s"),
            ("made + limit < now", "false", "40.000000001s"),
            ("made - now > duration('-60s')", "true", "40s"),
            ("now > made", "true", nil), ("made < now", "true", nil), ("now - now < limit", "true", nil),
            ("now + limit < made + duration('200s')", "true", "120s"),
            ("flag && now - made > limit", "false", "40.000000001s"),
            ("now > made || now - made > limit", "true", nil),
            ("[10, 90].exists(s, now > made + duration(s))", "true", nil),
            ("[50, 90].exists(s, now > made + duration(s))", "false", "30.000000001s"),
            ("made < made + limit", "true", nil),
        ] as [(String, String, String?)])
    func `a comparison with the clock says when it changes`(source: String, shown: String, change: String?)
        throws
    {
        let result = try evaluate(source, now: 1020)
        #expect(result.shown == shown)
        #expect(result.change?.text == change)
    }

    @Test(arguments: [
        "now - made > limit", "now - made >= limit", "made > now - limit", "made >= now - limit",
        "now < made + limit",
        "made - now <= duration('-60s')",
    ])
    func `the answer stays until that instant and changes at it`(source: String) throws {
        let early = try evaluate(source, now: 1020)
        let wait = try #require(early.change)
        let moment = 1_020_000_000_000 + wait.seconds * 1_000_000_000 + Int64(wait.nanoseconds)
        let before = try evaluate(
            source, now: (moment - 1) / 1_000_000_000, nanoseconds: Int32((moment - 1) % 1_000_000_000))
        let at = try evaluate(source, now: moment / 1_000_000_000, nanoseconds: Int32(moment % 1_000_000_000))
        #expect(before.shown == early.shown)
        #expect(at.shown != early.shown)
    }

    @Test(arguments: [
        "now == made", "now.getHours() > 3", "int(now) > 3", "now in [made]", "[now]", "now",
        "cel.bind(n, now, n > made)",
        "(flag ? now : made) > made", "string(now - made)", "{'a': now}",
    ])
    func `the clock anywhere else is refused`(source: String) {
        let error = #expect(throws: ExpressionError.self) { try evaluate(source, now: 1020) }
        #expect(error?.message.contains("`now` may stand only") == true)
    }
}
