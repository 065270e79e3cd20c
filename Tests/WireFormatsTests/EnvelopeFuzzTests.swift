import CloudModel
import Testing
import WireFormats

@Suite struct EnvelopeFuzzTests {
    /// xorshift64*, so that a failing seed fails again.
    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state >> 12
            state ^= state << 25
            state ^= state >> 27
            return state &* 2_685_821_657_736_338_717
        }
    }

    static let seeds: [[UInt8]] = {
        let cases =
            AWSSecurityGroupTests.cases + AWSServiceTests.s3Cases + AWSServiceTests.kmsCases
            + AWSServiceTests.trailCases + AWSServiceTests.accountCases + EnvelopeTests.cases
            + InventoryTests.cases + InventoryConfigTests.cases
        let texts = cases.map { Array($0.record.utf8) }
        return texts + [gzip(texts[0]), Array(base64(gzip(texts[0])).utf8)]
    }()

    @Test func `mutated bytes always decode to at least one result`() {
        var generator = Generator(state: 0x9E37_79B9_7F4A_7C15)
        let decoder = EventDecoder(maximumUnpackedBytes: 1 << 20)
        for round in 0..<20_000 {
            let bytes = EnvelopeFuzzTests.mutated(
                EnvelopeFuzzTests.seeds[round % EnvelopeFuzzTests.seeds.count], &generator)
            var results: [Decoded] = []
            decoder.decode(bytes.span, into: &results)
            if results.isEmpty { Issue.record("round \(round): no result") }
        }
    }

    static func mutated(_ seed: [UInt8], _ generator: inout Generator) -> [UInt8] {
        var bytes = seed
        let interesting: [UInt8] = Array("{}[]\",:\\0-tn \u{0}".utf8) + [0x80, 0xFF, 0x1F]
        for _ in 0...Int.random(in: 0..<4, using: &generator) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes[place] = interesting[Int.random(in: 0..<interesting.count, using: &generator)]
            case 2:
                bytes.removeSubrange(
                    place..<min(place + Int.random(in: 1..<16, using: &generator), bytes.count))
            case 3:
                bytes.insert(interesting[Int.random(in: 0..<interesting.count, using: &generator)], at: place)
            default: bytes.replaceSubrange(place..., with: bytes.prefix(bytes.count - place))
            }
        }
        return bytes
    }
}
