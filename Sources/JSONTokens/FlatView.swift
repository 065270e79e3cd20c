/// One value inside the bytes of a `FlatValue`: an array reference and an offset, cheap to pass, never copied
/// out.
public struct FlatView: Sendable {
    let bytes: [UInt8]
    let offset: Int

    /// What the value is.
    public var tag: FlatTag { FlatTag(rawValue: bytes[offset]).unsafelyKnown }

    /// True for JSON `null`.
    public var isNull: Bool { bytes[offset] == FlatTag.null.rawValue }

    /// The truth value, or nil if this is none.
    public var bool: Bool? {
        switch tag {
        case .true: true
        case .false: false
        default: nil
        }
    }

    /// The whole number, or nil if this is none.
    public var int: Int64? {
        tag == .integer ? Int64(bitPattern: word(at: offset + 1) ^ (1 << 63)) : nil
    }

    /// The decimal number, or nil if this is none. A whole number is not a decimal one.
    public var double: Double? {
        tag == .decimal ? Double(bitPattern: word(at: offset + 1)) : nil
    }

    /// A copy of the text, or nil if this is none.
    public var string: String? {
        tag == .string ? String(decoding: bytes[(offset + 5)..<(offset + 5 + length)], as: UTF8.self) : nil
    }

    /// Bytes of a text; members of a list or map; 0 for anything else.
    public var count: Int {
        switch tag {
        case .string: length
        case .list, .map: half(at: offset + 5)
        default: 0
        }
    }

    /// True if this is a text equal to the given one; no copy is made.
    public func equals(_ text: StaticString) -> Bool {
        guard tag == .string, length == text.utf8CodeUnitCount else { return false }
        let start = unsafe text.utf8Start
        for index in 0..<length where unsafe bytes[offset + 5 + index] != start[index] { return false }
        return true
    }

    /// True if this is a text equal to the given one.
    public func equals(_ text: String) -> Bool {
        tag == .string && length == text.utf8.count
            && text.utf8.elementsEqual(bytes[(offset + 5)..<(offset + 5 + length)])
    }

    /// True if both show the same value (the same canonical bytes).
    public static func == (left: FlatView, right: FlatView) -> Bool {
        left.bytes[left.offset..<left.endOffset] == right.bytes[right.offset..<right.endOffset]
    }

    /// The value of the member with this key, or nil if this is no map or has no such key. Linear in the
    /// members.
    public func member(_ key: String) -> FlatView? {
        guard tag == .map else { return nil }
        var position = offset + 9
        let end = endOffset
        var key = key
        return key.withUTF8 { wanted in
            while position < end {
                let size = half(at: position)
                let value = position + 4 + size
                if size == wanted.count, unsafe matches(wanted, at: position + 4) {
                    return FlatView(bytes: bytes, offset: value)
                }
                position = FlatView(bytes: bytes, offset: value).endOffset
            }
            return nil
        }
    }

    /// The element at this position of a list, or nil. Linear in the position.
    public func element(_ index: Int) -> FlatView? {
        guard tag == .list, index >= 0, index < count else { return nil }
        var position = offset + 9
        for _ in 0..<index { position = FlatView(bytes: bytes, offset: position).endOffset }
        return FlatView(bytes: bytes, offset: position)
    }

    /// The elements of a list in order; nothing for any other value.
    public var elements: FlatElements {
        tag == .list
            ? FlatElements(bytes: bytes, position: offset + 9, end: endOffset)
            : FlatElements(bytes: bytes, position: 0, end: 0)
    }

    /// The members of a map by rising key; nothing for any other value.
    public var members: FlatMembers {
        tag == .map
            ? FlatMembers(bytes: bytes, position: offset + 9, end: endOffset)
            : FlatMembers(bytes: bytes, position: 0, end: 0)
    }

    /// The value alone, as its own run of bytes.
    public var value: FlatValue {
        offset == 0 && endOffset == bytes.count
            ? FlatValue(canonical: bytes) : FlatValue(canonical: Array(bytes[offset..<endOffset]))
    }

    var endOffset: Int {
        switch tag {
        case .null, .true, .false: offset + 1
        case .integer, .decimal: offset + 9
        case .string: offset + 5 + length
        case .list, .map: offset + 9 + length
        }
    }

    /// Bytes of a text, or of the body of a list or map.
    private var length: Int { half(at: offset + 1) }

    private func half(at position: Int) -> Int {
        Int(bytes[position]) << 24 | Int(bytes[position + 1]) << 16 | Int(bytes[position + 2]) << 8
            | Int(bytes[position + 3])
    }

    private func word(at position: Int) -> UInt64 {
        var value: UInt64 = 0
        for index in 0..<8 { value = value << 8 | UInt64(bytes[position + index]) }
        return value
    }

    private func matches(_ wanted: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        for index in 0..<wanted.count where unsafe bytes[position + index] != wanted[index] { return false }
        return true
    }
}

/// The elements of a flat list, read in place.
public struct FlatElements: Sequence, IteratorProtocol, Sendable {
    let bytes: [UInt8]
    var position: Int
    let end: Int

    /// The next element, or nil at the end.
    public mutating func next() -> FlatView? {
        guard position < end else { return nil }
        let view = FlatView(bytes: bytes, offset: position)
        position = view.endOffset
        return view
    }
}

/// The members of a flat map, read in place.
public struct FlatMembers: Sequence, IteratorProtocol, Sendable {
    let bytes: [UInt8]
    var position: Int
    let end: Int

    /// The next key and value, or nil at the end.
    public mutating func next() -> (key: String, value: FlatView)? {
        guard position < end else { return nil }
        let size =
            Int(bytes[position]) << 24 | Int(bytes[position + 1]) << 16 | Int(bytes[position + 2]) << 8
            | Int(bytes[position + 3])
        let key = String(decoding: bytes[(position + 4)..<(position + 4 + size)], as: UTF8.self)
        let view = FlatView(bytes: bytes, offset: position + 4 + size)
        position = view.endOffset
        return (key, view)
    }
}

extension Optional where Wrapped == FlatTag {
    /// The tag of bytes that only `FlatWriter` wrote; anything else is a mistake of ours.
    var unsafelyKnown: FlatTag {
        guard let tag = self else { preconditionFailure("a flat value begins with an unknown tag byte") }
        return tag
    }
}
