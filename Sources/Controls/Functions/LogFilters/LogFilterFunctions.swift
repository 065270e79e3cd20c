internal import Expressions
internal import JSONTokens

/// Metric filters of CloudWatch Logs, judged by the events that they match and never by their text.
enum LogFilterFunctions {
    static let group = FunctionGroup("Log filters", [matches, covers, gaps, form])

    private static let deleteKey =
        "[{'field': 'eventSource', 'equals': 'kms.amazonaws.com'}, "
        + "{'field': 'eventName', 'equals': ['DisableKey', 'ScheduleKeyDeletion']}]"

    private static let matches = CloudFunction(
        "logFilterMatches(pattern, event)",
        """
        True if the filter pattern matches the event, which is an object or a text. Unknown where AWS does not \
        document the answer: `!=` on a field that the event lacks, regular expressions, columns. A pattern that \
        cannot be parsed is an error.
        """,
        examples: [
            ("logFilterMatches('{ $.a.b = \"x*\" && $.c NOT EXISTS }', {'a': {'b': 'xyz'}})", "true"),
            ("logFilterMatches('{ ($.n >= 5) || ($.t IS TRUE) }', {'n': 4, 't': false})", "false"),
            ("logFilterMatches('ERROR -Exiting', 'ERROR at 7')", "true"),
            ("logFilterMatches('{ $.a != 1 }', {})", "unknown"),
            ("logFilterMatches('{ $.a = }', {})", "error"),
        ],
        FunctionDeclaration(
            "logFilterMatches", [.string, .dyn], returns: .bool, .metered { isMatch($0, &$1) }))

    private static let covers = CloudFunction(
        "logFilterCovers(pattern, selector)",
        """
        True if the filter pattern matches every event that the selector asks for, whoever calls from wherever, and \
        none that violates one of its clauses; clause order, spelling and spacing do not count. The selector is a \
        list of clauses, all of which an event must satisfy: a `field` with `equals`, `like` or `not` (one text or \
        several, any of them) or `absent: true`; `such` and `others` name values to try for and against it; an \
        `optional` clause may be left out by the filter.
        """,
        examples: [
            (
                "logFilterCovers('{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || "
                    + "($.eventName = ScheduleKeyDeletion)) }', \(deleteKey))", "true"
            ),
            ("logFilterCovers('{ $.eventSource = kms.amazonaws.com }', \(deleteKey))", "false"),
            (
                "logFilterCovers('{ $.eventSource = kms.amazonaws.com && $.eventName = DisableKey }', \(deleteKey))",
                "false"
            ),
        ],
        FunctionDeclaration(
            "logFilterCovers", [.string, .list(.dyn)], returns: .bool, .metered { isCovering($0, &$1) }
        ).remembered)

    private static let gaps = CloudFunction(
        "logFilterGaps(pattern, selector)",
        """
        What keeps `logFilterCovers` from being true: the events that the filter misses, and those beyond the \
        selector that it matches. For evidence.
        """,
        examples: [
            (
                "logFilterGaps('{ $.eventSource = kms.amazonaws.com && $.eventName = DisableKey }', \(deleteKey))",
                #"["misses eventName ScheduleKeyDeletion"]"#
            ),
            (
                "logFilterGaps('{ $.eventName = DisableKey || $.eventName = ScheduleKeyDeletion }', \(deleteKey))",
                #"["matches eventSource probe.amazonaws.com too"]"#
            ),
        ],
        FunctionDeclaration(
            "logFilterGaps", [.string, .list(.dyn)], returns: .list(.string), .metered { gapList($0, &$1) }
        ).remembered)

    private static let form = CloudFunction(
        "logFilterForm(pattern)",
        "The kind of filter pattern: `everything`, `fields` (of JSON events), `terms` or `columns`.",
        examples: [
            ("logFilterForm('{ $.eventName = X }')", #""fields""#), ("logFilterForm('ERROR')", #""terms""#),
            ("logFilterForm('[ip, user, ...]')", #""columns""#), ("logFilterForm('')", #""everything""#),
        ],
        FunctionDeclaration("logFilterForm", [.string], returns: .string, .unary(formName)))

    private static func isMatch(_ arguments: [Value], _ meter: inout Meter) -> Value {
        parsed(arguments[0]) { pattern in
            guard let event = arguments[1].view, event.tag == .map || event.tag == .string else {
                return .error(EvaluationError(.badArgument, "an event is an object or a text"))
            }
            // Each word of a pattern is looked for in the text, byte by byte.
            guard meter.spend(pattern.weight * (1 + event.byteCount / 16)) else {
                return .error(EvaluationError(.costLimit))
            }
            let answer =
                event.tag == .map ? pattern.matches(event) : pattern.matches(text: event.string ?? "")
            return answer.map { .bool($0) } ?? undecided
        }
    }

    private static func isCovering(_ arguments: [Value], _ meter: inout Meter) -> Value {
        judged(arguments, &meter) { pattern, probes in
            FilterJudgement.covers(pattern, probes).map { .bool($0) } ?? undecided
        }
    }

    private static func gapList(_ arguments: [Value], _ meter: inout Meter) -> Value {
        judged(arguments, &meter) { pattern, probes in
            let judgement = FilterJudgement(pattern, probes)
            let texts =
                judgement.missed.map { "misses \($0)" } + judgement.excess.map { "matches \($0) too" }
                + judgement.undecided.map { "may or may not match \($0)" }
            return Value(flat: FlatValue(list: texts.map { FlatValue($0) }))
        }
    }

    private static func formName(_ pattern: Value) -> Value {
        parsed(pattern) { pattern in
            switch pattern {
            case .everything: .string("everything")
            case .fields: .string("fields")
            case .terms: .string("terms")
            case .columns: .string("columns")
            }
        }
    }

    private static let undecided = Value.unknown(
        UnknownSet("what CloudWatch Logs makes of such a filter pattern"))

    private static func judged(
        _ arguments: [Value], _ meter: inout Meter, _ body: (LogFilterPattern, ProbeEvents) -> Value
    ) -> Value {
        parsed(arguments[0]) { pattern in
            guard let view = arguments[1].view, let selector = EventSelector(view) else {
                return .error(EvaluationError(.badArgument, "the selector is no list of clauses"))
            }
            guard let probes = ProbeEvents(selector) else {
                return .error(EvaluationError(.badArgument, "the selector has too many values"))
            }
            guard meter.spend(pattern.weight * probes.count) else {
                return .error(EvaluationError(.costLimit))
            }
            return body(pattern, probes)
        }
    }

    private static func parsed(_ pattern: Value, _ body: (LogFilterPattern) -> Value) -> Value {
        do {
            return body(try LogFilterParser.parse(pattern.readText))
        } catch {
            let place = "filter pattern, byte \(error.offset + 1): \(error.message)"
            return .error(EvaluationError(.badArgument, place))
        }
    }
}
