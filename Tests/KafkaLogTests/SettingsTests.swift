import KafkaLog
import Testing

@Suite struct SettingsTests {
    private func refusal(_ properties: [(name: String, value: String)]) throws -> KafkaError {
        try #require(throws: KafkaError.self) { _ = try KafkaSettings(properties) }
    }

    @Test func `an unknown property is refused by name`() throws {
        let error = try refusal([("bootstrap.server", "localhost:9092")])
        #expect(error.message.contains("bootstrap.server"))
        #expect(error.message.contains("No such configuration property"))
        #expect(error.recovery == .fatal)
    }

    @Test func `a value that cannot be read is refused with the property and the reason`() throws {
        let error = try refusal([("session.timeout.ms", "soon")])
        #expect(error.message.contains("session.timeout.ms"))
    }

    @Test(arguments: [
        ("partition.assignment.strategy", "cooperative-sticky"), ("enable.auto.commit", "true"),
        ("group.id", "mine"), ("transactional.id", "mine"), ("enable.idempotence", "false"),
    ])
    func `a property that loses records or is the program's is refused`(
        name: String, value: String
    ) throws {
        #expect(try refusal([(name, value)]).message.contains(name))
    }

    @Test func `secrets are in no text`() throws {
        let settings = try KafkaSettings([
            ("sasl.username", "user"), ("sasl.password", "hunter2"), ("ssl.key.password", "hunter2"),
            ("ssl.key.pem", "hunter2"), ("ssl.keystore.password", "hunter2"),
        ])
        var dumped = ""
        dump(settings, to: &dumped)
        for text in ["\(settings)", String(reflecting: settings), dumped, "\([settings])"] {
            #expect(text.contains("sasl.password"))
            #expect(!text.contains("hunter2"))
        }
        #expect(settings.value(of: "sasl.username") == "user")
        #expect(settings.value(of: "sasl.password") == nil)
    }

    @Test func `an error of a client that cannot be made holds no secret`() throws {
        let settings = try KafkaSettings([
            ("bootstrap.servers", "localhost:1"), ("security.protocol", "ssl"),
            ("ssl.key.pem", "hunter2"), ("ssl.key.password", "hunter2"),
        ])
        let error = try #require(throws: KafkaError.self) { _ = try Producer(settings) }
        #expect(!"\(error)".contains("hunter2"))
    }

    @Test func `a later property beats an earlier one`() throws {
        let settings = try KafkaSettings([("client.id", "a")]).setting("client.id", "b")
        #expect(settings.value(of: "client.id") == "b")
    }
}
