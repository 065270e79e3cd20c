public import CloudModel

/// What a replay reads, how it judges, and where it writes.
public struct ReplayOptions: Sendable {
    /// Files and directories with events; `-` is standard input.
    public var events: [String]
    /// Files and directories with inventories; they are read before the events.
    public var baselines: [String]
    /// Where controls, profiles and suppressions come from.
    public var controls: ControlSettings
    /// The directory in which the engine's state is kept between replays; nil keeps none.
    public var stateDirectory: String?
    /// The last instant whose events are folded, and the engine's time at the end; nil folds everything.
    public var until: Timestamp?
    /// How long an account's log may be silent, in seconds, until passes that rest on it are unknown; nil lets them stand,
    /// since files end where they end.
    public var stalenessSeconds: Int64?
    /// The directory that the outputs go to; it is made if it is not there.
    public var outputDirectory: String
    /// The largest record that is held, in bytes.
    public var maximumRecordBytes = 64 << 20

    /// A replay of events under the standard profiles.
    public init(
        events: [String], baselines: [String] = [], controls: ControlSettings = ControlSettings(),
        stateDirectory: String? = nil, until: Timestamp? = nil, outputDirectory: String
    ) {
        self.events = events
        self.baselines = baselines
        self.controls = controls
        self.stateDirectory = stateDirectory
        self.until = until
        self.outputDirectory = outputDirectory
    }
}
