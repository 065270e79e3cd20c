/// One value inside the bytes of a `FlatValue`: an array reference and an offset, cheap to pass, never copied
/// out.
public struct FlatView: Sendable {
    @usableFromInline let bytes: [UInt8]
    @usableFromInline let offset: Int

    @usableFromInline
    init(bytes: [UInt8], offset: Int) {
        self.bytes = bytes
        self.offset = offset
    }

    /// What the value is.
    @inlinable
    public var tag: FlatTag { Self.tag(bytes[offset]) }

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

    /// Lends the bytes of the text to the body; nil if this is no text.
    public func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result? {
        guard tag == .string else { return nil }
        let start = offset + 5
        return body(bytes.span.extracting(start..<(start + length)))
    }

    /// Bytes of a text; members of a list or map; 0 for anything else.
    public var count: Int {
        switch tag {
        case .string: length
        case .list, .map: half(at: offset + 5)
        default: 0
        }
    }

    /// How many bytes the value takes.
    public var byteCount: Int { endOffset - offset }

    /// True if this is a text equal to the given one; no copy is made.
    public func equals(_ text: StaticString) -> Bool {
        guard tag == .string, length == text.utf8CodeUnitCount else { return false }
        let start = unsafe text.utf8Start
        for index in 0..<length where unsafe bytes[offset + 5 + index] != start[index] { return false }
        return true
    }

    /// True if this is a text equal to the given one.
    public func equals(_ text: String) -> Bool {
        guard tag == .string, length == text.utf8.count else { return false }
        var text = text
        return text.withUTF8 { unsafe matches($0, at: offset + 5) }
    }

    /// True if both show the same value (the same canonical bytes).
    public static func == (left: FlatView, right: FlatView) -> Bool {
        left.bytes[left.offset..<left.endOffset] == right.bytes[right.offset..<right.endOffset]
    }

    /// The value of the member with this key, or nil if this is no map or has no such key. Linear in the
    /// members.
    public func member(_ key: String) -> FlatView? {
        guard tag == .map else { return nil }
        var key = key
        guard let place = key.withUTF8({ unsafe place(of: $0) }) else { return nil }
        return FlatView(bytes: bytes, offset: place)
    }

    /// The value of the member with a key, or nil if this is no map or has no such key. Linear in the members.
    public func member(_ key: FlatKey) -> FlatView? {
        let place: Int? = unsafe bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress,
                let found = unsafe LentView(start + offset).member(key)
            else { return nil }
            return unsafe found.place - start
        }
        return place.map { FlatView(bytes: bytes, offset: $0) }
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

    var endOffset: Int { unsafe Self.end(of: offset, in: bytes.span.bytes) }

    /// Where the value that begins at `start` ends.
    @inline(__always)
    private static func end(of start: Int, in raw: RawSpan) -> Int {
        switch tag(unsafe raw.unsafeLoad(fromByteOffset: start, as: UInt8.self)) {
        case .null, .true, .false: start + 1
        case .integer, .decimal: start + 9
        case .string: start + 5 + half(in: raw, at: start + 1)
        case .list, .map: start + 9 + half(in: raw, at: start + 1)
        }
    }

    /// Where the value of the map's member with this key begins.
    private func place(of wanted: UnsafeBufferPointer<UInt8>) -> Int? {
        let raw = unsafe bytes.span.bytes
        var position = offset + 9
        let end = Self.end(of: offset, in: raw)
        while position < end {
            let size = Self.half(in: raw, at: position)
            let value = position + 4 + size
            if size == wanted.count, unsafe Self.stands(wanted, in: raw, at: position + 4) { return value }
            position = Self.end(of: value, in: raw)
        }
        return nil
    }

    /// Bytes of a text, or of the body of a list or map.
    private var length: Int { half(at: offset + 1) }

    private func half(at position: Int) -> Int { unsafe Self.half(in: bytes.span.bytes, at: position) }

    // Any bits are a number, so these loads are safe; the span checks the place.
    @inline(__always)
    private static func half(in raw: RawSpan, at position: Int) -> Int {
        Int(UInt32(bigEndian: unsafe raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self)))
    }

    private func word(at position: Int) -> UInt64 {
        UInt64(
            bigEndian: unsafe bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
    }

    private func matches(_ wanted: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        unsafe Self.stands(wanted, in: bytes.span.bytes, at: position)
    }

    /// Compares eight bytes at a time, the rest one by one.
    @inline(__always)
    private static func stands(_ wanted: UnsafeBufferPointer<UInt8>, in raw: RawSpan, at position: Int)
        -> Bool
    {
        let text = UnsafeRawBufferPointer(wanted)
        var index = 0
        while index + 8 <= wanted.count {
            let left = unsafe raw.unsafeLoadUnaligned(fromByteOffset: position + index, as: UInt64.self)
            let right = unsafe text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if left != right { return false }
            index += 8
        }
        while index < wanted.count {
            let byte = unsafe raw.unsafeLoad(fromByteOffset: position + index, as: UInt8.self)
            if unsafe byte != wanted[index] { return false }
            index += 1
        }
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

extension FlatView {
    /// The tag of bytes that only `FlatWriter` wrote; anything else is a mistake of ours. A cast, since the
    /// search that `init(rawValue:)` does is felt on the way of every event.
    @usableFromInline
    static func tag(_ byte: UInt8) -> FlatTag {
        precondition(byte <= FlatTag.map.rawValue, "a flat value begins with an unknown tag byte")
        return unsafe unsafeBitCast(byte, to: FlatTag.self)
    }
}
