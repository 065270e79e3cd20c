internal import CloudModel
internal import Controls
internal import ResourceGraph

/// Which readings have been asked for, so that each is asked for once: one wish a resource until something
/// newer is missing.
///
/// What is outstanding is state of the graph (an unknown value or a touch newer than the newest observation);
/// this only
/// remembers what was announced.
struct RereadLedger {
    private var announced: [ResourceID: Announcement] = [:]

    private struct Announcement {
        var newerThan: Timestamp
        var properties: Set<String>
    }

    /// True if a wish is new and so must be announced; from then on it is not.
    mutating func announce(_ resource: ResourceID, properties: [String], newerThan: Timestamp) -> Bool {
        if let last = announced[resource], newerThan <= last.newerThan,
            last.properties.isSuperset(of: properties)
        {
            return false
        }
        announced[resource] = Announcement(newerThan: newerThan, properties: Set(properties))
        return true
    }

    /// Forgets what was announced for a resource that has been read.
    mutating func settle(_ resource: ResourceID) { announced[resource] = nil }
}
