import CloudModel
import Controls
import WireFormats

/// What there is to say of one control, for people and for programs.
struct ControlExplanation {
    let control: CompiledControl
    /// Its numbers in every version of every benchmark.
    let benchmarks: [BenchmarkNumber]
    /// The properties whose change has it evaluated anew, by kind.
    let reads: [Read]
    /// The event names that can change what it reads, by provider, source and name.
    let events: [Event]

    /// Some properties of a kind.
    struct Read {
        let kind: ResourceKind
        let properties: PropertySet
        /// True if it matters which resources of the kind there are.
        let countsResources: Bool

        /// The names of the properties, in schema order.
        var names: [String] { properties.properties.map { kind.schema[$0].name } }
    }

    /// One event name.
    struct Event {
        let provider: Provider
        let source: String
        let name: String
        /// The kinds among those read that it may write.
        let kinds: [String]
    }

    init(_ control: CompiledControl, _ benchmarks: [BenchmarkNumber]) {
        self.control = control
        self.benchmarks = benchmarks.sorted()
        reads = ControlExplanation.reads(control)
        events = ControlExplanation.events(reads)
    }

    private static func reads(_ control: CompiledControl) -> [Read] {
        let footprint = control.footprint
        let account = ResourceID.accountKind(of: control.subject.schema.provider)
        var reads = [Read(kind: control.subject, properties: footprint.subject, countsResources: true)]
        reads += footprint.others.map {
            Read(kind: $0.kind, properties: $0.properties, countsResources: true)
        }
        reads.append(Read(kind: account, properties: footprint.account, countsResources: false))
        return reads.filter { $0.countsResources || !$0.properties.isEmpty }
    }

    private static func events(_ reads: [Read]) -> [Event] {
        FoldRegistry.entries.compactMap { entry in
            let kinds = reads.filter { read in
                entry.mayWrite(read.properties, of: read.kind, orLifecycle: read.countsResources)
            }.map(\.kind.name)
            if kinds.isEmpty { return nil }
            return Event(
                provider: entry.provider, source: entry.source, name: entry.name,
                kinds: Set(kinds).sorted())
        }
    }
}
