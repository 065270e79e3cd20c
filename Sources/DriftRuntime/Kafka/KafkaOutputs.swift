internal import DriftEngine
internal import WireFormats

/// The outputs of a worker: in transactions, or directly where the cluster has none. The loop sees one type.
final class KafkaOutputs: OutputTransaction {
    private let base: any OutputTransaction

    /// How many records of each topic were committed since this was made.
    private(set) var committedCounts: [OutputTopic: Int] = [:]
    private var openCounts: [OutputTopic: Int] = [:]

    init(_ base: any OutputTransaction) { self.base = base }

    func open() throws(LogFailure) { try base.open() }

    func begin() throws(LogFailure) {
        openCounts = [:]
        try base.begin()
    }

    func send(_ record: OutputRecord, to partition: Int32?) throws(LogFailure) {
        try base.send(record, to: partition)
        openCounts[record.topic, default: 0] += 1
    }

    func sendNumbers(_ numbers: [CommitNumber]) throws(LogFailure) { try base.sendNumbers(numbers) }

    func commit() throws(LogFailure) {
        try base.commit()
        committedCounts.merge(openCounts) { $0 + $1 }
        openCounts = [:]
    }

    func stateEnd(of partition: Int32) -> Int64? { base.stateEnd(of: partition) }

    func abort() throws(LogFailure) { try base.abort() }
}
