extension Compiler {
    /// The texts that a field is known to be one of; nil if it may be anything.
    func words(_ field: String, of type: ExpressionType) -> [String]? {
        switch type {
        case .object(let name): environment.objectType(name)?.words[field]
        case .optional(let value): words(field, of: value)
        default: nil
        }
    }

    /// Refuses a comparison with a misspelt word, which would never hold.
    func checkWords(
        _ sign: BinaryOperator, _ leftWords: [String]?, _ left: Syntax, _ rightWords: [String]?,
        _ right: Syntax
    ) throws(LocatedError) {
        switch sign {
        case .equal, .notEqual:
            if let leftWords { try check(right, among: leftWords) }
            if let rightWords { try check(left, among: rightWords) }
        case .in:
            guard let leftWords, case .list(let elements) = right.form else { return }
            for element in elements { try check(element.value, among: leftWords) }
        default: return
        }
    }

    /// A word that differs from a known one by its case, or of letters only and near to one, is misspelt; another one may
    /// be one that is not known yet.
    private func check(_ syntax: Syntax, among words: [String]) throws(LocatedError) {
        guard case .literal(.string(let text)) = syntax.form, !words.contains(text) else { return }
        let folded = text.lowercased()
        let isPlain = text.utf8.allSatisfy { (65...90).contains($0) || (97...122).contains($0) }
        let meant =
            words.first { $0.lowercased() == folded }
            ?? (isPlain ? Spelling.suggestion(for: text, among: words) : nil)
        guard let meant else { return }
        try refuse("the value is never `\(text)`; did you mean `\(meant)`?", at: syntax.offset)
    }
}
