extension FlatValue {
    /// Parses JSON text. For documents off the hot path: it makes a tape of its own.
    public init(json text: [UInt8]) throws(JSONFailure) {
        let tape = TokenTape()
        if let failure = tape.parse(text.span) { throw failure }
        self = tape.flatValue(tape.root)
    }

    /// Parses JSON text.
    public init(json text: String) throws(JSONFailure) {
        try self.init(json: Array(text.utf8))
    }
}
