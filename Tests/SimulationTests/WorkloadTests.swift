import CloudModel
import JSONTokens
import Simulation
import Testing

@Suite struct WorkloadTests {
    static func options(_ mix: WorkloadOptions.Mix, events: Int = 4000, seed: UInt64 = 7) -> WorkloadOptions {
        WorkloadOptions(seed: seed, accounts: 20, resources: 800, events: events, mix: mix)
    }

    static func lines(_ mix: WorkloadOptions.Mix, count: Int, seed: UInt64 = 7) -> [[UInt8]] {
        var generator = WorkloadGenerator(options(mix, events: count, seed: seed))
        return (0..<count).map { _ in generator.nextEvent() }
    }

    /// 4000 records of each mix, made once.
    static func lines(_ mix: WorkloadOptions.Mix) -> [[UInt8]] {
        switch mix {
        case .realistic: realistic
        case .mutating: mutating
        case .quiet: quiet
        }
    }

    static let realistic = lines(.realistic, count: 4000)
    static let mutating = lines(.mutating, count: 4000)
    static let quiet = lines(.quiet, count: 4000)

    @Test(arguments: WorkloadOptions.Mix.allCases)
    func `the same seed gives the same bytes`(mix: WorkloadOptions.Mix) {
        #expect(Self.lines(mix) == Self.lines(mix, count: 4000))
        #expect(Self.lines(mix, count: 50) != Self.lines(mix, count: 50, seed: 8))
        let generator = WorkloadGenerator(Self.options(mix))
        #expect(Array(generator.baseline()) == Array(generator.baseline()))
    }

    @Test func `a fixed seed keeps its digest in every process`() {
        let baseline = Array(WorkloadGenerator(Self.options(.realistic)).baseline())
        #expect(Digest.of(Self.lines(.realistic)) == 0x3a86_12e6_8d51_907e)
        #expect(Digest.of(Self.lines(.mutating)) == 0x2b4e_baa9_e147_d2a4)
        #expect(Digest.of(baseline) == 0x29a1_d1f9_497c_96a7)
    }

    @Test(arguments: WorkloadOptions.Mix.allCases)
    func `every line is one JSON object without a line end`(mix: WorkloadOptions.Mix) {
        let tape = TokenTape()
        for line in Self.lines(mix) + Array(WorkloadGenerator(Self.options(mix)).baseline()) {
            let failure = tape.parse(line.span)
            #expect(failure == nil, "\(String(decoding: line, as: UTF8.self))")
            #expect(!line.contains(UInt8(ascii: "\n")))
        }
    }

    @Test(arguments: WorkloadOptions.Mix.allCases)
    func `records are about as large as real ones`(mix: WorkloadOptions.Mix) {
        let lines = Self.lines(mix)
        let fitting = lines.count { (1000...2500).contains($0.count) }
        #expect(fitting * 100 >= lines.count * 95, "\(fitting) of \(lines.count)")
    }

    @Test func `a realistic mix is nine tenths read-only`() {
        let share = Double(Self.lines(.realistic).count { Record($0).isReadOnly }) / 4000
        #expect((0.88...0.92).contains(share), "\(share)")
    }

    @Test func `a mutating mix has its shares`() {
        let count = 8000
        var generator = WorkloadGenerator(Self.options(.mutating, events: count))
        let records = (0..<count).map { _ in Record(generator.nextEvent()) }
        let governed = Double(records.count { Governed.contains($0.service, $0.name) }) / Double(count)
        #expect(records.allSatisfy { !$0.isReadOnly })
        #expect((0.38...0.42).contains(governed), "\(governed)")
        let transitions = Double(generator.counts.transitions) / Double(count)
        #expect((0.04...0.06).contains(transitions), "\(transitions)")
    }

    @Test func `a quiet mix touches no governed kind`() {
        let records = Self.lines(.quiet).map(Record.init)
        #expect(records.allSatisfy { $0.isReadOnly || !Governed.contains($0.service, $0.name) })
        #expect(records.contains { !$0.isReadOnly })
    }

    @Test(arguments: [WorkloadOptions.Mix.realistic, .mutating])
    func `about one record in a hundred is an exact copy`(mix: WorkloadOptions.Mix) {
        let lines = Self.lines(mix)
        let copies = lines.count - Set(lines).count
        #expect((20...70).contains(copies), "\(copies)")
        #expect(Set(lines.map { Record($0).id }).count == Set(lines).count)
    }

    @Test(arguments: [WorkloadOptions.Mix.realistic, .mutating])
    func `some calls are refused and answer nothing`(mix: WorkloadOptions.Mix) {
        let records = Self.lines(mix, count: 5000).map(Record.init)
        let refused = records.filter { $0.errorCode != nil }
        #expect(refused.count > 50)
        #expect(refused.allSatisfy { !$0.hasResponse })
        #expect(refused.contains { $0.errorCode == "AccessDenied" })
        #expect(refused.contains { $0.errorCode == "Client.DryRunOperation" })
    }

    @Test func `times have whole seconds and run a little out of order`() throws {
        var newest = Timestamp.distantPast
        var late = 0
        for line in Self.lines(.realistic) {
            let text = Record(line).time
            let time = try #require(Timestamp(rfc3339: text))
            #expect(text.utf8.count == 20 && text.hasSuffix("Z"))
            if time < newest {
                late += 1
                #expect(newest - time < 1800 * 1_000_000_000)
            }
            newest = max(newest, time)
        }
        #expect(late > 400)
    }

    @Test func `every governed event name occurs`() {
        let records = Self.lines(.mutating, count: 16_000).map(Record.init)
        let seen = Set(records.filter { $0.errorCode == nil }.map(\.name))
        #expect(Governed.names.subtracting(seen).isEmpty, "\(Governed.names.subtracting(seen).sorted())")
    }
}
