internal import CloudModel
internal import ResourceGraph

/// Which accounts were not heard for so long that no verdict may rest on what their records said.
///
/// Known to the hour, and never too early. What this says follows from the newest hour of each account and from the
/// engine's time alone.
struct FeedWatch {
    private struct Entry {
        let instant: Timestamp
        let account: AccountKey
    }

    /// How long a silence may last, in nanoseconds; nil if verdicts never grow old.
    private let limit: Int64?
    private var heap = BinaryHeap<Entry>()
    /// The end of the newest hour in which something was heard.
    private var lastHours: [AccountKey: Timestamp] = [:]
    /// By silent account, the end of the last hour in which it was heard.
    private(set) var silences: [AccountKey: Timestamp] = [:]
    /// Accounts whose verdicts must be looked at again, in the order in which they came.
    private var queue: [AccountKey] = []
    private var queued: Set<AccountKey> = []

    /// A watch over silences of so many seconds; nil watches nothing.
    init(limitSeconds: Int64?) { limit = limitSeconds.map { $0 * 1_000_000_000 } }

    /// True if no account's verdicts wait to be looked at.
    var isSettled: Bool { queue.isEmpty }

    /// Notes that an account was heard in the hour that begins then.
    mutating func hear(_ account: AccountKey, inHour hour: Timestamp) {
        guard let limit else { return }
        let end = hour.advanced(byNanoseconds: 3_600_000_000_000)
        guard end > lastHours[account] ?? .distantPast else { return }
        lastHours[account] = end
        heap.insert(Entry(instant: end.advanced(byNanoseconds: limit), account: account), by: Self.isEarlier)
        if silences.removeValue(forKey: account) != nil { recheck(account) }
    }

    /// The instant at which the next account has been silent for too long; nil if none will be.
    mutating func first() -> Timestamp? {
        guard let limit else { return nil }
        while let entry = heap.first {
            if lastHours[entry.account]?.advanced(byNanoseconds: limit) == entry.instant {
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
            silences[entry.account] = lastHours[entry.account]
            found.append(entry.account)
            recheck(entry.account)
        }
        return found.sorted()
    }

    /// Lets an account's verdicts be looked at again.
    mutating func recheck(_ account: AccountKey) {
        if queued.insert(account).inserted { queue.append(account) }
    }

    /// The next account whose verdicts must be looked at; nil if none must.
    mutating func next() -> AccountKey? {
        guard !queue.isEmpty else { return nil }
        let account = queue.removeFirst()
        queued.remove(account)
        return account
    }

    private static func isEarlier(_ left: Entry, _ right: Entry) -> Bool {
        (left.instant, left.account) < (right.instant, right.account)
    }
}
