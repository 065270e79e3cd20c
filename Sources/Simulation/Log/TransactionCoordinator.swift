import DriftEngine

/// A transaction that a producer has begun to fill.
struct OpenTransaction: Hashable {
    /// Unique in the cluster.
    let number: Int
    /// The producer's own count of its transactions.
    let sequence: Int
    let deadline: Int64
    var places: [TopicPartition] = []
    var hasNumbers = false
}

/// Knows each transactional id's epoch and transaction.
///
///     empty -(first record or number)-> ongoing -(commit, abort, time-out, fencing)-> ending -(last marker)-> empty
struct TransactionCoordinator {
    private struct Producer {
        var epoch = 0
        var ongoing: OpenTransaction?
        /// The transaction whose markers are still being written.
        var ending: Int?
        /// How the last transaction ended.
        var last: (sequence: Int, isCommitted: Bool)?
    }

    private var producers: [String: Producer] = [:]
    private var transactionCount = 0

    /// Takes over a transactional id. The epoch is the new producer's; a transaction that was open has to be
    /// aborted. Fails as retriable until the last one's markers are written.
    mutating func initialize(_ id: String) throws(LogFailure) -> (epoch: Int, aborted: OpenTransaction?) {
        var producer = producers[id] ?? Producer()
        if producer.ending != nil { throw LogFailure(.retriable, "concurrent transactions") }
        producer.epoch += 1
        let aborted = producer.ongoing
        producer.ending = aborted?.number
        producer.ongoing = nil
        producer.last = nil
        producers[id] = producer
        return (producer.epoch, aborted)
    }

    /// The transaction that a producer's next record or numbers belong to; begins it with the first one.
    mutating func enlist(
        _ id: String, epoch: Int, sequence: Int, deadline: Int64, place: TopicPartition?
    ) throws(LogFailure) -> Int {
        var producer = try checked(id, epoch)
        if producer.ending != nil { throw LogFailure(.retriable, "concurrent transactions") }
        var transaction: OpenTransaction
        if let ongoing = producer.ongoing {
            precondition(ongoing.sequence == sequence, "a producer has one transaction at a time")
            transaction = ongoing
        } else {
            transactionCount += 1
            transaction = OpenTransaction(number: transactionCount, sequence: sequence, deadline: deadline)
        }
        if let place {
            if !transaction.places.contains(place) { transaction.places.append(place) }
        } else {
            transaction.hasNumbers = true
        }
        producer.ongoing = transaction
        producers[id] = producer
        return transaction.number
    }

    /// Decides a producer's transaction; the same question gets the same answer. Returns what has to be marked.
    mutating func end(
        _ id: String, epoch: Int, sequence: Int, isCommitted: Bool
    ) throws(LogFailure) -> OpenTransaction? {
        var producer = try checked(id, epoch)
        if let last = producer.last, last.sequence == sequence {
            guard last.isCommitted == isCommitted else {
                throw LogFailure(.fatal, "the transaction has ended the other way")
            }
            return nil
        }
        guard let ongoing = producer.ongoing else { return nil }
        producer.ongoing = nil
        producer.ending = ongoing.number
        producer.last = (sequence, isCommitted)
        producers[id] = producer
        return ongoing
    }

    /// Fences the producers whose transactions are open for too long. Returns what has to be aborted.
    mutating func timeOut(at now: Int64) -> [OpenTransaction] {
        var late: [OpenTransaction] = []
        for id in producers.keys.sorted() {
            guard let ongoing = producers[id]?.ongoing, ongoing.deadline <= now else { continue }
            producers[id]?.epoch += 1
            producers[id]?.ongoing = nil
            producers[id]?.ending = ongoing.number
            late.append(ongoing)
        }
        return late
    }

    /// The transaction's last marker was written.
    mutating func finish(_ number: Int) {
        for id in producers.keys.sorted() where producers[id]?.ending == number {
            producers[id]?.ending = nil
        }
    }

    private func checked(_ id: String, _ epoch: Int) throws(LogFailure) -> Producer {
        guard let producer = producers[id], producer.epoch == epoch else {
            throw LogFailure(.fatal, "fenced: \(id) epoch \(epoch) is of the past")
        }
        return producer
    }
}
