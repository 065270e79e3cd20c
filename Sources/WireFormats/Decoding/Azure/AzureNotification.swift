internal import CloudModel
internal import JSONTokens

/// A resource notification of Event Grid: the whole resource after a change, without a caller. It counts as a reading.
enum AzureNotification {
    /// What the notification says of its resource.
    static func decode(_ record: AzureRecord, _ details: Token) -> Decoded {
        let tape = record.tape
        let operational = tape.member(record.fields, "operationalDetails", "resourceEventTime")
        guard let text = tape.string(operational) ?? record.time else {
            return .malformed(DecodingFailure("missing-field", "resourceEventTime is missing"))
        }
        guard let time = Timestamp(rfc3339: text) else {
            return .malformed(DecodingFailure("bad-time", "resourceEventTime is no RFC 3339 date-time"))
        }
        let details = tape.flatValue(details)
        guard record.eventType?.lowercased().hasSuffix("deleted") ?? false else {
            return .inventory(AzureInventory.resources(details.view, at: time))
        }
        let id = BodyReading.text(BodyReading.member(details.view, "id")) ?? record.resourceID
        guard let name = AzureResourceName(folded: id?.lowercased() ?? ""), let kind = name.kind else {
            return .inventory([])
        }
        let change = ResourceChange(
            resource: name.resource(kind), cause: AzureInventory.cause(time), lifecycle: .delete)
        return .inventory([.resource(change)])
    }
}
