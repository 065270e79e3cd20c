public import CloudModel
internal import Expressions
public import JSONTokens

/// A control ready to be evaluated.
public struct CompiledControl: Sendable {
    /// What findings say of it.
    public let facts: ControlFacts
    /// The kind whose resources are judged.
    public let subject: ResourceKind
    /// What one verdict is about.
    public let scope: SubjectScope
    /// The parameters in force, as a map.
    public let params: FlatValue
    /// What an evaluation can read.
    public let footprint: Footprint
    /// How a failure is repaired; nil if there is no way to offer.
    public let remediation: CompiledRemediation?
    /// The file it was made from.
    public let file: ControlFile

    let applies: Program?
    let pass: Program
    let evidence: Program?

    /// True if a resource can be a subject: account-wide facts and facts about a region of an account are one kind.
    func isSubject(_ id: ResourceID) -> Bool {
        guard id.kind == subject else { return false }
        switch scope {
        case .resource: return true
        case .account: return id.region.isEmpty
        case .accountRegion: return !id.region.isEmpty
        }
    }
}

/// The programs of a remediation.
public struct CompiledRemediation: Sendable {
    /// Whether the repair may run unattended.
    public let safety: RemediationPlan.Safety
    /// What the calls do, for people.
    public let summary: String
    /// The permissions that the calls need.
    public let permissions: [String]
    /// The canary plan that the control states; empty for the planner's own rule.
    public let canary: String
    /// True if there is anything to call.
    public var hasCalls: Bool { !calls.isEmpty }

    let isForEachEvidence: Bool
    let guardCondition: Program?
    let calls: [CompiledCall]
    let inverse: [CompiledCall]
    let expected: Program?
}

/// One call of a remediation, each part a program.
struct CompiledCall: Sendable {
    let when: Program?
    let target: Target

    enum Target: Sendable {
        case aws(service: String, operation: String, parameters: Program)
        case http(method: String, url: Program, query: Program?, body: Program?, precondition: Program?)
    }
}
