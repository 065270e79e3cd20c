internal import CloudModel
internal import JSONTokens

/// Why a piece of stored state cannot be read back.
public struct StateError: Error, Hashable, Sendable {
    /// What was found where something else was wanted.
    public let message: String

    init(_ message: String) {
        self.message = message
    }
}

/// Reads the members of a stored list in order; every step says what it wants.
struct StateReader {
    private var elements: FlatElements

    init(_ view: FlatView) {
        elements = view.elements
    }

    mutating func next() throws(StateError) -> FlatView {
        guard let view = elements.next() else { throw StateError("a stored list ends early") }
        return view
    }

    mutating func int() throws(StateError) -> Int64 {
        guard let value = try next().int else { throw StateError("a whole number was wanted") }
        return value
    }

    mutating func string() throws(StateError) -> String {
        guard let value = try next().string else { throw StateError("a text was wanted") }
        return value
    }

    mutating func bool() throws(StateError) -> Bool {
        guard let value = try next().bool else { throw StateError("a truth value was wanted") }
        return value
    }

    mutating func time() throws(StateError) -> Timestamp {
        Timestamp(nanoseconds: try int())
    }

    /// The text, or nil where null stands.
    mutating func optionalString() throws(StateError) -> String? {
        let view = try next()
        return view.isNull ? nil : view.string
    }

    /// The value in a list of one, or nil where the list is empty.
    mutating func optionalValue() throws(StateError) -> FlatValue? {
        try next().element(0)?.value
    }
}

extension FlatValue {
    init(_ value: Timestamp) { self.init(value.nanoseconds) }

    /// A text, or null.
    init(_ value: String?) { self = value.map { FlatValue($0) } ?? .null }

    /// A list of one value, or of none: null is a value of its own.
    init(optional value: FlatValue?) { self.init(list: value.map { [$0] } ?? []) }
}
