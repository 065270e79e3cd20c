internal import CloudModel
internal import WireFormats

/// The local stores: what is committed goes into them, and nothing else.
extension WorkerLoop {
    /// Brings a committed batch into the stores of its partitions. A store that does not take it is read on from
    /// the state topic, and its engine is restored from that: what is committed is never lost.
    func keep(_ batch: OutputBatch) {
        for commit in batch.numbers {
            let partition = commit.partition
            guard let index = slots.firstIndex(where: { $0.partition == partition }), slots[index].isRunning
            else { continue }
            do throws(LogFailure) {
                try asking(index) { (store) throws(StoreFailure) in
                    let next = outputs.stateEnd(of: partition) ?? store.place?.next ?? 0
                    try store.write(
                        batch.state(of: partition), StorePlace(next: next, commit: commit.number, time: now))
                }
                slots[index].committed = commit.number
                slots[index].engine.didKeepState()
            } catch {
                report.standing = .waiting(error)
                reset(index)
            }
        }
    }

    /// Drops an engine that could not read its store when it needed to. Returns true if that was so.
    func dropIfStoreFailed(_ index: Int) -> Bool {
        guard let failure = slots[index].engine.storeFailure else { return false }
        report.standing = .waiting(lost(slots[index].partition, failure))
        reset(index)
        return true
    }

    /// Opens a partition's store; an empty one if it was lost.
    func openStore(of partition: Int32) throws(LogFailure) -> Stores.Store {
        do throws(StoreFailure) {
            guard lostStores.contains(partition) else { return try stores.open(partition) }
            let store = try stores.renew(partition)
            lostStores.remove(partition)
            return store
        } catch {
            throw lost(partition, error)
        }
    }

    /// Asks a partition's store something.
    func asking<Answer>(
        _ index: Int, _ body: (Stores.Store) throws(StoreFailure) -> Answer
    ) throws(LogFailure) -> Answer {
        guard let store = slots[index].store else { preconditionFailure("a restore begins with its store") }
        do throws(StoreFailure) {
            return try body(store)
        } catch {
            throw lost(slots[index].partition, error)
        }
    }

    /// What a store's failure means: its partition is restored anew, from an empty store if this one is of no use.
    func lost(_ partition: Int32, _ failure: StoreFailure) -> LogFailure {
        if failure.recovery == .renew { lostStores.insert(partition) }
        return LogFailure(.abortable, "the local store of partition \(partition): \(failure.reason)")
    }
}
