/// A JSON value in one canonical run of bytes: equal values have equal bytes, so equality is a memory
/// comparison.
///
/// Form: one tag byte, then
/// - integer: 8 bytes big-endian with the sign bit flipped, so that byte order is number order;
/// - decimal: 8 bytes of the IEEE 754 bit pattern, big-endian;
/// - string: length (4 bytes big-endian), UTF-8 bytes;
/// - list: body length, count (4 bytes each), the elements;
/// - map: body length, count (4 bytes each), then key (length, bytes) and value by rising key bytes, each key
///   once.
public struct FlatValue: Hashable, Sendable {
    /// The canonical bytes.
    public let bytes: [UInt8]

    /// Takes bytes that a `FlatWriter` or another `FlatValue` wrote; anything else breaks the readers.
    public init(canonical bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The absent value, JSON `null`.
    public static let null = FlatValue(canonical: [FlatTag.null.rawValue])
    /// The text of no bytes.
    public static let emptyString = FlatValue("")
    /// The list of no elements.
    public static let emptyList = FlatValue(list: [])

    /// A truth value.
    public init(_ value: Bool) {
        bytes = [value ? FlatTag.true.rawValue : FlatTag.false.rawValue]
    }

    /// A whole number.
    public init(_ value: Int64) {
        var writer = FlatWriter()
        writer.write(value)
        bytes = writer.bytes
    }

    /// A decimal number.
    public init(_ value: Double) {
        var writer = FlatWriter()
        writer.write(value)
        bytes = writer.bytes
    }

    /// A text.
    public init(_ value: String) {
        var writer = FlatWriter()
        writer.write(value)
        bytes = writer.bytes
    }

    /// A list of the given elements in the given order.
    public init(list elements: [FlatValue]) {
        var writer = FlatWriter()
        let list = writer.beginList()
        for element in elements { writer.append(element) }
        writer.endList(list, count: elements.count)
        bytes = writer.bytes
    }

    /// A map of the given members; of equal keys the last one stays.
    public init(map members: [(String, FlatValue)]) {
        var writer = FlatWriter()
        writer.write(map: members)
        bytes = writer.bytes
    }

    /// Hashes the canonical bytes in one go.
    public func hash(into hasher: inout Hasher) {
        unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }

    /// Reads the value in place.
    public var view: FlatView { FlatView(bytes: bytes, offset: 0) }
}

extension FlatValue: Comparable {
    /// The canonical order: by bytes.
    public static func < (left: FlatValue, right: FlatValue) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

extension FlatValue: CustomStringConvertible {
    /// The value as JSON text.
    public var description: String { view.json }
}

/// What a flat value is; the raw value is its first byte.
public enum FlatTag: UInt8, Sendable {
    case null = 0
    case `false` = 1
    case `true` = 2
    case integer = 3
    case decimal = 4
    case string = 5
    case list = 6
    case map = 7
}
