extension ControlLibrary {
    /// Refuses profiles that name what is not there, or two of which give one control different severities or parameters.
    ///
    /// What a catalogue made of them would be refused for, without making one.
    public func check(_ profiles: [Profile]) throws(ControlFileError) {
        let selector = try ControlSelector(self, profiles)
        let changed = Set(profiles.flatMap { $0.overrides.map(\.id) })
        for file in controls where changed.contains(file.id) { _ = try selector.settings(of: file) }
    }

    /// Refuses a suppression of a control that is not there.
    public func check(_ suppression: Suppression) throws(ControlFileError) {
        try ControlSelector.check([suppression], self)
    }
}
