internal import CloudModel

/// Of what the coverage changed since it was last told. Told once a batch, since its topic keeps the last line of each place:
/// a backlog that runs through many hours in one batch tells each place once.
struct CoverageNews {
    /// Accounts of which something changed that no record told; all of their lines are told.
    private(set) var accounts: Set<AccountKey> = []
    /// Regions that were heard, and accounts as a whole, which have no region.
    private(set) var places: Set<RegionWatch.Place> = []
    private let isTold: Bool

    /// Keeps nothing where nobody is told.
    init(isTold: Bool) { self.isTold = isTold }

    mutating func note(_ account: AccountKey) {
        if isTold { accounts.insert(account) }
    }

    mutating func note(_ account: AccountKey, heardIn region: String, isFirstOfAccount: Bool) {
        guard isTold else { return }
        places.insert(RegionWatch.Place(account: account, region: region))
        if isFirstOfAccount { places.insert(RegionWatch.Place(account: account, region: "")) }
    }

    /// Takes out what is to be told, sorted.
    mutating func take() -> (accounts: [AccountKey], places: [RegionWatch.Place]) {
        defer {
            accounts.removeAll(keepingCapacity: true)
            places.removeAll(keepingCapacity: true)
        }
        return (accounts.sorted(), places.filter { !accounts.contains($0.account) }.sorted())
    }
}
