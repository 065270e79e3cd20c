public import CloudModel
internal import Controls
internal import JSONTokens
internal import ResourceGraph
internal import WireFormats

extension PartitionEngine {
    /// How well the logs cover every account and region that records or inventories name, those that were never heard
    /// among them; sorted by account, region and log.
    public func coverage() -> [FeedCoverage] {
        let heard = Dictionary(grouping: decoder.feeds.entries.filter { isOwn($0.account) }, by: \.account)
        let accounts = Set(heard.keys).union(graph.accounts.filter { isOwn($0) }).union(organisationMembers())
        return accounts.sorted().flatMap { coverage(of: $0, heard[$0] ?? []) }
    }

    /// Tells how the accounts and regions stand of which something changed since the last call. Called once a batch.
    public func tellCoverage(into effects: inout EffectBuffer) {
        var report = StepReport()
        let (accounts, places) = coverageNews.take()
        for account in accounts {
            for line in coverage(of: account, heard(account)) {
                emit(.coverage(line), &report, into: &effects)
            }
        }
        for place in places { emit(.coverage(line(of: place)), &report, into: &effects) }
        statistics.work += report
    }

    private func line(of place: RegionWatch.Place) -> FeedCoverage {
        let (account, region) = (place.account, place.region)
        let heard = heard(account)
        if region.isEmpty {
            return line(account, "", heard, PartitionEngine.whole(graph.closings(in: account)))
        }
        let closings = graph.closings(in: account, region: region)
        return line(account, region, heard.filter { $0.region == region }, closings[region])
    }

    private func isOwn(_ account: AccountKey) -> Bool { options.owns?(account) ?? true }

    private func heard(_ account: AccountKey) -> [FeedEntry] { decoder.feeds.entries(of: account) }

    /// The accounts that an organisation is known to have.
    private func organisationMembers() -> [AccountKey] {
        graph.accounts.flatMap { graph.members(of: PartitionEngine.memberKind, in: $0) }
            .filter { graph.existence(of: $0) != .absent }
            .map { AccountKey(.aws, graph.id(of: $0).nativeID) }.filter { isOwn($0) }
    }

    static let memberKind = KindCatalog.kind("AWS::Organizations::Account")
    private static let enabledRegions = ResourceID.accountKind(of: .aws).property("EnabledRegions")

    private func coverage(of account: AccountKey, _ heard: [FeedEntry]) -> [FeedCoverage] {
        guard PartitionEngine.source(of: account) != nil else { return [] }
        let closings = graph.closings(in: account)
        let regions = Set(heard.map(\.region)).union(closings.keys).union(enabledRegions(of: account))
        let whole = line(account, "", heard, PartitionEngine.whole(closings))
        return [whole]
            + regions.filter { !$0.isEmpty }.sorted().map { region in
                line(account, region, heard.filter { $0.region == region }, closings[region])
            }
    }

    private func line(
        _ account: AccountKey, _ region: String, _ heard: [FeedEntry], _ closed: ScopeClosings?
    ) -> FeedCoverage {
        let lastHeard = heard.map(\.lastHeard).max().flatMap { $0 > .distantPast ? $0 : nil }
        return FeedCoverage(
            account: account, region: region, source: PartitionEngine.source(of: account)?.rawValue ?? "",
            status: lastHeard == nil ? .neverHeard : status(of: account, region), lastHeard: lastHeard,
            baselineAt: closed?.newest, closedKinds: closed?.kinds ?? 0, blindSpots: blindSpots(of: heard),
            time: time)
    }

    private static func source(of account: AccountKey) -> FeedSource? {
        switch account.provider {
        case .aws: .cloudTrail
        case .azure: .azureActivity
        case .gcp: .gcpAudit
        case nil: nil
        }
    }

    private static func whole(_ closings: [String: ScopeClosings]) -> ScopeClosings? {
        guard let newest = closings.values.map(\.newest).max() else { return nil }
        return ScopeClosings(newest: newest, kinds: closings.values.reduce(0) { $0 + $1.kinds })
    }

    private func enabledRegions(of account: AccountKey) -> [String] {
        guard account.provider == .aws,
            let handle = graph.handle(of: ResourceID.account(account, .aws)),
            let regions = graph.reading(PartitionEngine.enabledRegions, of: handle).value
        else { return [] }
        return regions.view.elements.compactMap(\.string)
    }

    private func status(of account: AccountKey, _ region: String) -> FeedCoverage.Status {
        if feedWatch.silences[account] != nil { return .stale }
        if regionWatch.stale(in: account)[region] != nil { return .stale }
        if regionWatch.isSilent(RegionWatch.Place(account: account, region: region)) { return .silent }
        let feed = ResourceID(
            kind: PartitionEngine.feedKind, account: account, region: "", nativeID: "cloudtrail")
        guard let control = heardControlNumber, let handle = graph.handle(of: feed),
            case .fail? = verdicts[EvaluationKey(control: control, subject: handle)]?.verdict
        else { return .heard }
        return .silent
    }

    private func blindSpots(of entries: [FeedEntry]) -> [FeedCoverage.BlindSpot] {
        var counts: [EventNameID: Int] = [:]
        for entry in entries { counts.merge(entry.blindSpots, uniquingKeysWith: +) }
        return counts.map { FeedCoverage.BlindSpot(event: eventNames.text(of: $0.key), count: $0.value) }
            .sorted { ($1.count, $0.event) < ($0.count, $1.event) }
    }
}
