internal import CloudModel
internal import ResourceGraph

/// Finds the member with the newest stamp of a group whose members change.
///
/// An entry that is no longer true stays in the heap until it comes up and is then passed over.
struct NewestMembers {
    /// A member and the stamp that was noted for it.
    struct Entry {
        let time: Timestamp
        let handle: ResourceHandle
    }

    private var heap = BinaryHeap<Entry>()

    /// Notes a member's stamp. `count` is how many members there are.
    mutating func note(
        _ entry: Entry, count: Int, isTrue: (Entry) -> Bool,
        by order: (ResourceHandle, ResourceHandle) -> Bool
    ) {
        if heap.count > 2 * count + 64 {
            var seen: Set<ResourceHandle> = []
            heap.sweep(by: { NewestMembers.precedes($0, $1, order) }) { entry in
                isTrue(entry) && seen.insert(entry.handle).inserted
            }
        }
        heap.insert(entry) { NewestMembers.precedes($0, $1, order) }
    }

    /// The newest member for which its noted stamp is still true; of equally new ones the first in the order.
    mutating func first(
        isTrue: (Entry) -> Bool, by order: (ResourceHandle, ResourceHandle) -> Bool
    ) -> Entry? {
        while let top = heap.first {
            if isTrue(top) { return top }
            heap.removeFirst { NewestMembers.precedes($0, $1, order) }
        }
        return nil
    }

    private static func precedes(
        _ left: Entry, _ right: Entry, _ order: (ResourceHandle, ResourceHandle) -> Bool
    ) -> Bool {
        if left.time != right.time { return left.time > right.time }
        return left.handle != right.handle && order(left.handle, right.handle)
    }
}
