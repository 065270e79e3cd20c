internal import JSONTokens

/// Writes one JSON object front to back, its members in the order in which they are written.
struct JSONLine {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false
    /// How many blanks a level is indented by; nil writes everything on one line.
    private let indentation: Int?
    private var depth = 0

    /// An object with the members that the closure writes.
    static func object(indentation: Int? = nil, _ body: (inout JSONLine) -> Void) -> [UInt8] {
        var line = JSONLine(indentation: indentation)
        line.enclosed("{", "}", body)
        return line.bytes
    }

    private init(indentation: Int?) { self.indentation = indentation }

    mutating func member(_ key: String, _ text: String) {
        name(key)
        JSONText.appendQuoted(text, to: &bytes)
    }

    mutating func member(_ key: String, _ number: Int) { raw(key, String(number)) }

    mutating func member(_ key: String, _ truth: Bool) { raw(key, truth ? "true" : "false") }

    mutating func null(_ key: String) { raw(key, "null") }

    mutating func member(_ key: String, _ texts: [String]) {
        list(key, texts) { JSONText.appendQuoted($1, to: &$0.bytes) }
    }

    mutating func object(_ key: String, _ body: (inout JSONLine) -> Void) {
        name(key)
        enclosed("{", "}", body)
    }

    /// A list of objects, one for each item.
    mutating func objects<Item>(_ key: String, _ items: [Item], _ body: (inout JSONLine, Item) -> Void) {
        list(key, items) { line, item in line.enclosed("{", "}") { body(&$0, item) } }
    }

    private mutating func list<Item>(
        _ key: String, _ items: [Item], _ element: (inout JSONLine, Item) -> Void
    ) {
        name(key)
        enclosed("[", "]") { line in
            for item in items {
                line.separate()
                element(&line, item)
            }
        }
    }

    private mutating func raw(_ key: String, _ text: String) {
        name(key)
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func name(_ key: String) {
        separate()
        JSONText.appendQuoted(key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        if indentation != nil { bytes.append(UInt8(ascii: " ")) }
    }

    private mutating func enclosed(
        _ opening: Character, _ closing: Character, _ body: (inout JSONLine) -> Void
    ) {
        bytes.append(contentsOf: opening.utf8)
        needsComma = false
        depth += 1
        body(&self)
        depth -= 1
        if needsComma { breakLine() }
        bytes.append(contentsOf: closing.utf8)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
        breakLine()
    }

    private mutating func breakLine() {
        guard let indentation else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: indentation * depth))
    }
}
