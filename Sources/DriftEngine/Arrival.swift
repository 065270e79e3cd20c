internal import CloudModel
internal import ResourceGraph

/// How what led to an evaluation came: in order, what was known a moment ago still tells what a finding stands for.
struct Arrival {
    /// The one resource that was changed, in order; nil if there are several or a change came late.
    var soleResource: ResourceHandle?
    /// The changed account and the time of the change, if that is newer than everything known of the account; else nil.
    var newest: (account: ResourceHandle, time: Timestamp)?

    /// Nothing is known of the order, or time alone passed.
    static let unordered = Arrival()
}
