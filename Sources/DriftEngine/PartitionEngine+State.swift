public import CloudModel
internal import Controls
internal import JSONTokens
public import ResourceGraph
internal import WireFormats

extension PartitionEngine {
    /// Everything of the engine's state that changed since the last call, one record a key, by rising key.
    ///
    /// What follows from the resources (rows) is a part of it only so that a start need not find it anew.
    public func drainState() -> [StateRecord] {
        guard
            !(dirtyResources.isEmpty && dirtyScopes.isEmpty && dirtyFindings.isEmpty && dirtyFeeds.isEmpty
                && worklist.dirty.isEmpty && rows.isClean && feedWatch.dirty.isEmpty
                && !areDocumentsNews && ledger.isClean && rereads.dirtyInventories.isEmpty
                && rereads.newlyBrought.isEmpty && deselection.isClean)
        else { return [] }
        var records =
            drainDocuments() + drainControls() + drainWork() + drainRows() + drainWishes() + drainFeeds()
            + drainShared() + deselection.drain()
        for handle in dirtyResources {
            let id = graph.id(of: handle)
            if savedSchemas.insert(id.kind).inserted { records.append(EngineState.schemaRecord(id.kind)) }
            records.append(
                StateRecord(key: EngineState.resourceKey(id), value: graph.storedResource(handle).bytes))
        }
        for scope in dirtyScopes {
            records.append(
                StateRecord(key: EngineState.scopeKey(scope), value: graph.storedScope(of: scope).bytes))
        }
        for key in dirtyFindings {
            guard let state = findings.state(of: key) else { continue }
            let control = catalog.controls[Int(key.control)].name
            records.append(
                StateRecord(
                    key: EngineState.findingKey(control, graph.id(of: key.subject)),
                    value: EngineState.value(of: state)))
        }
        records.append(
            StateRecord(
                key: EngineState.timeKey,
                value: EngineState.timeValue(time, rows: areRowsWhole ? rowsDigest : "")))
        dirtyResources.removeAll(keepingCapacity: true)
        dirtyScopes.removeAll(keepingCapacity: true)
        dirtyFindings.removeAll(keepingCapacity: true)
        return records.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    }

    /// Which inventories were asked for.
    private func drainWishes() -> [StateRecord] {
        var records: [StateRecord] = []
        for wish in rereads.takeNewlyBrought() {
            records.append(
                StateRecord(
                    key: EngineState.broughtKey(wish.mark),
                    value: FlatValue(wish.newerThan.nanoseconds).bytes))
        }
        for scope in rereads.dirtyInventories {
            let isAsked = rereads.isInventoryAsked(scope)
            records.append(
                StateRecord(
                    key: EngineState.inventoryKey(scope), value: isAsked.map { FlatValue($0).bytes } ?? []))
        }
        rereads.didDrainInventories()
        return records
    }

    /// When logs were heard, and whose silence lets verdicts be looked at.
    private func drainFeeds() -> [StateRecord] {
        var records: [StateRecord] = []
        for account in dirtyFeeds {
            records.append(
                StateRecord(
                    key: EngineState.feedKey(account), value: EngineState.value(of: storedFeeds(of: account)))
            )
        }
        for account in feedWatch.dirty {
            records.append(
                StateRecord(
                    key: EngineState.recheckKey(account),
                    value: feedWatch.isQueued(account) ? FlatValue(true).bytes : []))
        }
        if let read = feedClock.readUpTo {
            records.append(
                StateRecord(key: EngineState.feedTimeKey, value: FlatValue(read.nanoseconds).bytes))
        }
        dirtyFeeds.removeAll(keepingCapacity: true)
        feedWatch.clearDirty()
        return records
    }

    /// The fingerprints of the controls, once.
    private func drainControls() -> [StateRecord] {
        guard !areControlsSaved else { return [] }
        areControlsSaved = true
        return catalog.controls.indices.map { position in
            let control = catalog.controls[position]
            let mark = ControlMark(
                digest: digest(ofControl: position), severity: control.facts.severity,
                title: control.facts.title)
            return StateRecord(key: EngineState.controlKey(control.name), value: mark.stateValue)
        }
    }

    private func drainWork() -> [StateRecord] {
        let records = worklist.dirty.map { place in
            StateRecord(
                key: EngineState.workKey(catalog.controls[Int(place.control)].name, place.account),
                value: worklist.item(place).map { EngineState.value(ofCursor: $0.cursor) } ?? [])
        }
        worklist.clearDirty()
        warming.clearDirty()
        return records
    }

