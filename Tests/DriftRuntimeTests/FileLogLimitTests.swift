import CloudModel
import Foundation
import Testing

@testable import DriftRuntime

@Suite struct `Bytes that are too many, cut or random` {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test func `a line beyond the limit is a dead letter and the next line is read`() throws {
        let long = String(repeating: "x", count: 100_000)
        let file = try scratch.write("x.jsonl", "{\"n\":1}\n{\"s\":\"\(long)\"}\n{\"n\":3}\n")
        let sink = try scratch.read([file], limit: 50_000)
        #expect(sink.texts == ["{\"n\":1}", "{\"n\":3}"])
        let letter = try #require(sink.letters.first)
        #expect(letter.reason == "too-large")
        #expect(letter.position.offset == 2)
        #expect(letter.byteCount == 100_008)
        #expect(letter.head.count == 32 * 1024)
        let whole = Array("{\"s\":\"\(long)\"}".utf8)
        #expect(letter.digest == sha256(whole))
    }

    @Test func `a document beyond the limit is a dead letter and what follows is read`() throws {
        let long = String(repeating: "x", count: 100_000)
        let file = try scratch.write("x.json", "{\n\"s\":\"\(long)\"\n}\n{\n\"n\":2\n}")
        let sink = try scratch.read([file], limit: 50_000)
        #expect(sink.letters.map(\.reason) == ["too-large"])
        #expect(sink.texts == ["{\n\"n\":2\n}"])
    }

    @Test func `a line of 50 MB is a record`() throws {
        var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 50_000_000)
        bytes.replaceSubrange(0..<6, with: Array("{\"s\":\"".utf8))
        bytes.replaceSubrange((bytes.count - 2)..., with: Array("\"}".utf8))
        let file = try scratch.write("x.jsonl", bytes + Array("\n{\"n\":2}\n".utf8))
        let sink = try scratch.read([file])
        #expect(sink.byteCounts == [50_000_000, 7])
        #expect(sink.letters.isEmpty)
    }

    @Test func `gzip is known by its first bytes and may have several members and padding`() throws {
        let packed = gzip(Array("{\"n\":1}\n".utf8)) + gzip(Array("{\"n\":2}\n".utf8)) + [0, 0, 0]
        let sink = try scratch.read([try scratch.write("x.jsonl", packed)])
        #expect(sink.texts == ["{\"n\":1}", "{\"n\":2}"])
        #expect(sink.letters.isEmpty)
    }

    @Test func `of a cut gzip the whole lines are read and the rest is a dead letter`() throws {
        let text = (0..<5000).map {
            "{\"n\":\($0),\"hash\":\"\(sha256([UInt8(truncatingIfNeeded: $0)]))\"}\n"
        }
        let packed = gzip(Array(text.joined().utf8))
        let file = try scratch.write("x.jsonl.gz", Array(packed[..<(packed.count / 2)]))
        let sink = try scratch.read([file])
        #expect(sink.records.count > 1000)
        #expect(sink.texts.allSatisfy { $0.hasSuffix("}") })
        #expect(sink.letters.map(\.reason) == ["truncated-gzip"])
        #expect(sink.letters.first?.detail.contains(file) == true)
        #expect(sink.letters.first?.position.offset == Int64(sink.records.count + 1))
    }

    @Test func `of a cut gzip document the whole elements are read`() throws {
        let items = (0..<5000).map { "{\"n\":\($0),\"hash\":\"\(sha256([UInt8(truncatingIfNeeded: $0)]))\"}" }
        let packed = gzip(Array("{\n\"Records\":[\(items.joined(separator: ",\n"))]}".utf8))
        let file = try scratch.write("x.json.gz", Array(packed[..<(packed.count / 2)]))
        let sink = try scratch.read([file])
        #expect(sink.records.count == 1)
        #expect(sink.byteCounts[0] > 100_000)
        #expect(sink.letters.map(\.reason) == ["truncated-gzip"])
    }

    @Test func `of a cut gzip with one long line the whole elements are read`() throws {
        let items = (0..<5000).map { "{\"n\":\($0),\"hash\":\"\(sha256([UInt8(truncatingIfNeeded: $0)]))\"}" }
        let packed = gzip(Array("{\"Records\":[\(items.joined(separator: ","))]}".utf8))
        let file = try scratch.write("x.json.gz", Array(packed[..<(packed.count / 2)]))
        let sink = try scratch.read([file])
        #expect(sink.records.count == 1)
        #expect(sink.byteCounts.first ?? 0 > 100_000)
        #expect(sink.letters.map(\.reason) == ["truncated-gzip"])
    }

    @Test func `a broken gzip is a dead letter`() throws {
        var packed = gzip(Array(String(repeating: "{\"n\":1}\n", count: 1000).utf8))
        packed[packed.count - 6] ^= 0xFF
        let sink = try scratch.read([try scratch.write("x.jsonl.gz", packed)])
        #expect(sink.letters.map(\.reason) == ["broken-gzip"])
    }

    @Test func `random bytes are records that nobody understands, never a crash`() throws {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        var bytes: [UInt8] = []
        for _ in 0..<300_000 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            bytes.append(UInt8(truncatingIfNeeded: state >> 24))
        }
        for head in [[], Array("{".utf8), Array("[\n".utf8), [0x1F, 0x8B]] {
            let sink = try scratch.read([try scratch.write("x.json", head + bytes)], limit: 100_000)
            #expect(sink.records.count + sink.letters.count > 0)
        }
    }

    @Test(arguments: ["[", "{\"a\":["])
    func `brackets without end are one dead letter or record`(text: String) throws {
        let file = try scratch.write("x.json", String(repeating: text + "\n", count: 60_000))
        #expect(try scratch.read([file]).records.count == 1)
        #expect(try scratch.read([file], limit: 50_000).letters.map(\.reason) == ["too-large"])
    }

    @Test func `an empty file holds nothing`() throws {
        let sink = try scratch.read([try scratch.write("x.json", "")])
        #expect(sink.records.isEmpty && sink.letters.isEmpty)
    }
}
