internal import CloudModel
internal import Expressions
internal import JSONTokens
internal import ResourceGraph

/// Keeps in which regions an account's resources of a kind have no complete inventory, until the regions change or a scope
/// becomes complete: every evaluation over a list asks.
struct RegionGaps {
    /// By provider, the account's property that holds its regions.
    static let enabledRegions = Dictionary(
        uniqueKeysWithValues: Provider.allCases.compactMap { provider in
            ResourceID.accountKind(of: provider).schema.property(named: "EnabledRegions").map {
                (provider, $0)
            }
        })

    private var kept: [Place: Answer] = [:]
    private var closings = 0

    private struct Place: Hashable {
        let kind: ResourceKind
        let account: ResourceHandle
    }

    private struct Answer {
        let regions: FlatValue
        let missing: UnknownSet?
    }

    /// The kept answer, or the one that `find` gives.
    mutating func of(
        _ kind: ResourceKind, _ account: ResourceHandle, _ regions: FlatValue, closings: Int,
        find: () -> UnknownSet?
    ) -> UnknownSet? {
        if self.closings != closings {
            kept.removeAll(keepingCapacity: true)
            self.closings = closings
        }
        let place = Place(kind: kind, account: account)
        if let answer = kept[place], answer.regions == regions { return answer.missing }
        let missing = find()
        kept[place] = Answer(regions: regions, missing: missing)
        return missing
    }
}
