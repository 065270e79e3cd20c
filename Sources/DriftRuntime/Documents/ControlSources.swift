internal import Controls

/// What the settings' files say: the control files, and the profiles and suppressions of people who keep them in files.
struct ControlSources {
    let library: ControlLibrary
    let profiles: [Profile]
    let suppressions: [Suppression]

    /// Reads the files; every fault names the file, the line and the field.
    init(_ settings: ControlSettings) throws(RuntimeFailure) {
        // Refuses what the files alone would be refused for.
        _ = try settings.catalog()
        library = try settings.library()
        var profiles: [Profile] = []
        for path in settings.profiles { profiles.append(try ProfileFile(path).profile) }
        self.profiles = profiles
        suppressions = try settings.suppressions.map(SuppressionFile.init)?.suppressions ?? []
    }

    /// These and nothing else.
    init(_ library: ControlLibrary, profiles: [Profile] = [], suppressions: [Suppression] = []) {
        self.library = library
        self.profiles = profiles
        self.suppressions = suppressions
    }

    /// The controls that all of that and the documents of the topics select.
    func catalog(with documents: DocumentSet) throws(ControlFileError) -> ControlCatalog {
        try ControlCatalog(
            library, profiles: profiles + documents.profiles.sorted { $0.key < $1.key }.map(\.value),
            suppressions: suppressions + documents.suppressions.map(\.value))
    }
}
