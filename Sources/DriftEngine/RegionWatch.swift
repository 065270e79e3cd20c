internal import CloudModel

/// Which regions of accounts are silent while the rest of their account is heard.
///
/// Most regions are quiet, so only one that was heard on many days lately is missed, and only after a silence that is long
/// for it: some multiple of its own longest one. A silence is measured against what was heard of the account last, so that an
/// account that is silent as a whole has none in its regions. All of that follows from the set of hours in which each region was heard.
/// A region counts as silent only once engine time has gone on for a while since: logs of regions arrive on ways of their own.
struct RegionWatch {
    /// When a region is missed.
    struct Limits {
        /// The shortest silence that counts, in hours; nil judges no region.
        var silenceHours: Int64?
        /// On how many days of four weeks a region must have been heard to be missed.
        var days: Int
        /// How long a silence may last until passes that rest on it are unknown, in hours; nil is for ever.
        var stalenessHours: Int64?
    }

    /// One region of an account.
    struct Place: Hashable {
        let account: AccountKey
        let region: String
    }

    /// What is told of a region: when it was heard last, and its account, by hour, and how long it may be silent.
    struct Facts: Equatable {
        let regionHour: Int64
        let accountHour: Int64
        /// In hours; 0 while the region is heard too seldom to be missed.
        let limitHours: Int64
        /// How many hours of the last four weeks are known.
        let hourCount: Int
    }

    private enum Standing: Equatable {
        case heard
        /// Missed since that tick; nil until there is one.
        case missed(since: Timestamp?)
        case silent
    }

    private enum Usual {
        /// It is heard too seldom to be missed.
        case seldom
        case hours(Int64)
    }

    private struct Region {
        var hours = HeardHours()
        /// How long it may be silent by its own past, once that was asked for since it was last heard.
        var usual: Usual?
        var standing = Standing.heard
        var isStale = false
    }

    private struct Account {
        var heard = Int64.min
        var regions: [String: Region] = [:]
    }

    /// How often its longest silence a region may be silent.
    static let factor: Int64 = 3
    /// How long engine time goes on before a region that is missed counts as silent.
    private static let wait: Int64 = 3_600_000_000_000

    private let limits: Limits
    private var accounts: [AccountKey: Account] = [:]
    /// Places that are missed and not silent yet.
    private var missed: Set<Place> = []
    /// No place becomes silent before this tick.
    private var earliest: Timestamp?

    /// A watch that has heard nothing.
    init(_ limits: Limits) { self.limits = limits }

    /// Notes an hour in which a region was heard. Returns the account's regions that are silent or stale no more, or stale
    /// now, sorted.
    mutating func hear(_ place: Place, inHour beginning: Timestamp) -> [String] {
        let hour = HeardHours.number(of: beginning)
        var account = accounts.removeValue(forKey: place.account) ?? Account()
        var region = account.regions[place.region] ?? Region()
        defer { accounts[place.account] = account }
        guard region.hours.note(hour) else { return [] }
        region.usual = nil
        account.regions[place.region] = region
        guard hour > account.heard else { return review(&account, place, only: place.region) }
        account.heard = hour
        return review(&account, place, only: nil)
    }

    /// Notes a tick. Returns the places that are silent from now on, sorted. `isAllRead` says that none will come late.
    mutating func tick(_ now: Timestamp, isAllRead: Bool) -> [Place] {
        if missed.isEmpty || !isAllRead && earliest.map({ now < $0 }) ?? false { return [] }
        var found: [Place] = []
        earliest = nil
        for place in missed {
            guard case .missed(let since)? = accounts[place.account]?.regions[place.region]?.standing
            else { continue }
            let due = (since ?? now).advanced(byNanoseconds: RegionWatch.wait)
            if isAllRead || due <= now {
                found.append(place)
                setStanding(.silent, of: place)
            } else {
                setStanding(.missed(since: since ?? now), of: place)
                earliest = min(earliest ?? due, due)
            }
        }
        missed.subtract(found)
        return found.sorted { ($0.account, $0.region) < ($1.account, $1.region) }
    }

    /// True if the place is silent.
    func isSilent(_ place: Place) -> Bool {
        accounts[place.account]?.regions[place.region]?.standing == .silent
    }

    /// By region of the account that is silent for too long, the end of the last hour in which it was heard.
    func stale(in account: AccountKey) -> [String: Timestamp] {
        (accounts[account]?.regions ?? [:]).compactMapValues { region in
            region.isStale ? region.hours.newest.map { HeardHours.beginning(of: $0 + 1) } : nil
        }
    }

