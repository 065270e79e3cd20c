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
