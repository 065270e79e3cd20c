internal import CloudModel

/// Where a finding stands between transitions.
///
/// none -> open -> (stale <-> open) -> closed -> open (a new occurrence); suppressed and excluded take the
/// place of open
/// while an exception or an exclusion is in force.
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

    /// True while the fault is there as far as known.
    var isOpen: Bool {
        switch status {
        case .open, .stale, .suppressed, .excluded: true
        case .resolved, .deleted: false
        }
    }
}
