public import CloudModel
public import JSONTokens

/// One control as its file states it, with every field typed and no expression compiled yet.
public struct ControlFile: Sendable {
    /// The file's path as it was given.
    public let path: String
    /// Our stable id: `aws.ec2.sg-no-ipv4-public-admin-ports`; never reused.
    public let id: String
    /// What holds when the control passes, in a line.
    public let title: String
    /// What is asked and why, for people.
    public let description: String
    /// How bad a failure is, unless a profile says otherwise.
    public let severity: Severity
    /// The kind whose resources are judged.
    public let subject: ResourceKind
    /// What one verdict is about.
    public let scope: SubjectScope
    /// The values that a profile may change, by name.
    public let params: [ControlParameter]
    /// Values that older versions of the benchmark ask for instead, the oldest version first.
    public let olderParams: [OlderParameters]
    /// Whether the control applies to a subject; nil means always.
    public let applies: SourceText?
    /// What must be true of a subject.
    public let pass: SourceText
    /// What shows a failure.
    public let evidence: SourceText?
    /// Framework name to control ids there.
    public let frameworks: [String: [String]]
    /// The SDK calls, as `service:Operation`, that read again just what the verdict needs; empty if none is known.
    public let reread: [String]
    /// How to repair a failure; nil if there is no way to offer.
    public let remediation: RemediationSection?
    /// What the author promises, run by `controls test`.
    public let tests: [ControlTest]
    /// What readers of the file should know; empty if nothing.
    public let notes: String
    /// Why no benchmark has this control; empty if one has it.
    public let unmapped: String
    /// A digest of the file's text, so that a finding can say which version judged.
    public let version: String

    /// The last part of the id: the catalogue's key.
    public var key: String { String(id.split(separator: ".").last ?? "") }
}

/// What one verdict of a control is about.
public enum SubjectScope: String, Sendable, CaseIterable {
    /// One resource.
    case resource
    /// An account as a whole.
    case account
    /// An account in one region.
    case accountRegion = "account-region"
}

/// A value of a control that a profile may change.
public struct ControlParameter: Sendable, Hashable {
    /// The name under `params`.
    public let name: String
    /// The value in the file.
    public let value: FlatValue
}

/// Values of a control that hold up to a version of the benchmark.
public struct OlderParameters: Sendable {
    /// The last version that they hold for.
    public let until: String
    /// Those that differ from the control's own, sorted by name.
    public let params: [ControlParameter]
}

/// How a failing control is repaired.
public struct RemediationSection: Sendable {
    /// Whether the repair may run unattended.
    public let safety: RemediationPlan.Safety
    /// What to do, for people.
    public let text: String
    /// What the calls do, for people; empty if there are none.
    public let summary: String
    /// What must be true before the calls may run unattended; nil if nothing.
    public let guardCondition: SourceText?
    /// The permissions that the calls need.
    public let permissions: [String]
    /// True if the calls are made once for each piece of evidence, bound as `item` and `item_id`.
    public let isForEachEvidence: Bool
    /// The calls, in order.
    public let calls: [CallTemplate]
    /// The calls that bring the prior state back, in order.
    public let inverse: [CallTemplate]
    /// An expression that yields what must hold afterwards, by property; nil if nothing is stated.
    public let expected: SourceText?
    /// How to try the repair on a peer first; empty for the planner's own rule.
    public let canary: String
}

/// One call whose parts are expressions.
public struct CallTemplate: Sendable {
    /// When the call is part of the plan; nil means always.
    public let when: SourceText?
    /// What is called.
    public let target: Target

    /// What is called.
    public enum Target: Sendable {
        /// AWS: botocore's service and operation; the expression yields the parameters as a map.
        case aws(service: String, operation: String, parameters: SourceText)
        /// ARM and GCP: a REST call; each expression yields its part.
        case http(
            method: String, url: SourceText, query: SourceText?, body: SourceText?, precondition: SourceText?)
    }
}
