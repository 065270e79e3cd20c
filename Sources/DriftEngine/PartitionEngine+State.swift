public import CloudModel
internal import Controls
internal import JSONTokens
public import ResourceGraph

extension PartitionEngine {
    /// Everything of the engine's state that changed since the last call, one record a key, by rising key.
    ///
    /// Verdicts are no part of it: they follow from the resources and are evaluated anew by
    /// `finishRestoring`.
    public func drainState() -> [StateRecord] {
        guard !(dirtyResources.isEmpty && dirtyScopes.isEmpty && dirtyFindings.isEmpty) else { return [] }
        var records: [StateRecord] = []
        for handle in dirtyResources {
            let id = graph.id(of: handle)
            records.append(
                StateRecord(key: EngineState.resourceKey(id), value: graph.storedResource(handle).bytes))
        }
        for scope in dirtyScopes {
            records.append(
                StateRecord(key: EngineState.scopeKey(scope), value: graph.storedScope(of: scope).bytes))
        }
        for key in dirtyFindings {
            guard let state = findings.states[key] else { continue }
            let control = catalog.controls[Int(key.control)].facts.id
            records.append(
                StateRecord(
                    key: EngineState.findingKey(control, graph.id(of: key.subject)),
                    value: EngineState.value(of: state)))
        }
        records.append(StateRecord(key: EngineState.timeKey, value: FlatValue(time.nanoseconds).bytes))
        dirtyResources.removeAll(keepingCapacity: true)
        dirtyScopes.removeAll(keepingCapacity: true)
        dirtyFindings.removeAll(keepingCapacity: true)
        return records.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    }

    /// Puts one state record back. Kinds and controls that are loaded no more are passed over.
    public func restore(_ record: StateRecord) throws(StateError) {
        guard !record.value.isEmpty else { return }
        let parts = EngineState.parts(of: record.key)
        switch (parts.first, parts.count) {
        case ("r", 5):
            guard let id = EngineState.id(parts.dropFirst()) else { return }
            try graph.restoreResource(id, FlatValue(canonical: record.value))
        case ("s", 4):
            guard let id = EngineState.id(parts.dropFirst() + [""]) else { return }
            try graph.restoreScope(id, FlatValue(canonical: record.value))
        case ("f", 6):
            guard let control = catalog.controls.firstIndex(where: { $0.facts.id == parts[1] }),
                let id = EngineState.id(parts.dropFirst(2)), let state = EngineState.finding(record.value)
            else { return }
            pendingFindings.append((control: control, id: id, state: state))
        case ("t", 1):
            if let nanoseconds = FlatValue(canonical: record.value).view.int {
                resume(at: Timestamp(nanoseconds: nanoseconds))
            }
        default: return
        }
    }

    /// Takes up the time at which the state was committed; nothing falls due before `finishRestoring`.
    public func resume(at committed: Timestamp) {
        if committed > time { time = committed }
    }

    /// Evaluates everything once all state records are back; nothing is emitted, since it was when it
    /// happened.
    public func finishRestoring() {
        for pending in pendingFindings {
            guard let handle = graph.handle(of: pending.id) else { continue }
            let key = EvaluationKey(control: Int32(pending.control), subject: handle)
            findings.restore(pending.state, for: key)
        }
        pendingFindings = []
        // By resource, so that each is looked at once where not all are in memory.
        let keys = catalog.allSubjects(in: graph).sorted {
            ($0.subject.index, $0.control) < ($1.subject.index, $1.control)
        }
        for key in keys { _ = record(evaluator.evaluate(key), for: key) }
        for handle in graph.allHandles { markAnnounced(handle) }
    }
}

extension EngineState {
    /// The resource that kind, account, region and native id name; nil for a kind without a schema.
    static func id(_ parts: some Sequence<String>) -> ResourceID? {
        let parts = Array(parts)
        guard parts.count == 4, let kind = ResourceKind(named: parts[0]) else { return nil }
        return ResourceID(kind: kind, account: AccountKey(parts[1]), region: parts[2], nativeID: parts[3])
    }
}
