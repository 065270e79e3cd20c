internal import CloudModel
internal import JSONTokens

/// One activity-log record of Azure, in any of its four forms.
enum AzureActivity {
    /// True if the object looks like an activity-log record or another record of the same stream.
    static func recognises(_ tape: TokenTape, _ object: Token) -> Bool {
        if tape.member(object, "operationName") != nil {
            return tape.member(object, "resourceId") != nil || tape.member(object, "category") != nil
                || tape.member(object, "resourceUri") != nil || tape.member(object, "correlationId") != nil
        }
        if tape.member(object, "OperationNameValue") != nil { return true }
        guard let data = tape.member(object, "data") else { return false }
        if tape.member(data, "operationName") != nil {
            return tape.member(data, "resourceUri") != nil || tape.member(data, "resourceId") != nil
        }
        return tape.member(data, "resourceDetails") != nil
    }

    /// What the record means. Records that change nothing need no time; all others are malformed without one.
    static func decode(_ tape: TokenTape, _ record: Token, names: EventNameTable) -> Decoded {
        let fields = AzureRecord(tape, record)
        if let details = tape.member(fields.fields, "resourceDetails") {
            return AzureNotification.decode(fields, details)
        }
        guard let operationName = fields.operationName else {
            return .malformed(DecodingFailure("missing-field", "operationName is missing"))
        }
        let operation = AzureOperation(operationName)
        let name = names.intern(source: operation.source, name: operation.name)
        switch stream(fields.category?.lowercased() ?? "administrative") {
        case .activity: break
        case .notices: return .ignored(name)
        case .reading: return .event(DecodedEvent(name: name, meaning: .irrelevant(.readOnly)))
        case .elsewhere: return .event(DecodedEvent(name: name, meaning: .irrelevant(.notGoverned)))
        }
        do throws(DecodingFailure) {
            return .event(DecodedEvent(name: name, meaning: try AzureFold(fields, operation).meaning()))
        } catch {
            return .malformed(error)
        }
    }

    private enum Stream {
        case activity
        /// Notices about health, alerts, advice: nobody did anything.
        case notices
        case reading
        /// Logs of the directory and of resources.
        case elsewhere
    }

    private static func stream(_ category: String) -> Stream {
        switch category {
        case "administrative", "write", "delete", "action", "policy": .activity
        case "servicehealth", "resourcehealth", "alert", "autoscale", "recommendation", "security": .notices
        default: category.contains("signin") ? .reading : .elsewhere
        }
    }
}
