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
        if slots[index].phase == .unread {
            // First the offsets, then the end of the state: what is committed later cannot be a predecessor's.
            let committed = try inputs.committedOffsets(of: partition)
            try states.begin(partition)
            slots[index].phase = .reading(committed: committed)
        }
        let progress = try states.read(partition, maximumCount: settings.restoreSliceCount) { record in
            report.restoredRecords += 1
            slots[index].restore(record)
        }
        if let failure = slots[index].restoreFailure { throw LogFailure(.fatal, failure.reason) }
        guard progress.isAtEnd else { return }
        guard slots[index].coversCommitted else {
            // A marker on its way, most likely; if it stays so, the state topic has lost records.
            throw LogFailure(
                .retriable, "the state of partition \(partition) is behind the committed input offsets")
        }
        try run(index)
    }

    private func run(_ index: Int) throws(LogFailure) {
        let partition = slots[index].partition
        try inputs.start(partition, at: slots[index].position.inputOffsets(of: partition))
        states.end(partition)
        slots[index].engine.finishRestoring(at: slots[index].position.time)
        slots[index].phase = .running
        report.startedPartitions.append(partition)
    }
}
