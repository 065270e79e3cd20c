internal import CloudModel
internal import Controls
internal import JSONTokens
internal import ResourceGraph

/// Makes the record of a finding's transition from the graph: everything that it says of its subject.
struct FindingComposer {
    /// How many deciding properties a record shows before and after.
    static let maximumChanges = 8

    let catalog: ControlCatalog
    let graph: ResourceGraph

    func record(
        _ key: EvaluationKey, _ evaluation: Evaluation, _ step: FindingLifecycle.Step,
        _ suppression: SuppressionFacts?, detectedAt: Timestamp, asOf: Timestamp = .distantFuture
    ) -> FindingRecord {
        let id = graph.id(of: key.subject)
        var evidence = FlatValue.null
        var missing: [String] = []
        switch evaluation.verdict {
        case .fail(let value): evidence = value
        case .unknown(let names): missing = names
        case .pass, .notApplicable, .error: break
        }
        return FindingRecord(
            uid: step.state.uid, control: catalog.controls[Int(key.control)].facts, subject: id,
            resourceName: graph.fullName(of: id), tags: tags(of: key.subject, id.kind),
            activity: step.activity,
            status: step.state.status, isBaseline: step.state.isBaseline, firstSeen: step.state.firstSeen,
            eventTime: evaluation.since, detectedAt: detectedAt, cause: evaluation.cause,
            changes: changes(evaluation, asOf: asOf), evidence: evidence, missing: missing,
            exposureSeconds: exposure(step, evaluation), occurrence: step.state.occurrence,
            suppression: suppression)
    }

    /// The record of a finding whose control is in force no more.
    func record(
        ofDeselected subject: ResourceID, _ control: ControlFacts, _ state: FindingState,
        _ cause: CauseRecord,
        detectedAt: Timestamp
    ) -> FindingRecord {
        FindingRecord(
            uid: state.uid, control: control, subject: subject, resourceName: graph.fullName(of: subject),
            tags: graph.handle(of: subject).map { tags(of: $0, subject.kind) } ?? [], activity: .close,
            status: state.status, isBaseline: state.isBaseline, firstSeen: state.firstSeen,
            eventTime: cause.time, detectedAt: detectedAt, cause: cause, changes: [], evidence: .null,
            missing: [], exposureSeconds: nil, occurrence: state.occurrence)
    }

    private func exposure(_ step: FindingLifecycle.Step, _ evaluation: Evaluation) -> Int64? {
        // What is out of scope may go on failing.
        guard step.activity == .close, step.state.status != .excluded else { return nil }
        return max(0, (evaluation.since - step.state.firstSeen) / 1_000_000_000)
    }

    /// The read properties whose value at the deciding instant differs from the one just before it.
    private func changes(_ evaluation: Evaluation, asOf: Timestamp) -> [PropertyDifference] {
        guard evaluation.since > .distantPast else { return [] }
        let before = evaluation.since.advanced(byNanoseconds: -1)
        var differences: [PropertyDifference] = []
        for read in evaluation.reads where differences.count < FindingComposer.maximumChanges {
            let now = FindingComposer.shown(graph.reading(read.property, of: read.resource, asOf: asOf))
            let then = FindingComposer.shown(
                graph.reading(read.property, of: read.resource, asOf: before))
            if now == then { continue }
            let schema = graph.id(of: read.resource).kind.schema[read.property]
            differences.append(PropertyDifference(property: schema.name, before: then, after: now))
        }
        return differences
    }

    private static func shown(_ reading: Reading) -> FlatValue? {
        switch reading.state {
        case .known(let value), .incomplete(let value, _): value
        case .unknown: nil
        }
    }

    private func tags(of subject: ResourceHandle, _ kind: ResourceKind) -> [(key: String, value: String)] {
        guard
            let property = ["Tags", "tags", "labels"].lazy.compactMap({ kind.schema.property(named: $0) })
                .first
        else { return [] }
        return graph.reading(property, of: subject).elements.compactMap { element in
            guard let key = element.value.view.member("Key")?.string else { return nil }
            return (key: key, value: element.value.view.member("Value")?.string ?? "")
        }
    }
}
