internal import CloudModel
internal import Controls
internal import ResourceGraph

/// Controls of which every subject in an account must be looked at again, done in slices: the worst first, so that what is
/// critical never waits behind what is not. Part of the engine's state, so that a restart goes on where it was.
struct Worklist {
    /// One control in one account.
    struct Item: Hashable {
        let control: Int32
        let account: AccountKey
        /// The last subject that was looked at; nil before the first.
        var cursor: ResourceID?
    }

    /// In the order in which they are done.
    private(set) var items: [Item] = []
    /// Items that came, moved on or went since the state was last drained.
    private(set) var dirty: Set<Place> = []

    /// An item without its cursor.
    struct Place: Hashable {
        let control: Int32
        let account: AccountKey
    }

    /// True if nothing waits.
    var isEmpty: Bool { items.isEmpty }

    /// Adds a control in an account; one that waits already begins anew.
    mutating func add(
        _ control: Int32, _ account: AccountKey, after cursor: ResourceID? = nil, in catalog: ControlCatalog
    ) {
        items.removeAll { $0.control == control && $0.account == account }
        let item = Item(control: control, account: account, cursor: cursor)
        let place = items.firstIndex { Worklist.precedes(item, $0, catalog) } ?? items.endIndex
        items.insert(item, at: place)
        dirty.insert(Place(control: control, account: account))
    }

    /// Moves the first item on to a subject, or off the list if that was the last.
    mutating func advance(to cursor: ResourceID?) {
        dirty.insert(Place(control: items[0].control, account: items[0].account))
        if let cursor { items[0].cursor = cursor } else { items.removeFirst() }
    }

    /// The item as it stands now; nil if it is done.
    func item(_ place: Place) -> Item? {
        items.first { $0.control == place.control && $0.account == place.account }
    }

    mutating func clearDirty() { dirty.removeAll(keepingCapacity: true) }

    /// Worse severities first, then by control and account.
    private static func precedes(_ left: Item, _ right: Item, _ catalog: ControlCatalog) -> Bool {
        let (first, second) = (catalog.controls[Int(left.control)], catalog.controls[Int(right.control)])
        if first.facts.severity != second.facts.severity {
            return first.facts.severity > second.facts.severity
        }
        return (left.control, left.account) < (right.control, right.account)
    }
}
