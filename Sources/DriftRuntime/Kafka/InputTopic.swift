/// What the detector reads; the raw value is the topic's name without its prefix.
public enum InputTopic: String, Sendable, CaseIterable, Hashable {
    case cloudtrail = "cloudtrail"
    case azureActivity = "azure-activity"
    case gcpAudit = "gcp-audit"
    case inventory = "inventory"
    case readings = "readings"
}
