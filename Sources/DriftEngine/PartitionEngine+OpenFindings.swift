public import CloudModel
internal import Controls
internal import Remediation
internal import ResourceGraph

/// A finding that is not closed, as it stands now, and what would repair it.
public struct OpenFinding: Sendable {
    /// The finding.
    public let finding: FindingRecord
    /// The repair; nil if there is no plan for it.
    public let plan: RemediationPlan?
}

extension PartitionEngine {
    /// Every finding that is not closed: worst first, then by control and subject.
    public func openFindings() -> [OpenFinding] {
        findings.open().compactMap { openFinding($0.key, $0.state) }.sorted { left, right in
            let (left, right) = (left.finding, right.finding)
            if left.control.severity != right.control.severity {
                return left.control.severity > right.control.severity
            }
            if left.control.id != right.control.id { return left.control.id < right.control.id }
            return left.subject < right.subject
        }
    }

    private func openFinding(_ key: EvaluationKey, _ state: FindingState) -> OpenFinding? {
        guard let entry = verdicts.entry(key) else { return nil }
        let evaluation = entry.isBrief ? present(key) : entry.evaluation
        let step = FindingLifecycle.Step(activity: .update, state: state, isStatusChanged: false)
        let exceptions = exceptions(to: key, evaluation)
        let told = evaluation.telling(exceptions)
        let finding = composer.record(key, told, step, exceptions.suppression, detectedAt: time)
        let plan = planner.plan(
            for: key, finding: finding, now: time, deadlineSeconds: options.commandDeadlineSeconds)
        return OpenFinding(finding: finding, plan: plan)
    }
}
