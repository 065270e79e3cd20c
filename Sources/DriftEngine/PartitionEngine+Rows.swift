internal import CloudModel
internal import Controls
internal import JSONTokens
internal import ResourceGraph
internal import WireFormats

extension PartitionEngine {
    /// What the rows in a store were made by: another program, or another delay of settling or growing old, may say
    /// something else of the same facts.
    var rowsDigest: String {
        let staleness = options.stalenessSeconds.map { String($0) } ?? "never"
        let regions = options.regionSilenceHours.map { "\($0) \(options.regionDays)" } ?? "never"
        return Digest.identifier(
            parts: ["rows", options.program, String(options.settleSeconds), staleness, regions])
    }

    /// True if a start may rest on the rows that are kept.
    var areRowsWhole: Bool { rows.isComplete && options.isStateAtomic }

    /// The rows that changed, those of changed resources among them.
    func drainRows() -> [StateRecord] {
        var records: [StateRecord] = []
        for handle in Set(rows.takeDirty()).union(dirtyResources) {
            records.append(
                StateRecord(key: EngineState.rowKey(graph.id(of: handle)), value: rows.stored(handle)))
        }
        return records
    }

    /// True if the store has a row of every resource, made by what would make it now.
    func hasRows(_ store: some LocalStore) throws(StoreFailure) -> Bool {
        guard options.isStateAtomic, let value = try store.value(of: EngineState.timeKey) else {
            return false
        }
        return EngineState.time(value)?.rows == rowsDigest
    }

    /// Takes up the rows of a store and leaves the facts where they are: nothing is evaluated.
    func takeUpRows(_ store: some LocalStore) throws(TakeUpFailure) {
        try forEachRecord(store, "s") { (key, value) throws(TakeUpFailure) in
            let parts = EngineState.parts(of: Array(copying: key))
            guard let id = EngineState.id(parts.dropFirst() + [""]) else { return }
            do throws(StateError) {
                try graph.placeScope(id, FlatValue(canonical: Array(copying: value)))
            } catch {
                throw .record(RestoreFailure("\(error)"))
            }
        }
        restoreHeard()
        var reader = ResourceKeyReader()
        try forEachRecord(store, "v") { (key, value) throws(TakeUpFailure) in
            guard let id = reader.id(key) else { return }
            do throws(StoreFailure) { try place(id, value) } catch { throw .store(error) }
        }
        try takeUpDeselected(store)
        restoreWork()
        restoreSilences()
        feedWatch.clearDirty()
        suppressionChange = catalog.nextSuppressionChange(after: time)
        for account in graph.accounts { cold.add(account) }
        // Behind the silences, which let every account be looked at that is silent.
        try forEachRecord(store, "y") { (key, value) throws(TakeUpFailure) in
            try putBack(key, value)
        }
    }

    /// Puts a record of the store back.
    func putBack(_ key: Span<UInt8>, _ value: Span<UInt8>) throws(TakeUpFailure) {
        do throws(StateError) {
            try restore(StateRecord(key: Array(copying: key), value: Array(copying: value)))
        } catch {
            throw .record(RestoreFailure("\(error)"))
        }
    }

    private func place(_ id: ResourceID, _ value: Span<UInt8>) throws(StoreFailure) {
        var timed: [(control: Int32, instant: Timestamp)] = []
        let head = try rows.codec.head(value) { timed.append(($0, $1)) }
        let handle = graph.place(id, head)
        rows.noteStored(handle)
        for timer in timed {
            schedule(EvaluationKey(control: timer.control, subject: handle), at: timer.instant)
        }
        guard id.kind == PartitionEngine.feedKind else { return }
        for entry in try rows.codec.row(of: handle, value).entries where judgesFeeds[Int(entry.control)] {
            noteFeed(EvaluationKey(control: entry.control, subject: handle), entry.evaluation.verdict)
        }
    }

    func forEachRecord(
        _ store: some LocalStore, _ kind: String,
        _ body: (Span<UInt8>, Span<UInt8>) throws(TakeUpFailure) -> Void
    ) throws(TakeUpFailure) {
        var failure: TakeUpFailure?
        do throws(StoreFailure) {
            try store.scan(prefix: EngineState.prefix(kind)) { key, value in
                do throws(TakeUpFailure) { try body(key, value) } catch { failure = error }
                return failure == nil
            }
        } catch {
            throw .store(error)
        }
        if let failure { throw failure }
    }
}
