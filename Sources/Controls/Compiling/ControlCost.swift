internal import CloudModel
internal import Expressions

/// What an evaluation of a control is estimated to cost, and how much is too much.
enum ControlCost {
    /// Beyond this an evaluation would take seconds in a large account, so the control is refused at once.
    static let limit = 100_000_000

    /// Refuses an expression whose estimate is beyond the limit, at its dearest walk.
    static func check(_ program: Program, _ text: SourceText) throws(ControlFileError) {
        let estimate = program.costEstimate(.largeAccount)
        guard estimate.units > limit else { return }
        let walk = estimate.walks.max { $0.units < $1.units }
        let amount = estimate.units == .max ? "too many to count" : "about \(estimate.units)"
        throw text.error(
            atOffset: walk?.offset ?? 0,
            "An evaluation would take \(amount) steps in a large account; \(limit) are allowed.",
            hint: "let the walk find its resources by a key: compare a text of theirs with `==`")
    }
}

extension CompiledControl {
    /// About how many steps an evaluation takes in a large account, evidence included.
    public var estimatedSteps: Int {
        [applies, pass, evidence].reduce(0) { sum, program in
            sum + (program?.costEstimate(.largeAccount).units ?? 0)
        }
    }

    /// The lists that an evaluation walks element by element, in the order of the texts, with how many elements each is
    /// taken to have.
    public var estimatedWalks: [(text: String, elements: Int)] {
        [applies, pass, evidence].flatMap { program in
            program.map { program in
                program.costEstimate(.largeAccount).walks.map { walk in
                    (ControlCost.excerpt(program.source, from: walk.offset), walk.elements)
                }
            } ?? []
        }
    }
}

extension ControlCost {
    /// The operand of which the word or call at a place is the end: `resource.Tags`, `resources('…')`.
    static func excerpt(_ source: String, from offset: Int) -> String {
        let text = Array(source)
        var start = String(decoding: Array(source.utf8).prefix(offset), as: UTF8.self).count
        var end = start
        while end < text.count, isWord(text[end]) { end += 1 }
        if end < text.count, text[end] == "(" { end = past(text, from: end, by: 1, "(", ")") }
        while start > 0 {
            let before = text[start - 1]
            if before == ")" {
                start = past(text, from: start - 1, by: -1, ")", "(") + 1
            } else if isWord(before) || before == "." {
                start -= 1
            } else {
                break
            }
        }
        return String(text[start..<max(start, end)])
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }

    /// The place behind the parenthesis that closes the one at a place, walking on or back.
    private static func past(
        _ text: [Character], from start: Int, by step: Int, _ open: Character, _ close: Character
    ) -> Int {
        var depth = 0
        var place = start
        while text.indices.contains(place) {
            if text[place] == open { depth += 1 }
            if text[place] == close { depth -= 1 }
            place += step
            if depth == 0 { break }
        }
        return place
    }
}
