/// Titles with texts beside them, wrapped at blanks.
struct ExplanationPage {
    let width: Int
    private(set) var text = ""
    private static let indentation = 12

    init(width: Int) {
        self.width = width
    }

    /// A section of one paragraph; left out if there is nothing to say.
    mutating func add(_ title: String, _ paragraph: String) { add(title, [paragraph]) }

    /// A section of several paragraphs.
    mutating func add(_ title: String, _ paragraphs: [String]) {
        let lines = paragraphs.flatMap { wrapped($0) }.filter { !$0.isEmpty }
        guard !lines.isEmpty else { return }
        let blanks = String(repeating: " ", count: Self.indentation)
        let head = title + blanks.dropFirst(min(title.count, Self.indentation - 1))
        text += head + lines.joined(separator: "\n" + blanks) + "\n"
    }

    /// The lines of a paragraph, the further ones indented a little.
    private func wrapped(_ paragraph: String) -> [String] {
        var lines = [""]
        for word in paragraph.split(whereSeparator: \.isWhitespace) {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if last.count + 1 + word.count <= width - Self.indentation {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append("  " + word)
            }
        }
        return lines
    }
}
