public import CloudModel

/// When records last told of each account and region, whatever the records say.
///
/// Every record of an account's log counts, also one that only reads or was refused: it shows that the log arrives.
/// An account that was heard in a region for the first time in an hour is noted in `news`. Not shared between threads.
public struct FeedTable {
    /// What is known, in the order of first hearing.
    public private(set) var entries: [FeedEntry] = []
    /// Who was heard for the first time in which hour, since `news` was last emptied.
    public var news: [FeedNews] = []
    /// Records of later times are not counted: their clock is wrong, or nobody asks for what lies behind it.
    private var limit = Timestamp.distantFuture

    /// More logs than this are not told apart: those that come later are not counted.
    static let maximumCount = 1 << 20

    private var byAccount: [AccountKey: Int] = [:]
    /// By number of the account, the positions of its entries, and in which hours it was heard anywhere.
    private var accounts: [(entries: [Int32], hours: HourMask)] = []
    /// By entry, the number of its account and the hours.
    private var hours: [(account: Int, mask: HourMask)] = []
    private var packed: [PackedPlace: Int] = [:]
    private var named: [NamedPlace: Int] = [:]
    private var last: (place: PackedPlace, entry: Int)?
    /// The entry of the event that was decoded last; nil if it was not counted.
    private var current: Int?
    /// The newest time of an event of the last record; nil if it told of no log.
    public private(set) var newest: Timestamp?

    /// Nothing heard.
    init() {}

    /// What is known of an account's logs, in the order of first hearing.
    public func entries(of account: AccountKey) -> [FeedEntry] {
        byAccount[account].map { accounts[$0].entries.map { entries[Int($0)] } } ?? []
    }

    /// Takes up when a log was last heard, as it was known before.
    public mutating func restore(
        _ source: FeedSource, _ account: AccountKey, _ region: String, lastHeard: Timestamp
    ) {
        guard let entry = entry(of: source, account, region) else { return }
        entries[entry].lastHeard = max(entries[entry].lastHeard, lastHeard)
    }

    /// Notes a record.
    mutating func note(_ source: FeedSource, _ account: AccountKey, _ region: String, at time: Timestamp) {
        current = nil
        guard time <= limit, let entry = entry(of: source, account, region) else { return }
        note(entry, at: time)
    }

    /// Notes a CloudTrail record whose account and region stand in these bytes.
    ///
    /// Records come in runs of one account and region, so the place of the last record is looked at first; the usual
    /// ids of twelve digits and regions of eight to sixteen letters are compared as words.
    mutating func note(
        _ bytes: Span<UInt8>, account: Range<Int>, region: Range<Int>, at time: Timestamp
    ) {
        if time <= limit, let place = PackedPlace(bytes, account: account, region: region) {
            if let last, last.place == place { return note(last.entry, at: time) }
            if let known = packed[place] {
                last = (place, known)
                return note(known, at: time)
            }
        }
        let key = AccountKey(.aws, FeedTable.text(bytes, account))
        note(.cloudTrail, key, FeedTable.text(bytes, region), at: time)
    }

    /// Counts an event of an unknown name on a governed kind: that of the last record.
    mutating func noteBlind(_ name: EventNameID) {
        if let current { entries[current].blindSpots[name, default: 0] += 1 }
    }

    /// A new record is decoded; none of its events may be later than the limit.
    public mutating func begin(limit: Timestamp) {
        self.limit = limit
        newest = nil
    }

    private mutating func note(_ entry: Int, at time: Timestamp) {
        current = entry
        newest = max(newest ?? time, time)
        if time > entries[entry].lastHeard { entries[entry].lastHeard = time }
        guard hours[entry].mask.note(time) else { return }
        let isFirst = accounts[hours[entry].account].hours.note(time)
        news.append(FeedNews(entry: entry, hour: CredentialUse.hour(of: time), isFirstOfAccount: isFirst))
    }

