internal import CloudModel
public import Controls
public import DriftEngine
internal import Foundation
internal import Logging

/// Measures what a partition's committed state costs: how fast it is built anew from state records, how soon an engine
/// has taken it up, and how much memory a resource takes.
public struct StateTrial {
    private let directory: String
    private let catalog: ControlCatalog
    private let options: EngineOptions
    private var engine: PartitionEngine
    private var effects = EffectBuffer()
    private var store: RocksLocalStore
    private let stores: RocksLocalStores
    private var commit: Int64 = 0
    /// How many state records were written.
    public private(set) var recordCount = 0

    /// What was measured.
    public struct Figures: Sendable {
        /// Resources in the store.
        public let resources: Int
        /// State records that were written a second when the store was built anew from them.
        public let rebuiltPerSecond: Double
        /// The bytes of a state record, on average.
        public let bytesPerRecord: Double
        /// How long an engine took to take the state up, in seconds.
        public let takeUpSeconds: Double
        /// How much more memory the process had after it, by resource, in bytes.
        public let residentBytesPerResource: Double
    }

    private static let sliceCount = 10_000
    private static let partition: Int32 = 0

    /// A trial in an empty directory.
    public init(
        directory: String, catalog: ControlCatalog, options: EngineOptions
    ) throws(RuntimeFailure) {
        self.directory = directory
        self.catalog = catalog
        self.options = options
        let logger = Logger(label: "trial") { _ in SwiftLogNoOpLogHandler() }
        let stores = RocksLocalStores(directory + "/first", identity: "trial", logger: logger)
        self.stores = stores
        engine = PartitionEngine(catalog: catalog, options: options)
        store = try Self.asking { () throws(StoreFailure) in try stores.open(Self.partition) }
        try Self.takeUp(engine, store)
    }

    /// Takes one input record.
    public mutating func take(_ line: [UInt8]) {
        let position = RecordPosition(source: "trial", partition: 0, offset: 0)
        _ = engine.step(line.span, at: position, into: &effects)
        effects.removeAll()
    }

    /// Keeps what was changed.
    public mutating func keep() throws(RuntimeFailure) {
        commit += 1
        let records = engine.drainState()
        recordCount += records.count
        let place = StorePlace(next: commit, commit: commit, time: engine.time)
        let store = store
        try Self.asking { () throws(StoreFailure) in try store.write(records, place) }
        engine.didKeepState()
    }

    /// Measures what was kept.
    public mutating func figures() throws(RuntimeFailure) -> Figures {
        let resources = engine.resourceCount
        engine = PartitionEngine(catalog: catalog, options: options)
        let (rate, bytes) = try rebuild()
        stores.close(Self.partition)
        let before = Self.residentBytes
        let start = ContinuousClock.now
        let stores = stores
        store = try Self.asking { () throws(StoreFailure) in try stores.open(Self.partition) }
        try Self.takeUp(engine, store)
        let seconds = Self.seconds(since: start)
        let grown = Double(Self.residentBytes - before)
        return Figures(
            resources: resources, rebuiltPerSecond: rate, bytesPerRecord: bytes, takeUpSeconds: seconds,
            residentBytesPerResource: grown / Double(max(resources, 1)))
    }

    /// Builds a second store from the first one's records, as a restore does from slices of the state topic.
    private func rebuild() throws(RuntimeFailure) -> (perSecond: Double, bytes: Double) {
        let logger = Logger(label: "trial") { _ in SwiftLogNoOpLogHandler() }
        let others = RocksLocalStores(directory + "/second", identity: "trial", logger: logger)
        let other = try Self.asking { () throws(StoreFailure) in try others.open(Self.partition) }
        let store = store
        var slice: [StateRecord] = []
        var (count, bytes, seconds) = (0, 0, 0.0)
        var failure: StoreFailure?
        let flush = {
            let start = ContinuousClock.now
            do throws(StoreFailure) {
                var records: [StateRecord] = []
                for record in slice {
                    let value = (try? StateFrame.unwrap(record.value)) ?? []
                    records.append(StateRecord(key: record.key, value: value))
                }
                let place = StorePlace(next: Int64(count), commit: 1, time: Timestamp(seconds: 0))
                try other.write(records, place)
            } catch {
                failure = error
            }
            seconds += Self.seconds(since: start)
            slice.removeAll(keepingCapacity: true)
        }
        try Self.asking { () throws(StoreFailure) in
            try store.scan(prefix: []) { key, value in
                let record = StateRecord(
                    key: Array(copying: key), value: StateFrame.wrap(Array(copying: value)))
                (count, bytes) = (count + 1, bytes + record.value.count)
                slice.append(record)
                if slice.count == Self.sliceCount { flush() }
                return failure == nil
            }
        }
        flush()
        if let failure { throw RuntimeFailure(.environment, failure.reason) }
        others.close(Self.partition)
        return (Double(count) / max(seconds, 1e-9), Double(bytes) / Double(max(count, 1)))
    }

    private static func takeUp(_ engine: PartitionEngine, _ store: RocksLocalStore) throws(RuntimeFailure) {
        do throws(TakeUpFailure) {
            try engine.takeUp(store, at: .distantPast)
        } catch {
            throw RuntimeFailure(.environment, "\(error)")
        }
    }

    private static func asking<Answer>(
        _ body: () throws(StoreFailure) -> Answer
    ) throws(RuntimeFailure) -> Answer {
        do throws(StoreFailure) {
            return try body()
        } catch {
            throw RuntimeFailure(.environment, error.reason)
        }
    }

    private static func seconds(since start: ContinuousClock.Instant) -> Double {
        let duration = (ContinuousClock.now - start).components
        return Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
    }

    /// The process's memory, by the kernel's count.
    private static var residentBytes: Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4_096
    }
}
