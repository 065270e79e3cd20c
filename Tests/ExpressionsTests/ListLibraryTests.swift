import Testing

@Suite struct ListLibraryTests {
    @Test(arguments: [
        ("lists.range(4)", "[0, 1, 2, 3]"), ("lists.range(-1)", "[]"),
        ("[5, 1, 2].reverse() + [].reverse()", "[2, 1, 5]"), ("[1, 2, 3, 4].slice(1, 3)", "[2, 3]"),
        ("[1, 2, 3].slice(3, 3)", "[]"), ("[1, [2, [3, 4]]].flatten()", "[1, 2, [3, 4]]"),
        ("[1, [2, [3, [4]]]].flatten(2)", "[1, 2, 3, [4]]"), ("[1, [2]].flatten(0)", "[1, [2]]"),
        ("[4, 3, 2, 1].sort()", "[1, 2, 3, 4]"), ("['b', 'c', 'a'].sort()", "[\"a\", \"b\", \"c\"]"),
        ("[duration('2s'), duration('1s')].sort()", "[\"1s\", \"2s\"]"),
        ("[-3, 1, -5, -2, 4].sortBy(e, -(e * e))", "[-5, 4, -3, -2, 1]"),
        ("[{'n': 2}, {'n': 1}].sortBy(e, e.n).map(e, e.n)", "[1, 2]"),
        ("['bb', 'a', 'cc', 'd'].sortBy(e, size(e))", "[\"a\", \"d\", \"bb\", \"cc\"]"),
        ("[[3, 1].sortBy(a, [a].sortBy(b, b + a)[0])]", "[[1, 3]]"),
        ("[1, 2.0, 'c', 3, 'c', 1, 2u].distinct()", "[1, 2.0, \"c\", 3]"),
        ("[[1], [1], [2]].distinct()", "[[1], [2]]"),
        ("[1, 2].first()", "optional(1)"), ("[].last()", "optional()"),
        ("optional.unwrap([optional.of(1), optional.none()])", "[1]"),
        ("[optional.of('a')].unwrapOpt()", "[\"a\"]"),
        ("sets.contains([1, 2, 3, 4], [2, 3])", "true"),
        ("sets.contains([1, 2.0, 3u], [1.0, 2u, 3])", "true"),
        ("sets.contains([], [1])", "false"), ("sets.equivalent([1], [1, 1])", "true"),
        ("sets.equivalent([1, 2], [1])", "false"),
        ("sets.intersects([[1], [2, 3]], [[1, 2], [2, 3.0]])", "true"),
        ("sets.intersects([1], [])", "false"),
    ])
    func `lists are taken apart, put in order and compared as sets`(source: String, shown: String) throws {
        #expect(try evaluate(source).shown == shown)
    }

    @Test(arguments: [
        ("[1, 2].slice(1, 0)", "index out of bounds"), ("[1].slice(-1, 0)", "index out of bounds"),
        ("[1].slice(0, 2)", "index out of bounds"), ("[[1]].flatten(-1)", "bad argument"),
        ("[1, 'a'].sort()", "no such overload"), ("[[1]].sort()", "no such overload"),
        ("[1, 2].sortBy(e, e == 1 ? dyn(1) : dyn('a'))", "no such overload"),
        ("lists.range(9223372036854775807)", "cost limit"),
    ])
    func `what has no answer is an error`(source: String, reason: String) throws {
        #expect(try evaluate(source).shown == "error(\(reason))")
    }
}
