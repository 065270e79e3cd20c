internal import CSimdjson

/// One JSON document as flat tokens over its own bytes.
///
/// Life: `scan` or `index` a document, optionally `build`, read tokens; the next `scan` or `index` ends it.
/// The bytes are
/// borrowed: they must stay where they are until then. Tokens are plain offsets and mean nothing to another
/// document.
/// Not shared between threads.
@safe public final class TokenTape {
    private let handle: OpaquePointer
    private var base: UnsafePointer<UInt8>
    private var byteCount = 0
    private var tokens: UnsafePointer<plumbline_token>
    private var tokenCount = 0
    /// Room that belongs to the handle and stays in place.
    private let slots: UnsafePointer<plumbline_token>
    private let places: UnsafePointer<UInt32>

    /// An empty tape.
    public init() {
        guard let handle = unsafe plumbline_tape_create() else {
            preconditionFailure("no memory for a token tape")
        }
        unsafe self.handle = handle
        unsafe slots = plumbline_tape_slots(handle)
        unsafe places = plumbline_tape_places(handle)
        unsafe base = UnsafePointer(bitPattern: 1).unsafelyUnwrapped
        unsafe tokens = UnsafePointer(bitPattern: 16).unsafelyUnwrapped
    }

    deinit {
        unsafe plumbline_tape_destroy(handle)
    }

    /// Indexes the bytes and reads the top-level members that the projection names; read them with `slot`.
    /// What lies deeper is passed over unchecked. Returns nil, or why the bytes are no JSON object.
    public func scan(_ bytes: Span<UInt8>, _ projection: Projection) -> JSONFailure? {
        tokenCount = 0
        byteCount = bytes.count
        let code = unsafe bytes.withUnsafeBufferPointer { buffer in
            if let start = buffer.baseAddress { unsafe base = start }
            return unsafe plumbline_tape_scan(handle, base, buffer.count, projection.handle)
        }
        return failure(code)
    }

    /// Indexes the bytes without reading any of them. Returns nil, or why they are no JSON.
    public func index(_ bytes: Span<UInt8>) -> JSONFailure? {
        tokenCount = 0
        byteCount = bytes.count
        let code = unsafe bytes.withUnsafeBufferPointer { buffer in
            if let start = buffer.baseAddress { unsafe base = start }
            return unsafe plumbline_tape_index(handle, base, buffer.count)
        }
        return failure(code)
    }

    /// Makes every token of the document last scanned or indexed; checks all of it.
    public func build() -> JSONFailure? {
        let code = unsafe plumbline_tape_build(handle)
        if let failure = failure(code) { return failure }
        unsafe tokens = plumbline_tape_tokens(handle)
        tokenCount = unsafe Int(plumbline_tape_count(handle))
        return nil
    }

    /// Indexes and builds in one call.
    public func parse(_ bytes: Span<UInt8>) -> JSONFailure? {
        index(bytes) ?? build()
    }

    /// The projection's member number `index`, or nil if the document lacks it.
    public func slot(_ index: Int) -> Token? {
        precondition(index >= 0 && index < Int(PLUMBLINE_MAXIMUM_SLOTS), "a slot that no projection has")
        let token = unsafe slots[index]
        return token.kind == UInt8(PLUMBLINE_MISSING) ? nil : Token(raw: token, index: -1)
    }

    /// Where the elements of a scanned array stand in the document, cut from the index that the scan made. Nil if it has
    /// none, or one that is no object.
    public func objectRanges(_ array: Token) -> [Range<Int>]? {
        guard array.kind == .array, array.index < 0 else { return nil }
        var ranges: [Range<Int>] = []
        var place = array.raw.next
        var element = plumbline_token()
        repeat {
            place = unsafe plumbline_tape_element(handle, place, &element)
            guard place > 0 else { return nil }
            ranges.append(Int(element.start)..<Int(element.start + element.length))
        } while unsafe plumbline_tape_closes(handle, place) == 0
        return ranges
    }

    /// Looks all keys of the projection up in one pass over a built object; read them with `picked` until the next pick.
    /// False, and nothing to read, if the value is no object or has keys with escapes.
    public func pick(_ object: Token, _ projection: Projection) -> Bool {
        guard object.kind == .object, object.index >= 0 else { return false }
        precondition(Int(object.index) < tokenCount, "a token was asked for that the tape does not hold")
        return unsafe plumbline_tape_pick(handle, projection.handle, UInt32(object.index)) != 0
    }

