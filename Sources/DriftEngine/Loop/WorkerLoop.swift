public import CloudModel
internal import WireFormats

/// Moves records from the inputs through the engines to the outputs, each record's effects exactly once.
///
/// One run: poll a bounded batch, step its records, then commit outputs, state and positions in one
/// transaction, with a number for the group; what is committed goes into the partitions' local stores. A batch that was aborted is sent again, unchanged, without what belonged to partitions
/// that were lost meanwhile. If the producer is lost, nobody knows what its last call did: every engine is
/// dropped and restored from the committed state. One thread owns it.
public final class WorkerLoop<
    Engine: StepEngine, Inputs: InputLog, Outputs: OutputTransaction, States: StateLog, Stores: LocalStores
> {
    typealias Slot = PartitionSlot<Engine, Stores.Store>

    let inputs: Inputs
    let outputs: Outputs
    let states: States
    let stores: Stores
    let settings: LoopSettings
    let makeEngine: (Int32) -> Engine
    /// By rising partition.
    var slots: [Slot] = []
    /// Those whose partitions went away, in the order of their going.
    var parked: [Slot] = []
    /// Partitions whose local store is of no use.
    var lostStores: Set<Int32> = []
    /// The time of the present run.
    var now = Timestamp.distantPast
    var machine = TransactionMachine()
    var batch = OutputBatch()
    var report = RunReport()

    /// A loop that owns no partition yet. `makeEngine` gives an engine that knows nothing.
    public init(
        inputs: Inputs, outputs: Outputs, states: States, stores: Stores,
        settings: LoopSettings = LoopSettings(), makeEngine: @escaping (Int32) -> Engine
    ) {
        self.inputs = inputs
        self.outputs = outputs
        self.states = states
        self.stores = stores
        self.settings = settings
        self.makeEngine = makeEngine
    }

    /// The partitions whose engines take records.
    public var runningPartitions: [Int32] { slots.filter(\.isRunning).map(\.partition) }

    /// Lends the engine of a partition, if it runs here; what it knows may run ahead of what is committed.
    public func withEngine<Result>(of partition: Int32, _ body: (Engine) -> Result) -> Result? {
        guard let slot = slots.first(where: { $0.partition == partition }), slot.isRunning else { return nil }
        return body(slot.engine)
    }

    /// Does one round. `now` is the time that engines are told; it should not go back.
    public func runOnce(now: Timestamp) -> RunReport {
        report = RunReport()
        self.now = now
        do throws(Interruption) {
            try openIfNeeded()
            lose(slots.filter(\.isLeaving).map(\.partition))
            if machine.isIdle {
                try readBatch(now)
                makeBatch(now)
            } else {
                try handle(asking { () throws(LogFailure) in try inputs.serveGroup() })
            }
            try commitBatch()
            restoreSlices()
        } catch {
            if case .stop(let failure) = error { report.standing = .stopped(failure) }
        }
        return report
    }

    private func readBatch(_ now: Timestamp) throws(Interruption) {
        for index in slots.indices where slots[index].isRunning { slots[index].tick(now) }
        let changes = try asking { () throws(LogFailure) in
            try inputs.poll(settings.batch) { record, bytes in take(record, bytes) }
        }
        handle(changes)
    }

    private func take(_ lent: InputRecord, _ bytes: Span<UInt8>) {
        let record = lent.limited(to: now.advanced(byNanoseconds: settings.maximumLeadNanoseconds))
        if let index = slots.firstIndex(where: { $0.partition == record.position.partition }),
            slots[index].isRunning, slots[index].take(record, bytes)
        {
            report.steppedRecords += 1
        } else {
            report.skippedRecords += 1
        }
    }

    /// Gathers what the engines have to say, if there is anything or if positions are due.
    private func makeBatch(_ now: Timestamp) {
        var batch = OutputBatch()
        for index in slots.indices where slots[index].isRunning {
            let state = slots[index].drain()
            if dropIfStoreFailed(index) { continue }
            guard slots[index].hasMoved || !slots[index].outputs.isEmpty || !state.isEmpty else { continue }
            if state.isEmpty && slots[index].outputs.isEmpty && !arePositionsDue(now, slots[index]) {
                continue
            }
            slots[index].position.countCommit()
            batch.add(
                slots[index].partition, outputs: slots[index].outputs, state: state,
                position: slots[index].position)
            batch.recordTimes += slots[index].outputTimes
            slots[index].outputs.removeAll(keepingCapacity: true)
            slots[index].outputTimes.removeAll(keepingCapacity: true)
            slots[index].hasMoved = false
            slots[index].lastBatch = now
        }
        guard !batch.entries.isEmpty else { return }
        self.batch = batch
        machine.batchReady(count: batch.entries.count)
    }

    /// Positions alone are committed at most once in a while, and before a partition leaves.
    private func arePositionsDue(_ now: Timestamp, _ slot: Slot) -> Bool {
        guard let lastBatch = slot.lastBatch, !slot.isLeaving, now >= lastBatch else { return true }
        return now - lastBatch >= settings.positionIntervalNanoseconds
    }

    func handle(_ changes: [AssignmentChange]) {
        for change in changes {
            switch change {
            case .assigned(let partitions):
                for partition in partitions { add(partition) }
            case .revoked(let partitions):
                for index in slots.indices where partitions.contains(slots[index].partition) {
                    slots[index].isLeaving = true
                }
            case .lost(let partitions): lose(partitions)
            }
        }
    }

    private func add(_ partition: Int32) {
        lose([partition])
        let place = slots.firstIndex { $0.partition > partition } ?? slots.endIndex
        slots.insert(makeSlot(partition), at: place)
    }

    /// Forgets partitions, and their part of the batch.
    private func lose(_ partitions: [Int32]) {
        for partition in partitions {
            guard let index = slots.firstIndex(where: { $0.partition == partition }) else { continue }
            inputs.stop(partition)
            states.end(partition)
            park(slots.remove(at: index))
            batch.drop(partition)
            report.lostPartitions.append(partition)
            machine.partitionsLost(remaining: batch.entries.count)
        }
    }

    /// Forgets what every engine knows, and the batch; restoring starts over.
    func dropEngines() {
        batch = OutputBatch()
        report.droppedEngines = true
        for index in slots.indices { reset(index) }
    }

    /// Makes every engine anew from what is committed, as after a restart: the way in which engines take up other
    /// controls. Returns false, and does nothing, while a batch is under way.
    public func renewEngines() -> Bool {
        guard machine.isIdle else { return false }
        for slot in parked { stores.close(slot.partition) }
        parked = []
        for index in slots.indices { reset(index) }
        return true
    }

    /// Begins a partition's restore anew.
    func reset(_ index: Int) {
        let partition = slots[index].partition
        inputs.stop(partition)
        states.end(partition)
        let isLeaving = slots[index].isLeaving
        slots[index] = Slot(partition, makeEngine(partition))
        slots[index].isLeaving = isLeaving
    }
}
