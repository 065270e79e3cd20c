internal import CloudModel
internal import Controls
internal import ResourceGraph

extension PartitionEngine {
    /// Joins changes into the graph and follows what they changed. Returns the class of the event that made them.
    func fold(
        _ changes: [GraphChange], _ report: inout StepReport, into effects: inout EffectBuffer
    ) -> EventClass {
        var wave = Wave()
        for change in changes {
            report.changes += 1
            note(change, &wave)
            for delta in graph.apply(change) where !delta.isDuplicate { follow(delta, &wave) }
        }
        report.changedResources += wave.changedResources
        evaluate(ordered(wave.keys), after: wave.soleResource, &report, into: &effects)
        requestReadings(of: wave.touched, &report, into: &effects)
        return wave.eventClass
    }

    /// What the changes of one event set in motion.
    private struct Wave {
        var keys: [EvaluationKey] = []
        var touched: [ResourceHandle] = []
        var changedResources = 0
        var isHeld = false
        var isFailure = false
        /// False once a change was not newer than everything known of its resource.
        var isInOrder = true

        var eventClass: EventClass {
            if changedResources > 0 { return .changing }
            return isFailure ? .refused : isHeld ? .held : .duplicateOrLate
        }

        /// The one resource that was changed, in order; nil if there are several or one was late.
        var soleResource: ResourceHandle? {
            guard isInOrder, let first = touched.first, touched.allSatisfy({ $0 == first }) else {
                return nil
            }
            return first
        }
    }

    private func note(_ change: GraphChange, _ wave: inout Wave) {
        switch change {
        case .scope(let closing):
            dirtyScopes.insert(
                ResourceID(kind: closing.kind, account: closing.account, region: closing.region, nativeID: "")
            )
        case .resource(let change):
            if change.cause.time > time { time = change.cause.time }
            switch change.operation?.role {
            case .start: wave.isHeld = true
            case .failure: wave.isFailure = true
            case .end, nil: break
            }
            if change.cause.isObservation { rereads.settle(change.resource) }
            guard change.inventoryID != nil else { return }
            let id = change.resource
            dirtyScopes.insert(
                ResourceID(kind: id.kind, account: id.account, region: id.region, nativeID: ""))
        }
    }

    private func follow(_ delta: GraphDelta, _ wave: inout Wave) {
        dirtyResources.insert(delta.resource)
        wave.touched.append(delta.resource)
        if !delta.isInOrder { wave.isInOrder = false }
        if !delta.isEmpty {
            wave.changedResources += 1
            wave.keys += index.affected(by: delta, in: graph)
        }
        // What came in order changed no past but what reads differently now.
        guard !delta.isInOrder else { return }
        wave.keys += index.affectedByPast(of: delta, in: graph).filter { key in
            if case .unknown? = verdicts[key]?.verdict { return true }
            return false
        }
    }

    /// Each once, in an order that follows from the resources alone: handles depend on the order of arrival.
    private func ordered(_ keys: [EvaluationKey]) -> [EvaluationKey] {
        guard keys.count > 1 else { return keys }
        let sorted = keys.sorted { left, right in
            if left.control != right.control { return left.control < right.control }
            return left.subject != right.subject && graph.id(of: left.subject) < graph.id(of: right.subject)
        }
        var unique: [EvaluationKey] = []
        for key in sorted where key != unique.last { unique.append(key) }
        return unique
    }
}
