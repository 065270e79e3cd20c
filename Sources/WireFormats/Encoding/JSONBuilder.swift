internal import JSONTokens

/// Writes one JSON text front to back; members stand in the order in which they are written.
///
/// Every text and value can have a limit in bytes of *escaped* output, so that a document's size is bounded
/// whatever its values hold. What was cut ends with a marker.
struct JSONBuilder {
    /// What stands at the end of a text that was cut.
    static let marker = "…[cut]"

    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    mutating func object(_ body: (inout JSONBuilder) -> Void) {
        enclosed(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
    }

    mutating func object(_ key: String, _ body: (inout JSONBuilder) -> Void) {
        name(key)
        object(body)
    }

    mutating func array(_ key: String, _ body: (inout JSONBuilder) -> Void) {
        name(key)
        enclosed(UInt8(ascii: "["), UInt8(ascii: "]"), body)
    }

    mutating func member(_ key: String, _ text: String, limit: Int = 1024) {
        name(key)
        element(text, limit: limit)
    }

    /// Writes nothing if the text is empty.
    mutating func memberIfAny(_ key: String, _ text: String, limit: Int = 1024) {
        if !text.isEmpty { member(key, text, limit: limit) }
    }

    mutating func member(_ key: String, _ number: Int64) {
        name(key)
        separate()
        bytes.append(contentsOf: String(number).utf8)
    }

    mutating func member(_ key: String, _ number: Int) {
        member(key, Int64(number))
    }

    mutating func member(_ key: String, _ truth: Bool) {
        name(key)
        separate()
        bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    }

    mutating func member(_ key: String, _ value: FlatValue, limit: Int = .max) {
        name(key)
        element(value.view, limit: limit)
    }

    mutating func null(_ key: String) {
        name(key)
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    /// A list of texts that stops where the limit in bytes is reached.
    mutating func member(_ key: String, _ texts: [String], limit: Int) {
        array(key) { json in
            var rest = limit
            for text in texts {
                rest -= JSONBuilder.escapedCount(text) + 3
                guard rest >= 0 else { return json.element(JSONBuilder.marker) }
                json.element(text)
            }
        }
    }

    mutating func element(_ text: String, limit: Int = .max) {
        separate()
        JSONText.appendQuoted(JSONBuilder.cut(text, toEscapedBytes: limit), to: &bytes)
    }

    /// A value as it is if its text fits; of a list that does not fit the elements that do, then the marker;
    /// of anything else the beginning of its JSON text, as a text.
    mutating func element(_ value: FlatView, limit: Int = .max) {
        var text: [UInt8] = []
        value.writeJSON(into: &text)
        if text.count <= limit {
            separate()
            bytes.append(contentsOf: text)
        } else if value.tag == .list {
            list(value, limit: limit)
        } else if let string = value.string {
            element(string, limit: limit)
        } else {
            element(String(decoding: text, as: UTF8.self), limit: limit)
        }
    }

    private mutating func list(_ value: FlatView, limit: Int) {
        enclosed(UInt8(ascii: "["), UInt8(ascii: "]")) { json in
            var rest = limit - JSONBuilder.marker.utf8.count - 5
            for element in value.elements {
                var text: [UInt8] = []
                element.writeJSON(into: &text)
                guard text.count < rest else { break }
                rest -= text.count + 1
                json.separate()
                json.bytes.append(contentsOf: text)
            }
            json.element(JSONBuilder.marker)
        }
    }

    private mutating func name(_ key: String) {
        separate()
        JSONText.appendQuoted(key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func enclosed(_ open: UInt8, _ close: UInt8, _ body: (inout JSONBuilder) -> Void) {
        separate()
        bytes.append(open)
        needsComma = false
        body(&self)
        bytes.append(close)
        needsComma = true
    }
}

extension JSONBuilder {
    /// The text, or its beginning and the marker if it takes more than so many bytes in a JSON text.
    static func cut(_ text: String, toEscapedBytes limit: Int) -> String {
        if text.utf8.count <= limit / 6 || escapedCount(text) <= limit { return text }
        var rest = limit - marker.utf8.count
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            rest -= escapedCount(scalar)
            if rest < 0 { break }
            kept.append(scalar)
        }
        return String(kept) + marker
    }

    /// The bytes that the text takes between its quotes.
    static func escapedCount(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + escapedCount($1) }
    }

    private static func escapedCount(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "\"", "\\", "\n", "\r", "\t": 2
        case "\0"..<" ": 6
        default: UTF8.width(scalar)
        }
    }
}
