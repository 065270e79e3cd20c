internal import CloudModel
public import ResourceGraph

extension ControlCatalog {
    /// What of the profiles' scopes fits nothing in a graph, so that it is probably misspelt, for people.
    ///
    /// - Parameter graph: all that was seen.
    /// - Returns: by position in `profiles`, a line for each account, region and exclusion that fits nothing.
    public func unmatched(in graph: ResourceGraph) -> [[String]] {
        profiles.map { profile in
            profile.unmatchedAccounts(in: graph) + profile.unmatchedRegions(in: graph)
                + profile.unmatchedExclusions(in: graph)
        }
    }
}

extension Profile {
    fileprivate func unmatchedAccounts(in graph: ResourceGraph) -> [String] {
        let named = accounts + environments.flatMap(\.accounts)
        if named.isEmpty { return [] }
        let seen = Set(graph.accounts.filter { $0.provider == provider }.map(\.id))
        return Set(named).subtracting(seen).sorted().map { "nothing was seen of the account \($0)" }
    }

    fileprivate func unmatchedRegions(in graph: ResourceGraph) -> [String] {
        if regions.isEmpty { return [] }
        var missing = Set(regions)
        for handle in graph.allHandles where !missing.isEmpty {
            let id = graph.id(of: handle)
            if id.account.provider == provider { missing.remove(id.region) }
        }
        return missing.sorted().map { "nothing was seen in the region \($0)" }
    }

    fileprivate func unmatchedExclusions(in graph: ResourceGraph) -> [String] {
        types.flatMap { type -> [String] in
            guard let kind = ResourceKind(named: type.kindName) else { return [] }
            return type.exclusions.filter { !excludes($0, anyOf: kind, in: graph) }.map { exclusion in
                let values = exclusion.values.joined(separator: " or ")
                return "the exclusion of \(type.alias) by \(exclusion.key) \(values) fits no resource"
            }
        }
    }

    /// True if a resource of the kind is there that an exclusion leaves out, by its tag or by its account's environment.
    private func excludes(_ exclusion: TagExclusion, anyOf kind: ResourceKind, in graph: ResourceGraph)
        -> Bool
    {
        let match = TagMatch(provider)
        return graph.accounts.contains { account in
            let environment = environments.first {
                $0.accounts.contains(account.id) && match.isSameKey($0.key, exclusion.key)
            }
            return graph.members(of: kind, in: account).contains { handle in
                if graph.existence(of: handle) == .absent { return false }
                let given = environment.map { [(key: $0.key, value: $0.value)] }
                let tags = given ?? TagMatch.tags(of: handle, in: graph)
                return match.matches(exclusion.key, exclusion.values, tags)
            }
        }
    }
}