    /// The entry of a log, made if it is new; nil if there is no room.
    private mutating func entry(
        of source: FeedSource, _ account: AccountKey, _ region: String
    ) -> Int? {
        let id = Array(account.id.utf8) + Array(region.utf8)
        let middle = id.count - region.utf8.count
        if source == .cloudTrail,
            let place = PackedPlace(id.span, account: 0..<middle, region: middle..<id.count)
        {
            guard let known = packed[place] ?? append(source, account, region) else { return nil }
            packed[place] = known
            last = (place, known)
            return known
        }
        let place = NamedPlace(source: source, account: account, region: region)
        guard let known = named[place] ?? append(source, account, region) else { return nil }
        named[place] = known
        return known
    }

    private mutating func append(_ source: FeedSource, _ account: AccountKey, _ region: String) -> Int? {
        guard entries.count < FeedTable.maximumCount else { return nil }
        entries.append(FeedEntry(source: source, account: account, region: region))
        let number = byAccount[account] ?? accounts.count
        if number == accounts.count {
            byAccount[account] = number
            accounts.append((entries: [], hours: HourMask()))
        }
        accounts[number].entries.append(Int32(entries.count - 1))
        hours.append((number, HourMask()))
        return entries.count - 1
    }

    private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        String(decoding: range.map { bytes[$0] }, as: UTF8.self)
    }
}

/// The log that a record comes from.
public enum FeedSource: String, Sendable, CaseIterable {
    case cloudTrail = "cloudtrail"
    case azureActivity = "azure-activity"
    case gcpAudit = "gcp-audit"
}

/// What is known of one log in one account and region.
public struct FeedEntry: Sendable {
    /// The log.
    public let source: FeedSource
    /// Whose.
    public let account: AccountKey
    /// Where; empty for logs that know no regions.
    public let region: String
    /// The newest time of a record.
    public internal(set) var lastHeard: Timestamp
    /// The beginning of the hour of that time.
    public var lastHour: Timestamp { CredentialUse.hour(of: lastHeard) }
    /// Events of unknown names on governed kinds, by name.
    public internal(set) var blindSpots: [EventNameID: Int]

    /// One log that was not heard yet.
    init(source: FeedSource, account: AccountKey, region: String) {
        self.source = source
        self.account = account
        self.region = region
        lastHeard = .distantPast
        blindSpots = [:]
    }
}

/// An account was heard in a region for the first time in an hour.
public struct FeedNews: Sendable {
    /// The position in `FeedTable.entries`.
    public let entry: Int
    /// The beginning of the hour.
    public let hour: Timestamp
    /// True if the account was not heard in that hour in any other region before.
    public let isFirstOfAccount: Bool
}

/// One log by its names.
private struct NamedPlace: Hashable {
    let source: FeedSource
    let account: AccountKey
    let region: String
}

/// An account of twelve bytes and a region of eight to sixteen, as words that overlap in the middle.
private struct PackedPlace: Hashable {
    let accountHead: UInt64
    let accountTail: UInt64
    let regionHead: UInt64
    let regionTail: UInt64
    let regionLength: Int

    init?(_ bytes: Span<UInt8>, account: Range<Int>, region: Range<Int>) {
        guard account.count == 12, (8...16).contains(region.count) else { return nil }
        accountHead = ByteWords.word(bytes, account.lowerBound)
        accountTail = ByteWords.word(bytes, account.upperBound - 8)
        regionHead = ByteWords.word(bytes, region.lowerBound)
        regionTail = ByteWords.word(bytes, region.upperBound - 8)
        regionLength = region.count
    }
}

/// The newest hour in which something was heard, and which of the 63 before it.
private struct HourMask {
    private var newest: Int64 = .min
    private var mask: UInt64 = 0

    /// Notes a time. True if it is the first in its hour; of hours that are long past maybe once more.
    mutating func note(_ time: Timestamp) -> Bool {
        let hour = CredentialUse.hour(of: time).nanoseconds / 3_600_000_000_000
        if hour == newest { return false }
        if hour > newest {
            let step = newest == .min ? 64 : hour - newest
            mask = step < 64 ? mask << UInt64(step) | 1 : 1
            newest = hour
            return true
        }
        let age = newest - hour
        guard age < 64 else { return true }
        let bit: UInt64 = 1 << UInt64(age)
        if mask & bit != 0 { return false }
        mask |= bit
        return true
    }
}
