internal import CloudModel
internal import Controls
internal import ResourceGraph

extension PartitionEngine {
    /// True if nothing waits to be looked at again: then the verdicts are those of an evaluation from scratch.
    public var isSettled: Bool {
        worklist.isEmpty && warming.isEmpty && feedWatch.isSettled && deselection.isEmpty
    }

    /// Does a slice of what waits. Called once a batch; what a record itself changes does not wait for it.
    @discardableResult
    public func work(into effects: inout EffectBuffer) -> StepReport {
        var report = StepReport()
        tellRefusedDocuments(&report, into: &effects)
        takeFeedWork()
        work(options.sliceCount, &report, into: &effects)
        exchange(&report, into: &effects)
        statistics.work += report
        return report
    }

    /// Looks at a wide change: at once where it concerns few subjects, else by and by.
    func take(_ change: WideChange, _ keys: inout [EvaluationKey]) {
        let account = graph.id(of: change.account).account
        let kind = catalog.controls[Int(change.control)].subject
        if graph.memberCount(of: kind, in: account) <= options.sliceCount {
            keys += index.evaluations(of: change, in: graph)
        } else {
            worklist.add(change.control, account, in: catalog)
        }
    }

    private func work(_ budget: Int, _ report: inout StepReport, into effects: inout EffectBuffer) {
        var rest = budget
        endDeselected(&rest, &report, into: &effects)
        while rest > 0, let item = worklist.items.first {
            worklist.advance(to: work(item, .forced, &rest, &report, into: &effects))
        }
        while rest > 0, let item = warming.items.first {
            warming.advance(to: work(item, .quiet, &rest, &report, into: &effects))
        }
    }

    /// Looks at the next subjects of a control. Returns the last one, or nil if none is left.
    private func work(
        _ item: Worklist.Item, _ manner: Following, _ rest: inout Int, _ report: inout StepReport,
        into effects: inout EffectBuffer
    ) -> ResourceID? {
        let control = catalog.controls[Int(item.control)]
        let limit = rest
        let members = graph.members(of: control.subject, in: item.account, after: item.cursor, limit: limit)
        var keys = members.filter { graph.existence(of: $0) != .absent && control.isSubject($0, in: graph) }
            .map { EvaluationKey(control: item.control, subject: $0) }
        addWatches(to: &keys)
        evaluate(keys, after: .unordered, manner, &report, into: &effects)
        report.waitedFor += keys.count
        rest -= max(1, members.count)
        return members.count < limit ? nil : members.last.map { graph.id(of: $0) }
    }

    /// Lets suppressions that began or ended up to an instant count: every subject of their controls is looked at again.
    func applySuppressionChanges(upTo now: Timestamp) {
        guard let due = suppressionChange, due <= now else { return }
        if due > time { time = due }
        let controls = catalog.controlsOfSuppressionsChanging(at: due)
        for control in controls {
            for account in graph.accounts { worklist.add(control, account, in: catalog) }
        }
        suppressionChange = catalog.nextSuppressionChange(after: due)
    }

    /// What tells one state of a control, of the profiles that select it and of its suppressions from another.
    func digest(ofControl position: Int) -> String {
        rows.digests[position]
    }
}
