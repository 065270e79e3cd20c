internal import KafkaLog
internal import Logging

/// Writes what the Kafka clients have to say beside their answers into the log.
struct ClientLog {
    let logger: Logger
    /// Which client speaks.
    let client: String

    init(_ logger: Logger, _ client: String) {
        self.logger = logger
        self.client = client
    }

    func note(_ notices: [KafkaNotice]) {
        for notice in notices {
            switch notice {
            case .error(let error): note(error)
            case .log(let level, let facility, let message): note(level, facility, message)
            }
        }
    }

    func note(_ error: KafkaError) {
        logger.warning("trouble with Kafka", metadata: ["client": "\(client)", "error": "\(error)"])
    }

    /// A line of librdkafka's log; its level is syslog's.
    func note(_ level: Int, _ facility: String, _ message: String) {
        // That one kind of client has no use for another one's property is no news: they share the settings.
        let isExpected = facility == "CONFWARN"
        let ours: Logger.Level = isExpected || level > 5 ? .debug : level > 3 ? .warning : .error
        logger.log(
            level: ours, "librdkafka: \(message)",
            metadata: ["client": "\(client)", "facility": "\(facility)"])
    }
}
