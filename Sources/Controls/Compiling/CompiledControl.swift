public import CloudModel
internal import Expressions
public import JSONTokens
public import ResourceGraph

/// A control ready to be evaluated.
///
/// A reference, since every evaluation takes one in hand and a copy of so many fields costs more than some evaluations.
public final class CompiledControl: Sendable {
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
    /// The condition; nil for a watch over exclusions, which no expression states.
    let pass: Program?
    let evidence: Program?
    /// True if it reads other resources than the subject and its account.
    let readsOthers: Bool

    init(
        facts: ControlFacts, subject: ResourceKind, scope: SubjectScope, params: FlatValue,
        footprint: Footprint,
        remediation: CompiledRemediation?, file: ControlFile, applies: Program?, pass: Program?,
        evidence: Program?
    ) {
        self.facts = facts
        self.subject = subject
        self.scope = scope
        self.params = params
        self.footprint = footprint
        self.remediation = remediation
        self.file = file
        self.applies = applies
        self.pass = pass
        self.evidence = evidence
        readsOthers = !footprint.others.isEmpty
    }

    /// True if the control watches exclusions by tag: its verdict rests on those of the controls that they hide.
    public var isWatch: Bool { pass == nil }

    /// What tells it from every other control of a catalogue: its id, and where several kinds share one, the kind.
    public var name: String { isWatch ? "\(facts.id)@\(subject.name)" : facts.id }

    /// True if a resource can be a subject: account-wide facts and facts about a region of an account are one kind.
    public func isSubject(_ handle: ResourceHandle, in graph: ResourceGraph) -> Bool {
        guard graph.kind(of: handle) == subject else { return false }
        switch scope {
        // Findings about a resource are its owner's, not those of accounts that have a copy of it.
        case .resource: return !graph.isCopy(handle) && !graph.isUnnamed(handle)
        case .account: return graph.id(of: handle).region.isEmpty
        case .accountRegion: return !graph.id(of: handle).region.isEmpty
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
