internal import CloudModel
internal import Controls
internal import ResourceGraph

/// Remembers what past verdicts came to, so that a change that is the newest of its account costs one look and not a walk
/// through the past; what comes late makes the answers behind it void.
///
/// It holds nothing that is not in the graph: without it the answers are the same.
struct PastLedger {
    /// What the last definite verdict up to an instant was.
    struct Answer {
        var upTo = Timestamp.distantPast
        /// True if it was a fail; false also where there was none.
        var isFailing = false
        /// True if writes of one time contradicted each other.
        var isTied = false

        func failing(_ isFailing: Bool) -> Answer {
            Answer(upTo: upTo, isFailing: isFailing, isTied: isTied)
        }
    }

    private struct Memory {
        /// What the evaluation read beside lists.
        let reads: [PropertyRead]
        /// How many late changes the account had had.
        var lateCount: Int
        /// By rising instant.
        var answers: [Answer]
    }

    /// What is known of an account's order of arrival.
    private struct Arrivals {
        /// No earlier than any remembered answer.
        var newest = Timestamp.distantPast
        var lateCount = 0
        /// Late changes that no later one undercuts: numbers and times both rise.
        var late: [(number: Int, time: Timestamp)] = []
        /// Late changes up to this number are forgotten.
        var forgotten = 0

        /// Returns true if nothing as new had arrived.
        mutating func note(_ time: Timestamp) -> Bool {
            guard time <= newest else {
                newest = time
                return true
            }
            lateCount += 1
            while let last = late.last, last.time >= time { late.removeLast() }
            if late.count == PastLedger.maximumLate { forgotten = late.removeFirst().number }
            late.append((lateCount, time))
            return false
        }

        /// The earliest time of a change that came late after the first `count` of them; nil if there was none.
        func earliest(after count: Int) -> Timestamp? {
            if count < forgotten { return .distantPast }
            return late.first { $0.number > count }?.time
        }
    }

    /// What is known of one account.
    private struct AccountPast {
        var arrivals: Arrivals
        var memories: [EvaluationKey: Memory] = [:]

        /// Nothing that came before is newer than the beginning.
        init(_ beginning: Timestamp) {
            arrivals = Arrivals(newest: beginning)
        }

        /// The newest answer that holds; one that says nothing if there is none.
        func answer(to key: EvaluationKey, _ reads: [PropertyRead]) -> Answer {
            guard let memory = memories[key], memory.reads == reads else { return Answer() }
            let limit = arrivals.earliest(after: memory.lateCount) ?? .distantFuture
            return memory.answers.last { $0.upTo < limit } ?? Answer()
        }

        mutating func remember(_ answer: Answer, to key: EvaluationKey, _ reads: [PropertyRead]) {
            // After a restart the graph knows more than what has arrived since.
            arrivals.newest = max(arrivals.newest, answer.upTo)
            var answers: [Answer] = []
            if let memory = memories.removeValue(forKey: key), memory.reads == reads {
                let limit = arrivals.earliest(after: memory.lateCount) ?? .distantFuture
                answers = memory.answers
                answers.removeAll { $0.upTo >= limit || $0.upTo >= answer.upTo }
                if answers.count == PastLedger.maximumAnswers { answers.removeFirst() }
            }
            answers.append(answer)
            memories[key] = Memory(reads: reads, lateCount: arrivals.lateCount, answers: answers)
        }
    }

    /// How many answers are kept of one evaluation: a late change leaves those before it.
    private static let maximumAnswers = 6
    private static let maximumLate = 64

    /// Nothing that was folded before the ledger began is newer.
    var beginning = Timestamp.distantPast
    private var accounts: [ResourceHandle: AccountPast] = [:]

    /// Takes down a change to an account's resources, by the earliest time at which it can show. Returns true if it is
    /// newer than everything that is known of the account.
    @discardableResult
    mutating func note(_ time: Timestamp, in account: ResourceHandle) -> Bool {
        let beginning = beginning
        return accounts[account, default: AccountPast(beginning)].arrivals.note(time)
    }

    /// The newest answer that holds; one that says nothing if there is none.
    func answer(to key: EvaluationKey, _ reads: [PropertyRead], in account: ResourceHandle) -> Answer {
        accounts[account]?.answer(to: key, reads) ?? Answer()
    }

    /// Remembers an answer.
    mutating func remember(
        _ answer: Answer, to key: EvaluationKey, _ reads: [PropertyRead], in account: ResourceHandle
    ) {
        let beginning = beginning
        accounts[account, default: AccountPast(beginning)].remember(answer, to: key, reads)
    }

    /// Forgets a subject that is gone.
    mutating func forget(_ key: EvaluationKey, in account: ResourceHandle) {
        accounts[account]?.memories[key] = nil
    }

    /// Forgets all answers in an account, and nothing of the order in which its changes came.
    mutating func forgetAnswers(in account: ResourceHandle) {
        guard let known = accounts[account] else { return }
        accounts[account] = AccountPast(known.arrivals.newest)
    }
}
