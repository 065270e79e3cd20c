public import CloudModel

/// What happened when.
extension ResourceGraph {
    /// When the newest complete inventory of any scope of an account began; the distant past if there was none.
    public func newestClosing(in account: AccountKey) -> Timestamp { newestClosings[account] ?? .distantPast }

    /// Adds every instant after a given one at which something was written that the readings of the properties rest on, in
    /// no order, some more than once.
    public func addInstants(
        of properties: PropertySet, of handle: ResourceHandle, after: Timestamp,
        to instants: inout [Timestamp]
    ) {
        node(handle).addInstants(of: properties, after: after, to: &instants)
    }

    /// Takes down that a scope of an account became complete.
    func noteClosing(of account: AccountKey, _ time: Timestamp?) {
        closingCount += 1
        guard let time else { return }
        newestClosings[account] = max(newestClosings[account] ?? time, time)
    }
}
