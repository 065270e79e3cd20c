import Foundation
import Testing
import WireFormats

@testable import DriftRuntime

@Suite struct ProgramIdentityTests {
    @Test func `a program is told by the bytes of its executable`() throws {
        let bytes = try Data(contentsOf: URL(filePath: "/proc/self/exe"))
        #expect(ProgramIdentity.digest == Digest.sha256Hex(Array(bytes)))
    }
}
