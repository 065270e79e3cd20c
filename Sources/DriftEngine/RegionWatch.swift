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
    struct Place: Hashable, Comparable {
        let account: AccountKey
        let region: String

        static func < (left: Place, right: Place) -> Bool {
            (left.account, left.region) < (right.account, right.region)
        }
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

    fileprivate enum Standing: Equatable {
        case heard
        /// Missed since that tick; nil until there is one.
        case missed(since: Timestamp?)
        case silent
    }

    fileprivate enum Usual {
        /// It is heard too seldom to be missed.
        case seldom
        case hours(Int64)
    }

    fileprivate struct Region {
        let name: String
        var hours = HeardHours()
        /// How long it may be silent by its own past, once that was asked for since it was last heard.
        var usual: Usual?
        var standing = Standing.heard
        var isStale = false
    }

    private struct Account {
        let key: AccountKey
        var heard = Int64.min
        /// In the order in which they were first heard; there are few.
        var regions: [Region] = []
        /// Up to this hour of the account no region's silence becomes too long, whichever are heard.
        var calmUntil = Int64.max
    }

    /// How often its longest silence a region may be silent.
    fileprivate static let factor: Int64 = 3
    /// How long engine time goes on before a region that is missed counts as silent.
    private static let wait: Int64 = 3_600_000_000_000

    private let limits: Limits
    private var numbers: [AccountKey: Int] = [:]
    private var accounts: [Account] = []
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
        let (account, region) = made(place)
        guard accounts[account].regions[region].hours.note(hour) else { return [] }
        accounts[account].regions[region].usual = nil
        let isNewest = hour > accounts[account].heard
        if isNewest { accounts[account].heard = hour }
        if accounts[account].heard > accounts[account].calmUntil { return reviewAll(of: account) }
        if isNewest, accounts[account].regions[region].standing == .heard {
            shortenCalm(of: account, region)
            return []
        }
        return review(account, region) ? [place.region] : []
    }

    /// Notes a tick. Returns the places that are silent from now on, sorted. `isAllRead` says that none will come late.
    mutating func tick(_ now: Timestamp, isAllRead: Bool) -> [Place] {
        if missed.isEmpty || !isAllRead && earliest.map({ now < $0 }) ?? false { return [] }
        var found: [Place] = []
        earliest = nil
        for place in missed {
            guard case .missed(let since)? = region(of: place)?.standing else { continue }
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
        return found.sorted()
    }

    /// True if the place is silent.
    func isSilent(_ place: Place) -> Bool { region(of: place)?.standing == .silent }

    /// By region of the account that is silent for too long, the end of the last hour in which it was heard.
    func stale(in account: AccountKey) -> [String: Timestamp] {
        var ends: [String: Timestamp] = [:]
        guard let number = numbers[account] else { return ends }
        for region in accounts[number].regions where region.isStale {
            ends[region.name] = region.hours.newest.map { HeardHours.beginning(of: $0 + 1) }
        }
        return ends
    }

    /// What is to be told of a place; nil if it was never heard or no region is judged.
    func facts(of place: Place) -> Facts? {
        guard let number = numbers[place.account], let region = region(of: place),
            let hour = region.hours.newest, let floor = limits.silenceHours
        else { return nil }
        let limit =
            switch region.usual ?? limits.usual(region.hours) {
            case .seldom: Int64(0)
            case .hours(let hours): max(hours, floor)
            }
        return Facts(
            regionHour: hour, accountHour: accounts[number].heard, limitHours: limit,
            hourCount: region.hours.count)
    }

    /// Every place, sorted.
    var places: [Place] {
        accounts.flatMap { account in
            account.regions.map { Place(account: account.key, region: $0.name) }
        }.sorted()
    }

    /// The hours in which a place was heard, as ages before the newest.
    func ages(of place: Place) -> [Int64] { region(of: place)?.hours.ages ?? [] }

    /// Takes up what was known of a place.
    mutating func restore(_ place: Place, newest: Timestamp, ages: [Int64], isSilent: Bool) {
        let hour = HeardHours.number(of: newest)
        var known = Region(name: place.region)
        for age in [0] + ages { _ = known.hours.note(hour - age) }
        if isSilent { known.standing = .silent }
        let (account, region) = made(place)
        accounts[account].regions[region] = known
        accounts[account].heard = max(accounts[account].heard, hour)
    }

    /// Finds out which of the places that were taken up are missed or stale. Those that were silent stay so until their account
    /// is heard.
    mutating func finishRestoring() {
        for account in accounts.indices {
            let heard = accounts[account].heard
            for region in accounts[account].regions.indices {
                if accounts[account].regions[region].standing == .silent {
                    let isStale = limits.isStale(&accounts[account].regions[region], heard)
                    accounts[account].regions[region].isStale = isStale
                } else {
                    _ = review(account, region)
                }
            }
            accounts[account].calmUntil = .min
        }
        earliest = nil
    }

    /// Where a place is kept, from now on.
    private mutating func made(_ place: Place) -> (account: Int, region: Int) {
        let account = numbers[place.account] ?? accounts.count
        if account == accounts.count {
            numbers[place.account] = account
            accounts.append(Account(key: place.account))
        }
        if let region = accounts[account].regions.firstIndex(where: { $0.name == place.region }) {
            return (account, region)
        }
        accounts[account].regions.append(Region(name: place.region))
        return (account, accounts[account].regions.count - 1)
    }

    private func region(of place: Place) -> Region? {
        numbers[place.account].flatMap { number in
            accounts[number].regions.first { $0.name == place.region }
        }
    }

    /// Looks at all regions of an account. Returns those that `hear` tells of.
    private mutating func reviewAll(of account: Int) -> [String] {
        accounts[account].calmUntil = .max
        var changed: [String] = []
        for region in accounts[account].regions.indices where review(account, region) {
            changed.append(accounts[account].regions[region].name)
        }
        return changed.sorted()
    }

    /// Finds out how a region stands now. True if it is silent or stale no more, or stale now.
    private mutating func review(_ account: Int, _ index: Int) -> Bool {
        let heard = accounts[account].heard
        let place = Place(account: accounts[account].key, region: accounts[account].regions[index].name)
        let isMissed = limits.isMissed(&accounts[account].regions[index], heard)
        var isNews = false
        switch accounts[account].regions[index].standing {
        case .heard where isMissed:
            accounts[account].regions[index].standing = .missed(since: nil)
            missed.insert(place)
            earliest = nil
        case .missed where !isMissed:
            accounts[account].regions[index].standing = .heard
            missed.remove(place)
        case .silent where !isMissed:
            accounts[account].regions[index].standing = .heard
            accounts[account].regions[index].isStale = false
            isNews = true
        case .silent:
            let isStale = limits.isStale(&accounts[account].regions[index], heard)
            isNews = isStale != accounts[account].regions[index].isStale
            accounts[account].regions[index].isStale = isStale
        case .heard, .missed: break
        }
        shortenCalm(of: account, index)
        return isNews
    }

    private mutating func shortenCalm(of account: Int, _ region: Int) {
        let calm = limits.calm(of: &accounts[account].regions[region], heard: accounts[account].heard)
        accounts[account].calmUntil = min(accounts[account].calmUntil, calm)
    }

    private mutating func setStanding(_ standing: Standing, of place: Place) {
        let (account, region) = made(place)
        accounts[account].regions[region].standing = standing
        let heard = accounts[account].heard
        let isStale = standing == .silent && limits.isStale(&accounts[account].regions[region], heard)
        accounts[account].regions[region].isStale = isStale
        shortenCalm(of: account, region)
    }
}

