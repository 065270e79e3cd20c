/// The end of the time that a call may take.
struct Deadline {
    private let end: ContinuousClock.Instant

    init(milliseconds: Int) {
        end = ContinuousClock.now + .milliseconds(milliseconds)
    }

    /// What is left, in whole milliseconds and never less than 0.
    var remainingMilliseconds: Int32 {
        let left = ContinuousClock.now.duration(to: end).components
        let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
        return Int32(clamping: max(milliseconds, 0))
    }

    var isOver: Bool { ContinuousClock.now >= end }
}