    /// Puts one state record back. Kinds and controls that are loaded no more are passed over.
    public func restore(_ record: StateRecord) throws(StateError) {
        guard !record.value.isEmpty else { return }
        let parts = EngineState.parts(of: record.key)
        switch (parts.first, parts.count) {
        case ("k", 3):
            guard let kind = ResourceKind(named: parts[1]), let digest = Int64(parts[2]) else { return }
            if digest == kind.schema.digest { savedSchemas.insert(kind) }
            let names = FlatValue(canonical: record.value).view.elements.compactMap(\.string)
            graph.addStoredSchema(kind, digest: digest, names: names)
        case ("r", 5):
            guard let id = EngineState.id(parts.dropFirst()) else { return }
            try graph.restoreResource(id, FlatValue(canonical: record.value))
        case ("s", 4):
            guard let id = EngineState.id(parts.dropFirst() + [""]) else { return }
            try graph.restoreScope(id, FlatValue(canonical: record.value))
        case ("b", 5):
            guard let id = EngineState.id(parts.dropFirst()),
                let time = FlatValue(canonical: record.value).view.int
            else { return }
            rereads.restoreBrought(id, newerThan: Timestamp(nanoseconds: time))
        case ("i", 4):
            guard let id = EngineState.id(parts.dropFirst() + [""]) else { return }
            rereads.restoreInventory(id, isAsked: FlatValue(canonical: record.value).view.bool)
        case ("f", 6):
            guard let id = EngineState.id(parts.dropFirst(2)), let state = EngineState.finding(record.value)
            else { return }
            guard let control = catalog.position(of: parts[1]) else {
                return deselection.add(.init(control: parts[1], subject: id, state: state))
            }
            pendingFindings.append((control: Int(control), id: id, state: state))
        case ("c", 2):
            restoredControls = restoredControls ?? [:]
            let mark = ControlMark(stateValue: record.value)
            restoredControls?[parts[1]] = mark.digest
            if catalog.position(of: parts[1]) == nil { deselection.note(parts[1], mark) }
        case ("w", 3):
            guard let control = catalog.position(of: parts[1]) else { return }
            pendingWork.append(
                (
                    control: Int(control), account: AccountKey(parts[2]),
                    cursor: EngineState.cursor(record.value)
                ))
        case ("x", 6), ("n", 6), ("p", 6): restoreShared(parts, record.value)
        case ("h", 2):
            for feed in EngineState.feeds(record.value) {
                restore(feed, of: AccountKey(parts[1]))
            }
        case ("y", 2): feedWatch.recheck(AccountKey(parts[1]))
        case ("q", 1):
            FlatValue(canonical: record.value).view.int.map { feedClock.read(Timestamp(nanoseconds: $0)) }
        case ("e", 3):
            let document = KeptDocument(topic: parts[1], key: parts[2], stateValue: record.value)
            savedOffsets[record.key] = document?.offset
        case ("d", 1): savedDocuments = DocumentStand(stateValue: record.value)
        case ("t", 1):
            if let time = EngineState.time(record.value)?.time { resume(at: time) }
        default: return
        }
    }

    /// Takes up the time at which the state was committed; nothing falls due before `finishRestoring`.
    public func resume(at committed: Timestamp) {
        if committed > time { time = committed }
        past.beginning = time
    }

    /// Evaluates everything once all state records are back; nothing is emitted, since it was when it
    /// happened. What had not been looked at yet waits on the worklist again, and so do controls that are new or
    /// have changed.
    public func finishRestoring() {
        for pending in pendingFindings {
            guard let handle = graph.handle(of: pending.id) else { continue }
            let key = EvaluationKey(control: Int32(pending.control), subject: handle)
            findings.restore(pending.state, for: key)
        }
        pendingFindings = []
        deselection.begin()
        restoreWork()
        restoreFeeds()
        // By resource, so that each is looked at once where not all are in memory.
        let keys = catalog.allSubjects(in: graph).filter { !isWaiting($0) }.sorted {
            ($0.subject.index, $0.control) < ($1.subject.index, $1.control)
        }
        for key in keys { _ = record(present(key), for: key) }
        suppressionChange = catalog.nextSuppressionChange(after: time)
        for handle in graph.allHandles { markAnnounced(handle) }
        rows.beginRewriting()
        for handle in graph.allHandles { rows.markDirty(rows.madeRow(of: handle)) }
    }
}

extension PartitionEngine {
    func restoreWork() {
        for work in pendingWork {
            worklist.add(Int32(work.control), work.account, after: work.cursor, in: catalog)
        }
        pendingWork = []
        worklist.clearDirty()
        noteProfileChange()
        compareDocuments()
        guard let restoredControls else { return }
        areControlsSaved = true
        for position in catalog.controls.indices {
            let id = catalog.controls[position].name
            guard restoredControls[id] != digest(ofControl: position) else { continue }
            areControlsSaved = false
            for account in graph.accounts { worklist.add(Int32(position), account, in: catalog) }
        }
        self.restoredControls = nil
    }

    /// True if an evaluation is still to be made by the worklist, so that what it changes is told then.
    private func isWaiting(_ key: EvaluationKey) -> Bool {
        guard !worklist.isEmpty else { return false }
        let id = graph.id(of: key.subject)
        guard let item = worklist.item(.init(control: key.control, account: id.account)) else { return false }
        return item.cursor.map { $0 < id } ?? true
    }
}

extension EngineState {
    static func schemaRecord(_ kind: ResourceKind) -> StateRecord {
        StateRecord(
            key: schemaKey(kind),
            value: FlatValue(list: kind.schema.storedNames.map { FlatValue($0) }).bytes)
    }

    /// The resource that kind, account, region and native id name; nil for a kind without a schema.
    static func id(_ parts: some Sequence<String>) -> ResourceID? {
        let parts = Array(parts)
        guard parts.count == 4, let kind = ResourceKind(named: parts[0]) else { return nil }
        return ResourceID(kind: kind, account: AccountKey(parts[1]), region: parts[2], nativeID: parts[3])
    }
}
