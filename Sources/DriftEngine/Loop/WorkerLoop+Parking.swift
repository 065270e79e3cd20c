internal import CloudModel

/// Engines whose partitions went away: one that knows exactly what is committed waits for its partition to come
/// back, and goes on if nobody has committed anything for it meanwhile.
extension WorkerLoop {
    /// Keeps a slot that is taken out, if it is of use; the one that waits longest gives way to a new one.
    func park(_ slot: Slot) {
        guard slot.isWhollyCommitted, settings.maximumParkedEngines > 0 else {
            stores.close(slot.partition)
            return
        }
        while parked.count >= settings.maximumParkedEngines {
            stores.close(parked.removeFirst().partition)
        }
        var slot = slot
        slot.phase = .parked
        slot.isLeaving = false
        parked.append(slot)
    }

    /// The slot of a partition that was just assigned: the one that waited for it, or a new one.
    func makeSlot(_ partition: Int32) -> Slot {
        guard let index = parked.firstIndex(where: { $0.partition == partition }) else {
            return Slot(partition, makeEngine(partition))
        }
        return parked.remove(at: index)
    }

    /// Goes on with an engine that waited, if the number that it last committed is still the group's.
    func resume(_ index: Int) throws(LogFailure) {
        let partition = slots[index].partition
        guard try inputs.committedNumber(of: partition) == slots[index].position.commit else {
            return reset(index)
        }
        report.resumedPartitions.append(partition)
        try run(index)
    }
}
