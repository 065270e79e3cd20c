/// Writes random expressions over the whole grammar and library; most of them pass the type check.
struct ExpressionWriter {
    enum Kind: CaseIterable {
        case bool, int, uint, double, text, bytes, list, map, timestamp, duration, optional, any
    }

    var dice: Dice
    private var names: [(name: String, kind: Kind)] = []

    init(seed: UInt64) {
        dice = Dice(state: seed)
    }

    /// An expression of any kind, so many levels deep.
    mutating func expression(depth: Int) -> String {
        write(dice.pick(Kind.allCases), depth)
    }

    /// In templates `B I U D T Y L M S P O` stand for an operand of a kind, `A` for any, `(x: ...)` binds.
    private static let templates: [Kind: [String]] = [
        .bool: [
            "(B && B)", "(B || B)", "!B", "(A == A)", "(A != A)", "(I < I)", "(D >= I)", "(T <= T)",
            "(S > S)",
            "(P < P)", "(I in L)", "(T in M)", "(B ? B : B)", "has(M.k)", "L.all($, B)", "L.exists($, B)",
            "L.exists_one($, B)", "M.all($, $, B)", "L.exists($, $, B)", "T.startsWith(T)", "T.endsWith(T)",
            "T.contains(T)", "T.matches('R')", "T.matches(T)", "O.hasValue()", "sets.contains(L, L)",
            "sets.intersects(L, L)", "sets.equivalent(L, L)", "isIP(T)", "isCIDR(T)", "bool(T)",
            "math.isNaN(D)",
            "cidr('10.0.0.0/8').containsIP('N')", "ip('N').isLoopback()",
        ],
        .int: [
            "(I + I)", "(I - I)", "(I * I)", "(I / I)", "(I % I)", "-I", "(B ? I : I)", "size(T)", "L.size()",
            "size(M)", "int(D)", "int(T)", "int(S)", "L[I]", "T.indexOf(T)", "T.lastIndexOf(T, I)",
            "S.getHours()",
            "S.getDayOfYear('Z')", "P.getMinutes()", "math.abs(I)", "math.bitShiftLeft(I, I)",
            "math.greatest(I, I, I)",
            "math.bitXor(I, I)", "cidr('N/8').prefixLength()", "L.sort()[0]",
        ],
        .uint: ["(U + U)", "(U - U)", "uint(I)", "(U / U)", "math.bitNot(U)", "math.least(U, U)"],
        .double: [
            "(D + D)", "(D / D)", "double(I)", "double(T)", "math.sqrt(I)", "math.round(D)", "-D", "(D * D)",
        ],
        .text: [
            "(T + T)", "(B ? T : T)", "string(A)", "string(I)", "T.lowerAscii()", "T.upperAscii()",
            "T.trim()",
            "T.reverse()", "T.substring(I)", "T.substring(I, I)", "T.charAt(I)", "T.replace(T, T)",
            "T.replace(T, T, I)",
            "'F'.format(L)", "'F'.format([A, A])", "strings.quote(T)", "L.map($, T).join(T)",
            "T.split(T).join()",
            "base64.encode(Y)", "regex.replace(T, 'R', T)", "M.k", "M[T]", "string(P)", "string(S)",
            "string(ip('N'))",
        ],
        .bytes: ["(Y + Y)", "bytes(T)", "base64.decode(T)"],
        .list: [
            "[A, A]", "[I, I, I]", "(L + L)", "L.filter($, B)", "L.map($, A)", "L.map($, B, A)", "[?O, A]",
            "T.split(T)",
            "T.split(T, I)", "L.transformList($, $, A)", "lists.range(I)", "L.distinct()", "L.reverse()",
            "L.flatten()",
            "L.flatten(I)", "L.slice(I, I)", "L.sort()", "L.sortBy($, A)", "regex.extractAll(T, 'R')",
            "(B ? L : L)",
            "[O].unwrapOpt()",
        ],
        .map: [
            "{T: A}", "{'k': A, T: A}", "{I: A, B: A}", "{?'k': O}", "L.transformMap($, $, A)",
            "M.transformMap($, $, B, A)",
            "L.transformMapEntry($, $, {$1: A})", "(B ? M : M)",
        ],
        .timestamp: ["(S + P)", "(S - P)", "timestamp(I)", "timestamp(T)"],
        .duration: ["(S - S)", "(P + P)", "(P - P)", "duration(T)"],
        .optional: [
            "optional.of(A)", "optional.none()", "optional.ofNonZeroValue(A)", "M.?k", "M[?T]", "L[?I]",
            "O.or(O)",
            "O.optMap($, A)", "O.optFlatMap($, O)", "L.first()", "L.last()", "regex.extract(T, 'R')",
        ],
        .any: [
            "cel.bind($, A, A)", "O.value()", "O.orValue(A)", "(B ? A : A)", "dyn(A)", "type(A)", "L[I]",
            "M.k", "M[A]",
            "cel.block([A, A], cel.index(0))", "rules[I]", "(A + A)",
        ],
    ]

