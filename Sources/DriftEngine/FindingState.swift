internal import CloudModel

/// Where a finding stands between transitions.
///
/// none -> open -> (stale <-> open) -> closed -> open (a new occurrence); suppressed takes the place of open while
/// an exception is in force. An exclusion takes the finding out of scope until it ends: excluded -> open (a new
/// occurrence), or closed if there is nothing wrong any more.
struct FindingState {
    let uid: String
    var status: FindingRecord.Status
    var isBaseline: Bool
    /// When this occurrence began, in event time.
    var firstSeen: Timestamp
    /// How many occurrences there were.
    var occurrence: Int
    /// The cause's event id of this occurrence; part of the idempotency key of its commands.
    var occurrenceCause: String
    /// True if a ticket was opened for this occurrence.
    var isTicketed: Bool
    /// True if people were told of this occurrence; a suppression that ends makes it news again.
    var isAnnounced = false
    /// True if the condition of the suppression can be told neither true nor false.
    var isDoubtful = false
    /// The suppression that this failure has outgrown, and since when; a former instant tells that no longer once it is forgotten.
    var outgrown: Outgrown?
    /// The exposures that were told and are over, oldest first; those before the last ones are forgotten.
    var passed: [Exposure] = []
    /// What its records have told.
    var told = Told()

    /// A suppression that covers a failure no more.
    struct Outgrown: Equatable {
        let suppression: String
        let since: Timestamp
    }

    /// True while the fault is there as far as known, and in scope: whether a finding was open before its subject was taken
    /// out of scope rests on the order of arrival.
    var isOpen: Bool {
        switch status {
        case .open, .stale, .suppressed: true
        case .excluded, .resolved, .deleted: false
        }
    }
}
