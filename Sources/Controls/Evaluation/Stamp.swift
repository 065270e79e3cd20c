internal import CloudModel

/// When something that a verdict rests on was written, and by what.
struct Stamp {
    let time: Timestamp
    let cause: CauseRecord?

    /// Time alone changed the answer.
    static func passing(at instant: Timestamp) -> Stamp {
        Stamp(time: instant, cause: .passingTime(instant))
    }

    /// True if both are the same event's, or there is none.
    static func isSame(_ left: Stamp?, _ right: Stamp?) -> Bool {
        left?.time == right?.time && left?.cause === right?.cause
    }

    /// Earlier times first; of equal times by event id, so that the order of arrival does not count.
    static func isEarlier(_ left: Stamp, _ right: Stamp) -> Bool {
        if left.time != right.time { return left.time < right.time }
        return (left.cause?.eventID ?? "") < (right.cause?.eventID ?? "")
    }
}
