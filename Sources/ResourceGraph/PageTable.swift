/// Which resources of a graph have their facts in memory, and which of them goes next.
///
/// The one that goes is the next in turn that was not used since its last turn (a clock). Resources that were changed
/// since the last commit stay.
struct PageTable {
    /// How many may stay; nil is all.
    var limit: Int?
    /// Where the facts of the others are.
    var source: (any PageSource)?
    /// The resources in memory that have facts, in no order that matters to anything but the clock.
    private(set) var resident: [ResourceHandle] = []
    /// Those that were changed since the last commit.
    private(set) var dirty: [ResourceHandle] = []
    private var hand = 0
    /// Why a page could not be had, the first time.
    var failure: PageFailure?
    /// How many pages were read from the source.
    var readCount = 0

    var isActive: Bool { limit != nil }

    mutating func addResident(_ handle: ResourceHandle) { resident.append(handle) }

    mutating func addDirty(_ handle: ResourceHandle) { dirty.append(handle) }

    mutating func takeDirty() -> [ResourceHandle] {
        defer { dirty.removeAll(keepingCapacity: true) }
        return dirty
    }

    /// Takes out the next one that `mayGo`, which may also spare it for this turn; nil if none does.
    mutating func takeNext(_ mayGo: (ResourceHandle) -> Bool) -> ResourceHandle? {
        for _ in 0..<2 * resident.count {
            if hand >= resident.count { hand = 0 }
            guard mayGo(resident[hand]) else {
                hand += 1
                continue
            }
            let handle = resident[hand]
            resident.swapAt(hand, resident.count - 1)
            resident.removeLast()
            return handle
        }
        return nil
    }
}
