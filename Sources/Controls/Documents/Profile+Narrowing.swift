extension Profile {
    /// The fields by which a profile that takes the place of another may check less, judge milder or repair unattended, by
    /// name in the order of the document; empty if everything that was checked is checked as before.
    ///
    /// Errs on the safe side: what cannot be told apart from less counts as less.
    public func narrowing(of former: Profile) -> [String] {
        var fields = losses(of: former)
        // What comes into the scope of an automated profile is repaired unattended that was not before.
        if isAutomated, !former.isAutomated || !former.losses(of: self).isEmpty {
            fields.append("auto_remediation_enabled")
        }
        return fields
    }

    /// The fields by which it may check less, or judge milder.
    private func losses(of former: Profile) -> [String] {
        var fields: [String] = []
        if provider != former.provider { fields.append("provider") }
        if !Profile.covers(regions, former.regions) { fields.append("regions") }
        if !Profile.covers(accounts, former.accounts) { fields.append("accounts") }
        if version != former.version { fields.append("version") }
        if level < former.level { fields.append("levels") }
        if !coversTypes(of: former) { fields.append("resources") }
        if "\(overrides)" != "\(former.overrides)" { fields.append("controls") }
        if !Set(floor).isSuperset(of: former.floor) { fields.append("floor") }
        if Set(environments) != Set(former.environments) { fields.append("account_environments") }
        return fields
    }

    /// The fields by which a profile that takes no other's place changes what other profiles check, or repairs unattended, by
    /// name in the order of the document. The first one has no others.
    public func additions(isFirst: Bool) -> [String] {
        var fields: [String] = []
        // Severities and parameters are those of the control, whichever profile selects it.
        if !isFirst, overrides.contains(where: { $0.severity != nil || !$0.params.isEmpty }) {
            fields.append("controls")
        }
        if isAutomated { fields.append("auto_remediation_enabled") }
        return fields
    }

    /// An empty list is everything.
    private static func covers(_ list: [String], _ former: [String]) -> Bool {
        list.isEmpty || (!former.isEmpty && Set(list).isSuperset(of: former))
    }

    /// Every type that was in scope still is, and nothing more of it is left out.
    private func coversTypes(of former: Profile) -> Bool {
        if types.isEmpty { return true }
        if former.types.isEmpty { return false }
        return former.types.allSatisfy { old in
            types.contains { new in
                new.kindName == old.kindName && Profile.excludes(new.exclusions, noMoreThan: old.exclusions)
            }
        }
    }

    private static func excludes(_ new: [TagExclusion], noMoreThan old: [TagExclusion]) -> Bool {
        new.allSatisfy { exclusion in
            let values = old.filter { $0.key == exclusion.key }.flatMap(\.values)
            return Set(values).isSuperset(of: exclusion.values)
        }
    }
}
