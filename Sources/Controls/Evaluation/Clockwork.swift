internal import CloudModel
internal import Expressions

/// When the comparisons with the present instant that an evaluation made change their answers, over several programs.
struct Clockwork {
    /// The earliest instant at which one of them gives another answer; nil if none ever does.
    private(set) var next: Timestamp?
    /// The latest instant at which one of them began to give its answer; nil if none ever gave another.
    private(set) var last: Timestamp?

    /// Notes what the last evaluated program said.
    mutating func note(_ evaluator: Expressions.Evaluator, now: Timestamp) {
        if let wait = evaluator.nextChange?.nanosecondCount {
            let instant = now.advanced(byNanoseconds: wait)
            next = min(next ?? instant, instant)
        }
        if let age = evaluator.lastChange?.nanosecondCount {
            let instant = now.advanced(byNanoseconds: -age)
            last = max(last ?? instant, instant)
        }
    }
}

extension TimeSpan {
    /// The length in nanoseconds; nil beyond 292 years.
    fileprivate var nanosecondCount: Int64? {
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? nil : whole.addingReportingOverflow(Int64(nanoseconds)).partialValue
    }
}

extension Instant {
    /// The same instant; nil for none before the year 0001.
    init?(_ timestamp: Timestamp) {
        let (quotient, remainder) = timestamp.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        let isBefore = remainder < 0
        self.init(
            seconds: isBefore ? quotient - 1 : quotient,
            nanoseconds: Int32(isBefore ? remainder + 1_000_000_000 : remainder))
    }
}
