internal import CloudModel
public import Controls
public import DriftEngine
internal import Foundation
internal import Logging

/// Measures what a partition's committed state costs: how fast it is built anew from state records, how soon an engine
/// has taken it up, and how much memory a resource takes.
public struct StateTrial {
    private let directory: String
    private let engine: PartitionEngine
    private var effects = EffectBuffer()
    private let store: RocksLocalStore
    private let stores: RocksLocalStores
    private var commit: Int64 = 0
    /// How many state records were written.
    public private(set) var recordCount = 0

    /// What it took to take up what the directory held.
    public let start: Start

    /// What building a store anew from its records takes.
    public struct Rebuilding: Sendable {
        /// State records that were written a second.
        public let recordsPerSecond: Double
        /// The bytes of a state record, on average.
        public let bytesPerRecord: Double
    }

    /// What a start takes.
    public struct Start: Sendable {
        /// Resources in the store.
        public let resources: Int
        /// How long an engine took to take the state up, in seconds.
        public let seconds: Double
        /// The processor time of that, in seconds.
        public let processorSeconds: Double
        /// How much more memory the process had after it, in bytes.
        public let bytes: Int
    }

    /// What events after a start take.
    public struct Following: Sendable {
        /// How long the first event took, in seconds.
        public let firstSeconds: Double
        /// The longest that one took, in seconds.
        public let longestSeconds: Double
        /// How long one took on average, commits included, in seconds.
        public let averageSeconds: Double
        /// How much more memory the process had after them than before the start, in bytes.
        public let bytes: Int
    }

    private let bytesBefore: Int
    private static let sliceCount = 10_000
    private static let partition: Int32 = 0

    /// A trial over what a directory holds, which may be empty.
    public init(
        directory: String, catalog: ControlCatalog, options: EngineOptions
    ) throws(RuntimeFailure) {
        self.directory = directory
        let logger = Logger(label: "trial") { _ in SwiftLogNoOpLogHandler() }
        let stores = RocksLocalStores(directory + "/first", identity: "trial", logger: logger)
        self.stores = stores
        engine = PartitionEngine(catalog: catalog, options: options)
        bytesBefore = Self.residentBytes
        let (start, processor) = (ContinuousClock.now, Self.processorSeconds)
        store = try Self.asking { () throws(StoreFailure) in try stores.open(Self.partition) }
        try Self.takeUp(engine, store)
        commit = store.place?.commit ?? 0
        self.start = Start(
            resources: engine.resourceCount, seconds: Self.seconds(since: start),
            processorSeconds: Self.processorSeconds - processor, bytes: Self.residentBytes - bytesBefore)
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

    /// Takes events, with a commit every hundred.
    public mutating func follow(_ events: [[UInt8]]) throws(RuntimeFailure) -> Following {
        var (first, longest) = (0.0, 0.0)
        let start = ContinuousClock.now
        for (number, event) in events.enumerated() {
            let begin = ContinuousClock.now
            take(event)
            let seconds = Self.seconds(since: begin)
            if number == 0 { first = seconds }
            longest = max(longest, seconds)
            if number % 100 == 99 { try keep() }
        }
        if let failure = engine.storeFailure { throw RuntimeFailure(.environment, failure.reason) }
        return Following(
            firstSeconds: first, longestSeconds: longest,
            averageSeconds: Self.seconds(since: start) / Double(max(events.count, 1)),
            bytes: Self.residentBytes - bytesBefore)
    }

    /// Brings the store to disk.
    public func close() { stores.close(Self.partition) }

    /// Builds a second store from the first one's records, as a restore does from slices of the state topic.
    public func rebuild() throws(RuntimeFailure) -> Rebuilding {
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
        return Rebuilding(
            recordsPerSecond: Double(count) / max(seconds, 1e-9),
            bytesPerRecord: Double(bytes) / Double(max(count, 1)))
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

    private static var processorSeconds: Double {
        var time = timespec()
        guard unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return 0 }
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// The process's memory, by the kernel's count.
    private static var residentBytes: Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4_096
    }
}
