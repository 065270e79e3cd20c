/// Something that a client has to say outside of any call.
public enum KafkaNotice: Hashable, Sendable {
    /// A broker or connection has trouble; the client goes on trying unless the error is fatal.
    case error(KafkaError)
    /// A line of the client library's log; the level is syslog's, 0 (worst) to 7.
    case log(level: Int, facility: String, message: String)
}
