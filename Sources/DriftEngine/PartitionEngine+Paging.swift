public import CloudModel
internal import JSONTokens
internal import ResourceGraph

extension PartitionEngine {
    /// Takes up the state in a store, which stays at hand for resources whose facts are not kept in memory; emits
    /// nothing. `time` is the time at which it was committed.
    public func takeUp(_ store: some LocalStore, at time: Timestamp) throws(TakeUpFailure) {
        if let limit = options.maximumResidentResources {
            graph.setPaging(limit: limit, source: StorePages(store))
        }
        // Scopes first: whether a resource exists rests on them.
        for kind in EngineState.recordKinds { try restore(store, prefix: Array(kind.utf8)) }
        resume(at: time)
        finishRestoring()
        if let failure = storeFailure { throw .store(failure) }
    }

    /// How many resources the engine knows, gone ones included.
    public var resourceCount: Int { graph.count }

    /// The store has everything that was drained: what is beyond the limit may leave the memory.
    public func didKeepState() { graph.didCommitPages() }

    /// Why the store could not be read; nothing that the engine did since is of use.
    public var storeFailure: StoreFailure? {
        graph.pageFailure.map { StoreFailure($0.isLost ? .renew : .retriable, $0.reason) }
    }

    private func restore(_ store: some LocalStore, prefix: [UInt8]) throws(TakeUpFailure) {
        var failure: RestoreFailure?
        do throws(StoreFailure) {
            try store.scan(prefix: prefix) { key, value in
                do throws(StateError) {
                    try restore(StateRecord(key: Array(copying: key), value: Array(copying: value)))
                } catch {
                    failure = RestoreFailure("\(error)")
                }
                return failure == nil
            }
        } catch {
            throw .store(error)
        }
        if let failure { throw .record(failure) }
    }
}

/// The resources' facts in a partition's store.
private final class StorePages<Store: LocalStore>: PageSource {
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
}
