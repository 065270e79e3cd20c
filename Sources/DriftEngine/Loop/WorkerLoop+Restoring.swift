internal import CloudModel
internal import WireFormats

extension WorkerLoop {
    /// Goes on with every restore by one slice. One that fails does not hold up the others.
    func restoreSlices() {
        for index in slots.indices where !slots[index].isRunning && !slots[index].isLeaving {
            do throws(LogFailure) {
                try restoreSlice(index)
            } catch {
                switch error.recovery {
                case .retriable: report.standing = .waiting(error)
                case .abortable:
                    report.standing = .waiting(error)
                    reset(index)
                case .fatal:
                    report.standing = .stopped(error)
                    return
                }
            }
        }
    }

    private func restoreSlice(_ index: Int) throws(LogFailure) {
        let partition = slots[index].partition
        if slots[index].phase == .parked { return try resume(index) }
        if slots[index].phase == .unread { try beginRestore(index) }
        // A start that has to be tried again finds the engine as it is.
        if slots[index].hasTakenUp { return try run(index) }
        let progress = try catchUp(index)
        report.restores.append(
            RunReport.RestoreProgress(partition: partition, next: progress.next, end: progress.end))
        guard progress.isAtEnd else { return }
        slots[index].position = try position(index)
        guard slots[index].coversCommitted else {
            // A marker on its way, most likely; if it stays so, the state topic has lost records.
            throw LogFailure(
                .retriable, "the state of partition \(partition) is behind what was committed")
        }
        try takeUp(index)
        try run(index)
    }

    private func beginRestore(_ index: Int) throws(LogFailure) {
        let partition = slots[index].partition
        // First the number, then the end of the state: what is committed later cannot be a predecessor's.
        let committed = try inputs.committedNumber(of: partition) ?? 0
        var store = try openStore(of: partition)
        let progress = try states.begin(partition, from: store.place?.next)
        if let place = store.place, !isOfUse(place, progress, committed) {
            lostStores.insert(partition)
            store = try openStore(of: partition)
            try states.begin(partition, from: nil)
        }
        slots[index].store = store
        slots[index].phase = .reading(committed: committed)
    }

    /// True if reading the state topic on from the place makes the store complete.
    private func isOfUse(_ place: StorePlace, _ progress: StateLogProgress, _ committed: Int64) -> Bool {
        // A group that was away for long has forgotten its numbers.
        if place.next > progress.end || (committed > 0 && place.commit > committed) { return false }
        return place.next == progress.end || now - place.time <= settings.maximumStoreAgeNanoseconds
    }

    /// Brings the next records of the state topic into the store.
    private func catchUp(_ index: Int) throws(LogFailure) -> StateLogProgress {
        var records: [StateRecord] = []
        var failure: RestoreFailure?
        let progress = try states.read(
            slots[index].partition, maximumCount: settings.restoreSliceCount
        ) { record in
            do throws(RestoreFailure) {
                records.append(
                    StateRecord(key: record.key, value: try StateFrame.unwrap(record.value)))
            } catch {
                failure = failure ?? error
            }
        }
        if let failure {
            throw LogFailure(.fatal, "partition \(slots[index].partition): \(failure.reason)")
        }
        report.restoredRecords += records.count
        try asking(index) { (store) throws(StoreFailure) in
            // Markers alone are passed over again after a restart.
            guard !records.isEmpty else { return }
            let commit = records.last { $0.key == LoopPosition.key }
                .flatMap { LoopPosition(stateValue: $0.value)?.commit }
            try store.write(
                records,
                StorePlace(next: progress.next, commit: commit ?? store.place?.commit ?? 0, time: now))
        }
        return progress
    }

    private func position(_ index: Int) throws(LogFailure) -> LoopPosition {
        let value = try asking(index) { (store) throws(StoreFailure) in
            try store.value(of: LoopPosition.key)
        }
        guard let value else { return LoopPosition() }
        guard let position = LoopPosition(stateValue: value) else {
            throw LogFailure(
                .fatal, "the position of partition \(slots[index].partition) cannot be read")
        }
        return position
    }

    func run(_ index: Int) throws(LogFailure) {
        let partition = slots[index].partition
        try inputs.start(partition, at: slots[index].position.inputOffsets(of: partition))
        states.end(partition)
        slots[index].phase = .running
        report.startedPartitions.append(partition)
    }

    private func takeUp(_ index: Int) throws(LogFailure) {
        guard let store = slots[index].store else { preconditionFailure("a restore begins with its store") }
        do throws(TakeUpFailure) {
            try slots[index].engine.takeUp(store, at: slots[index].position.time)
            slots[index].hasTakenUp = true
        } catch {
            switch error {
            case .store(let failure): throw lost(slots[index].partition, failure)
            case .record(let failure): throw LogFailure(.fatal, failure.reason)
            case .early(let failure): throw LogFailure(.retriable, failure.reason)
            case .lacking(let documents):
                report.lackingDocuments += documents
                throw LogFailure(
                    .retriable,
                    "documents of the state are not on the topics any more, which have refused ones")
            }
        }
    }
}
