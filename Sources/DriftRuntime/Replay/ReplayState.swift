internal import CloudModel
internal import DriftEngine
internal import StateStore

/// What a replay leaves for the next one: the engine's state, in a store on disk.
///
/// It is written once, whole, when the replay's outputs are there.
struct ReplayState {
    private let store: RocksStore
    private let local: RocksLocalStore

    /// Opens the state in a directory; empty if there is none yet.
    init(directory: String) throws(RuntimeFailure) {
        do throws(StoreError) {
            store = try RocksStore(directory: directory, settings: StoreSettings(identity: "replay"))
            local = RocksLocalStore(store)
        } catch {
            throw Self.failure(directory, error)
        }
    }

    /// Puts it back into a new engine.
    func restore(_ engine: PartitionEngine) throws(RuntimeFailure) {
        do throws(TakeUpFailure) {
            try engine.takeUp(local, at: .distantPast)
        } catch {
            switch error {
            case .store(let failure): throw unreadable(failure)
            case .record(let failure), .early(let failure):
                throw .environment("\(store.directory): a record cannot be put back: \(failure.reason)")
            case .lacking:
                throw .environment("\(store.directory): the state is that of a detector with topics")
            }
        }
    }

    /// Refuses to go on with an engine that could not read what it needed; nothing that it says is of use.
    func check(_ engine: PartitionEngine) throws(RuntimeFailure) {
        if let failure = engine.storeFailure { throw unreadable(failure) }
    }

    private func unreadable(_ failure: StoreFailure) -> RuntimeFailure {
        .environment("\(store.directory): \(failure.reason)\n    hint: \(Self.hint)")
    }

    /// Writes what changed, in one piece.
    func save(_ records: [StateRecord], at time: Timestamp) throws(RuntimeFailure) {
        let commit = (store.checkpoint?.commit ?? 0) + 1
        do throws(StoreFailure) {
            try local.write(records, StorePlace(next: 0, commit: commit, time: time))
        } catch {
            throw .environment("\(store.directory): the state cannot be kept: \(error.reason)")
        }
        store.close()
    }

    private static let hint = "remove it and replay everything"

    private static func failure(_ directory: String, _ error: StoreError) -> RuntimeFailure {
        switch error.kind {
        case .damaged, .format:
            .environment("\(directory): the state is of no use: \(error.message)\n    hint: \(hint)")
        case .foreign: .usage("\(directory): this is the state of something else: \(error.message)")
        case .locked:
            .environment("\(directory): another process uses the state: \(error.message)")
        case .full, .unavailable: .environment("\(directory): \(error.message)")
        }
    }
}
