internal import JSONTokens

/// How far an operation has come by the record that tells of it.
enum AzureOutcome {
    case start
    /// The provider took it; nothing is decided yet.
    case accept
    case success
    case failure
    /// No word for it that is known.
    case unclear

    /// Reads the outcome from the status, or from Event Grid's event type.
    init(_ record: AzureRecord) {
        if record.isEventGrid, let type = record.eventType {
            self = type.hasSuffix("Success") ? .success : AzureOutcome.isFailed(type) ? .failure : .unclear
            return
        }
        switch record.status?.lowercased() {
        case "start", "started": self = .start
        case "accept", "accepted": self = .accept
        case "success", "succeeded":
            let code = record.subStatus.flatMap { Int($0) } ?? 200
            self = code >= 400 ? .failure : .success
        case "failure", "failed", "fail", "error", "canceled", "cancelled": self = .failure
        default: self = .unclear
        }
    }

    private static func isFailed(_ type: String) -> Bool {
        type.hasSuffix("Failure") || type.hasSuffix("Cancel")
    }

    /// True if the record says that the resource was made by this operation.
    static func isCreation(_ record: AzureRecord, _ properties: FlatView?) -> Bool {
        let words = [record.subStatus, BodyReading.text(BodyReading.member(properties, "statuscode"))]
        return words.contains { word in
            guard let word = word?.lowercased() else { return false }
            return word == "201" || word == "created" || word == "succeeded.created"
        }
    }
}
