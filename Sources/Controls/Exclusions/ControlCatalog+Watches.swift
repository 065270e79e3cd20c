internal import CloudModel
internal import JSONTokens
public import ResourceGraph

extension ControlCatalog {
    /// True if any control watches exclusions by tag.
    public var hasWatches: Bool { !watches.isEmpty }

    /// The watch that must look again after an evaluation, because a tag hides what that said; nil if there is none.
    public func watch(after key: EvaluationKey, in graph: ResourceGraph) -> EvaluationKey? {
        guard !watches.isEmpty, let position = watches.position(over: key.control), isHidden(key, in: graph)
        else {
            return nil
        }
        return EvaluationKey(control: position, subject: key.subject)
    }

    /// The controls and the profiles that select each, sorted, with the watches over the exclusions of the profiles.
    static func withWatches(
        _ selected: [(control: CompiledControl, profiles: [Int])], _ selector: ControlSelector,
        _ profiles: [Profile]
    ) throws(ControlFileError) -> [(control: CompiledControl, profiles: [Int])] {
        var result = selected
        let names = Set(
            profiles.flatMap { $0.types.filter { !$0.exclusions.isEmpty }.map(\.kindName) })
        for kind in names.sorted().compactMap({ ResourceKind(named: $0) }) {
            let file = ExclusionWatch.file(kind)
            let positions = profiles.indices.filter { profiles[$0].isWatching(kind, file.id) }
            let hidden = selected.map(\.control).filter { $0.subject == kind && $0.scope == .resource }
            guard let tags = TagMatch.property(of: kind), !positions.isEmpty, !hidden.isEmpty else {
                continue
            }
            let severity = try selector.settings(of: file).severity
            result.append((CompiledControl(watching: hidden, tags, file, severity), positions))
        }
        return result.sorted { left, right in
            let (left, right) = (left.control, right.control)
            return (left.facts.id, left.subject.name) < (right.facts.id, right.subject.name)
        }
    }
}

extension Profile {
    /// True if the profile leaves resources of a kind out by tag and has not switched the watch over that off.
    fileprivate func isWatching(_ kind: ResourceKind, _ id: String) -> Bool {
        provider == kind.schema.provider
            && types.contains { $0.kindName == kind.name && !$0.exclusions.isEmpty }
            && !overrides.contains { $0.id == id && !$0.isEnabled }
    }
}

extension CompiledControl {
    /// The watch over exclusions of a kind: it reads what the controls read that they hide.
    fileprivate convenience init(
        watching hidden: [CompiledControl], _ tags: PropertyID, _ file: ControlFile, _ severity: Severity
    ) {
        var footprint = Footprint(subject: PropertySet(tags))
        for control in hidden { footprint.formUnion(control.footprint) }
        self.init(
            facts: ControlFacts(watch: file, severity: severity),
            subject: file.subject, scope: .resource, params: FlatValue(map: []), footprint: footprint,
            remediation: nil,
            file: file, applies: nil, pass: nil, evidence: nil)
    }
}

extension ControlFacts {
    /// What findings say of a watch over exclusions; its severity is the file's unless it is given.
    init(watch file: ControlFile, severity: Severity? = nil) {
        self.init(
            id: file.id, title: file.title, description: file.description,
            remediationText: file.remediation?.text ?? "", severity: severity ?? file.severity,
            version: file.version, benchmarks: [], frameworks: file.frameworks)
    }
}
