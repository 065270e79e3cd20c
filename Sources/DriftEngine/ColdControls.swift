internal import CloudModel
internal import Controls
internal import ResourceGraph

/// Controls that read other resources than their subject, in accounts that were taken up without evaluating anything: who
/// read what is not known yet. Before the first change of a kind that such a control reads, all of its subjects in the
/// account are looked at, which tells.
struct ColdControls {
    /// By account, the controls that have been looked at since the start.
    private var warmed: [AccountKey: Set<Int32>] = [:]
    /// Kinds of an account before whose changes nothing is to be looked at any more.
    private var settled: Set<Place> = []

    private struct Place: Hashable {
        let account: AccountKey
        let kind: ResourceKind
    }

    /// The subjects of a control in an account.
    struct Subjects: Hashable {
        let control: Int32
        let account: AccountKey
    }

    init() {}

    var isEmpty: Bool { warmed.isEmpty }

    /// Takes note of an account that was taken up.
    mutating func add(_ account: AccountKey) { warmed[account] = [] }

    /// What must be looked at before a resource of a kind changes in an account; `readers` says who reads the kind.
    mutating func take(
        before kind: ResourceKind, _ account: AccountKey, readers: () -> [Int32]
    ) -> [Subjects] {
        guard settled.insert(Place(account: account, kind: kind)).inserted else { return [] }
        return readers().map { Subjects(control: $0, account: account) }.filter {
            warmed[$0.account]?.insert($0.control).inserted == true
        }
    }
}
