import CloudModel
import WireFormats

/// What one transaction is to make visible, kept until it is committed so that it can be sent again.
struct OutputBatch {
    /// One record, and the worker's partition that it came from.
    struct Entry {
        let record: OutputRecord
        let source: Int32

        /// The partition it must go to; nil if its key decides.
        var target: Int32? { record.topic == .state ? source : nil }
    }

    private(set) var entries: [Entry] = []
    /// The partitions that it is about, and the number that it has for each.
    private(set) var numbers: [CommitNumber] = []
    private var states: [Int32: [StateRecord]] = [:]
    /// The broker's times of the records whose outputs it holds.
    var recordTimes: [Timestamp] = []

    /// Adds what a partition has to say, and how far it has come.
    mutating func add(
        _ partition: Int32, outputs: [OutputRecord], state: [StateRecord], position: LoopPosition
    ) {
        for output in outputs { entries.append(Entry(record: output, source: partition)) }
        for record in state {
            precondition(record.key != LoopPosition.key, "an engine used the loop's own state key")
            addState(record, partition)
        }
        addState(StateRecord(key: LoopPosition.key, value: position.stateValue), partition)
        numbers.append(CommitNumber(partition: partition, number: position.commit))
    }

    /// The state records of a partition, the loop's own included.
    func state(of partition: Int32) -> [StateRecord] { states[partition] ?? [] }

    /// Takes out what came from a partition.
    mutating func drop(_ partition: Int32) {
        entries.removeAll { $0.source == partition }
        numbers.removeAll { $0.partition == partition }
        states[partition] = nil
    }

    private mutating func addState(_ record: StateRecord, _ partition: Int32) {
        let value = StateFrame.wrap(record.value)
        let output = OutputRecord(topic: .state, key: record.key, value: value, headers: [])
        entries.append(Entry(record: output, source: partition))
        states[partition, default: []].append(record)
    }
}
