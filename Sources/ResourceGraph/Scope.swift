internal import CloudModel
internal import JSONTokens

/// The resources of one kind in one account and region, and the complete inventories taken of them.
struct Scope {
    /// The nodes, by canonical order of their ids.
    var members = OrderedResources()
    /// The stand-in for resources that events did not name, once there was such an event.
    var unnamed: ResourceHandle?
    private var inventories: [String: Inventory] = [:]
    /// When the scans of effective inventories began, rising.
    private(set) var closings: [Timestamp] = []
    /// True if the items of its inventories are only in the source.
    private(set) var isPagedOut = false

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
            // Of two documents with one id the later scan that names more items is taken, whichever comes
            // first.
            inventory.startedAt = max(inventory.startedAt ?? closing.startedAt, closing.startedAt)
            inventory.itemCount = max(inventory.itemCount, closing.itemCount)
        }
    }

    /// The inventories in stored form; `name` gives an item's native id.
    func stored(_ name: (ResourceHandle) -> String) -> FlatValue {
        FlatValue(
            list: inventories.keys.sorted().map { id in
                let inventory = inventories[id] ?? Inventory()
                return FlatValue(list: [
                    FlatValue(id), FlatValue(optional: inventory.startedAt.map { FlatValue($0) }),
                    FlatValue(Int64(inventory.itemCount)),
                    FlatValue(list: inventory.items.map(name).sorted().map { FlatValue($0) }),
                ])
            })
    }

    /// Takes of stored inventories only when they made it complete; the items come when a change asks for them.
    mutating func place(_ value: FlatValue) throws(StateError) {
        var found: Set<Timestamp> = []
        for element in value.view.elements {
            var reader = StateReader(element)
            _ = try reader.string()
            guard let start = try reader.optionalValue()?.view.int else { continue }
            let itemCount = Int(try reader.int())
            if try reader.next().count >= itemCount { found.insert(Timestamp(nanoseconds: start)) }
        }
        closings = found.sorted()
        isPagedOut = true
    }

    /// Puts stored inventories in place of whatever is known.
    mutating func restore(
        _ value: FlatValue, _ handle: (String) -> ResourceHandle
    ) throws(StateError) {
        inventories = [:]
        isPagedOut = false
        for element in value.view.elements {
            var reader = StateReader(element)
            let id = try reader.string()
            var inventory = Inventory()
            inventory.startedAt = try reader.optionalValue()?.view.int.map { Timestamp(nanoseconds: $0) }
            inventory.itemCount = Int(try reader.int())
            inventory.items = Set(try reader.next().elements.compactMap(\.string).map(handle))
            inventories[id] = inventory
        }
        refreshClosings()
    }

    private mutating func refreshClosings() {
        closings = Set(inventories.values.filter(\.isEffective).compactMap(\.startedAt)).sorted()
    }

    private mutating func update(_ inventoryID: String, _ body: (inout Inventory) -> Void) -> Bool {
        let before = inventories[inventoryID, default: Inventory()]
        body(&inventories[inventoryID, default: Inventory()])
        let after = inventories[inventoryID, default: Inventory()]
        guard after.isEffective || before.isEffective,
            after.isEffective != before.isEffective || after.startedAt != before.startedAt
        else { return false }
        let closings = closings
        refreshClosings()
        return self.closings != closings
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
