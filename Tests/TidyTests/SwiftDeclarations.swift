/// A function, initialiser, subscript or property with a body, found by matching brackets.
struct SwiftFunction {
    /// The line of its keyword, from 1.
    let line: Int
    /// Lines from the keyword to the closing brace.
    let lineCount: Int
}

extension SwiftText {
    private static let functionKeywords: Set<String> = ["func", "init", "deinit", "subscript", "var"]
    /// What a line may begin with when it goes on with the declaration above it.
    private static let continuations: Set<String> = [
        "{", "-", "where", "throws", "rethrows", "async", ")", "=",
    ]

    /// Every function with a body, in the order of the file.
    var functions: [SwiftFunction] {
        tokens.indices.compactMap { index in
            guard Self.functionKeywords.contains(tokens[index].text) else { return nil }
            let isCall = index > 0 && tokens[index - 1].text == "."
            return isCall ? nil : function(from: index)
        }
    }

    /// The words of each public declaration up to its body or its end.
    var publicHeaders: [[SwiftToken]] {
        tokens.indices.compactMap { index in
            tokens[index].text == "public" ? Array(tokens[index..<headerEnd(from: index)]) : nil
        }
    }

    private func function(from first: Int) -> SwiftFunction? {
        let body = headerEnd(from: first)
        guard body < tokens.count, tokens[body].text == "{" else { return nil }
        var depth = 0
        for token in tokens[body...] {
            if token.text == "{" { depth += 1 }
            if token.text == "}" { depth -= 1 }
            if depth == 0 {
                let line = tokens[first].line
                return SwiftFunction(line: line, lineCount: token.line - line + 1)
            }
        }
        return nil
    }

    /// The index of the body's brace, or of the first token after a declaration without a body.
    private func headerEnd(from first: Int) -> Int {
        var depth = 0
        for index in first..<tokens.count {
            let token = tokens[index]
            if depth == 0 {
                let isNext = index > first && token.startsLine && !Self.continuations.contains(token.text)
                if isNext || token.text == "{" || token.text == "}" { return index }
            }
            if ["(", "[", "{"].contains(token.text) { depth += 1 }
            if [")", "]", "}"].contains(token.text) { depth -= 1 }
        }
        return tokens.count
    }
}
