internal import CloudModel
internal import ResourceGraph

/// What takes a subject out of a profile's scope.
enum ExclusionCause: Equatable {
    /// A tag that the resource carries.
    case tag(Profile.TagExclusion)
    /// The environment that the profile gives for the whole account.
    case environment(Profile.AccountEnvironment)
}

extension Profile {
    /// What takes a resource with these tags out of the scope of a control; nil if nothing does.
    ///
    /// A control of the floor is never left out. An account's environment counts in place of the resource's tags of that
    /// key; a missing tag never excludes.
    func exclusion(from control: CompiledControl, of account: String, tags: [TagMatch.Tag]) -> ExclusionCause?
    {
        let scope = types.first { $0.kindName == control.subject.name }
        guard let scope, !scope.exclusions.isEmpty, !control.isWatch, !floor.contains(control.facts.id) else {
            return nil
        }
        let match = TagMatch(provider)
        for exclusion in scope.exclusions {
            let environment = environments.first {
                $0.accounts.contains(account) && match.isSameKey($0.key, exclusion.key)
            }
            if let environment {
                let tag = (key: environment.key, value: environment.value)
                if match.matches(exclusion.key, exclusion.values, tag) { return .environment(environment) }
            } else if match.matches(exclusion.key, exclusion.values, tags) {
                return .tag(exclusion)
            }
        }
        return nil
    }
}

extension ControlCatalog {
    /// What takes the subject out of the scope of every profile that covers it: the first profile's cause. Nil if one of
    /// them keeps it in, or none covers it.
    func exclusions(of key: EvaluationKey, tags: [TagMatch.Tag], in graph: ResourceGraph) -> [ExclusionCause]?
    {
        let account = graph.id(of: key.subject).account.id
        let matching = profiles(matching: key, in: graph)
        guard !matching.isEmpty else { return nil }
        var causes: [ExclusionCause] = []
        for profile in matching {
            let control = controls[Int(key.control)]
            guard let cause = profile.exclusion(from: control, of: account, tags: tags) else { return nil }
            causes.append(cause)
        }
        return causes
    }

    /// True if tags take the subject out of scope, now or at an earlier instant.
    func isHidden(
        _ key: EvaluationKey, in graph: ResourceGraph, asOf: Timestamp = .distantFuture
    ) -> Bool {
        let tags = TagMatch.tags(of: key.subject, in: graph, asOf: asOf)
        guard !tags.isEmpty, let causes = exclusions(of: key, tags: tags, in: graph) else { return false }
        return causes.contains { if case .tag = $0 { true } else { false } }
    }

    /// True if a tag is one of those that take the subject out of scope.
    func hides(_ tag: TagMatch.Tag, _ key: EvaluationKey, in graph: ResourceGraph) -> Bool {
        profiles(matching: key, in: graph).contains { profile in
            let cause = profile.exclusion(
                from: controls[Int(key.control)], of: graph.id(of: key.subject).account.id, tags: [tag])
            if case .tag? = cause { return true }
            return false
        }
    }
}
