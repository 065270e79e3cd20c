extension FlatView {
    /// The value as compact JSON text, members by rising key. Decimals that are no number become `null`.
    public var json: String {
        var text: [UInt8] = []
        writeJSON(into: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends the value as compact JSON text.
    public func writeJSON(into text: inout [UInt8]) {
        switch tag {
        case .null: text.append(contentsOf: "null".utf8)
        case .true: text.append(contentsOf: "true".utf8)
        case .false: text.append(contentsOf: "false".utf8)
        case .integer: text.append(contentsOf: String(int ?? 0).utf8)
        case .decimal:
            let number = double ?? 0
            text.append(contentsOf: number.isFinite ? "\(number)".utf8 : "null".utf8)
        case .string: JSONText.appendQuoted(string ?? "", to: &text)
        case .list: writeList(into: &text)
        case .map: writeMap(into: &text)
        }
    }

    private func writeList(into text: inout [UInt8]) {
        text.append(UInt8(ascii: "["))
        var isFirst = true
        for element in elements {
            if !isFirst { text.append(UInt8(ascii: ",")) }
            isFirst = false
            element.writeJSON(into: &text)
        }
        text.append(UInt8(ascii: "]"))
    }

    private func writeMap(into text: inout [UInt8]) {
        text.append(UInt8(ascii: "{"))
        var isFirst = true
        for (key, value) in members {
            if !isFirst { text.append(UInt8(ascii: ",")) }
            isFirst = false
            JSONText.appendQuoted(key, to: &text)
            text.append(UInt8(ascii: ":"))
            value.writeJSON(into: &text)
        }
        text.append(UInt8(ascii: "}"))
    }
}

/// The pieces of JSON text.
public enum JSONText {
    /// Appends the text in quotes, escaped as RFC 8259 section 7 asks and no further.
    public static func appendQuoted(_ string: String, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                text.append(UInt8(ascii: "\\"))
                text.append(byte)
            case 0x0A: text.append(contentsOf: "\\n".utf8)
            case 0x0D: text.append(contentsOf: "\\r".utf8)
            case 0x09: text.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                text.append(contentsOf: "\\u00".utf8)
                text.append(hexadecimal[Int(byte >> 4)])
                text.append(hexadecimal[Int(byte & 15)])
            default: text.append(byte)
            }
        }
        text.append(UInt8(ascii: "\""))
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}
