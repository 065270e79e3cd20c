extension TokenTape {
    /// The value of the object's member with this key, or nil. The last of equal keys. Linear in the members.
    public func member(_ object: Token, _ key: StaticString) -> Token? {
        guard object.kind == .object, object.index >= 0 else { return nil }
        let index = find(object, key)
        if index == notFound { return nil }
        return index == escapedKey ? member(object, named: "\(key)") : token(at: index)
    }

    /// The value at the end of a path of keys, or nil where the path breaks.
    public func member(_ object: Token, _ first: StaticString, _ second: StaticString) -> Token? {
        guard let inner = member(object, first) else { return nil }
        return member(inner, second)
    }

    /// The value of the object's member with this key, or nil. The last of equal keys.
    public func member(_ object: Token, named key: String) -> Token? {
        var found: Token?
        for (name, value) in members(object) where equals(name, key) { found = value }
        return found
    }

    /// The elements of an array in order; nothing for any other value. The tape must be built.
    public func elements(_ array: Token) -> TapeElements {
        array.kind == .array && array.index >= 0
            ? TapeElements(tape: self, position: Int(array.index) + 1, end: array.next)
            : TapeElements(tape: self, position: 0, end: 0)
    }

    /// The members of an object in document order; nothing for any other value. The tape must be built.
    public func members(_ object: Token) -> TapeMembers {
        object.kind == .object && object.index >= 0
            ? TapeMembers(tape: self, position: Int(object.index) + 1, end: object.next)
            : TapeMembers(tape: self, position: 0, end: 0)
    }

    /// True if the value is this text.
    public func equals(_ token: Token, _ text: StaticString) -> Bool {
        guard token.kind == .string else { return false }
        if token.isEscaped { return string(token) == "\(text)" }
        return token.length == text.utf8CodeUnitCount && matches(token, text)
    }

    /// True if the value is this text.
    public func equals(_ token: Token, _ text: String) -> Bool {
        guard token.kind == .string else { return false }
        if token.isEscaped { return string(token) == text }
        guard token.length == text.utf8.count else { return false }
        return matches(token, text)
    }

    /// A copy of the text, unescaped, or nil if the value is none.
    public func string(_ token: Token?) -> String? {
        guard let token, token.kind == .string else { return nil }
        if !token.isEscaped {
            return unsafe withRawText(token) { unsafe String(decoding: $0, as: UTF8.self) }
        }
        return String(decoding: unescaped(token), as: UTF8.self)
    }

    /// Lends the text of a token, or an empty one if the value is no text or has escapes.
    public func withText<Result>(_ token: Token, _ body: (Span<UInt8>) -> Result) -> Result {
        guard token.kind == .string, !token.isEscaped else { return body(Span()) }
        return unsafe withRawText(token) { unsafe body($0.span) }
    }

    /// The truth value, or nil. The texts "true" and "false" count, since cloud records carry both forms.
    public func bool(_ token: Token?) -> Bool? {
        guard let token else { return nil }
        switch token.kind {
        case .true: return true
        case .false: return false
        case .string: return equals(token, "true") ? true : equals(token, "false") ? false : nil
        default: return nil
        }
    }

    /// The whole number, or nil. A text that is one counts, since cloud records carry both forms.
    public func int(_ token: Token?) -> Int64? {
        guard let token else { return nil }
        switch token.kind {
        case .integer: return unsafe withRawText(token) { unsafe TokenTape.whole($0) }
        case .decimal, .string:
            return unsafe withRawText(token) { unsafe Int64(String(decoding: $0, as: UTF8.self)) }
        default: return nil
        }
    }

    /// The value's own text in the document, a container's included, as bytes to keep. For a text without
    /// quotes, unescaped.
    public func copyText(_ token: Token) -> [UInt8] {
        if token.kind == .string {
            return token.isEscaped ? unescaped(token) : unsafe withRawText(token) { unsafe Array($0) }
        }
        let range = textRange(token)
        return copyBytes(range)
    }

    /// Where the value's text stands in the document; a container's goes from bracket to bracket, a text's
    /// excludes its quotes.
    public func textRange(_ token: Token) -> Range<Int> {
        switch token.kind {
        case .array, .object:
            if token.index < 0 { return token.start..<(token.start + token.length) }
            return token.start..<closing(token)
        default: return token.start..<(token.start + token.length)
        }
    }

    /// The canonical copy of a built value, which outlives the document.
    public func flatValue(_ token: Token) -> FlatValue {
        var writer = FlatWriter()
        append(token, to: &writer)
        return writer.finish()
    }

    /// Appends the canonical copy of a built value.
    public func append(_ token: Token, to writer: inout FlatWriter) {
        switch token.kind {
        case .null: writer.writeNull()
        case .false: writer.write(false)
        case .true: writer.write(true)
        case .integer: writer.write(int(token) ?? 0)
        case .decimal: appendDecimal(token, to: &writer)
        case .string: appendString(token, to: &writer)
        case .array:
            let mark = writer.beginList()
            for element in elements(token) { append(element, to: &writer) }
            writer.endList(mark, count: token.length)
        case .object:
            appendMap(token, to: &writer)
        }
    }

    /// Members by rising key, the last of equal ones. Insertion, since objects have few members and come sorted or nearly.
    private func appendMap(_ object: Token, to writer: inout FlatWriter) {
        var order: [Int32] = []
        order.reserveCapacity(object.length)
        for (key, _) in members(object) {
            if key.isEscaped {
                return writer.write(
                    map: members(object).map { (copyText($0.key), flatValue($0.value).bytes) })
            }
            var place = order.count
            while place > 0, comesBehind(token(at: Int(order[place - 1])), key) { place -= 1 }
            if place > 0, !comesBehind(key, token(at: Int(order[place - 1]))) {
                order[place - 1] = key.index
            } else {
                order.insert(key.index, at: place)
            }
        }
        let mark = writer.beginMap()
        for index in order {
            unsafe withRawText(token(at: Int(index))) { unsafe writer.write(keyUTF8: $0.span) }
            append(token(at: Int(index) + 1), to: &writer)
        }
        writer.endMap(mark, count: order.count)
    }

    /// The number of a checked integer of at most 18 digits.
    private static func whole(_ text: UnsafeBufferPointer<UInt8>) -> Int64 {
        var value: Int64 = 0
        for index in text.indices {
            let byte = unsafe text[index]
            if byte != UInt8(ascii: "-") { value = value * 10 + Int64(byte) - 48 }
        }
        return unsafe text.first == UInt8(ascii: "-") ? -value : value
    }

    private func appendString(_ token: Token, to writer: inout FlatWriter) {
        if token.isEscaped {
            writer.write(utf8: unescaped(token).span)
        } else {
            unsafe withRawText(token) { unsafe writer.write(utf8: $0.span) }
        }
    }

    private func appendDecimal(_ token: Token, to writer: inout FlatWriter) {
        let text = unsafe withRawText(token) { unsafe String(decoding: $0, as: UTF8.self) }
        if let whole = Int64(text) { writer.write(whole) } else { writer.write(Double(text) ?? .nan) }
    }

    /// The end of a built container: behind its last member's text, the blanks and the bracket.
    private func closing(_ container: Token) -> Int {
        var position = container.start + 1
        if container.next > Int(container.index) + 1 {
            var last: Token?
            if container.kind == .array {
                for element in elements(container) { last = element }
            } else {
                for (_, value) in members(container) { last = value }
            }
            if let last {
                let range = textRange(last)
                position = last.kind == .string ? range.upperBound + 1 : range.upperBound
            }
        }
        let bracket = container.kind == .array ? UInt8(ascii: "]") : UInt8(ascii: "}")
        while byte(at: position) != bracket { position += 1 }
        return position + 1
    }

    private func unescaped(_ token: Token) -> [UInt8] {
        unsafe withRawText(token) { unsafe JSONUnescaper.unescape($0) }
    }
}

/// The elements of an array on a tape.
public struct TapeElements: Sequence, IteratorProtocol {
    let tape: TokenTape
    var position: Int
    let end: Int

    /// The next element, or nil at the end.
    public mutating func next() -> Token? {
        guard position < end else { return nil }
        let token = tape.token(at: position)
        position = token.next
        return token
    }
}

/// The members of an object on a tape.
public struct TapeMembers: Sequence, IteratorProtocol {
    let tape: TokenTape
    var position: Int
    let end: Int

    /// The next key and value, or nil at the end.
    public mutating func next() -> (key: Token, value: Token)? {
        guard position < end else { return nil }
        let key = tape.token(at: position)
        let value = tape.token(at: position + 1)
        position = value.next
        return (key, value)
    }
}