extension RegionWatch.Limits {
    /// How long a region may be silent by the hours in which it was heard.
    fileprivate func usual(_ hours: HeardHours) -> RegionWatch.Usual {
        guard hours.dayCount >= days else { return .seldom }
        return .hours(hours.longestGap * RegionWatch.factor)
    }

    /// True if a region is silent for too long while its account was heard in an hour.
    fileprivate func isMissed(_ region: inout RegionWatch.Region, _ heard: Int64) -> Bool {
        silenceHours.map { isSilent(&region, for: $0, heard) } ?? false
    }

    /// True if passes may no longer rest on a region that is missed.
    fileprivate func isStale(_ region: inout RegionWatch.Region, _ heard: Int64) -> Bool {
        stalenessHours.map { isSilent(&region, for: $0, heard) } ?? false
    }

    /// Looks at the region's past only where the silence is long enough at all.
    private func isSilent(_ region: inout RegionWatch.Region, for floor: Int64, _ heard: Int64) -> Bool {
        guard let newest = region.hours.newest, heard - newest > floor else { return false }
        guard case .hours(let hours) = remembered(&region) else { return false }
        return heard - newest > hours
    }

    /// Up to which hour of its account a region stands as it does if it is heard no more.
    fileprivate func calm(of region: inout RegionWatch.Region, heard: Int64) -> Int64 {
        let limit: Int64?
        switch region.standing {
        case .heard: limit = silenceHours
        case .missed: limit = nil
        case .silent: limit = region.isStale ? nil : stalenessHours
        }
        guard let limit, let newest = region.hours.newest else { return .max }
        if heard - newest <= limit { return newest + limit }
        guard case .hours(let hours) = remembered(&region) else { return .max }
        return newest + max(limit, hours)
    }

    private func remembered(_ region: inout RegionWatch.Region) -> RegionWatch.Usual {
        let usual = region.usual ?? usual(region.hours)
        region.usual = usual
        return usual
    }
}
