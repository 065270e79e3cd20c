internal import CloudModel

/// The resources of one kind in one account and region, and the complete inventories taken of them.
struct Scope {
    /// The nodes, by canonical order of their ids.
    var members: [ResourceHandle] = []
    private var inventories: [String: Inventory] = [:]
    /// When the scans of effective inventories began, rising.
    private(set) var closings: [Timestamp] = []

    private struct Inventory {
        var startedAt: Timestamp?
        var itemCount = 0
        var items: Set<ResourceHandle> = []
        var isEffective: Bool { startedAt != nil && items.count >= itemCount }
    }

    /// When the newest effective inventory up to an instant began.
    func closedAt(asOf: Timestamp) -> Timestamp? {
        closings.last { $0 <= asOf }
    }

    /// Counts an item. Returns true if that makes its inventory effective.
    mutating func add(_ item: ResourceHandle, to inventoryID: String) -> Bool {
        update(inventoryID) { $0.items.insert(item) }
    }

    /// Takes a closing document. Returns true if that makes its inventory effective.
    mutating func close(_ closing: ScopeClosing) -> Bool {
        update(closing.inventoryID) { inventory in
            // Of two documents with one id the later scan that names more items is taken, whichever comes first.
            inventory.startedAt = max(inventory.startedAt ?? closing.startedAt, closing.startedAt)
            inventory.itemCount = max(inventory.itemCount, closing.itemCount)
        }
    }

    private mutating func update(_ inventoryID: String, _ body: (inout Inventory) -> Void) -> Bool {
        var inventory = inventories[inventoryID] ?? Inventory()
        body(&inventory)
        inventories[inventoryID] = inventory
        let before = closings
        closings = Set(inventories.values.filter(\.isEffective).compactMap(\.startedAt)).sorted()
        return closings != before
    }
}

/// Which scope.
struct ScopeKey: Hashable {
    let account: AccountKey
    let region: String
    let kind: ResourceKind

    init(account: AccountKey, region: String, kind: ResourceKind) {
        self.account = account
        self.region = region
        self.kind = kind
    }

    init(_ id: ResourceID) {
        self.init(account: id.account, region: id.region, kind: id.kind)
    }
}
