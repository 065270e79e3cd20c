/// A cloud that Plumbline reads.
public enum Provider: String, Sendable, CaseIterable, Hashable {
    case aws
    case azure
    case gcp

    /// The name that OCSF and people use.
    public var displayName: String {
        switch self {
        case .aws: "AWS"
        case .azure: "Azure"
        case .gcp: "GCP"
        }
    }
}
