extension ControlLibrary {
    /// Refuses profiles that name what is not there, or two of which give one control different severities or parameters.
    ///
    /// What a catalogue made of them would be refused for, without making one.
    public func check(_ profiles: [Profile]) throws(ControlFileError) {
        let selector = try ControlSelector(self, profiles)
        let changed = Set(profiles.flatMap { $0.overrides.map(\.id) })
        for file in controls + Self.watches where changed.contains(file.id) {
            _ = try selector.settings(of: file)
        }
    }

    /// Whether what others repair unattended is another thing once a profile comes in place of a former one.
    ///
    /// - Parameters:
    ///   - profile: the new profile.
    ///   - former: the one in whose place it comes; nil if there is none.
    ///   - others: the profiles that stay.
    /// - Returns: true if it changes the severity or parameters of a control that an automated one of them selects.
    /// - Throws: the first fault of any of the profiles.
    public func changesAutomation(
        _ profile: Profile, insteadOf former: Profile?, beside others: [Profile]
    ) throws(ControlFileError) -> Bool {
        let automated = try ControlSelector(self, others.filter(\.isAutomated))
        let before = try ControlSelector(self, others + [former].compactMap(\.self))
        let after = try ControlSelector(self, others + [profile])
        for file in controls where !automated.profiles(selecting: file).isEmpty {
            let (old, new) = (try before.settings(of: file), try after.settings(of: file))
            if old.severity != new.severity || old.params != new.params { return true }
        }
        return false
    }

    /// Refuses a suppression of a control that is not there, or with a condition that does not fit the control's subjects.
    public func check(_ suppression: Suppression) throws(ControlFileError) {
        var compiler = ControlCompiler()
        _ = try condition(of: suppression, &compiler)
    }

    /// The compiled condition of a suppression; nil if it has none.
    func condition(
        of suppression: Suppression, _ compiler: inout ControlCompiler
    ) throws(ControlFileError) -> SuppressionCondition? {
        guard let file = file(named: suppression.control) else {
            throw ControlFileError(
                file: suppression.label, line: 0, column: 0, field: "control",
                message: "There is no control \(suppression.control).",
                hint: Suggestion.hint(for: suppression.control, among: controls.map(\.id)))
        }
        return try compiler.condition(of: suppression, on: file)
    }
}
