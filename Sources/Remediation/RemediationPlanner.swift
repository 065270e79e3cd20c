public import CloudModel
public import Controls
internal import JSONTokens
public import ResourceGraph

/// Makes the plan that would repair a failing verdict. Pure: the same graph and finding give the same plan.
public struct RemediationPlanner {
    private let catalog: ControlCatalog
    private let evaluator: Evaluator
    private let graph: ResourceGraph
    private let digest: ([String]) -> String

    /// A planner over one graph. `digest` hashes parts to a short id: equal parts, equal id.
    public init(
        catalog: ControlCatalog, evaluator: Evaluator, graph: ResourceGraph,
        digest: @escaping ([String]) -> String
    ) {
        self.catalog = catalog
        self.evaluator = evaluator
        self.graph = graph
        self.digest = digest
    }

    /// The plan for a finding that is open, or nil if its control has none or a part of the plan is unknown.
    ///
    /// A guarded plan whose guard is not certainly true, and every manual one, needs approval.
    public func plan(
        for key: EvaluationKey, finding: FindingRecord, now: Timestamp, deadlineSeconds: Int64
    ) -> RemediationPlan? {
        guard let remediation = catalog.controls[Int(key.control)].remediation,
            let parts = evaluator.remediationCalls(for: key)
        else { return nil }
        // A way back that is not known is as good as a guard that does not hold.
        let isAllowed =
            remediation.safety == .safe
            ? parts.guardVerdict != false : remediation.safety == .guarded && parts.guardVerdict == true
        return RemediationPlan(
            idempotencyKey: digest([
                "command", finding.uid, finding.cause?.eventID ?? "", "\(finding.eventTime.nanoseconds)",
                parts.expected.description,
                parts.calls.map(RemediationPlanner.text(of:)).joined(separator: "\n"),
            ]),
            safety: remediation.safety, summary: remediation.summary, calls: parts.calls,
            inverse: parts.inverse,
            snapshot: parts.snapshot, stateDigest: stateDigest(of: parts.reads), expected: parts.expected,
            permissions: remediation.permissions,
            deadline: now.advanced(byNanoseconds: deadlineSeconds * 1_000_000_000),
            canary: remediation.canary, needsApproval: !isAllowed)
    }

    private static func text(of call: APICall) -> String {
        switch call {
        case .aws(let service, let operation, let parameters): "\(service) \(operation) \(parameters)"
        case .http(let method, let url, let query, let body, _): "\(method) \(url) \(query) \(body)"
        }
    }

    /// The digest of everything that the plan was computed from: what the verdict, the guard and the calls read.
    private func stateDigest(of reads: [PropertyRead]) -> String {
        var parts = ["state"]
        for read in reads {
            let id = graph.id(of: read.resource)
            parts += [id.kind.name, id.account.text, id.region, id.nativeID]
            parts.append(id.kind.schema[read.property].name)
            parts.append(graph.reading(read.property, of: read.resource).value?.description ?? "unknown")
        }
        return digest(parts)
    }
}
