/// Decides what is to be done with a batch's transaction; whoever drives it does that and says how it went.
///
///     closed -(opened)-> idle -(batch ready)-> ready -(begun)-> sending -(all sent)-> offering
///     offering -(numbers sent)-> committing -(committed)-> idle
///     sending|offering|committing -(abortable)-> aborting -(aborted)-> ready: the same batch once more
///     sending|offering -(a partition was lost)-> aborting; any -(fatal)-> closed: the batch is void
///
/// Once `commit` was called its outcome is open, so only another `commit` may follow a retriable failure.
struct TransactionMachine: Hashable {
    enum Action: Hashable {
        case open, rest, begin
        /// Send the record with this index.
        case send(Int)
        case sendNumbers, commit, abort
    }

    /// What a failure means for whoever drives the machine.
    enum Consequence: Hashable {
        /// Do the next action later.
        case wait
        /// Do the next action now.
        case goOn
        /// Drop the batch and every engine, whatever they know; then open.
        case dropEngines
    }

    private enum Phase: Hashable {
        case closed, idle, ready
        case sending(Int)
        case offering, committing, aborting
    }

    private var phase = Phase.closed
    /// How many records the batch has.
    private var count = 0
    /// How often the present batch was aborted.
    private(set) var abortCount = 0

    /// True if a transaction is open.
    private var isOpen: Bool {
        switch phase {
        case .sending, .offering, .committing: true
        case .closed, .idle, .ready, .aborting: false
        }
    }

    /// True if no batch is under way.
    var isIdle: Bool { phase == .idle }

    /// What is to be done next.
    var next: Action {
        switch phase {
        case .closed: .open
        case .idle: .rest
        case .ready: .begin
        case .sending(let index): .send(index)
        case .offering: .sendNumbers
        case .committing: .commit
        case .aborting: .abort
        }
    }

    /// A batch of that many records waits to be committed.
    mutating func batchReady(count: Int) {
        precondition(phase == .idle, "a batch was made while another one is under way")
        precondition(count > 0, "a batch has at least its position")
        self.count = count
        abortCount = 0
        phase = .ready
    }

    /// The next action was done.
    mutating func succeeded() {
        switch phase {
        case .closed, .committing: phase = .idle
        case .idle: preconditionFailure("nothing was to be done")
        case .ready: phase = .sending(0)
        case .sending(let index): phase = index + 1 < count ? .sending(index + 1) : .offering
        case .offering: phase = .committing
        case .aborting:
            abortCount += 1
            phase = count > 0 ? .ready : .idle
        }
    }

    /// The next action failed.
    mutating func failed(_ recovery: LogFailure.Recovery) -> Consequence {
        switch recovery {
        case .retriable: return .wait
        case .abortable:
            guard isOpen else { return .wait }
            phase = .aborting
            return .goOn
        case .fatal:
            phase = .closed
            count = 0
            return .dropEngines
        }
    }

    /// Partitions went to another worker; that many records of the batch remain.
    mutating func partitionsLost(remaining: Int) {
        count = remaining
        switch phase {
        case .closed, .idle, .committing, .aborting: return
        case .ready: if remaining == 0 { phase = .idle }
        case .sending, .offering: phase = .aborting
        }
    }
}
