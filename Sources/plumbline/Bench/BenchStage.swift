import CloudModel
import Controls
import DriftEngine
import JSONTokens
import ResourceGraph
import WireFormats

/// How far the records of a bench are taken.
enum BenchStage: String, CaseIterable {
    /// The pure C++ On-Demand parse of six fields.
    case yardstick
    /// Bytes to events and changes.
    case parse
    /// The changes joined into the graph too.
    case fold
    /// The full engine in memory with twenty controls: verdicts, findings, effects.
    case twenty
    /// The full engine with all built-in controls.
    case engine

    /// Makes what the stage needs, loads the baseline where it has a graph, and returns what to time.
    func prepared(_ workload: BenchWorkload, _ catalogs: BenchCatalogs) -> () -> Int {
        switch self {
        case .yardstick: return BenchStage.yardstick(workload)
        case .parse: return BenchStage.parse(workload)
        case .fold: return BenchStage.fold(workload)
        case .twenty: return BenchStage.engine(workload, catalogs.twenty)
        case .engine: return BenchStage.engine(workload, catalogs.all)
        }
    }

    private static func yardstick(_ workload: BenchWorkload) -> () -> Int {
        let yardstick = Yardstick()
        return {
            var sum = 0
            workload.forEach(andBehind: BenchWorkload.padding) { _, padded in
                let count = padded.count - BenchWorkload.padding
                sum &+= Int(truncatingIfNeeded: yardstick.parse(padded, count: count))
            }
            return sum
        }
    }

    private static func parse(_ workload: BenchWorkload) -> () -> Int {
        let decoder = EventDecoder()
        return {
            var decoded: [Decoded] = []
            var count = 0
            workload.forEach { _, event in
                decoded.removeAll(keepingCapacity: true)
                decoder.decode(event, into: &decoded)
                count &+= decoded.count
            }
            return count
        }
    }

    private static func fold(_ workload: BenchWorkload) -> () -> Int {
        let decoder = EventDecoder()
        let graph = ResourceGraph(historyWindowSeconds: 1_800)
        var decoded: [Decoded] = []
        var deltas = 0
        func take(_ record: Span<UInt8>) {
            decoded.removeAll(keepingCapacity: true)
            decoder.decode(record, into: &decoded)
            for item in decoded { deltas &+= apply(item, to: graph) }
        }
        for line in workload.baseline { take(line.span) }
        return {
            workload.forEach { _, event in take(event) }
            return deltas
        }
    }

    private static func apply(_ item: Decoded, to graph: ResourceGraph) -> Int {
        switch item {
        case .inventory(let changes), .use(let changes):
            return changes.reduce(0) { $0 + graph.apply($1).count }
        case .event(let event):
            guard case .changes(let changes) = event.meaning else { return 0 }
            return changes.reduce(0) { $0 + graph.apply($1).count }
        case .malformed, .ignored: return 0
        }
    }

    private static func engine(_ workload: BenchWorkload, _ catalog: ControlCatalog) -> () -> Int {
        var options = EngineOptions()
        options.historyWindowSeconds = 1_800
        let engine = PartitionEngine(catalog: catalog, options: options)
        var effects = EffectBuffer()
        var total = 0
        func take(_ number: Int, _ record: Span<UInt8>) {
            let position = RecordPosition(source: "bench", partition: 0, offset: Int64(number))
            total &+= engine.step(record, at: position, into: &effects).effects
            if number & 1023 == 1023 { effects.removeAll() }
        }
        for (number, line) in workload.baseline.enumerated() { take(number, line.span) }
        return {
            workload.forEach(take)
            return total
        }
    }
}
