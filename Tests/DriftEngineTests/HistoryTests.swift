import CloudModel
import ResourceGraph
import Simulation
import Testing

@testable import DriftEngine

/// What is forgotten of the past shows at no instant of the history that is kept.
struct HistoryTests {
    @Test(arguments: 0..<4 as Range<UInt64>)
    func `the kept history reads like the whole one, from its beginning on`(seed: UInt64) throws {
        var options = EngineOptions()
        options.historyWindowSeconds = 1_800
        var (whole, kept) = (EngineFixture(), EngineFixture(options: options))
        var generator = WorkloadGenerator(
            WorkloadOptions(seed: seed, accounts: 2, resources: 40, events: 400, mix: .mutating))
        var lines = Array(generator.baseline())
        for _ in 0..<400 { lines.append(generator.nextEvent()) }
        whole.take(all: lines)
        kept.take(all: lines)
        var forgotten = 0
        for handle in kept.engine.graph.allHandles {
            let graph = kept.engine.graph
            let id = graph.id(of: handle)
            let other = try #require(whole.engine.graph.handle(of: id))
            let properties = PropertySet(rawValue: .max >> (64 - id.kind.schema.properties.count))
            var (instants, all): ([Timestamp], [Timestamp]) = ([], [])
            graph.addInstants(of: properties, of: handle, after: .distantPast, to: &instants)
            whole.engine.graph.addInstants(of: properties, of: other, after: .distantPast, to: &all)
            forgotten += all.count - instants.count
            let beginning = graph.beginningOfHistory(of: handle)
            for instant in Set(all + [beginning]) where instant >= beginning {
                #expect(
                    graph.existence(of: handle, asOf: instant)
                        == whole.engine.graph.existence(of: other, asOf: instant), "\(id) \(instant.rfc3339)")
                for property in properties.properties {
                    let reading = graph.reading(property, of: handle, asOf: instant)
                    let wanted = whole.engine.graph.reading(property, of: other, asOf: instant)
                    #expect(
                        "\(reading.state)" == "\(wanted.state)",
                        "\(id) \(id.kind.schema[property].name) \(instant.rfc3339)")
                }
            }
        }
        #expect(forgotten > 0)
    }
}
