public import CloudModel
internal import JSONTokens
internal import ResourceGraph

extension PartitionEngine {
    /// Takes up the state in a store, which stays at hand for what is not kept in memory; emits nothing. `time` is the time
    /// at which it was committed.
    ///
    /// Where the store has a row of every resource, made by a program like this one, only these are read: the facts come
    /// when they are asked for. Else everything is read and evaluated anew.
    public func takeUp(_ store: some LocalStore, at time: Timestamp) throws(TakeUpFailure) {
        try requireDocuments(of: store)
        let pages = StorePages(store)
        graph.setPaging(limit: options.maximumResidentResources, source: pages)
        rows.setSource(pages)
        let hasRows: Bool
        do throws(StoreFailure) { hasRows = try self.hasRows(store) } catch { throw .store(error) }
        let kinds = hasRows ? EngineState.recordKindsBesideRows : EngineState.recordKinds
        for kind in kinds {
            try forEachRecord(store, kind) { (key, value) throws(TakeUpFailure) in try putBack(key, value) }
        }
        resume(at: time)
        if hasRows { try takeUpRows(store) } else { finishRestoring() }
        if let failure = storeFailure { throw .store(failure) }
    }

    /// How many resources the engine knows, gone ones included.
    public var resourceCount: Int { graph.count }

    /// The store has everything that was drained: what is beyond the limit may leave the memory.
    public func didKeepState() {
        graph.didCommitPages()
        guard let limit = options.maximumResidentResources else { return }
        rows.trim(to: limit)
        cool(to: limit)
    }

    /// Why the store could not be read; nothing that the engine did since is of use.
    public var storeFailure: StoreFailure? {
        rows.failure ?? graph.pageFailure.map { StoreFailure($0.isLost ? .renew : .retriable, $0.reason) }
    }
}

/// The resources' facts and rows in a partition's store.
private final class StorePages<Store: LocalStore>: PageSource, RowSource {
    private let store: Store

    init(_ store: Store) { self.store = store }

    func page(of id: ResourceID) throws(PageFailure) -> FlatValue {
        let value: [UInt8]?
        do throws(StoreFailure) {
            value = try store.value(of: EngineState.resourceKey(id))
        } catch {
            throw PageFailure(error.reason, isLost: error.recovery == .renew)
        }
        guard let value else { throw PageFailure("\(id.nativeID) is not in the store", isLost: true) }
        return FlatValue(canonical: value)
    }

    func scopePage(of id: ResourceID) throws(PageFailure) -> FlatValue? {
        do throws(StoreFailure) {
            return try store.value(of: EngineState.scopeKey(id)).map { FlatValue(canonical: $0) }
        } catch {
            throw PageFailure(error.reason, isLost: error.recovery == .renew)
        }
    }

    func value(of key: [UInt8]) throws(StoreFailure) -> [UInt8]? { try store.value(of: key) }

    func findings() throws(StoreFailure) -> [(control: String, subject: ResourceID, state: FindingState)] {
        var found: [(control: String, subject: ResourceID, state: FindingState)] = []
        try store.scan(prefix: EngineState.prefix("f")) { key, value in
            let parts = EngineState.parts(of: Array(copying: key))
            if parts.count == 6, let id = EngineState.id(parts.dropFirst(2)),
                let state = EngineState.finding(Array(copying: value))
            {
                found.append((parts[1], id, state))
            }
            return true
        }
        return found
    }
}
