internal import CloudModel
internal import Controls
internal import Remediation
internal import ResourceGraph
internal import WireFormats

/// Which evaluations are followed to their findings.
enum Following {
    /// Those that say something else than before.
    case changes
    /// All of them, since what stands above the verdicts may have changed.
    case forced
    /// Those that give another verdict: they are made to find out what they read.
    case quiet
}

extension PartitionEngine {
    /// Evaluates in the given order and follows each transition to its effects.
    func evaluate(
        _ keys: [EvaluationKey], after arrival: Arrival, _ manner: Following,
        _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        for key in keys {
            report.evaluations += 1
            let evaluation = present(key)
            let transition = record(evaluation, for: key)
            let isFirst = transition.map { $0.before == nil } ?? false
            var exceptions: ExceptionFinding?
            guard
                isFollowed(key, transition, evaluation, manner)
                    || isElsewhere(key, evaluation, &exceptions, manner, &report)
                    || isRevealed(key, evaluation)
            else { continue }
            if transition?.isVerdictChanged == true {
                report.transitions += 1
                noteInventories(missingIn: evaluation.verdict, of: key)
            }
            let told = attributed(
                evaluation, after: transition?.before, isWatch: catalog.controls[Int(key.control)].isWatch)
            let isNews = manner == .forced || transition?.isVerdictChanged ?? false
            follow(
                key, told, exceptions, after: isFirst ? .unordered : arrival, isNews: isNews, &report,
                into: &effects)
        }
    }

    private func isFollowed(
        _ key: EvaluationKey, _ transition: VerdictTable.Transition?, _ evaluation: Evaluation,
        _ manner: Following
    ) -> Bool {
        switch manner {
        case .changes:
            transition.map { !PartitionEngine.isRepetition($0) } ?? false || isUnknown(evaluation)
        case .forced: true
        case .quiet: transition?.isVerdictChanged ?? false
        }
    }

    /// What a control says now; of feeds, at the instant up to which they were read.
    func present(_ key: EvaluationKey) -> Evaluation {
        evaluator.evaluate(key, at: judgesFeeds[Int(key.control)] ? feedTime : nil)
    }

    /// Adds the watches over exclusions by tag that rest on the given evaluations.
    func addWatches(to keys: inout [EvaluationKey]) {
        guard catalog.hasWatches else { return }
        for index in keys.indices {
            if let watch = catalog.watch(after: keys[index], in: graph) { keys.append(watch) }
        }
    }

    /// True if the same failure was only written once more: a finding that is told anew with every call of a busy caller
    /// would bury the others. What came to light later about its beginning, or who is behind it, is news.
    private static func isRepetition(_ transition: VerdictTable.Transition) -> Bool {
        guard let before = transition.before, !transition.isVerdictChanged,
            case .fail = transition.after.verdict
        else { return false }
        return before.since < transition.after.since
            && before.cause?.isObservation == transition.after.cause?.isObservation
    }

    private func isUnknown(_ evaluation: Evaluation) -> Bool {
        if case .unknown = evaluation.verdict { return true }
        return false
    }

    /// Brings the finding to where its verdict puts it, and tells what that changes. `known` is what stands above the
    /// failure, where somebody looked already. What is no news is not told to have the stamp that was told last.
    private func follow(
        _ key: EvaluationKey, _ evaluation: Evaluation, _ known: ExceptionFinding?, after arrival: Arrival,
        isNews: Bool, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        var exceptions = known
        let standing = standing(of: key, evaluation, &exceptions, after: arrival, &report)
        let previous = findings.state(of: key)
        let evaluation = standing == .gone ? ended(evaluation, key) : evaluation
        let end = standing == .failing ? endOfSuppression(of: key, exceptions, previous) : nil
        let step = findings.apply(
            standing, key, evaluation, endedBy: end, isBaseline: isBaseline(key, evaluation),
            uid: uid(of: key))
        noteOutgrowth(exceptions, key)
        guard let step, step.isStatusChanged || step.isRevealed || previous?.status == .open else { return }
        dirtyFindings.insert(key)
        let isOut = standing == .excluded && !catalog.covers(key, in: graph)
        let told = isOut ? outOfScope(evaluation) : evaluation.telling(exceptions)
        var record = composer.record(key, told, step, exceptions?.suppression, detectedAt: time)
        if standing == .excluded, case .excluded(let reason)? = exceptions?.exception {
            record.scopeReason = reason
        }
        let isNews = isNews || step.isStatusChanged || step.isRevealed
        if !isNews, previous?.told.isLast(record) == true { return }
        record.repetition = findings.tell(record, key)
        emit(.finding(record), &report, into: &effects)
        guard step.isStatusChanged || step.isRevealed else { return }
        // Of what was there at first nobody is told, but that its suppression may have ended.
        let isDoubt = previous?.status == .suppressed && (step.state.isDoubtful || step.state.isTicketed)
        guard !step.state.isBaseline || isDoubt else { return }
        announce(key, record, step, &report, into: &effects)
    }

