public import WireFormats

/// The names of the topics and how they are laid out on the cluster.
public struct TopicSettings: Sendable {
    /// What every name begins with, unless it is given as a whole.
    public var prefix: String
    /// The partition count of every topic that is keyed by account.
    public var partitions = 6
    /// How many brokers keep each topic; nil is the cluster's default.
    public var replication: Int?
    /// How long the inputs and the outputs that are not compacted are kept, in days.
    public var retentionDays = 7
    /// Whole names in place of prefix and base name, by base name.
    public var names: [String: String] = [:]

    /// The defaults, but for the prefix.
    public init(prefix: String = "plumbline.") { self.prefix = prefix }

    /// The whole name of the topic with this base name.
    public func name(_ base: String) -> String { names[base] ?? prefix + base }

    /// The whole name of an input.
    public func name(of topic: InputTopic) -> String { name(topic.rawValue) }

    /// The whole name of an output.
    public func name(of topic: OutputTopic) -> String { name(topic.rawValue) }

    /// The inputs' whole names, sorted.
    public var inputs: [String] { InputTopic.allCases.map { name(of: $0) }.sorted() }

    /// The topics of control documents, which every worker reads whole.
    public var documents: [String] { [name("profiles"), name("suppressions")] }

    /// The topics on the outputs' cluster whose partition counts must be `partitions`: the state, and what partitions tell
    /// each other.
    public var internals: [String] { [name(of: .sharedFacts), name(of: .state)] }

    /// The topics whose partition counts must all be `partitions`: the inputs and the internal ones. A partition's
    /// records, its engine and its state belong together.
    public var coPartitioned: [String] { inputs + internals }
}
