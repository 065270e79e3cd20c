import Logging
import Synchronization
import Testing

@testable import DriftRuntime

@Suite struct TextLogTests {
    private func line(_ value: Logger.MetadataValue) -> String {
        let lines = Mutex<[String]>([])
        let logger = Logger(label: "l") { label in
            TextLogHandler(JSONLogHandler(label: label) { line in lines.withLock { $0.append(line) } })
        }
        logger.info("refused", metadata: ["field": value])
        return lines.withLock { $0.joined() }
    }

    @Test(arguments: ["\n", "\r", "\r\n", "\u{1B}", "\u{85}", "\u{2028}", "\0"])
    func `what is posted cannot begin a line of its own`(_ character: String) {
        // Escaped before the handler escapes it again.
        let text = line("x\(character)2026 notice: decided")
        #expect(text.contains(#"x\\"#) && text.contains("2026 notice: decided"), "\(text)")
    }

    @Test func `what has no control character stands as it is`() {
        #expect(line("é \\ \"a\" 🦆").contains(#""field":"é \\ \"a\" 🦆""#))
    }
}
