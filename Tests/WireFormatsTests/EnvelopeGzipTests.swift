import Testing
import WireFormats

/// Packs bytes as gzip without compressing them, so that tests need no library.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    var start = 0
    repeat {
        let end = min(start + 65_535, bytes.count)
        let count = UInt16(end - start)
        output += [end == bytes.count ? 1 : 0]
        output += [UInt8(count & 0xFF), UInt8(count >> 8), UInt8(~count & 0xFF), UInt8(~count >> 8)]
        output += bytes[start..<end]
        start = end
    } while start < bytes.count
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
        sum ^= UInt32(byte)
        for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    for word in [~sum, UInt32(bytes.count)] {
        output += (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
    }
    return output
}

/// Standard base64 with padding.
func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = bytes[start..<min(start + 3, bytes.count)]
        let word = group.enumerated().reduce(UInt32(0)) {
            $0 | UInt32($1.element) << UInt32(16 - 8 * $1.offset)
        }
        for index in 0..<4 {
            text += index <= group.count ? String(alphabet[Int(word >> UInt32(18 - 6 * index) & 63)]) : "="
        }
    }
    return text
}

@Suite struct EnvelopeGzipTests {
    let file = Array("{\"Records\":[\(EnvelopeTests.stop)]}".utf8)

    @Test func `a packed file decodes as the file`() {
        #expect(decoded(gzip(file)) == EnvelopeTests.stopped)
    }

    @Test func `two members one behind the other are one file`() {
        #expect(
            decoded(gzip(Array(file.prefix(50))) + gzip(Array(file.dropFirst(50)))) == EnvelopeTests.stopped)
    }

    @Test func `base64 of a packed file decodes as the file`() {
        let text = base64(gzip(file))
        #expect(decoded(text) == EnvelopeTests.stopped)
        #expect(decoded("\"" + text + "\"\n") == EnvelopeTests.stopped)
    }

    @Test func `packed lines decode one by one`() {
        let lines = Array("\(EnvelopeTests.stop)\n\n\(EnvelopeTests.read)\n".utf8)
        #expect(decoded(gzip(lines)) == EnvelopeTests.stopped + EnvelopeTests.readLine)
    }

    @Test func `a packed file beyond the limit is too large`() {
        let decoder = EventDecoder(maximumUnpackedBytes: 1000)
        let large = gzip(Array(repeating: 0x20, count: 1001))
        #expect(decoded(large, decoder) == ["malformed too-large: gzip: more than 1000 bytes unpacked"])
        let fitting = gzip(Array("{}".utf8) + Array(repeating: 0x20, count: 998))
        #expect(
            decoded(fitting, decoder) == ["malformed unknown-envelope: an object that is no known record"])
    }

    @Test func `a cut or broken packed file is malformed`() {
        let whole = gzip(file)
        #expect(decoded(Array(whole.dropLast(20))) == ["malformed bad-encoding: gzip: broken or cut stream"])
        #expect(decoded([0x1F, 0x8B]) == ["malformed bad-encoding: gzip: broken or cut stream"])
        #expect(decoded([0x1F, 0x8B, 9, 9, 9]) == ["malformed bad-encoding: gzip: broken or cut stream"])
    }
}
