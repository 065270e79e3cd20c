import CloudModel
import Foundation
import Logging
import Synchronization
import Testing

@testable import DriftRuntime

@Suite struct JSONLogTests {
    @Test func `a line is one object with time, level, message and context, whatever they hold`() throws {
        let line = JSONLogHandler.line(
            .warning, "two\nlines \"quoted\"", ["topic": "a/b", "list": ["x", "y"]], "plumbline",
            Timestamp(seconds: 1_738_324_800))
        #expect(line.filter { $0 == "\n" }.count == 1 && line.hasSuffix("\n"))
        let document = try #require(
            JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(document["time"] as? String == "2025-01-31T12:00:00Z")
        #expect(document["level"] as? String == "warning")
        #expect(document["message"] as? String == "two\nlines \"quoted\"")
        #expect((document["context"] as? [String: String])?["topic"] == "a/b")
    }

    @Test func `a logger's own metadata and a line's go together, and its level holds`() {
        let lines = Mutex<[String]>([])
        var logger = Logger(label: "l") { label in
            JSONLogHandler(label: label) { line in lines.withLock { $0.append(line) } }
        }
        logger[metadataKey: "source"] = "s"
        logger.debug("quiet")
        logger.info("loud", metadata: ["n": "1"])
        let written = lines.withLock { $0 }
        #expect(written.count == 1)
        #expect(written.first?.contains(#""context":{"n":"1","source":"s"}"#) == true, "\(written)")
    }
}
