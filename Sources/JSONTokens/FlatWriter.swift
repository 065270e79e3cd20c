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

    /// Writes the values that another writer holds.
    public mutating func append(_ other: FlatWriter) {
        bytes.append(contentsOf: other.bytes)
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

    /// Where an open map began; give it back to `endMap`.
    public struct MapMark: Sendable {
        let offset: Int
    }

    /// Opens a map; write each key and its value by rising key bytes, each key once, then call `endMap`.
    public mutating func beginMap() -> MapMark {
        let mark = MapMark(offset: bytes.count)
        bytes.append(FlatTag.map.rawValue)
        append(UInt32(0))
        append(UInt32(0))
        return mark
    }

    /// Writes a key of the open map; its value comes next.
    public mutating func write(key: StaticString) {
        append(UInt32(key.utf8CodeUnitCount))
        unsafe bytes.append(
            contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    }

    /// Writes a key of the open map; its value comes next.
    mutating func write(keyUTF8 key: Span<UInt8>) {
        append(UInt32(key.count))
        append(key)
    }

    /// Closes the map that began at the mark.
    public mutating func endMap(_ mark: MapMark, count: Int) {
        patch(UInt32(bytes.count - mark.offset - 9), at: mark.offset + 1)
        patch(UInt32(count), at: mark.offset + 5)
    }

    /// Makes room for that many more bytes.
    public mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(bytes.count + count)
    }

    /// Writes a map from keys and canonical values in any order; of equal keys the last one stays.
    public mutating func write(map members: [(key: [UInt8], value: [UInt8])]) {
        let sorted = members.enumerated().sorted { left, right in
            if left.element.key == right.element.key { return left.offset < right.offset }
            return left.element.key.lexicographicallyPrecedes(right.element.key)
        }
        let mark = beginMap()
        var count = 0
        for (position, member) in sorted.enumerated() {
            let next = position + 1
            if next < sorted.count && sorted[next].element.key == member.element.key { continue }
            write(keyUTF8: member.element.key.span)
            bytes.append(contentsOf: member.element.value)
            count += 1
        }
        endMap(mark, count: count)
    }

    /// Writes a map of the given members in any order; of equal keys the last one stays.
    mutating func write(map members: [(String, FlatValue)]) {
        var order: [Int] = []
        order.reserveCapacity(members.count)
        for index in members.indices {
            var place = order.count
            // Swift compares texts by their canonical form, the flat form compares bytes.
            while place > 0, FlatWriter.precedes(members[index].0, members[order[place - 1]].0) { place -= 1 }
            if place > 0, members[order[place - 1]].0.utf8.elementsEqual(members[index].0.utf8) {
                order[place - 1] = index
            } else {
                order.insert(index, at: place)
            }
        }
        let mark = beginMap()
        for index in order {
            var key = members[index].0
            key.withUTF8 { text in unsafe write(keyUTF8: text.span) }
            append(members[index].1)
        }
        endMap(mark, count: order.count)
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// The finished value; the writer must hold exactly one.
    public consuming func finish() -> FlatValue {
        FlatValue(canonical: bytes)
    }

    mutating func append(_ text: Span<UInt8>) {
        unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ value: UInt32) {
        unsafe withUnsafeBytes(of: value.bigEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ value: UInt64) {
        unsafe withUnsafeBytes(of: value.bigEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    private mutating func patch(_ value: UInt32, at offset: Int) {
        for index in 0..<4 { bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (24 - 8 * index)) }
    }
}
