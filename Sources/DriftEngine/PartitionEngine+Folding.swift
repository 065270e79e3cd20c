internal import CloudModel
internal import Controls
internal import ResourceGraph

extension PartitionEngine {
    /// Joins changes into the graph and follows what they changed. Returns the class of the event that made them.
    func fold(
        _ changes: [GraphChange], _ report: inout StepReport, into effects: inout EffectBuffer
    ) -> EventClass {
        var wave = Wave()
        swap(&wave.keys, &keyRoom)
        if let latest = latestTime(of: changes) { advance(to: latest, &report, into: &effects) }
        for change in changes {
            report.changes += 1
            note(change, &wave)
            if !cold.isEmpty { warm(before: change) }
            graph.apply(change, into: &deltaRoom)
            noteHalf(change)
            noteArrival(of: change, &wave)
            for index in deltaRoom.indices where !deltaRoom[index].isDuplicate {
                follow(deltaRoom[index], &wave)
            }
            deltaRoom.removeAll(keepingCapacity: true)
        }
        report.changedResources += wave.changedResources
        for change in wave.wide { take(change, &wave.keys) }
        addWatches(to: &wave.keys)
        order(&wave.keys)
        trigger =
            wave.isInOrder ? PartitionEngine.event(behind: changes) : PartitionEngine.trigger(of: changes)
        if !sharedNews.isEmpty { sharedNews.trigger = trigger }
        evaluate(wave.keys, after: wave.arrival, .changes, &report, into: &effects)
        trigger = nil
        if !wave.late.isEmpty { tellPassages(of: inOrder(wave.late), &report, into: &effects) }
        if let first = wave.first { requestReadings(of: first, &report, into: &effects) }
        if !wave.others.isEmpty { requestReadings(of: wave.others, &report, into: &effects) }
        if case .resource(let change)? = changes.first, !change.cause.isObservation {
            requestInventories(in: change.resource.account, &report, into: &effects)
        }
        wave.keys.removeAll(keepingCapacity: true)
        swap(&wave.keys, &keyRoom)
        return wave.eventClass
    }

    /// What the changes of one event set in motion.
    private struct Wave {
        var keys: [EvaluationKey] = []
        var wide: [WideChange] = []
        /// The first resource that was touched.
        var first: ResourceHandle?
        /// Those touched after it, the first left out.
        var others: [ResourceHandle] = []
        var changedResources = 0
        /// Evaluations of what was changed late.
        var late: [EvaluationKey] = []
        var isHeld = false
        var isFailure = false
        /// False once a change was not newer than everything known of its resource.
        var isInOrder = true

        var eventClass: EventClass {
            if changedResources > 0 { return .changing }
            return isFailure ? .refused : isHeld ? .held : .duplicateOrLate
        }

        /// The account of the first change and its time, if that was newer than everything known of the account.
        var newest: (account: ResourceHandle, time: Timestamp)?
        /// False once a change was of another account or time, or older than something known.
        var isNewest = true

        var arrival: Arrival {
            guard isInOrder else { return .unordered }
            return Arrival(soleResource: others.isEmpty ? first : nil, newest: isNewest ? newest : nil)
        }

        mutating func touch(_ resource: ResourceHandle) {
            if first == nil { first = resource } else if first != resource { others.append(resource) }
        }
    }

    private func note(_ change: GraphChange, _ wave: inout Wave) {
        switch change {
        case .scope(let closing):
            coverageNews.note(closing.account)
            noteObservation(closing.account)
            dirtyScopes.insert(
                ResourceID(kind: closing.kind, account: closing.account, region: closing.region, nativeID: "")
            )
        case .resource(let change):
            switch change.operation?.role {
            case .start: wave.isHeld = true
            case .failure: wave.isFailure = true
            case .end, nil: break
            }
            if change.cause.isObservation {
                graph.handle(of: change.resource).map { rereads.settle($0) }
                noteObservation(change.resource.account)
            }
            guard change.inventoryID != nil else { return }
            let id = change.resource
            dirtyScopes.insert(
                ResourceID(kind: id.kind, account: id.account, region: id.region, nativeID: ""))
        case .shared: return
        }
    }

    /// A half that joins nothing yet shows in no delta, but is state.
    private func noteHalf(_ change: GraphChange) {
        guard case .resource(let change) = change, change.operation != nil,
            let handle = graph.handle(of: change.resource)
        else { return }
        dirtyResources.insert(handle)
    }

