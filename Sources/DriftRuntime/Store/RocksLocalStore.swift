internal import CloudModel
internal import DriftEngine
internal import StateStore

/// A partition's committed state on this machine's disk.
final class RocksLocalStore: LocalStore {
    let store: RocksStore
    private var lastFlush: Timestamp?

    /// A crash takes back at most what was written in that time, and a store that is seldom written to is not
    /// taken for older than it is.
    private static let flushNanoseconds: Int64 = 30_000_000_000

    init(_ store: RocksStore) { self.store = store }

    var place: StorePlace? {
        store.checkpoint.map {
            StorePlace(next: $0.next, commit: $0.commit, time: Timestamp(nanoseconds: $0.writtenAt))
        }
    }

    func write(_ records: [StateRecord], _ place: StorePlace) throws(StoreFailure) {
        let checkpoint = StoreCheckpoint(
            next: place.next, commit: place.commit, writtenAt: place.time.nanoseconds)
        try StoreFailure.translating { () throws(StoreError) in
            try store.write(
                records.lazy.map { ($0.key, $0.value.isEmpty ? nil : $0.value) }, checkpoint)
            guard let last = lastFlush else {
                lastFlush = place.time
                return
            }
            guard place.time - last >= Self.flushNanoseconds || place.time < last else { return }
            lastFlush = place.time
            try store.flush()
        }
    }

    func value(of key: [UInt8]) throws(StoreFailure) -> [UInt8]? {
        try StoreFailure.translating { () throws(StoreError) in try store.value(of: key) }
    }

    func scan(
        prefix: [UInt8], _ body: (_ key: Span<UInt8>, _ value: Span<UInt8>) -> Bool
    ) throws(StoreFailure) {
        try StoreFailure.translating { () throws(StoreError) in try store.scan(prefix: prefix, body) }
    }
}

extension StoreFailure {
    init(_ error: StoreError) {
        self.init(error.isLost ? .renew : .retriable, error.description)
    }

    /// Does what asks a store on disk.
    static func translating<Answer>(
        _ body: () throws(StoreError) -> Answer
    ) throws(StoreFailure) -> Answer {
        do throws(StoreError) {
            return try body()
        } catch {
            throw StoreFailure(error)
        }
    }
}
