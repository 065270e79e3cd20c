internal import CloudModel
internal import ResourceGraph

/// When accounts were last heard, and which were not for so long that no verdict may rest on what their records said.
///
/// Known to the hour, and never too early. What it says of silences follows from the newest hour of each account and from
/// the time up to which the logs were read. The fact in the graph runs behind while it changes no verdict.
struct FeedWatch {
    private struct Entry {
        let instant: Timestamp
        let account: AccountKey
    }

    private struct Account {
        /// The beginning of the newest hour in which it was heard.
        var heard: Timestamp
        /// The hour that the graph has.
        var written = Timestamp.distantPast
        /// True if every control about the feed passes.
        var isPassing = true
    }

    private static let hourLength: Int64 = 3_600_000_000_000
    /// How long a silence may last, in nanoseconds; nil if verdicts never grow old.
    private let limit: Int64?
    private var heap = BinaryHeap<Entry>()
    private var accounts: [AccountKey: Account] = [:]
    /// By silent account, the end of the last hour in which it was heard.
    private(set) var silences: [AccountKey: Timestamp] = [:]
    /// Accounts whose verdicts must be looked at again, in the order in which they came.
    private var queue: [AccountKey] = []
    /// How many at the queue's beginning were taken; it is cut only once all were, since a million may wait.
    private var taken = 0
    private var queued: Set<AccountKey> = []
    /// Accounts that came to the queue or left it since the state was last drained.
    private(set) var dirty: Set<AccountKey> = []

    /// A watch over silences of so many seconds; nil watches nothing.
    init(limitSeconds: Int64?) { limit = limitSeconds.map { $0 * 1_000_000_000 } }

    /// True if no account's verdicts wait to be looked at.
    var isSettled: Bool { queued.isEmpty }

    /// Notes that an account was heard in the hour that begins then. True if the graph must be told at once: it was not
    /// heard before, or a verdict says that it is silent.
    mutating func hear(_ account: AccountKey, inHour hour: Timestamp) -> Bool {
        guard let wasPassing = FeedWatch.note(hour, of: &accounts[account]) else { return false }
        if let limit {
            let instant = FeedWatch.end(of: hour).advanced(byNanoseconds: limit)
            heap.insert(Entry(instant: instant, account: account), by: Self.isEarlier)
            if silences.removeValue(forKey: account) != nil {
                recheck(account)
                return true
            }
        }
        return !wasPassing
    }

    /// Notes an hour of an account. True if the account was known and its verdicts pass; nil if the hour is no news.
    private static func note(_ hour: Timestamp, of account: inout Account?) -> Bool? {
        guard let known = account else {
            account = Account(heard: hour)
            return false
        }
        guard hour > known.heard else { return nil }
        account?.heard = hour
        return known.isPassing
    }

    /// The hour that the graph is to be told; nil if it has it.
    func news(of account: AccountKey) -> Timestamp? {
        accounts[account].flatMap { $0.heard > $0.written ? $0.heard : nil }
    }

    /// Every account of which the graph is behind, sorted.
    var accountsWithNews: [AccountKey] {
        accounts.filter { $0.value.heard > $0.value.written }.keys.sorted()
    }

    /// The graph has an hour.
    mutating func didWrite(_ account: AccountKey, _ hour: Timestamp) {
        accounts[account, default: Account(heard: hour)].written = hour
        accounts[account]?.isPassing = true
    }

    /// A control about the feed does not pass.
    mutating func noteFailure(of account: AccountKey) { accounts[account]?.isPassing = false }

    /// The instant at which the next account has been silent for too long; nil if none will be.
    mutating func first() -> Timestamp? {
        guard let limit else { return nil }
        while let entry = heap.first {
            let heard = accounts[entry.account]?.heard ?? .distantPast
            if FeedWatch.end(of: heard).advanced(byNanoseconds: limit) == entry.instant {
                return entry.instant
            }
            heap.removeFirst(by: Self.isEarlier)
        }
        return nil
    }

    /// Takes the accounts that have been silent for too long since exactly that instant.
    mutating func take(at instant: Timestamp) -> [AccountKey] {
        var found: [AccountKey] = []
        while first() == instant, let entry = heap.first {
            heap.removeFirst(by: Self.isEarlier)
            silences[entry.account] = accounts[entry.account].map { FeedWatch.end(of: $0.heard) }
            found.append(entry.account)
            recheck(entry.account)
        }
        return found.sorted()
    }

    /// Lets an account's verdicts be looked at again.
    mutating func recheck(_ account: AccountKey) {
        guard queued.insert(account).inserted else { return }
        queue.append(account)
        dirty.insert(account)
    }

    /// True if the account's verdicts wait to be looked at.
    func isQueued(_ account: AccountKey) -> Bool { queued.contains(account) }

    /// The state says of each account whether it waits.
    mutating func clearDirty() { dirty.removeAll(keepingCapacity: true) }

    /// The next account whose verdicts must be looked at; nil if none must.
    mutating func next() -> AccountKey? {
        guard taken < queue.count else { return nil }
        let account = queue[taken]
        taken += 1
        if taken == queue.count { (queue, taken) = ([], 0) }
        queued.remove(account)
        dirty.insert(account)
        return account
    }

    private static func end(of hour: Timestamp) -> Timestamp { hour.advanced(byNanoseconds: hourLength) }

    private static func isEarlier(_ left: Entry, _ right: Entry) -> Bool {
        (left.instant, left.account) < (right.instant, right.account)
    }
}
