internal import CloudModel
internal import Controls
internal import ResourceGraph

/// Controls that read other resources than their subject, in accounts that were taken up without evaluating anything, or of
/// which that was let go: who read what is not known. Before the first change of a kind that such a control reads, all of its subjects in the
/// account are looked at, which tells.
struct ColdControls {
    private var accounts: [AccountKey: Progress] = [:]

    /// How far an account has been looked at.
    private struct Progress {
        /// Kinds before whose changes nothing is to be looked at any more.
        var settled: Set<ResourceKind> = []
        /// The controls that have been looked at.
        var warmed: Set<Int32> = []
    }

    /// The subjects of a control in an account.
    struct Subjects: Hashable {
        let control: Int32
        let account: AccountKey
    }

    init() {}

    var isEmpty: Bool { accounts.isEmpty }

    /// Takes note of an account of which it is not known who read what.
    mutating func add(_ account: AccountKey) { accounts[account] = Progress() }

    /// What must be looked at before a resource of a kind changes in an account; `readers` says who reads the kind.
    mutating func take(
        before kind: ResourceKind, _ account: AccountKey, readers: () -> [Int32]
    ) -> [Subjects] {
        guard accounts[account]?.settled.insert(kind).inserted == true else { return [] }
        return readers().filter { accounts[account]?.warmed.insert($0).inserted == true }
            .map { Subjects(control: $0, account: account) }
    }
}
