/// What a document inside an envelope is, by the stream that it belongs to.
enum DocumentForm: Sendable {
    case cloudTrail, azureActivity, gcpAudit, inventory

    /// The topic whose records are such documents, keyed by account.
    var topic: OutputTopic {
        switch self {
        case .cloudTrail: .cloudtrail
        case .azureActivity: .azureActivity
        case .gcpAudit: .gcpAudit
        case .inventory: .inventory
        }
    }
}
