internal import CloudModel
internal import JSONTokens

/// Writes stored facts in one pass; `StateReader` reads them back.
struct StateWriter {
    private var flat = FlatWriter()
    private var causes = CauseTable()

    init() {
        flat.reserve(1_024)
    }

    /// A list of a known number of members.
    mutating func writeList(_ count: Int, _ writeMembers: (inout StateWriter) -> Void) {
        let mark = flat.beginList()
        writeMembers(&self)
        flat.endList(mark, count: count)
    }

    /// A list with what is written for each element; `false` says that nothing was.
    mutating func writeList<Elements: Sequence>(
        of elements: Elements, _ write: (inout StateWriter, Elements.Element) -> Bool
    ) {
        let mark = flat.beginList()
        var count = 0
        for element in elements where write(&self, element) { count += 1 }
        flat.endList(mark, count: count)
    }

    /// A list of lists that have the same number of members each.
    mutating func writeRows<Elements: Sequence>(
        of elements: Elements, _ columns: Int, _ write: (inout StateWriter, Elements.Element) -> Void
    ) {
        writeList(of: elements) { writer, element in
            writer.writeList(columns) { write(&$0, element) }
            return true
        }
    }

    mutating func write(_ value: Bool) { flat.write(value) }

    mutating func write(_ value: Int64) { flat.write(value) }

    mutating func write(_ value: String) { flat.write(value) }

    mutating func write(_ value: FlatValue) { flat.append(value) }

    mutating func write(_ time: Timestamp) { flat.write(time.nanoseconds) }

    mutating func write(_ property: PropertyID) { flat.write(Int64(property.index)) }

    /// The text, or null.
    mutating func write(optional text: String?) {
        if let text { flat.write(text) } else { flat.writeNull() }
    }

    /// A list of one value, or of none: null is a value of its own.
    mutating func write<Value>(optional value: Value?, _ write: (inout StateWriter, Value) -> Void) {
        writeList(value == nil ? 0 : 1) { writer in
            if let value { write(&writer, value) }
        }
    }

    /// Where the cause stands in the table that goes before everything else.
    mutating func write(_ cause: CauseRecord) { flat.write(causes.position(of: cause)) }

    /// A list of the digest of the property list, the causes and the members that were written.
    func value(schema digest: Int64, members count: Int) -> FlatValue {
        var writer = FlatWriter()
        writer.reserve(flat.bytes.count + 256 * causes.count + 64)
        let mark = writer.beginList()
        writer.write(digest)
        causes.write(to: &writer)
        writer.append(flat)
        writer.endList(mark, count: count + 2)
        return writer.finish()
    }
}
