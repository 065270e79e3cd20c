import CloudModel
import JSONTokens

/// One value of a JSON document under its field name, with typed readings that throw with the name.
struct JSONField {
    let view: FlatView
    /// The path of the field; empty for the whole document.
    let name: String

    static func document(_ bytes: [UInt8]) throws(DocumentError) -> FlatValue {
        do {
            return try FlatValue(json: bytes)
        } catch {
            throw DocumentError(field: "", message: "The document is \(error).")
        }
    }

    func error(_ message: String, hint: String = "") -> DocumentError {
        DocumentError(field: name, message: message, hint: hint)
    }

    func text() throws(DocumentError) -> String {
        guard let text = view.string else { throw error("A text was expected.") }
        return text
    }

    func filledText() throws(DocumentError) -> String {
        let text = try text()
        if text.allSatisfy(\.isWhitespace) { throw error("The text is empty.") }
        return text
    }

    func bool() throws(DocumentError) -> Bool {
        guard let value = view.bool else { throw error("true or false was expected.") }
        return value
    }

    func time() throws(DocumentError) -> Timestamp {
        guard let time = Timestamp(rfc3339: try text()) else {
            throw error("A time as 2025-01-31T12:00:00Z was expected.")
        }
        return time
    }

    func list() throws(DocumentError) -> [JSONField] {
        guard view.tag == .list else { throw error("A list was expected.") }
        return view.elements.enumerated().map { JSONField(view: $1, name: "\(name)[\($0)]") }
    }

    func texts() throws(DocumentError) -> [String] {
        var texts: [String] = []
        for element in try list() { texts.append(try element.filledText()) }
        return texts
    }

    func members() throws(DocumentError) -> [(key: String, value: JSONField)] {
        guard view.tag == .map else { throw error("An object was expected.") }
        return view.members.map { (key: $0.key, value: JSONField(view: $0.value, name: path($0.key))) }
    }

    /// Refuses every member but the given ones.
    func check(_ known: [String]) throws(DocumentError) {
        for (key, value) in try members() where !known.contains(key) {
            throw value.error(
                "There is no field of this name.", hint: Suggestion.hint(for: key, among: known))
        }
    }

    /// The member, or nil if it is absent or null.
    func optional(_ key: String) -> JSONField? {
        guard let member = view.member(key), !member.isNull else { return nil }
        return JSONField(view: member, name: path(key))
    }

    func required(_ key: String) throws(DocumentError) -> JSONField {
        guard let member = optional(key) else {
            throw DocumentError(field: path(key), message: "The field is missing.")
        }
        return member
    }

    private func path(_ key: String) -> String { name.isEmpty ? key : "\(name).\(key)" }
}
