/// Words of a filter pattern for texts: `ERROR "not found" -Exiting`, or `?ERROR ?WARN` for either.
struct TermPattern: Sendable {
    /// Must all stand in the text.
    var required: [String] = []
    /// One of them must stand in the text, if there are any.
    var alternatives: [String] = []
    /// Must not stand in the text.
    var excluded: [String] = []
    /// True if a part of the pattern is a regular expression, which is not tried.
    var hasExpression = false

    /// How many words there are.
    var wordCount: Int { required.count + alternatives.count + excluded.count }

    /// True if the text has the words; nil if that is not known.
    func match(_ text: String) -> Bool? {
        if excluded.contains(where: { ByteSearch.contains($0, in: text) }) { return false }
        if !required.allSatisfy({ ByteSearch.contains($0, in: text) }) { return false }
        // What `?` means beside other terms is not documented.
        if hasExpression || (!alternatives.isEmpty && !(required.isEmpty && excluded.isEmpty)) { return nil }
        return alternatives.isEmpty || alternatives.contains { ByteSearch.contains($0, in: text) }
    }
}