    /// What is to be told of a place; nil if it was never heard or no region is judged.
    func facts(of place: Place) -> Facts? {
        guard let account = accounts[place.account], let region = account.regions[place.region],
            let hour = region.hours.newest, let floor = limits.silenceHours
        else { return nil }
        let limit =
            switch region.usual ?? usual(region.hours) {
            case .seldom: Int64(0)
            case .hours(let hours): max(hours, floor)
            }
        return Facts(
            regionHour: hour, accountHour: account.heard, limitHours: limit, hourCount: region.hours.count)
    }

    /// Every place, sorted.
    var places: [Place] {
        accounts.flatMap { account, known in
            known.regions.keys.map { Place(account: account, region: $0) }
        }.sorted { ($0.account, $0.region) < ($1.account, $1.region) }
    }

    /// The hours in which a place was heard, as ages before the newest.
    func ages(of place: Place) -> [Int64] {
        accounts[place.account]?.regions[place.region]?.hours.ages ?? []
    }

    /// Takes up what was known of a place.
    mutating func restore(_ place: Place, newest: Timestamp, ages: [Int64], isSilent: Bool) {
        let hour = HeardHours.number(of: newest)
        var region = Region()
        for age in [0] + ages { _ = region.hours.note(hour - age) }
        if isSilent { region.standing = .silent }
        var account = accounts[place.account] ?? Account()
        account.regions[place.region] = region
        account.heard = max(account.heard, hour)
        accounts[place.account] = account
    }

    /// Finds out which of the places that were taken up are missed or stale.
    mutating func finishRestoring() {
        for key in accounts.keys.sorted() {
            guard var account = accounts.removeValue(forKey: key) else { continue }
            for name in account.regions.keys {
                guard var region = account.regions[name] else { continue }
                switch region.standing {
                case .silent: region.isStale = isStale(&region, account.heard)
                case .heard where isMissed(&region, account.heard):
                    region.standing = .missed(since: nil)
                    missed.insert(Place(account: key, region: name))
                case .heard, .missed: break
                }
                account.regions[name] = region
            }
            accounts[key] = account
        }
        earliest = nil
    }

    private mutating func review(_ account: inout Account, _ place: Place, only: String?) -> [String] {
        var changed: [String] = []
        for name in only.map({ [$0] }) ?? account.regions.keys.sorted() {
            guard var region = account.regions[name] else { continue }
            let place = Place(account: place.account, region: name)
            let wasAsked = region.usual != nil
            let isMissed = isMissed(&region, account.heard)
            if !wasAsked, region.usual != nil { account.regions[name] = region }
            switch region.standing {
            case .heard where isMissed:
                region.standing = .missed(since: nil)
                missed.insert(place)
                earliest = nil
            case .missed where !isMissed:
                region.standing = .heard
                missed.remove(place)
            case .silent where !isMissed:
                region.standing = .heard
                region.isStale = false
                changed.append(name)
            case .silent where region.isStale != isStale(&region, account.heard):
                region.isStale.toggle()
                changed.append(name)
            case .heard, .missed, .silent: continue
            }
            account.regions[name] = region
        }
        return changed
    }

    private mutating func setStanding(_ standing: Standing, of place: Place) {
        guard var region = accounts[place.account]?.regions[place.region],
            let heard = accounts[place.account]?.heard
        else { return }
        region.standing = standing
        region.isStale = standing == .silent && isStale(&region, heard)
        accounts[place.account]?.regions[place.region] = region
    }

    private func usual(_ hours: HeardHours) -> Usual {
        guard hours.dayCount >= limits.days else { return .seldom }
        return .hours(hours.longestGap * RegionWatch.factor)
    }

    private func isMissed(_ region: inout Region, _ heard: Int64) -> Bool {
        limits.silenceHours.map { isSilent(&region, for: $0, heard) } ?? false
    }

    private func isStale(_ region: inout Region, _ heard: Int64) -> Bool {
        limits.stalenessHours.map { isSilent(&region, for: $0, heard) } ?? false
    }

    /// Looks at the region's past only where the silence is long enough at all.
    private func isSilent(_ region: inout Region, for floor: Int64, _ heard: Int64) -> Bool {
        guard let newest = region.hours.newest, heard - newest > floor else { return false }
        let usual = region.usual ?? usual(region.hours)
        region.usual = usual
        guard case .hours(let hours) = usual else { return false }
        return heard - newest > hours
    }
}
