internal import CloudModel

extension ControlLibrary {
    /// The watches over exclusions by tag, one a provider, sorted by id. A catalogue has them for each kind that a profile
    /// leaves out by tag; as files they are about accounts.
    public static let watches: [ControlFile] = Provider.allCases
        .map { ExclusionWatch.file(ResourceID.accountKind(of: $0)) }
        .sorted { $0.id < $1.id }
}