    /// The value of the last pick's key number `index`, or nil if the object lacks it.
    public func picked(_ index: Int) -> Token? {
        precondition(index >= 0 && index < Int(PLUMBLINE_MAXIMUM_SLOTS), "a slot that no projection has")
        let place = unsafe Int(places[index])
        return place == notFound ? nil : token(at: place)
    }

    /// The document's value; `build` must have succeeded.
    public var root: Token { token(at: 0) }

    /// How many bytes the document has.
    public var documentByteCount: Int { byteCount }

    func token(at index: Int) -> Token {
        precondition(index < tokenCount, "a token was asked for that the tape does not hold")
        return unsafe Token(raw: tokens[index], index: Int32(index))
    }

    func byte(at offset: Int) -> UInt8 {
        unsafe base[offset]
    }

    /// The document's bytes in this range, to keep.
    func copyBytes(_ range: Range<Int>) -> [UInt8] {
        precondition(range.lowerBound >= 0 && range.upperBound <= byteCount, "bytes beyond the document")
        return unsafe Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
    }

    /// Lends the token's raw text: for a text what stands between the quotes, escapes and all.
    func withRawText<Result>(_ token: Token, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        unsafe body(UnsafeBufferPointer(start: base + token.start, count: token.length))
    }

    /// The index of the value with this key in a built object, `notFound` or `escapedKey`.
    func find(_ object: Token, _ key: StaticString) -> Int {
        precondition(Int(object.index) < tokenCount, "a token was asked for that the tape does not hold")
        return unsafe Int(
            plumbline_find(tokens, base, UInt32(object.index), key.utf8Start, key.utf8CodeUnitCount))
    }

    /// The same for a key in any case of its letters; never `escapedKey`.
    func findIgnoringCase(_ object: Token, _ key: StaticString) -> Int {
        precondition(Int(object.index) < tokenCount, "a token was asked for that the tape does not hold")
        return unsafe Int(
            plumbline_find_folded(
                tokens, base, UInt32(object.index), key.utf8Start, key.utf8CodeUnitCount))
    }

    /// True if the token's raw text, which must have the same length, is this text.
    func matches(_ token: Token, _ text: StaticString) -> Bool {
        unsafe plumbline_same(base + token.start, text.utf8Start, token.length) != 0
    }

    /// The same in any case of its letters.
    func matchesIgnoringCase(_ token: Token, _ text: StaticString) -> Bool {
        unsafe plumbline_same_folded(base + token.start, text.utf8Start, token.length) != 0
    }

    /// True if the raw text of the key at the first place comes behind that of the key at the second.
    func comesBehind(_ first: Token, _ second: Token) -> Bool {
        unsafe plumbline_order(base, first.raw, second.raw) > 0
    }

    /// True if the token's raw text, which must have the same length, is this text.
    func matches(_ token: Token, _ text: String) -> Bool {
        var text = text
        return text.withUTF8 { wanted in
            guard let start = wanted.baseAddress else { return true }
            return unsafe memcmp(base + token.start, start, token.length) == 0
        }
    }

    private func failure(_ code: Int32) -> JSONFailure? {
        guard code != PLUMBLINE_OK else { return nil }
        return JSONFailure(code: code, offset: unsafe Int(plumbline_tape_error_offset(handle)))
    }
}

let notFound = Int(PLUMBLINE_NOT_FOUND)
let escapedKey = Int(PLUMBLINE_ESCAPED_KEY)

/// The top-level keys that a `scan` reads, in the order of their slots.
///
/// Made once; it keeps its keys alive for as long as it lives.
@safe public final class Projection: Sendable {
    fileprivate nonisolated(unsafe) let handle: OpaquePointer
    /// How many keys there are.
    public let count: Int

    /// The given keys, at most 64 different ones; slot numbers are their positions.
    public init(_ names: [StaticString]) {
        var keys: [plumbline_key] = unsafe []
        for name in names {
            let text = unsafe UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
            unsafe keys.append(plumbline_key(text: text, length: UInt32(name.utf8CodeUnitCount)))
        }
        guard let handle = unsafe plumbline_projection_create(keys, keys.count) else {
            preconditionFailure("too many keys for a projection, or no memory")
        }
        unsafe self.handle = handle
        count = names.count
    }

    deinit {
        unsafe plumbline_projection_destroy(handle)
    }
}
