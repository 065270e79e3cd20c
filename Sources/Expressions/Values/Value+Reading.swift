import JSONTokens

/// What hosts need to read arguments, whichever form they have.
extension Value {
    /// The text; nil if this is none. A flat one is copied out.
    public var text: String? {
        switch self {
        case .string(let text): text
        case .flat(let view): view.string
        default: nil
        }
    }

    /// True if this is that text; nothing is copied.
    public func isText(_ wanted: String) -> Bool {
        switch self {
        case .string(let text): Self.equalTexts(text, wanted)
        case .flat(let view): view.equals(wanted)
        default: false
        }
    }

    /// Lends the bytes of the text to the body, without copying them out of where they are; nil if this is no text.
    func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result? {
        switch self {
        case .string(let text): body(text.utf8.span)
        case .flat(let view): view.withText(body)
        default: nil
        }
    }

    /// The known elements of a list; nil if this is none. See `missingElements`.
    public var knownElements: [Value]? {
        guard var cursor = ElementCursor(list: self) else { return nil }
        var elements: [Value] = []
        elements.reserveCapacity(cursor.knownCount)
        while let element = cursor.next() { elements.append(element) }
        return elements
    }

    /// Why a list may have more elements than the known ones; nil if it has not, or if this is no list.
    public var missingElements: UnknownSet? {
        if case .list(let list) = self { return list.missing }
        return nil
    }

    /// The value of a map's key that is a text; nil if there is none or this is no map.
    public func member(_ key: String) -> Value? {
        mapValue(.string(key))
    }

    /// Whether this equals the other as `==` has it: a truth value, or unknown.
    public func isEqual(to other: Value) -> Value {
        if let undecided = Machine.undecided(self, other) { return undecided }
        var meter = Meter(limit: 1_000_000)
        let equality = Self.equality(self, other, &meter)
        return meter.isExhausted ? .failure(.costLimit) : equality.value
    }

    /// True for a text in any form.
    public var isText: Bool {
        switch self {
        case .string: true
        case .flat(let view): view.tag == .string
        default: false
        }
    }

    /// True for a list in any form.
    public var isList: Bool {
        switch self {
        case .list: true
        case .flat(let view): view.tag == .list
        default: false
        }
    }

    /// True for a map in any form; objects are none.
    public var isMap: Bool {
        switch self {
        case .map: true
        case .flat(let view): view.tag == .map
        default: false
        }
    }

    /// True for unknowns and errors: strict operations pass them on.
    public var isUndecided: Bool {
        switch self {
        case .unknown, .error: true
        default: false
        }
    }
}
