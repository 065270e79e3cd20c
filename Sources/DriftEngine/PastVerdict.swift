internal import CloudModel
internal import Controls
internal import ResourceGraph

/// The last definite verdict before an unknown one, as a function of the graph.
///
/// An unknown verdict neither opens nor closes a finding, so whether one is open under it rests on what was known before.
/// To be free of the order of arrival that must not be what *happened* to be evaluated, but what the facts say of the
/// instants before: they are walked backwards until one gives a definite verdict, or one up to which the answer is
/// remembered.
struct PastVerdict {
    /// How many former instants are looked at, newest first; beyond them what is remembered counts, and else nothing.
    static let maximumInstants = 64
    /// How many of the contradicting writes of one second are tried.
    static let maximumCandidates = 4
    /// How many resources beside the subject a control may read so that its past is looked at.
    static let maximumWalked = 256

    let evaluator: Evaluator
    let graph: ResourceGraph
    let key: EvaluationKey
    /// What the present evaluation read beside the members of lists.
    let reads: [PropertyRead]
    /// The newest complete inventory of the subject's account: what was read before it may have been there still.
    let closedAt: Timestamp

    /// The answer up to the newest instant of what was read. `evaluations` grows by the evaluations made.
    func answer(since known: PastLedger.Answer, evaluations: inout Int) -> PastLedger.Answer {
        var changed: [(handle: ResourceHandle, properties: PropertySet)] = []
        let instants = instants(after: known.upTo) { handle, properties, isNew in
            // What contradicted itself before may do so still.
            if isNew || known.isTied { changed.append((handle, properties)) }
        }
        guard let newest = instants.first else { return known }
        let answer = PastLedger.Answer(
            upTo: newest, isKnown: known.isKnown, isFailing: known.isFailing,
            isTied: isContradicting(changed, newest))
        // What the facts of an instant said just before they were overtaken: time may have changed it meanwhile.
        var end = evaluator.now
        var last: Timestamp?
        var walked = 0
        for instant in instants where instant != last {
            if walked == PastVerdict.maximumInstants { break }
            walked += 1
            defer { (last, end) = (instant, instant.advanced(byNanoseconds: -1)) }
            // The newest facts say what the present verdict says, unless an inventory closed after them.
            if instant != newest || instant <= closedAt {
                evaluations += 1
                switch evaluator.evaluate(key, asOf: instant, at: end).verdict {
                case .fail: return answer.failing(true)
                case .pass, .notApplicable: return answer.failing(false)
                case .unknown, .error: break
                }
            }
            guard instant == newest ? answer.isTied : isContradicting(changed, instant) else { continue }
            switch tiedVerdict(instant, end, &evaluations) {
            case .fails: return answer.failing(true)
            case .passes: return answer.failing(false)
            case .undecided: continue
            }
        }
        return answer
    }

    /// The instants at which something changed of what was read, newest first, some more than once; `body` is told of each
    /// resource whether any are its. Of what was read the history may be kept from some instant on: what was before it
    /// shows there.
    func instants(
        after known: Timestamp, _ body: (ResourceHandle, PropertySet, _ isNew: Bool) -> Void
    ) -> [Timestamp] {
        var instants: [Timestamp] = []
        var beginning = Timestamp.distantPast
        evaluator.forEachPastRead(of: key, reads) { handle, properties in
            let count = instants.count
            graph.addInstants(of: properties, of: handle, after: known, to: &instants)
            beginning = max(beginning, graph.beginningOfHistory(of: handle))
            body(handle, properties, instants.count > count)
        }
        instants.sort(by: >)
        if let end = instants.firstIndex(where: { $0 < beginning }) {
            instants.removeSubrange(end...)
            instants.append(beginning)
        }
        return instants
    }

    /// True if the last definite verdict before an instant was a pass.
    func wasPassing(before instant: Timestamp) -> Bool {
        let instants = instants(after: .distantPast) { _, _, _ in }
        var end = instant
        var last = instant
        var walked = 0
        for earlier in instants where earlier < last {
            if walked == PastVerdict.maximumInstants { break }
            walked += 1
            defer { (last, end) = (earlier, earlier) }
            switch evaluator.evaluate(key, asOf: earlier, at: end.advanced(byNanoseconds: -1)).verdict {
            case .pass: return true
            case .fail: return false
            case .notApplicable, .unknown, .error: continue
            }
        }
        return false
    }

    /// True if writes of an instant contradict each other and one of them fails.
    func hasFailingTie(at instant: Timestamp, _ end: Timestamp?, _ evaluations: inout Int) -> Bool {
        let read = reads.map { (handle: $0.resource, properties: PropertySet($0.property)) }
        return isContradicting(read, instant) && tiedVerdict(instant, end, &evaluations) == .fails
    }

    /// True if writes of one time contradict each other in what was read.
    private func isContradicting(
        _ read: [(handle: ResourceHandle, properties: PropertySet)], _ instant: Timestamp
    ) -> Bool {
        read.contains { read in
            read.properties.properties.contains {
                graph.reading($0, of: read.handle, asOf: instant).gap == .ambiguous
            }
        }
    }

    /// What contradicting writes of one second come to.
    private enum TiedVerdict {
        /// One of them fails: the finding stands, since nobody knows that it was not the last.
        case fails
        /// Whichever was the last, the control passes.
        case passes
        case undecided
    }

    private func tiedVerdict(
        _ instant: Timestamp, _ end: Timestamp?, _ evaluations: inout Int
    ) -> TiedVerdict {
        var passing = 0
        for number in 0..<PastVerdict.maximumCandidates {
            evaluations += 1
            let verdict = graph.picking(candidate: number) {
                evaluator.evaluate(key, asOf: instant, at: end).verdict
            }
            switch verdict {
            case .fail: return .fails
            case .pass, .notApplicable: passing += 1
            case .unknown, .error: break
            }
        }
        return passing == PastVerdict.maximumCandidates ? .passes : .undecided
    }
}