    private static let leaves: [Kind: [String]] = [
        .bool: ["true", "false", "flag", "gone"],
        .int: ["0", "1", "-1", "2", "number", "9223372036854775807", "-9223372036854775808", "0x10"],
        .uint: ["0u", "1u", "18446744073709551615u"],
        .double: ["0.0", "1.5", "-2e300", "1e-300", "double('NaN')"],
        .text: [
            "''", "'a'", "text", "'añ😀'", "'%s %d'", "'a,b'", "'1'", "'2024-02-29T12:00:00Z'", "'1h'",
            "'YQ=='",
        ],
        .bytes: ["b''", "b'\\xff\\x00'"], .list: ["[]", "rules", "part", "[1, 2, 3]", "numbers"],
        .map: ["{}", "record", "{'k': 1}"],
        .timestamp: ["timestamp(0)", "timestamp('9999-12-31T23:59:59Z')"],
        .duration: ["duration('1h')", "duration('-1ns')", "duration('0s')"],
        .optional: ["optional.none()", "optional.of(1)"],
        .any: ["null", "gone", "record", "rules", "int", "1", "'a'"],
    ]

    private static let kinds: [Character: Kind] = [
        "A": .any, "B": .bool, "I": .int, "U": .uint, "D": .double, "T": .text, "Y": .bytes, "L": .list,
        "M": .map,
        "S": .timestamp, "P": .duration, "O": .optional,
    ]

    private static let words: [Character: [String]] = [
        "R": ["a+", "(a|b)*c", "^.$", "\\\\d{2,3}", "(", "", "(a)(b)", "[^a-z]"],
        "F": ["%s", "%d-%s", "%.3f", "%e%x", "%b%o%X", "%%", "%", "%.999f"],
        "Z": ["UTC", "Europe/Berlin", "-02:30", "Mars"], "N": ["10.0.0.1", "::1", "::ffff:c0a8:1", "x"],
    ]

    private mutating func write(_ kind: Kind, _ depth: Int) -> String {
        // Now and then an operand of another kind, so that what the checks refuse is written too.
        let kind = dice.roll(40) == 0 ? dice.pick(Kind.allCases) : kind
        guard depth > 0, dice.roll(6) > 0, let template = Self.templates[kind].map({ dice.pick($0) }) else {
            return leaf(kind)
        }
        return fill(template, depth - 1)
    }

    private mutating func leaf(_ kind: Kind) -> String {
        let bound = names.filter { $0.kind == kind || $0.kind == .any }
        if !bound.isEmpty, dice.roll(2) == 0 { return dice.pick(bound).name }
        return dice.pick(Self.leaves[kind] ?? ["null"])
    }

    private mutating func fill(_ template: String, _ depth: Int) -> String {
        let outer = names.count
        var result = ""
        var isWord = false
        for sign in template {
            let wasWord = isWord
            isWord = sign.isLetter && (sign.isLowercase || wasWord)
            if sign == "$" {
                names.append(("v\(names.count)", .any))
                result += names[names.count - 1].name
            } else if !wasWord, let kind = Self.kinds[sign] {
                result += write(kind, depth)
            } else if let words = Self.words[sign], result.last == "'" {
                result += dice.pick(words)
            } else {
                result.append(sign)
            }
        }
        names.removeSubrange(outer...)
        return result.replacing("v\(outer)1:", with: "v\(outer):")
    }
}
