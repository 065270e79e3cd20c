public import CloudModel
public import DriftEngine

/// What came of a replay, for people.
public struct ReplaySummary: Sendable {
    /// Every finding that is not closed, worst first.
    public let openFindings: [OpenFinding]
    /// How many posture lines have each status.
    public let posture: [PostureStatus: Int]
    /// Records that were read.
    public let records: Int
    /// Events in them.
    public let events: Int
    /// Events that changed something.
    public let changingEvents: Int
    /// Inventory items and closing documents.
    public let inventoryDocuments: Int
    /// Bytes that could not be understood.
    public let deadLetters: Int
    /// Verdicts that came to be or changed.
    public let transitions: Int
    /// New High and Critical drifts.
    public let alerts: Int
    /// Repairs for workers.
    public let commands: Int
    /// Work for people.
    public let tickets: Int
    /// Files that were read.
    public let files: Int
    /// Files in given directories that are no input.
    public let skippedFiles: [String]
    /// What of the profiles' scopes fits nothing that was read, a line each, the profile's file before it.
    public let warnings: [String]
    /// The engine's time at the end.
    public let time: Timestamp
    /// The directory with the outputs.
    public let outputDirectory: String
}

/// How far a replay has come.
public struct ReplayProgress: Sendable {
    /// Records that were read.
    public let records: Int
    /// Bytes that were read, as stored.
    public let bytes: Int
    /// Bytes of all files, as stored; 0 if they are not known.
    public let totalBytes: Int
}
