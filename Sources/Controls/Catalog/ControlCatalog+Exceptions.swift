public import CloudModel
public import ResourceGraph

extension ControlCatalog {
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
        let excepting = exceptions[Int32(position)].map { "\($0.suppression)" }
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

    /// The suppressions that are about a subject and in force at an instant as far as their documents say, by id.
    func suppressions(
        covering key: EvaluationKey, in graph: ResourceGraph, at time: Timestamp
    ) -> [ExceptionTable.Entry] {
        let entries = exceptions[key.control]
        guard !entries.isEmpty else { return [] }
        let id = graph.id(of: key.subject)
        return entries.filter { entry in
            entry.suppression.isInForce(at: time)
                && entry.suppression.scope.covers(id) { key, value in carries(key, [value], key: id, graph) }
        }
    }

    private func carries(_ name: String, _ values: [String], key id: ResourceID, _ graph: ResourceGraph)
        -> Bool
    {
        guard let handle = graph.handle(of: id) else { return false }
        return TagMatch(id.kind.schema.provider).matches(name, values, TagMatch.tags(of: handle, in: graph))
    }

    func profiles(matching key: EvaluationKey, in graph: ResourceGraph) -> [Profile] {
        let id = graph.id(of: key.subject)
        return selection[Int(key.control)].map { profiles[$0] }.filter { $0.covers(id.account, id.region) }
    }

    /// True if the subject is in the accounts and regions of a profile that selects the control.
    public func covers(_ key: EvaluationKey, in graph: ResourceGraph) -> Bool {
        !profiles(matching: key, in: graph).isEmpty
    }

    /// Why no profile that covers a subject includes it; nil if one does.
    func exclusionReason(of key: EvaluationKey, in graph: ResourceGraph) -> String? {
        if profiles(matching: key, in: graph).isEmpty { return "no profile covers the account and region" }
        let tags = TagMatch.tags(of: key.subject, in: graph)
        switch exclusions(of: key, tags: tags, in: graph)?.first {
        case .tag(let exclusion): return "tag \(exclusion.key)"
        case .environment(let environment): return "account environment \(environment.value)"
        case nil: return nil
        }
    }
}

extension Profile {
    /// True if an account and region are in its scope; what is in no region is in.
    func covers(_ account: AccountKey, _ region: String) -> Bool {
        (accounts.isEmpty || accounts.contains(account.id))
            && (regions.isEmpty || region.isEmpty || regions.contains(region))
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
