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

    /// The request to announce for a resource, or nil if it was announced already.
    mutating func announce(
        _ resource: ResourceID, properties: [String], reason: String, newerThan: Timestamp,
        deadline: Timestamp
    ) -> RereadRequest? {
        if let last = announced[resource], newerThan <= last.newerThan,
            last.properties.isSuperset(of: properties)
        {
            return nil
        }
        announced[resource] = Announcement(newerThan: newerThan, properties: Set(properties))
        return RereadRequest(
            resource: resource, reason: reason, properties: properties.sorted(), newerThan: newerThan,
            deadline: deadline)
    }

    /// Forgets what was announced for a resource that has been read.
    mutating func settle(_ resource: ResourceID) { announced[resource] = nil }
}
