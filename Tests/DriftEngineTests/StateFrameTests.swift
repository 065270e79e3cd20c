import Testing

@testable import DriftEngine

@Suite struct StateFrameTests {
    @Test(arguments: [[UInt8]](arrayLiteral: [], [0], Array(0...255)))
    func `a value comes back as it was`(value: [UInt8]) throws {
        let back = try StateFrame.unwrap(StateFrame.wrap(value))
        #expect(back == value)
    }

    @Test func `the checksum is the one that everybody knows`() {
        #expect(StateFrame.checksum(of: Array("123456789".utf8).span) == 0xCBF4_3926)
    }

    @Test func `a turned bit anywhere, a missing end and another version are refused`() {
        let whole = StateFrame.wrap([1, 2, 3])
        for index in whole.indices {
            var broken = whole
            broken[index] ^= 4
            #expect(throws: RestoreFailure.self) { try StateFrame.unwrap(broken) }
        }
        for count in 1..<whole.count {
            #expect(throws: RestoreFailure.self) { try StateFrame.unwrap(Array(whole[..<count])) }
        }
    }
}
