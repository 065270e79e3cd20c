public import CloudModel
public import ResourceGraph

/// Why a failure raises no finding.
public enum ControlException: Hashable, Sendable {
    /// No matching profile includes the subject; the reason in words.
    case excluded(reason: String)
    /// A suppression is in force; its id.
    case suppressed(id: String)
}

extension ControlCatalog {
    /// What stands above a failure of a control on a subject at an instant; nil if nothing does.
    public func exception(
        to key: EvaluationKey, in graph: ResourceGraph, at time: Timestamp
    ) -> ControlException? {
        if let reason = exclusionReason(of: key, in: graph) { return .excluded(reason: reason) }
        guard let suppression = suppression(of: key, in: graph, at: time) else { return nil }
        return .suppressed(id: suppression.id)
    }

    /// The next instant at which a suppression comes into force or ends; nil if none is left.
    public func nextSuppressionChange(after time: Timestamp) -> Timestamp? {
        suppressions.flatMap { suppression -> [Timestamp] in
            guard let approval = suppression.approval else { return [] }
            return [max(approval.at, suppression.created), suppression.expires]
        }.filter { $0 > time }.min()
    }

    /// The positions of the controls of which a suppression begins or ends at an instant, rising.
    public func controlsOfSuppressionsChanging(at instant: Timestamp) -> [Int32] {
        let ids = suppressions.filter { suppression in
            guard let approval = suppression.approval else { return false }
            return suppression.expires == instant || max(approval.at, suppression.created) == instant
        }.map(\.control)
        return controls.indices.filter { ids.contains(controls[$0].facts.id) }.map { Int32($0) }
    }

    /// Texts that differ if anything differs that decides what a control says and what stands above it: its file, its
    /// severity and parameters, the profiles that select it, its suppressions.
    public func fingerprint(of position: Int) -> [String] {
        let control = controls[position]
        let selecting = selection[position].map { "\(profiles[$0])" }
        let excepting = suppressions.filter { $0.control == control.facts.id }.map { "\($0)" }
        return [
            control.file.version, "\(control.facts.severity)", "\(control.params)",
            "\(control.facts.benchmarks)",
        ] + selecting + excepting
    }

    /// True if every profile that includes the subject allows repairs to run unattended.
    public func isAutomated(_ key: EvaluationKey, in graph: ResourceGraph) -> Bool {
        let control = controls[Int(key.control)]
        let tags = TagMatch.tags(of: key.subject, in: graph)
        let account = graph.id(of: key.subject).account.id
        let including = profiles(matching: key, in: graph).filter {
            $0.exclusion(from: control, of: account, tags: tags) == nil
        }
        return !including.isEmpty && including.allSatisfy(\.isAutomated)
    }

    /// What a finding says of the suppression that is in force on it at an instant; nil if none is.
    public func suppressionFacts(
        of key: EvaluationKey, in graph: ResourceGraph, at time: Timestamp
    ) -> SuppressionFacts? {
        guard let suppression = suppression(of: key, in: graph, at: time), let approval = suppression.approval
        else { return nil }
        return SuppressionFacts(
            id: suppression.id, reason: suppression.reason, requestedBy: suppression.requestedBy,
            approvedBy: approval.by, expires: suppression.expires)
    }

    /// The suppressions of a control that are in force on a subject; the first by id.
    private func suppression(
        of key: EvaluationKey, in graph: ResourceGraph, at time: Timestamp
    ) -> Suppression? {
        let id = graph.id(of: key.subject)
        let control = controls[Int(key.control)].facts.id
        let matching = suppressions.filter { suppression in
            suppression.control == control && suppression.isInForce(at: time)
                && suppression.scope.covers(id) { key, value in carries(key, [value], key: id, graph) }
        }
        return matching.min { $0.id < $1.id }
    }

    private func carries(_ name: String, _ values: [String], key id: ResourceID, _ graph: ResourceGraph)
        -> Bool
    {
        guard let handle = graph.handle(of: id) else { return false }
        return TagMatch(id.kind.schema.provider).matches(name, values, TagMatch.tags(of: handle, in: graph))
    }

    func profiles(matching key: EvaluationKey, in graph: ResourceGraph) -> [Profile] {
        let id = graph.id(of: key.subject)
        return selection[Int(key.control)].map { profiles[$0] }.filter { profile in
            (profile.accounts.isEmpty || profile.accounts.contains(id.account.id))
                && (profile.regions.isEmpty || id.region.isEmpty || profile.regions.contains(id.region))
        }
    }

    private func exclusionReason(of key: EvaluationKey, in graph: ResourceGraph) -> String? {
        if profiles(matching: key, in: graph).isEmpty { return "no profile covers the account and region" }
        let tags = TagMatch.tags(of: key.subject, in: graph)
        switch exclusions(of: key, tags: tags, in: graph)?.first {
        case .tag(let exclusion): return "tag \(exclusion.key)"
        case .environment(let environment): return "account environment \(environment.value)"
        case nil: return nil
        }
    }
}

extension Suppression.Scope {
    /// True if every given part fits the resource.
    func covers(_ id: ResourceID, carries: (String, String) -> Bool) -> Bool {
        if !account.isEmpty, account != id.account.id, account != id.account.text { return false }
        if !resource.isEmpty, resource != id.nativeID { return false }
        if let tag { return carries(tag.key, tag.value) }
        return true
    }
}
