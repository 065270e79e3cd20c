/// A short text to compare with many texts and keys of flat values, made once; it compares by words, not by bytes, and
/// copying it counts no references.
public struct FlatKey: Sendable {
    /// The longest text that a key can hold. The key of a longer one equals nothing, so it must be looked for as a text.
    public static let maximumLength = 40

    /// How many bytes the text has; of one that is too long -1.
    @usableFromInline let count: Int
    // The first bytes, the last ones, and what lies between: of a text of 8 bytes and more as words of 8 that may overlap,
    // of 4 to 7 bytes as two of 4, of fewer bytes as one number.
    @usableFromInline let head: UInt64
    @usableFromInline let tail: UInt64
    @usableFromInline let middle: (UInt64, UInt64, UInt64)

    /// The key of a text.
    public init(_ text: String) {
        let bytes = Array(text.utf8)
        count = bytes.count <= Self.maximumLength ? bytes.count : -1
        let width = bytes.count >= 8 ? 8 : bytes.count >= 4 ? 4 : bytes.count
        head = Self.word(bytes.prefix(width))
        tail = Self.word(bytes.suffix(width))
        let inner = bytes.dropFirst(8).dropLast(8)
        middle = (
            Self.word(bytes.dropFirst(8).prefix(8)), Self.word(inner.dropFirst(8).prefix(8)),
            Self.word(inner.dropFirst(16).prefix(8))
        )
    }

    /// False if the text is longer than a key can hold.
    @inlinable @inline(__always)
    public var isComplete: Bool { count >= 0 }

    /// Bytes as a number, the first one lowest.
    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// True if as many bytes as the key has, from `text` on, are the key's.
    @inlinable @inline(__always)
    func stands(at text: UnsafeRawPointer) -> Bool {
        if count >= 8 {
            guard unsafe Self.load(text, as: UInt64.self) == head,
                unsafe Self.load(text + count - 8, as: UInt64.self) == tail
            else { return false }
            return unsafe count <= 16 || middleStands(at: text)
        }
        if count >= 4 {
            return unsafe UInt64(Self.load(text, as: UInt32.self)) == head
                && UInt64(Self.load(text + count - 4, as: UInt32.self)) == tail
        }
        var word: UInt64 = 0
        for place in 0..<count {
            word |= unsafe UInt64(text.load(fromByteOffset: place, as: UInt8.self)) << UInt64(8 * place)
        }
        return word == head
    }

    /// Compares what lies between the first and the last eight bytes of a text of more than 16.
    @usableFromInline
    func middleStands(at text: UnsafeRawPointer) -> Bool {
        guard unsafe Self.load(text + 8, as: UInt64.self) == middle.0 else { return false }
        if count > 24 {
            guard unsafe Self.load(text + 16, as: UInt64.self) & mask(from: 16) == middle.1 else {
                return false
            }
        }
        if count > 32 {
            guard unsafe Self.load(text + 24, as: UInt64.self) & mask(from: 24) == middle.2 else {
                return false
            }
        }
        return true
    }

    /// Clears what belongs to the last eight bytes already.
    private func mask(from place: Int) -> UInt64 {
        let rest = count - 8 - place
        return rest >= 8 ? .max : 1 << UInt64(8 * rest) - 1
    }

    @inlinable @inline(__always)
    static func load<Word: FixedWidthInteger & BitwiseCopyable>(_ place: UnsafeRawPointer, as type: Word.Type)
        -> Word
    {
        unsafe Word(littleEndian: place.loadUnaligned(as: type))
    }
}
