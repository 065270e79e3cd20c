internal import CloudModel

/// Finds resources by their ids. It holds handles with a part of the hash, since the nodes hold the ids: a resource takes
/// some 24 bytes, where a dictionary of ids takes a hundred.
///
/// Open addressing with linear probing; nothing is ever taken out.
struct HandleTable {
    /// What is looked for and where.
    private struct Slot {
        let hash: UInt32
        /// -1 where nothing stands.
        let index: Int32

        static let empty = Slot(hash: 0, index: -1)
    }

    private var slots: [Slot] = []
    private var count = 0

    init() {}

    /// The resource with an id; nil if there is none. `isSame` says whether a handle's node has it.
    func handle(of id: ResourceID, isSame: (Int32) -> Bool) -> ResourceHandle? {
        guard !slots.isEmpty else { return nil }
        let hash = HandleTable.hash(of: id)
        var place = Int(hash) & (slots.count - 1)
        while slots[place].index >= 0 {
            if slots[place].hash == hash, isSame(slots[place].index) {
                return ResourceHandle(index: slots[place].index)
            }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds a resource that is not there yet.
    mutating func insert(_ handle: ResourceHandle, _ id: ResourceID) {
        if 2 * (count + 1) > slots.count { grow() }
        put(Slot(hash: HandleTable.hash(of: id), index: handle.index))
        count += 1
    }

    private mutating func put(_ slot: Slot) {
        var place = Int(slot.hash) & (slots.count - 1)
        while slots[place].index >= 0 { place = (place + 1) & (slots.count - 1) }
        slots[place] = slot
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: .empty, count: max(64, 2 * old.count))
        for slot in old where slot.index >= 0 { put(slot) }
    }

    /// FNV-1a over the account and the native id, which tell almost all resources apart.
    private static func hash(of id: ResourceID) -> UInt32 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in id.account.text.utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
        for byte in id.nativeID.utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return UInt32(truncatingIfNeeded: sum ^ (sum >> 32))
    }
}
