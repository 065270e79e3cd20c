internal import CloudModel
internal import WireFormats

/// Why a run ends early.
enum Interruption: Error {
    /// Something is to be tried again in the next run; the report says what.
    case wait
    /// The loop is of no more use.
    case stop(LogFailure)
}

extension WorkerLoop {
    /// Opens the producer at the start and after it was lost.
    func openIfNeeded() throws(Interruption) {
        if machine.next == .open { try perform { () throws(LogFailure) in try outputs.open() } }
    }

    /// Drives the batch's transaction until it is committed, or until something must be tried later.
    func commitBatch() throws(Interruption) {
        while true {
            switch machine.next {
            case .rest: return
            case .open: throw .wait
            case .begin: try perform { () throws(LogFailure) in try outputs.begin() }
            case .send(let index): try send(batch.entries[index])
            case .sendNumbers:
                let numbers = batch.numbers
                try perform { () throws(LogFailure) in try outputs.sendNumbers(numbers) }
            case .commit: try commit()
            case .abort: try abort()
            }
        }
    }

    private func send(_ entry: OutputBatch.Entry) throws(Interruption) {
        let isSent = try perform { () throws(LogFailure) in
            try outputs.send(entry.record, to: entry.target)
        }
        if isSent { report.sentRecords += 1 }
    }

    private func commit() throws(Interruption) {
        guard try perform({ () throws(LogFailure) in try outputs.commit() }) else { return }
        report.commits += 1
        report.committedRecordTimes = batch.recordTimes
        let committed = batch
        batch = OutputBatch()
        keep(committed)
    }

    /// Aborts, and ends the run: the reason may be that partitions were lost, which only the group can say.
    private func abort() throws(Interruption) {
        guard try perform({ () throws(LogFailure) in try outputs.abort() }) else { return }
        report.aborts += 1
        report.abortsOfBatch = machine.abortCount
        throw .wait
    }

    /// Does the machine's next action and tells it how that went. Returns whether it was done; false means
    /// that the machine has another action now.
    @discardableResult
    private func perform(_ action: () throws(LogFailure) -> Void) throws(Interruption) -> Bool {
        do throws(LogFailure) {
            try action()
            machine.succeeded()
            return true
        } catch {
            report.standing = .waiting(error)
            switch machine.failed(error.recovery) {
            case .goOn: return false
            case .wait: throw .wait
            case .dropEngines:
                dropEngines()
                throw .wait
            }
        }
    }

    /// Asks the inputs something. Their failures either pass or end the loop.
    func asking<Answer>(_ question: () throws(LogFailure) -> Answer) throws(Interruption) -> Answer {
        do throws(LogFailure) {
            return try question()
        } catch {
            switch error.recovery {
            case .retriable:
                report.standing = .waiting(error)
                throw .wait
            case .abortable, .fatal: throw .stop(error)
            }
        }
    }
}
