import CloudModel
import JSONTokens
import Testing

@testable import WireFormats

@Suite struct EncodingHeaderTests {
    let encoder = EffectEncoder(source: "/plumbline/test")

    private func id(_ finding: FindingRecord) -> String? {
        encoder.encode(.finding(finding)).header("ce_id")
    }

    @Test func `a finding carries the attributes of CloudEvents in one order`() {
        let record = encoder.encode(.finding(EncodingFixtures.finding))
        let names = [
            "ce_id", "ce_source", "ce_specversion", "ce_type", "ce_time", "ce_subject", "content-type",
        ]
        #expect(record.headers.map(\.name) == names)
        #expect(record.header("ce_source") == "/plumbline/test")
        #expect(record.header("ce_specversion") == "1.0")
        #expect(record.header("ce_type") == "plumbline.finding.created")
        #expect(record.header("ce_time") == "2023-07-10T11:45:01Z")
        #expect(record.header("ce_subject") == EncodingFixtures.finding.resourceName)
        #expect(record.header("content-type") == "application/json")
    }

    @Test func `every output that others read carries the required attributes`() {
        for record in EncodingSamples.effects.map({ encoder.encode($0) }) where !record.topic.isInternal {
            for name in ["ce_id", "ce_source", "ce_specversion", "ce_type", "content-type"] {
                #expect(record.header(name)?.isEmpty == false, "\(record.topic) lacks \(name)")
            }
        }
    }

    @Test func `no header holds a control character`() {
        for effect in EncodingSamples.effects {
            for header in encoder.encode(effect).headers {
                let hasControl = header.value.unicodeScalars.contains {
                    $0.value < 0x20 || (0x7F...0x9F).contains($0.value)
                }
                #expect(!hasControl, "\(header.name)")
            }
        }
    }

    @Test func `the id is known`() {
        #expect(id(EncodingFixtures.finding) == "881139bd4ddee5b93214be0e9dda95a7")
    }

    @Test func `the id changes with uid, status and each part of the cause's stamp`() {
        let base = EncodingFixtures.finding
        let later = EncodingFixtures.at("2023-07-10T11:45:02Z")
        let ids = [
            base, base.with { $0.uid = "other" }, base.with { $0.status = .stale },
            base.with { $0.eventTime = later }, base.with { $0.cause = nil },
            base.with { $0.cause = .other(eventID: "e2") }, base.with { $0.cause = .other(time: later) },
            base.with { $0.cause = .other(action: "s3.amazonaws.com/X") },
        ].compactMap { id($0) }
        #expect(Set(ids).count == 8)
    }

    @Test func `the id changes with nothing else`() {
        let base = EncodingFixtures.finding
        let others = [
            base.with { $0.detectedAt = .distantFuture }, base.with { $0.occurrence = 9 },
            base.with { $0.activity = .update }, base.with { $0.tags = [] },
            base.with { $0.evidence = .null },
            base.with { $0.changes = [] }, base.with { $0.isBaseline = true },
            base.with { $0.missing = ["x"] },
            base.with { $0.exposureSeconds = 5 }, base.with { $0.firstSeen = .distantPast },
            base.with { $0.resourceName = "x" },
            base.with { $0.cause = .other(actor: nil, sourceAddress: "", userAgent: "") },
        ]
        for other in others { #expect(id(other) == id(base)) }
    }

    @Test func `a finding, its alert and its ticket have different ids`() {
        let finding = EncodingFixtures.finding
        let effects: [Effect] = [
            .finding(finding), .alert(finding, nil), .ticket(finding, nil),
            .command(finding, EncodingFixtures.plan),
        ]
        #expect(Set(effects.compactMap { encoder.encode($0).header("ce_id") }).count == 4)
    }

    @Test func `a finding names its own id`() throws {
        let record = encoder.encode(.finding(EncodingFixtures.finding))
        let uid = try FlatValue(json: record.value).view.member("metadata")?.member("uid")?.string
        #expect(uid == record.header("ce_id"))
    }
}

@Suite struct DigestTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func `SHA-256 gives the published digests`(text: String, wanted: String) {
        #expect(Digest.sha256Hex(Array(text.utf8)) == wanted)
    }

    @Test func `parts do not run together`() {
        let ids = [
            ["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], [], ["a\0\0\0\0b"], ["a", "b"],
        ].map {
            Digest.identifier(parts: $0)
        }
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.utf8.count == 32 })
    }
}
