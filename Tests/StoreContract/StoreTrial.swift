import CloudModel
import DriftEngine

/// The clauses, each on a new store.
struct StoreTrial<Place: StoreUnderTest> {
    let place: Place

    init(_ place: Place) {
        self.place = place
    }

    func newIsEmpty() throws(StoreFailure) -> String? {
        let store = try place.open()
        let keys = try keys(store)
        if store.place != nil || !keys.isEmpty { return "it has \(keys)" }
        return try store.value(of: [1]).map { "it has the value \($0)" }
    }

    func lastWriteStays() throws(StoreFailure) -> String? {
        let store = try place.open()
        try store.write([record([1], [1]), record([2], [2]), record([1], [3])], Self.place(1))
        guard try store.value(of: [1]) == [3] else { return "the first one stayed" }
        try store.write([record([1], [4])], Self.place(2))
        let values = [try store.value(of: [1]), try store.value(of: [2])]
        return values == [[4], [2]] && store.place == Self.place(2) ? nil : "it has \(values)"
    }

    func emptyDeletes() throws(StoreFailure) -> String? {
        let store = try place.open()
        try store.write([record([1], [1]), record([2], [2])], Self.place(1))
        try store.write([record([1], []), record([3], [])], Self.place(2))
        let keys = try keys(store)
        let deleted = try store.value(of: [1])
        return keys == [[2]] && deleted == nil ? nil : "it has \(keys)"
    }

    func scansInOrder() throws(StoreFailure) -> String? {
        let store = try place.open()
        let written: [[UInt8]] = [[7, 200], [7], [8], [7, 1, 255], [6, 255, 255], [7, 1]]
        try store.write(written.map { record($0, $0) }, Self.place(1))
        let wanted: [[UInt8]] = [[7], [7, 1], [7, 1, 255], [7, 200]]
        let seen = try keys(store, prefix: [7])
        guard seen == wanted else { return "it lent \(seen)" }
        let first = try keys(store, prefix: [7], limit: 2)
        return first == Array(wanted.prefix(2)) ? nil : "of two it lent \(first)"
    }

    func scansHideOwnKeys() throws(StoreFailure) -> String? {
        let store = try place.open()
        try store.write([record([255], [1]), record([1], [1])], Self.place(1))
        let keys = try keys(store)
        return keys == [[1], [255]] ? nil : "it lent \(keys)"
    }

    func reopens() throws(StoreFailure) -> String? {
        let store = try place.open()
        for number in 1...9 as ClosedRange<UInt8> {
            try store.write([record([number], [number])], Self.place(Int64(number)))
        }
        place.flush()
        place.crash()
        let again = try place.open()
        let keys = try keys(again)
        return keys == (1...9).map { [$0] } && again.place == Self.place(9) ? nil : "it has \(keys)"
    }

    func crashKeepsPrefix() throws(StoreFailure) -> String? {
        let store = try place.open()
        for number in 1...9 as ClosedRange<UInt8> {
            // Each batch overwrites one key and adds another one.
            try store.write([record([100], [number]), record([number], [1])], Self.place(Int64(number)))
            if number == 4 { place.flush() }
        }
        place.crash()
        let again = try place.open()
        guard let last = again.place?.next, last >= 4 else {
            return "it is at \(String(describing: again.place))"
        }
        let keys = try keys(again)
        let wanted = (1...UInt8(last)).map { [$0] } + [[100]]
        let value = try again.value(of: [100])
        return keys == wanted && value == [UInt8(last)]
            ? nil : "at \(last) it has \(keys)"
    }

    private static func place(_ next: Int64) -> StorePlace {
        StorePlace(next: next, commit: next * 10, time: Timestamp(seconds: next))
    }

    private func record(_ key: [UInt8], _ value: [UInt8]) -> StateRecord {
        StateRecord(key: key, value: value)
    }

    private func keys(
        _ store: Place.Store, prefix: [UInt8] = [], limit: Int = .max
    ) throws(StoreFailure) -> [[UInt8]] {
        var keys: [[UInt8]] = []
        try store.scan(prefix: prefix) { key, _ in
            keys.append(key.indices.map { key[$0] })
            return keys.count < limit
        }
        return keys
    }
}
