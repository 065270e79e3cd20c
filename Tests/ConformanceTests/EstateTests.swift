import Foundation
import Testing

/// What our verdicts are worth on calls that were really made: `Tests/Estate` builds an estate on a moto server, records
/// its calls as CloudTrail does, and reads back what the services then say. It shares no code with us.
@Suite(
    .enabled(if: Binary() != nil, "the binary does not stand beside the tests"),
    .enabled(if: RealCalls.isPossible, "needs python3 with the packages moto[server] and boto3"))
struct EstateTests {
    @Test(.timeLimit(.minutes(10)))
    func `every verdict is what the recommendations make of the state of the services`() throws {
        let scratch = try ReplayFolder()
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Estate/estate_test.py").path(percentEncoded: false)
        let binary = try #require(Binary())
        let result = try RealCalls.python([script, binary.path, "--out", scratch.path])
        #expect(result.code == 0, "\(result.output.suffix(8_000)) \(result.error.suffix(4_000))")
        // The table says that there was something to compare.
        #expect(result.output.contains("calls recorded"), "\(result.output)")
    }
}

/// The interpreter that the estate is built with.
private enum RealCalls {
    static let isPossible = (try? python(["-c", "import boto3, moto.server"]))?.code == 0

    static func python(_ arguments: [String]) throws -> (code: Int32, output: String, error: String) {
        try Binary(path: "/usr/bin/env").run(["python3"] + arguments)
    }
}