    private func noteArrival(of change: GraphChange, _ wave: inout Wave) {
        switch change {
        case .resource(let change):
            guard let delta = deltaRoom.first, !delta.isDuplicate,
                let account = graph.accountHandle(of: delta.resource)
            else { return }
            // The second half of an operation may show at the time of the first.
            let time = change.operation == nil ? change.cause.time : .distantPast
            if let newest = wave.newest, newest.account == account, newest.time == time { return }
            let isNewer = past.note(time, in: account)
            if wave.newest == nil, isNewer { wave.newest = (account, time) } else { wave.isNewest = false }
        case .scope(let closing):
            wave.isNewest = false
            guard let account = graph.accountHandle(closing.account) else { return }
            past.note(closing.startedAt, in: account)
        case .shared(let facts):
            // It stands in the place of what was told before, whenever that was.
            wave.isNewest = false
            guard !deltaRoom.isEmpty, let account = graph.accountHandle(facts.asking) else { return }
            past.note(.distantPast, in: account)
        }
    }

    private func follow(_ delta: GraphDelta, _ wave: inout Wave) {
        dirtyResources.insert(delta.resource)
        noteShared(delta)
        wave.touch(delta.resource)
        if !delta.isInOrder { wave.isInOrder = false }
        if !delta.isEmpty {
            wave.changedResources += 1
            let count = wave.keys.count
            index.addAffected(by: delta, in: graph, to: &wave.keys, &wave.wide)
            dropIndifferent(to: delta, from: count, &wave.keys)
        }
        evaluator.addAffected(by: delta, to: &wave.keys, &wave.wide)
        // What came in order changed no past but what reads differently now.
        guard !delta.isInOrder else { return noteOfAccount(delta, &wave) }
        let affected = index.affectedByPast(of: delta, in: graph)
        wave.late += affected.filter { looksBack($0, delta) }
        wave.keys += affected.filter { key in
            if catalog.controls[Int(key.control)].isWatch { return true }
            switch verdicts[key]?.verdict {
            case .unknown: return true
            // It may be drift for what is known now.
            case .fail: return findings.state(of: key)?.isBaseline == true || restsOnPast(key)
            default: return false
            }
        }
    }

    /// What is new of an account can be older than what its resources are known to be.
    private func noteOfAccount(_ delta: GraphDelta, _ wave: inout Wave) {
        guard !wave.isNewest, graph.accountHandle(of: delta.resource) == delta.resource else { return }
        wave.late += index.affectedByPast(of: delta, in: graph).filter { looksBack($0, delta) }
    }

    /// Takes out the evaluations of a resource, from a place on, that did not look at what was changed of it when they were last
    /// made: they would read the same and say the same.
    private func dropIndifferent(to delta: GraphDelta, from start: Int, _ keys: inout [EvaluationKey]) {
        guard delta.isInOrder, !delta.isExistenceChanged else { return }
        var end = start
        for index in start..<keys.count where isReader(keys[index], of: delta) {
            keys[end] = keys[index]
            end += 1
        }
        keys.removeLast(keys.count - end)
    }

    /// True if an evaluation read something that was changed, or if what it read is not known. Of failures more than the control
    /// looks at the resource: exclusions, suppressions, watches.
    private func isReader(_ key: EvaluationKey, of delta: GraphDelta) -> Bool {
        guard let last = verdicts.entry(key), !last.isBrief else { return true }
        switch last.evaluation.verdict {
        case .fail: return true
        case .unknown, .error:
            if catalog.looksAtConditions(of: key.control, among: delta.changed) { return true }
        case .pass, .notApplicable: break
        }
        let control = catalog.controls[Int(key.control)]
        if control.isWatch || catalog.looksAtTags(of: control.subject, among: delta.changed) { return true }
        return last.evaluation.reads.contains {
            $0.resource == delta.resource && delta.changed.contains(PropertySet($0.property))
        }
    }

    /// The latest time of what was done or seen; nil if no resource was changed.
    private func latestTime(of changes: [GraphChange]) -> Timestamp? {
        var latest: Timestamp?
        for change in changes {
            let time: Timestamp
            switch change {
            case .resource(let change): time = change.cause.time
            // A closing document may come before any item, and brings an account into sight all the same.
            case .scope(let closing): time = closing.startedAt
            case .shared(let facts):
                guard let last = facts.changes.map(\.cause.time).max() else { continue }
                time = last
            }
            if latest.map({ $0 < time }) ?? true { latest = time }
        }
        return latest
    }

    private func inOrder(_ keys: [EvaluationKey]) -> [EvaluationKey] {
        var keys = keys
        order(&keys)
        return keys
    }

    /// Each once, in an order that follows from the resources alone: handles depend on the order of arrival.
    func order(_ keys: inout [EvaluationKey]) {
        var isInOrder = true
        for index in keys.indices.dropFirst() where keys[index - 1].control >= keys[index].control {
            isInOrder = false
        }
        if isInOrder { return }
        let sorted = keys.sorted { left, right in
            if left.control != right.control { return left.control < right.control }
            return left.subject != right.subject && graph.id(of: left.subject) < graph.id(of: right.subject)
        }
        var unique: [EvaluationKey] = []
        for key in sorted where key != unique.last { unique.append(key) }
        keys = unique
    }
}
