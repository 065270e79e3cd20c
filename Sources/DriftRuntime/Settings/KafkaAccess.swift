internal import KafkaLog

/// librdkafka's properties with the tokens that the settings ask for.
enum KafkaAccess {
    static func settings(_ file: SettingsReader) throws(RuntimeFailure) -> KafkaSettings {
        try KafkaProperties.read(file.kafkaMembers(), file.source)
    }
}
