internal import DriftEngine
internal import WireFormats

/// The outputs of a worker: in transactions, or directly where the cluster has none. The loop sees one type.
final class KafkaOutputs: OutputTransaction {
    private let base: any OutputTransaction

    init(_ base: any OutputTransaction) { self.base = base }

    func open() throws(LogFailure) { try base.open() }

    func begin() throws(LogFailure) { try base.begin() }

    func send(_ record: OutputRecord, to partition: Int32?) throws(LogFailure) {
        try base.send(record, to: partition)
    }

    func sendNumbers(_ numbers: [CommitNumber]) throws(LogFailure) { try base.sendNumbers(numbers) }

    func commit() throws(LogFailure) { try base.commit() }

    func stateEnd(of partition: Int32) -> Int64? { base.stateEnd(of: partition) }

    func abort() throws(LogFailure) { try base.abort() }
}
