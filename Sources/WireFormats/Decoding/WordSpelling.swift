internal import JSONTokens

/// Brings a text into the spelling that a schema gives it; what the schema does not know stays as it is.
enum WordSpelling {
    /// The text, spelled as the word that equals it but for its case.
    static func text(_ text: String, among words: [String]) -> String {
        if words.contains(text) { return text }
        let folded = text.lowercased()
        return words.first { $0.lowercased() == folded } ?? text
    }

    /// The same as a value.
    static func value(_ text: String, among words: [String]) -> FlatValue {
        FlatValue(self.text(text, among: words))
    }
}
