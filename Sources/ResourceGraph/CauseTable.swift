internal import CloudModel
internal import JSONTokens

/// The causes that a stored resource names, each written once.
struct CauseTable {
    private(set) var causes: [CauseRecord] = []
    private var positions: [ObjectIdentifier: Int64] = [:]
    /// The one that was asked for last.
    private var newest: (cause: CauseRecord, position: Int64)?

    init() {}

    /// How many causes there are.
    var count: Int { causes.count }

    /// Where the cause stands in the table.
    mutating func position(of cause: CauseRecord) -> Int64 {
        // What one event wrote stands together.
        if let newest, newest.cause === cause { return newest.position }
        let position = positions[ObjectIdentifier(cause)] ?? Int64(causes.count)
        if position == causes.count {
            positions[ObjectIdentifier(cause)] = position
            causes.append(cause)
        }
        newest = (cause, position)
        return position
    }

    /// Writes the causes.
    func write(to writer: inout FlatWriter) {
        let mark = writer.beginList()
        for cause in causes {
            let row = writer.beginList()
            writer.write(cause.eventID)
            writer.write(cause.time.nanoseconds)
            writer.write(cause.action)
            let actor = writer.beginList()
            if let named = cause.actor { CauseTable.write(named, to: &writer) }
            writer.endList(actor, count: cause.actor == nil ? 0 : 1)
            writer.write(cause.sourceAddress)
            writer.write(cause.userAgent)
            writer.write(cause.isObservation)
            writer.endList(row, count: 7)
        }
        writer.endList(mark, count: causes.count)
    }

    init(_ view: FlatView) throws(StateError) {
        for element in view.elements {
            var reader = StateReader(element)
            causes.append(
                CauseRecord(
                    eventID: try reader.string(), time: try reader.time(), action: try reader.string(),
                    actor: try CauseTable.actor(reader.optionalValue()), sourceAddress: try reader.string(),
                    userAgent: try reader.string(), isObservation: try reader.bool()))
        }
    }

    /// The cause at a stored position.
    func cause(at position: Int64) throws(StateError) -> CauseRecord {
        guard position >= 0, position < causes.count else { throw StateError("a cause is missing") }
        return causes[Int(position)]
    }

    private static func write(_ actor: Actor, to writer: inout FlatWriter) {
        let mark = writer.beginList()
        writer.write(actor.type)
        writer.write(actor.id)
        writer.write(actor.name)
        writer.write(actor.account)
        let chain = writer.beginList()
        for link in actor.chain { writer.write(link) }
        writer.endList(chain, count: actor.chain.count)
        writer.endList(mark, count: 5)
    }

    private static func actor(_ value: FlatValue?) throws(StateError) -> Actor? {
        guard let value else { return nil }
        var reader = StateReader(value.view)
        return Actor(
            type: try reader.string(), id: try reader.string(), name: try reader.string(),
            account: try reader.string(), chain: try reader.next().elements.compactMap(\.string))
    }
}
