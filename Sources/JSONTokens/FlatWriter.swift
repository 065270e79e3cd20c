/// Appends values to one canonical run of bytes; see `FlatValue` for the form.
public struct FlatWriter: Sendable {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []

    /// An empty writer.
    public init() {}

    /// Where an open list began; give it back to `endList`.
    public struct ListMark: Sendable {
        let offset: Int
    }

    /// Writes `null`.
    public mutating func writeNull() {
        bytes.append(FlatTag.null.rawValue)
    }

    /// Writes a truth value.
    public mutating func write(_ value: Bool) {
        bytes.append(value ? FlatTag.true.rawValue : FlatTag.false.rawValue)
    }

    /// Writes a whole number.
    public mutating func write(_ value: Int64) {
        bytes.append(FlatTag.integer.rawValue)
        append(UInt64(bitPattern: value) ^ (1 << 63))
    }

    /// Writes a decimal number.
    public mutating func write(_ value: Double) {
        bytes.append(FlatTag.decimal.rawValue)
        append(value.bitPattern)
    }

    /// Writes a text.
    public mutating func write(_ value: String) {
        var value = value
        value.withUTF8 { text in
            bytes.append(FlatTag.string.rawValue)
            append(UInt32(text.count))
            unsafe bytes.append(contentsOf: text)
        }
    }

    /// Writes a text given as UTF-8.
    public mutating func write(utf8 text: Span<UInt8>) {
        bytes.append(FlatTag.string.rawValue)
        append(UInt32(text.count))
        append(text)
    }

    /// Writes a value that is canonical already.
    public mutating func append(_ value: FlatValue) {
        bytes.append(contentsOf: value.bytes)
    }

    /// Writes the value that the view shows.
    public mutating func append(_ view: FlatView) {
        bytes.append(contentsOf: view.bytes[view.offset..<view.endOffset])
    }

    /// Opens a list; write its elements, then call `endList`.
    public mutating func beginList() -> ListMark {
        let mark = ListMark(offset: bytes.count)
        bytes.append(FlatTag.list.rawValue)
        append(UInt32(0))
        append(UInt32(0))
        return mark
    }

    /// Closes the list that began at the mark.
    public mutating func endList(_ mark: ListMark, count: Int) {
        patch(UInt32(bytes.count - mark.offset - 9), at: mark.offset + 1)
        patch(UInt32(count), at: mark.offset + 5)
    }

    /// Writes a map from keys and canonical values in any order; of equal keys the last one stays.
    public mutating func write(map members: [(key: [UInt8], value: [UInt8])]) {
        let sorted = members.enumerated().sorted { left, right in
            if left.element.key == right.element.key { return left.offset < right.offset }
            return left.element.key.lexicographicallyPrecedes(right.element.key)
        }
        let start = bytes.count
        bytes.append(FlatTag.map.rawValue)
        append(UInt32(0))
        append(UInt32(0))
        var count = 0
        for (position, member) in sorted.enumerated() {
            let next = position + 1
            if next < sorted.count && sorted[next].element.key == member.element.key { continue }
            append(UInt32(member.element.key.count))
            bytes.append(contentsOf: member.element.key)
            bytes.append(contentsOf: member.element.value)
            count += 1
        }
        patch(UInt32(bytes.count - start - 9), at: start + 1)
        patch(UInt32(count), at: start + 5)
    }

    /// The finished value; the writer must hold exactly one.
    public consuming func finish() -> FlatValue {
        FlatValue(canonical: bytes)
    }

    mutating func append(_ text: Span<UInt8>) {
        unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ value: UInt32) {
        for shift in stride(from: 24, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    private mutating func append(_ value: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    private mutating func patch(_ value: UInt32, at offset: Int) {
        for index in 0..<4 { bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (24 - 8 * index)) }
    }
}
