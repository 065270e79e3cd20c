internal import CloudModel
internal import JSONTokens

/// The causes that a stored resource names, each written once.
struct CauseTable {
    private(set) var causes: [CauseRecord] = []
    private var positions: [ObjectIdentifier: Int64] = [:]

    init() {}

    /// Where the cause stands in the table.
    mutating func position(of cause: CauseRecord) -> FlatValue {
        let identity = ObjectIdentifier(cause)
        if let position = positions[identity] { return FlatValue(position) }
        positions[identity] = Int64(causes.count)
        causes.append(cause)
        return FlatValue(Int64(causes.count - 1))
    }

    /// The stored form.
    var value: FlatValue {
        FlatValue(
            list: causes.map { cause in
                FlatValue(list: [
                    FlatValue(cause.eventID), FlatValue(cause.time), FlatValue(cause.action),
                    FlatValue(optional: cause.actor.map(CauseTable.value(of:))),
                    FlatValue(cause.sourceAddress),
                    FlatValue(cause.userAgent), FlatValue(cause.isObservation),
                ])
            })
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

    private static func value(of actor: Actor) -> FlatValue {
        FlatValue(list: [
            FlatValue(actor.type), FlatValue(actor.id), FlatValue(actor.name), FlatValue(actor.account),
            FlatValue(list: actor.chain.map { FlatValue($0) }),
        ])
    }

    private static func actor(_ value: FlatValue?) throws(StateError) -> Actor? {
        guard let value else { return nil }
        var reader = StateReader(value.view)
        return Actor(
            type: try reader.string(), id: try reader.string(), name: try reader.string(),
            account: try reader.string(), chain: try reader.next().elements.compactMap(\.string))
    }
}
