internal import CloudModel

/// What an engine's accounts have asked other accounts for, who asks them, and what they have told.
///
/// All of it is state: nothing is asked or told twice, also after a restart.
struct SharedLedger {
    /// Whom accounts here have asked for which copies.
    private(set) var asked: Set<SharedInterest> = []
    /// By account here, the copies that it wants of resources whose ARNs do not tell whom to ask.
    private(set) var ownerless: [AccountKey: Set<ResourceID>] = [:]
    /// By resource of an account here, the copies that other accounts want of it, sorted.
    private(set) var interests: [ResourceID: [ResourceID]] = [:]
    /// By account here and resource elsewhere, what tells the facts that were shared last.
    private(set) var told: [Place: Int64] = [:]
    /// What accounts here have told others, by the two of them.
    private var toldBetween: [Pair: Set<ResourceID>] = [:]
    /// The accounts here that have told anything without being asked.
    private(set) var organizations: Set<AccountKey> = []
    /// What changed since it was last drained.
    private(set) var newlyAsked: [SharedInterest] = []
    private(set) var newlyOwnerless: [ResourceID] = []
    private(set) var newInterests: [SharedInterest] = []
    private(set) var newlyTold: Set<Place> = []

    /// Who tells of which resource, as it is called where it is told.
    struct Place: Hashable {
        let owner: AccountKey
        let resource: ResourceID
    }

    private struct Pair: Hashable {
        let owner: AccountKey
        let asking: AccountKey
    }

    var isClean: Bool {
        newlyOwnerless.isEmpty && newlyAsked.isEmpty && newInterests.isEmpty && newlyTold.isEmpty
    }

    /// Takes note that a copy is asked for. False if it was before.
    mutating func ask(_ interest: SharedInterest) -> Bool {
        guard asked.insert(interest).inserted else { return false }
        newlyAsked.append(interest)
        return true
    }

    /// Takes note that an account wants a copy of a resource whose owner is not known. False if it did before.
    mutating func want(_ copy: ResourceID) -> Bool {
        guard restoreOwnerless(copy) else { return false }
        newlyOwnerless.append(copy)
        return true
    }

    /// Takes note of who asks. False if that is known.
    mutating func add(_ interest: SharedInterest, in resource: ResourceID) -> Bool {
        guard restore(interest, in: resource) else { return false }
        newInterests.append(interest)
        return true
    }

    /// The copies of an account that another one told it of without being asked, sorted.
    func offered(by owner: AccountKey, to asking: AccountKey) -> [ResourceID] {
        let copies = toldBetween[Pair(owner: owner, asking: asking)] ?? []
        return copies.filter { copy in
            guard copy.isCopy, let original = copy.original(of: owner) else { return false }
            return interests[original]?.contains(copy) != true
        }.sorted()
    }

    /// The resources of an account that others have asked for, sorted.
    func resourcesAskedFor(of account: AccountKey) -> [ResourceID] {
        interests.isEmpty ? [] : interests.keys.filter { $0.account == account }.sorted()
    }

    /// The accounts that an account here has told anything, sorted.
    func told(by owner: AccountKey) -> [AccountKey] {
        toldBetween.keys.filter { $0.owner == owner && toldBetween[$0]?.isEmpty == false }.map(\.asking)
            .sorted()
    }

    /// Takes note of what is told. False if the same was told last.
    mutating func tell(_ digest: Int64?, _ place: Place) -> Bool {
        guard told[place] != digest else { return false }
        restoreTold(digest, place)
        newlyTold.insert(place)
        return true
    }

    mutating func restoreAsked(_ interest: SharedInterest) { asked.insert(interest) }

    @discardableResult
    mutating func restoreOwnerless(_ copy: ResourceID) -> Bool {
        ownerless[copy.account, default: []].insert(copy).inserted
    }

    @discardableResult
    mutating func restore(_ interest: SharedInterest, in resource: ResourceID) -> Bool {
        var copies = interests[resource] ?? []
        guard !copies.contains(interest.copy) else { return false }
        copies.insert(interest.copy, at: copies.firstIndex { $0 > interest.copy } ?? copies.count)
        interests[resource] = copies
        return true
    }

    mutating func restoreTold(_ digest: Int64?, _ place: Place) {
        told[place] = digest
        let pair = Pair(owner: place.owner, asking: place.resource.account)
        if digest == nil {
            toldBetween[pair]?.remove(place.resource)
        } else {
            toldBetween[pair, default: []].insert(place.resource)
        }
        if digest != nil, place.resource.kind.schema.sharing?.organizationFlag != nil {
            organizations.insert(place.owner)
        }
    }

    mutating func didDrain() {
        newlyAsked = []
        newlyOwnerless = []
        newInterests = []
        newlyTold = []
    }
}
