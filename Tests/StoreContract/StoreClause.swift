import DriftEngine

/// What the worker's loop relies on. Each clause is tried on a new store.
public enum StoreClause: String, CaseIterable, Sendable {
    case newIsEmpty = "a new store has no place and no keys"
    case lastWriteStays = "of writes to one key the last one stays, in one batch and over several"
    case emptyDeletes = "an empty value deletes"
    case scansInOrder = "a scan lends the keys with the prefix, by rising bytes, and stops when it is told to"
    case scansHideOwnKeys = "a scan of everything lends what was written and nothing else"
    case reopens = "a store that was flushed comes back whole, with its place"
    case crashKeepsPrefix = "after a crash a prefix of the batches is there, and the place is the last one's"

    /// Tries the clause. Returns what is wrong, or nil.
    public func violation<Place: StoreUnderTest>(in place: Place) -> String? {
        do {
            let wrong = try check(place)
            return wrong.map { "\(rawValue): \($0)" }
        } catch {
            return "\(rawValue): \(error.reason)"
        }
    }

    private func check<Place: StoreUnderTest>(_ place: Place) throws(StoreFailure) -> String? {
        let trial = StoreTrial(place)
        switch self {
        case .newIsEmpty: return try trial.newIsEmpty()
        case .lastWriteStays: return try trial.lastWriteStays()
        case .emptyDeletes: return try trial.emptyDeletes()
        case .scansInOrder: return try trial.scansInOrder()
        case .scansHideOwnKeys: return try trial.scansHideOwnKeys()
        case .reopens: return try trial.reopens()
        case .crashKeepsPrefix: return try trial.crashKeepsPrefix()
        }
    }
}
