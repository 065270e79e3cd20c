/// One value inside the bytes of a `FlatValue`, without a share in them: reading it counts no references.
///
/// Whoever holds a `FlatView` of the same bytes may make lent ones of it and must outlive them. For loops over many
/// elements; everything else takes a `FlatView`.
@safe public struct LentView {
    @usableFromInline let place: UnsafeRawPointer

    @inlinable @inline(__always)
    init(_ place: UnsafeRawPointer) {
        unsafe self.place = place
    }

    /// What the value is.
    @inlinable @inline(__always)
    public var tag: FlatTag {
        let byte = unsafe place.load(as: UInt8.self)
        precondition(byte <= FlatTag.map.rawValue, "a flat value begins with an unknown tag byte")
        return unsafe unsafeBitCast(byte, to: FlatTag.self)
    }

    /// The decimal number, or nil if this is none. A whole number is not a decimal one.
    @inlinable @inline(__always)
    public var double: Double? {
        guard tag == .decimal else { return nil }
        return unsafe Double(bitPattern: UInt64(bigEndian: (place + 1).loadUnaligned(as: UInt64.self)))
    }

    /// How many bytes this lies behind a value of the same bytes.
    @inlinable @inline(__always)
    public func distance(from other: LentView) -> Int { unsafe place - other.place }

    /// The whole number, or nil if this is none.
    @inlinable @inline(__always)
    public var int: Int64? {
        guard tag == .integer else { return nil }
        let word = unsafe UInt64(bigEndian: (place + 1).loadUnaligned(as: UInt64.self))
        return Int64(bitPattern: word ^ (1 << 63))
    }

    /// True if this is the text of the key.
    @inlinable @inline(__always)
    public func isText(_ key: FlatKey) -> Bool {
        unsafe tag == .string && half(at: 1) == key.count && key.stands(at: place + 5)
    }

    /// The value of the member with this key, or nil if this is no map or has no such key. Linear in the members.
    @inlinable @inline(__always)
    public func member(_ key: FlatKey) -> LentView? {
        guard tag == .map else { return nil }
        let end = unsafe place + 9 + half(at: 1)
        var member = unsafe place + 9
        while unsafe member < end {
            let size = unsafe LentView(member).half(at: 0)
            let value = unsafe member + 4 + size
            if unsafe size == key.count && key.stands(at: member + 4) { return unsafe LentView(value) }
            unsafe member = LentView(value).end
        }
        return nil
    }

    /// Where the value ends.
    @inlinable @inline(__always)
    var end: UnsafeRawPointer {
        switch tag {
        case .null, .true, .false: unsafe place + 1
        case .integer, .decimal: unsafe place + 9
        case .string: unsafe place + 5 + half(at: 1)
        case .list, .map: unsafe place + 9 + half(at: 1)
        }
    }

    @inlinable @inline(__always)
    func half(at offset: Int) -> Int {
        unsafe Int(UInt32(bigEndian: (place + offset).loadUnaligned(as: UInt32.self)))
    }
}

/// Walks the elements of a flat list without counting references; see `LentView` for who must outlive it.
@safe public struct LentElements {
    @usableFromInline var position: UnsafeRawPointer
    @usableFromInline let end: UnsafeRawPointer
    @usableFromInline let start: UnsafeRawPointer

    @usableFromInline
    init(position: UnsafeRawPointer, end: UnsafeRawPointer, start: UnsafeRawPointer) {
        unsafe self.position = position
        unsafe self.end = end
        unsafe self.start = start
    }

    /// The next element and where it lies in the bytes (see `FlatView.value(at:)`), or nil at the end.
    @inlinable @inline(__always)
    public mutating func next() -> (view: LentView, offset: Int)? {
        guard unsafe position < end else { return nil }
        let view = unsafe LentView(position)
        let offset = unsafe position - start
        unsafe position = view.end
        return (view, offset)
    }
}

extension FlatView {
    /// The elements of a list, lent; nothing for any other value. The bytes of an array stay in place as long as a
    /// reference to them is held and nothing is written to them, and flat values are never written to.
    public var lentElements: LentElements {
        unsafe bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else {
                preconditionFailure("a flat value has at least one byte")
            }
            let isList = tag == .list
            return unsafe LentElements(
                position: start + (isList ? offset + 9 : 0), end: start + (isList ? endOffset : 0),
                start: start)
        }
    }

    /// The value that lies so many bytes behind the start of the bytes that this view is part of.
    public func value(at offset: Int) -> FlatView { FlatView(bytes: bytes, offset: offset) }
}