    func uid(of key: EvaluationKey) -> String {
        let id = graph.id(of: key.subject)
        return Digest.identifier(parts: [
            "finding", catalog.controls[Int(key.control)].facts.id, id.kind.name, id.account.text, id.region,
            id.nativeID,
        ])
    }

    /// What the verdict means for the finding; an exclusion or suppression stands above a fail.
    private func standing(
        of key: EvaluationKey, _ evaluation: Evaluation, _ exceptions: inout ExceptionFinding?,
        after arrival: Arrival, _ report: inout StepReport
    ) -> FindingLifecycle.Standing {
        switch evaluation.verdict {
        case .pass: return .clear
        case .notApplicable:
            guard graph.existence(of: key.subject) == .absent else { return .clear }
            if let account = graph.accountHandle(of: key.subject) { past.forget(key, in: account) }
            return .gone
        case .fail: return excepted(key, evaluation, &exceptions, &report) ?? .failing
        case .unknown, .error:
            let isFailing = isFailingInPast(key, evaluation, after: arrival, &report)
            return isFailing ? excepted(key, evaluation, &exceptions, &report) ?? .stale : .clear
        }
    }

    private func isFailingInPast(
        _ key: EvaluationKey, _ evaluation: Evaluation, after arrival: Arrival, _ report: inout StepReport
    ) -> Bool {
        // Of what is out of scope nothing was known a moment ago.
        let wasKnown = findings.isOpen(key) || !catalog.looksAtTags
        if wasKnown, isAlone(arrival, key, evaluation) { return findings.isOpen(key) }
        // Former instants are walked, so of very many resources what was known a moment ago counts instead.
        guard evaluator.walkedCount(of: key) <= PastVerdict.maximumWalked,
            let account = graph.accountHandle(of: key.subject)
        else { return findings.isOpen(key) }
        let reads = evaluator.singleReads(of: key, evaluation)
        if wasKnown, let newest = arrival.newest, newest.account == account {
            let answer = PastLedger.Answer(upTo: newest.time).failing(findings.isOpen(key))
            past.remember(answer, to: key, reads, in: account)
            return answer.isFailing
        }
        let walk = PastVerdict(
            evaluator: evaluator, graph: graph, key: key, reads: reads,
            closedAt: graph.newestClosing(in: graph.id(of: key.subject).account))
        var answer = walk.answer(
            since: past.answer(to: key, reads, in: account), evaluations: &report.pastEvaluations)
        if !answer.isKnown, isOlderThanHistory(key) { answer = answer.failing(true) }
        past.remember(answer, to: key, reads, in: account)
        return answer.isFailing
    }

    /// True if a finding is open since before the history that is kept: that this shows no failure says nothing then.
    private func isOlderThanHistory(_ key: EvaluationKey) -> Bool {
        guard let window = graph.historyWindow, let state = findings.state(of: key), state.isOpen else {
            return false
        }
        return state.firstSeen < time.advanced(byNanoseconds: -window)
    }

    /// True if an evaluation read nothing but the one resource that was changed in order.
    private func isAlone(_ arrival: Arrival, _ key: EvaluationKey, _ evaluation: Evaluation) -> Bool {
        guard let resource = arrival.soleResource, !evaluator.readsOthers(key) else { return false }
        return evaluation.reads.allSatisfy { $0.resource == resource }
    }

    /// Tells people and workers: an alert for new High and Critical drift, a command where automation may act, else a
    /// ticket with the plan.
    private func announce(
        _ key: EvaluationKey, _ finding: FindingRecord, _ step: FindingLifecycle.Step,
        _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        if step.state.isDoubtful { return tellDoubt(key, finding, step, &report, into: &effects) }
        let isNew = finding.status == .open && !step.state.isAnnounced
        guard isNew || step.state.isTicketed else { return }
        let plan =
            finding.status == .open
            ? planner.plan(
                for: key, finding: finding, now: time, deadlineSeconds: options.commandDeadlineSeconds)
            : nil
        let isUrgent = finding.control.severity >= .high
        if isNew && isUrgent { emit(.alert(finding, plan), &report, into: &effects) }
        if isNew, isUrgent, let plan, !plan.needsApproval, catalog.isAutomated(key, in: graph) {
            emit(.command(finding, plan), &report, into: &effects)
            findings.markAnnounced(key, byTicket: false)
            return
        }
        if isNew { findings.markAnnounced(key, byTicket: true) }
        var work = finding
        if isNew, !step.state.isTicketed { work.activity = .create }
        emit(.ticket(work, plan), &report, into: &effects)
    }

    func emit(_ effect: Effect, _ report: inout StepReport, into effects: inout EffectBuffer) {
        report.effects += 1
        effects.append(effect)
    }
}
