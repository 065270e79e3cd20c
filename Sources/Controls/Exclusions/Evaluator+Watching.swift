internal import CloudModel
internal import JSONTokens
internal import ResourceGraph

extension Evaluator {
    /// What the watch over exclusions by tag says of a subject, now or at an earlier instant; see `ExclusionWatch`.
    func watched(_ key: EvaluationKey, asOf: Timestamp, at present: Timestamp?) -> Evaluation {
        guard let watch = catalog.watches[key.control] else { return .nothing(.notApplicable) }
        switch graph.existence(of: key.subject, asOf: asOf) {
        case .absent: return .nothing(.notApplicable)
        case .ambiguous: return .nothing(.unknown(missing: ["existence"]))
        case .exists: break
        }
        let tags = graph.reading(watch.tags, of: key.subject, asOf: asOf)
        var sum = HiddenFailures()
        for control in watch.hidden {
            let hidden = EvaluationKey(control: control, subject: key.subject)
            guard let gain = gain(hiding: hidden, watch, asOf) else { continue }
            note(hidden, gain, asOf, present, &sum)
        }
        let read = PropertyRead(resource: key.subject, property: watch.tags)
        return sum.evaluation(tags, read, graph.kind(of: key.subject).schema[watch.tags].name)
    }

    /// How a subject came out of the scope of a control, if an event brought the tag; nil if nothing hides it, or what hides
    /// it was seen and not done.
    private func gain(hiding key: EvaluationKey, _ watch: ExclusionWatch, _ asOf: Timestamp) -> TagGain? {
        guard catalog.isHidden(key, in: graph, asOf: asOf) else { return nil }
        let birth = graph.creation(of: key.subject, asOf: asOf)
        let span = (birth ?? .distantPast)...asOf
        var start: Timestamp?
        for instant in graph.instants(of: watch.tags, of: key.subject, in: span) {
            guard catalog.isHidden(key, in: graph, asOf: instant) else { break }
            start = instant
        }
        guard let start else { return nil }
        let elements = graph.reading(watch.tags, of: key.subject, asOf: start).elements.filter { element in
            TagMatch.tag(element).map { catalog.hides($0, key, in: graph) } ?? false
        }
        guard let element = elements.last(where: { $0.time == start }) ?? elements.last,
            !element.cause.isObservation
        else { return nil }
        return TagGain(time: start, cause: element.cause, tag: element.value, isCreation: start == birth)
    }

    /// Adds what a tag hides of one control.
    private func note(
        _ key: EvaluationKey, _ gain: TagGain, _ asOf: Timestamp, _ present: Timestamp?,
        _ sum: inout HiddenFailures
    ) {
        let id = catalog.controls[Int(key.control)].facts.id
        let now = evaluate(key, asOf: asOf, at: present)
        sum.take(now)
        switch now.verdict {
        case .pass, .notApplicable: return
        case .fail, .unknown, .error: break
        }
        var then = Verdict.pass
        if gain.time < asOf { then = evaluate(key, asOf: gain.time, at: gain.time).verdict }
        sum.add(id, now, then, gain)
    }
}

extension Evaluation {
    /// A verdict that rests on no property.
    fileprivate static func nothing(_ verdict: Verdict) -> Evaluation {
        Evaluation(verdict: verdict, reads: [], since: .distantPast, cause: nil)
    }
}

/// How a subject came out of scope.
private struct TagGain {
    let time: Timestamp
    let cause: CauseRecord
    /// The tag as the kind keeps it.
    let tag: FlatValue
    /// True if the subject was created with it.
    let isCreation: Bool
}

/// What tags hide on one subject.
private struct HiddenFailures {
    private var reads: [PropertyRead] = []
    private var nextChange: Timestamp?
    private var failing: [(id: String, tag: FlatValue)] = []
    private var missing: [String] = []
    private var since: Timestamp?
    private var cause: CauseRecord?

    /// Takes over what an evaluation rests on.
    mutating func take(_ evaluation: Evaluation) {
        for read in evaluation.reads where !reads.contains(read) { reads.append(read) }
        if let next = evaluation.nextChange { nextChange = min(nextChange ?? next, next) }
    }

    /// Adds a control that does not pass now: what it says, and what it said when the tag came.
    mutating func add(_ id: String, _ now: Evaluation, _ then: Verdict, _ gain: TagGain) {
        let failed: Bool?
        switch then {
        case .fail: failed = true
        case .pass, .notApplicable: failed = gain.isCreation
        case .unknown, .error: failed = gain.isCreation ? true : nil
        }
        guard failed != false else { return }
        guard case .fail = now.verdict, failed == true else { return missing.append(id) }
        failing.append((id, gain.tag))
        var begin = gain.time
        if case .fail = then {} else { begin = max(begin, now.since) }
        if since.map({ (begin, gain.cause.eventID) < ($0, cause?.eventID ?? "") }) ?? true {
            (since, cause) = (begin, gain.cause)
        }
    }

    func evaluation(_ tags: Reading, _ read: PropertyRead, _ property: String) -> Evaluation {
        var reads = [read]
        reads += self.reads.filter { $0 != read }
        let verdict: Verdict
        if !failing.isEmpty {
            let shown = Set(failing.map(\.tag)).sorted()
            verdict = .fail(
                evidence: FlatValue(map: [
                    ("controls", FlatValue(list: failing.map(\.id).sorted().map { FlatValue($0) })),
                    ("tags", FlatValue(list: shown)),
                ]))
        } else if !missing.isEmpty {
            verdict = .unknown(missing: missing.sorted())
        } else if tags.gap == .ambiguous || tags.gap == .notInEvent {
            verdict = .unknown(missing: [property])
        } else {
            verdict = .pass
        }
        return Evaluation(
            verdict: verdict, reads: reads, since: since ?? tags.time, cause: cause ?? tags.cause,
            nextChange: nextChange)
    }
}
