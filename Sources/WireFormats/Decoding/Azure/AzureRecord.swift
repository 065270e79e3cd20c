internal import CloudModel
internal import JSONTokens

/// The fields of one activity-log record, wherever its form keeps them.
///
/// Four forms: Event Hubs and diagnostic settings (plain texts), REST and portal (`value` objects), Event Grid (the
/// record in `data`, the outcome in `eventType`), Log Analytics (columns, objects as JSON text).
struct AzureRecord {
    let tape: TokenTape
    /// The whole record.
    let outer: Token
    /// What holds the fields: `data` of an Event Grid event, else the record.
    let fields: Token

    init(_ tape: TokenTape, _ record: Token) {
        self.tape = tape
        outer = record
        if let data = tape.member(record, "data"), data.kind == .object {
            fields = data
        } else {
            fields = record
        }
    }

    /// The operation's name in whatever case the record has it.
    var operationName: String? {
        text("operationName", "OperationNameValue", "OperationName", "operationname")
    }

    /// The ARM id in whatever case the record has it.
    var resourceID: String? {
        text("resourceId", "resourceUri", "ResourceId", "_ResourceId", "ResourceUri") ?? outerText("subject")
    }

    var category: String? { text("category", "CategoryValue", "Category", "eventSource") }

    var tenantID: String? { text("tenantId", "TenantId", "tenantID") ?? outerText("tenantId") }

    var correlationID: String? { text("correlationId", "CorrelationId") }

    var status: String? {
        text("resultType", "status", "ActivityStatusValue", "ActivityStatus", "ResultType")
    }

    var subStatus: String? {
        text("resultSignature", "subStatus", "ActivitySubstatusValue", "ActivitySubstatus", "ResultSignature")
    }

    /// `eventType` of Event Grid's own schema, `type` of CloudEvents.
    var eventType: String? { outerText("eventType") ?? outerText("type") }

    var time: String? {
        text("time", "eventTimestamp", "TimeGenerated", "EventTimestamp") ?? outerText("eventTime")
            ?? outerText("time")
    }

    /// The provider's id of the record; Event Hubs records have none.
    var eventID: String? {
        if let id = text("eventDataId", "EventDataId") { return id }
        return isEventGrid ? outerText("id") : nil
    }

    var isEventGrid: Bool { eventType?.hasPrefix("Microsoft.Resource") ?? false }

    var caller: String? { text("caller", "Caller") }

    var callerAddress: String? {
        text("callerIpAddress", "CallerIpAddress")
            ?? BodyReading.text(object("httpRequest", "HTTPRequest")?.view.member("clientIpAddress"))
    }

    /// Plain text where the identity is no object.
    var identityText: String? { text("identity") }

    var properties: FlatValue? { object("properties", "Properties_d", "Properties") }

    var authorization: FlatValue? {
        identityMember("authorization") ?? object("authorization", "Authorization_d", "Authorization")
    }

    var claims: FlatValue? { identityMember("claims") ?? object("claims", "Claims_d", "Claims") }

    /// The first of the fields that is there as a text, or as an object with a text in `value`.
    private func text(_ keys: StaticString...) -> String? {
        for key in keys {
            guard let token = tape.member(fields, key) else { continue }
            if let text = AzureRecord.text(tape, token) { return text }
        }
        return nil
    }

    private func outerText(_ key: StaticString) -> String? {
        AzureRecord.text(tape, tape.member(outer, key))
    }

    private func object(_ keys: StaticString...) -> FlatValue? {
        for key in keys {
            guard let token = tape.member(fields, key) else { continue }
            if let object = BodyReading.object(tape.flatValue(token)) { return object }
        }
        return nil
    }

    private func identityMember(_ key: StaticString) -> FlatValue? {
        tape.member(fields, "identity", key).flatMap { BodyReading.object(tape.flatValue($0)) }
    }

    private static func text(_ tape: TokenTape, _ token: Token?) -> String? {
        guard let token else { return nil }
        let plain = token.kind == .object ? tape.member(token, "value") : token
        guard let text = tape.string(plain), !text.isEmpty else { return nil }
        return text
    }
}
