internal import CloudModel
internal import Controls
internal import ResourceGraph
internal import WireFormats

/// The rows of a partition's resources. Those that are only in the store come when they are asked for.
///
/// A reference, since verdicts, findings and readings are parts of the same rows.
final class RowTable {
    /// Of each control, what tells its present state from others.
    private(set) lazy var digests = catalog.controls.indices.map {
        Digest.identifier(parts: catalog.fingerprint(of: $0))
    }
    private(set) lazy var codec = RowCodec(catalog, digests: digests)
    /// False while there are resources of which the store has no row that can be trusted.
    private(set) var isComplete = true
    private let catalog: ControlCatalog
    private let graph: ResourceGraph
    private var slots: [Slot] = []
    private var dirty: [ResourceHandle] = []
    private var newlyDirtyCount = 0
    /// How many rows of a store that has none yet are written beside those that changed.
    private static let sliceCount = 4_096
    private var source: (any RowSource)?
    /// Rows in memory that may go once they are kept, and where the clock stands among them.
    private var loaded: [ResourceHandle] = []
    private var hand = 0
    /// Why a row could not be had, the first time; nothing that was said since is of use.
    private(set) var failure: StoreFailure?

    private enum Slot {
        case empty
        /// It is in the store and not in memory.
        case stored
        case loaded(ResourceRow)
    }

    init(_ catalog: ControlCatalog, _ graph: ResourceGraph) {
        self.catalog = catalog
        self.graph = graph
    }

    /// Rows that are not in memory are read from here.
    func setSource(_ source: any RowSource) { self.source = source }

    /// Takes note that the store has a row of the resource.
    func noteStored(_ handle: ResourceHandle) {
        makeRoom(handle)
        slots[Int(handle.index)] = .stored
    }

    /// The row of a resource; nil if it has none.
    func row(of handle: ResourceHandle) -> ResourceRow? {
        let index = Int(handle.index)
        guard index < slots.count else { return nil }
        switch slots[index] {
        case .empty: return nil
        case .loaded(let row):
            row.isUsed = true
            return row
        case .stored: return load(handle)
        }
    }

    /// The row of a resource, made if it has none.
    func madeRow(of handle: ResourceHandle) -> ResourceRow {
        if let row = row(of: handle) { return row }
        let row = ResourceRow(handle)
        put(row)
        markDirty(row)
        return row
    }

    /// The finding of an evaluation; nil if there is none.
    func finding(_ key: EvaluationKey) -> FindingState? {
        guard let row = row(of: key.subject) else { return nil }
        if let known = row.finding(key.control) { return known }
        var state: FindingState?
        do throws(StoreFailure) {
            let control = codec.name(of: key.control)
            let bytes = try source?.value(of: EngineState.findingKey(control, graph.id(of: key.subject)))
            state = bytes.flatMap { EngineState.finding($0) }
        } catch {
            failure = failure ?? error
        }
        row.setFinding(state, key.control)
        return state
    }

    func setFinding(_ state: FindingState, _ key: EvaluationKey) {
        madeRow(of: key.subject).setFinding(state, key.control)
    }

    /// Takes note that a row is to be kept.
    func markDirty(_ row: ResourceRow) {
        guard !row.isDirty else { return }
        row.isDirty = true
        dirty.append(row.handle)
        newlyDirtyCount += 1
    }

    /// The store has no rows that can be trusted: they are written by and by.
    func beginRewriting() { isComplete = false }

    /// True if no row waits to be kept.
    var isClean: Bool { dirty.isEmpty }

    /// Takes out rows that are to be kept: those that changed, and of those that the store never had a slice.
    func takeDirty() -> [ResourceHandle] {
        let count = isComplete ? dirty.count : min(dirty.count, newlyDirtyCount + RowTable.sliceCount)
        let taken = Array(dirty.suffix(count))
        dirty.removeLast(count)
        newlyDirtyCount = 0
        if dirty.isEmpty { isComplete = true }
        for handle in taken { row(of: handle)?.isDirty = false }
        return taken
    }

    /// The stored form of a resource's row.
    func stored(_ handle: ResourceHandle) -> [UInt8] {
        codec.bytes(of: row(of: handle), graph.head(of: handle))
    }

    /// The store has every row as it is now: lets go of what is beyond the limit.
    func trim(to limit: Int) {
        for _ in 0..<2 * loaded.count where loaded.count > limit {
            if hand >= loaded.count { hand = 0 }
            guard case .loaded(let row) = slots[Int(loaded[hand].index)], !row.isDirty, !row.isUsed else {
                if case .loaded(let row) = slots[Int(loaded[hand].index)] { row.isUsed = false }
                hand += 1
                continue
            }
            slots[Int(row.handle.index)] = .stored
            loaded.swapAt(hand, loaded.count - 1)
            loaded.removeLast()
        }
    }

    /// How many rows are in memory.
    var loadedCount: Int { loaded.count }

    /// Hands on every row, those in the store included.
    func forEach(_ body: (ResourceRow) -> Void) {
        for index in slots.indices {
            if let row = row(of: ResourceHandle(index: Int32(index))) { body(row) }
        }
    }

    /// Makes sure that every finding that is there is known.
    func loadFindings() {
        guard let source else { return }
        do throws(StoreFailure) {
            for finding in try source.findings() {
                guard let control = codec.control(named: finding.control),
                    let handle = graph.handle(of: finding.subject)
                else { continue }
                let row = madeRow(of: handle)
                if row.finding(control) == nil { row.setFinding(finding.state, control) }
            }
        } catch {
            failure = failure ?? error
        }
    }

    private func load(_ handle: ResourceHandle) -> ResourceRow {
        var row = ResourceRow(handle, isFromStore: true)
        do throws(StoreFailure) {
            let bytes = try source?.value(of: EngineState.rowKey(graph.id(of: handle)))
            guard let bytes else { throw StoreFailure(.renew, "a row is not in the store") }
            row = try codec.row(of: handle, bytes.span)
        } catch {
            failure = failure ?? error
        }
        put(row)
        return row
    }

    private func put(_ row: ResourceRow) {
        makeRoom(row.handle)
        slots[Int(row.handle.index)] = .loaded(row)
        loaded.append(row.handle)
    }

    private func makeRoom(_ handle: ResourceHandle) {
        let missing = Int(handle.index) + 1 - slots.count
        if missing > 0 { slots.append(contentsOf: repeatElement(.empty, count: missing)) }
    }
}
