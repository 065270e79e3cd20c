internal import CloudModel
internal import Controls
internal import JSONTokens
internal import ResourceGraph
internal import WireFormats

extension PartitionEngine {
    static let regionFeedKind = KindCatalog.kind("AWS::::RegionFeed")
    private static let regionHeard = regionFeedKind.property("LastHeard")
    private static let accountHeard = regionFeedKind.property("AccountHeard")
    private static let limitHours = regionFeedKind.property("LimitHours")

    /// Follows that a region of an account was heard.
    func hearRegion(
        _ news: FeedNews, of entry: FeedEntry, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        guard !entry.region.isEmpty else { return }
        let place = RegionWatch.Place(account: entry.account, region: entry.region)
        for region in regionWatch.hear(place, inHour: news.hour) {
            let place = RegionWatch.Place(account: entry.account, region: region)
            if !regionWatch.isSilent(place) { writeRegion(place, &report, into: &effects) }
            followRegion(place, &report, into: &effects)
        }
    }

    /// Regions fall silent that were missed for long enough.
    func applyRegionSilences(
        at now: Timestamp, isAllRead: Bool, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        for place in regionWatch.tick(now, isAllRead: isAllRead) {
            writeRegion(place, &report, into: &effects)
            followRegion(place, &report, into: &effects)
        }
    }

    /// Brings the graph's facts of all regions that may be missed up to date.
    func catchUpRegions(_ report: inout StepReport, into effects: inout EffectBuffer) {
        for place in regionWatch.places {
            guard let facts = regionWatch.facts(of: place) else { continue }
            guard facts.limitHours > 0 || graph.handle(of: regionFeed(place)) != nil else { continue }
            writeRegion(place, &report, into: &effects)
        }
    }

    /// Tells the evaluator which regions of an account are silent for too long.
    func publishRegionSilences(of account: AccountKey) {
        guard let handle = graph.accountHandle(account) else { return }
        let stale = regionWatch.stale(in: account)
        evaluator.regionSilences[handle] = stale.isEmpty ? nil : stale
    }

    /// What the state is to have of an account's logs.
    func storedFeeds(of account: AccountKey) -> [EngineState.StoredFeed] {
        decoder.feeds.entries(of: account).map { entry in
            var feed = EngineState.StoredFeed(
                source: entry.source, region: entry.region, lastHeard: entry.lastHeard)
            guard entry.source == .cloudTrail else { return feed }
            let place = RegionWatch.Place(account: account, region: entry.region)
            feed.ages = regionWatch.ages(of: place)
            feed.isSilent = regionWatch.isSilent(place)
            return feed
        }
    }

    /// Takes up what the state has of a log.
    func restore(_ feed: EngineState.StoredFeed, of account: AccountKey) {
        decoder.feeds.restore(feed.source, account, feed.region, lastHeard: feed.lastHeard)
        guard feed.source == .cloudTrail, !feed.region.isEmpty, feed.lastHeard > .distantPast else { return }
        regionWatch.restore(
            RegionWatch.Place(account: account, region: feed.region),
            newest: feed.lastHeard, ages: feed.ages, isSilent: feed.isSilent)
    }

    /// Regions that are silent were followed when they fell silent.
    func restoreRegionSilences() {
        regionWatch.finishRestoring()
        for account in Set(regionWatch.places.map(\.account)) { publishRegionSilences(of: account) }
    }

    /// Lets verdicts be looked at that may rest on the region's word.
    private func followRegion(
        _ place: RegionWatch.Place, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        dirtyFeeds.insert(place.account)
        coverageNews.note(place.account)
        guard let account = graph.accountHandle(place.account) else { return }
        let before = evaluator.regionSilences[account]?[place.region]
        publishRegionSilences(of: place.account)
        let after = evaluator.regionSilences[account]?[place.region]
        guard before != after else { return }
        feedWatch.recheck(place.account)
        if let after { askForInventory(of: place, newerThan: after, &report, into: &effects) }
    }

    /// The facts that the verdict on a region rests on. Their stamp grows with the newest hour of the account, then with that of the
    /// region, then with the number of its hours that are known: so whoever knows more is newer, in whatever order he learnt it,
    /// and who knows the same writes the same.
    private func writeRegion(
        _ place: RegionWatch.Place, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        guard let facts = regionWatch.facts(of: place) else { return }
        let hour = HeardHours.beginning(of: facts.accountHour)
        let knowledge = facts.regionHour << 10 | Int64(facts.hourCount)
        let cause = CauseRecord(
            eventID: "heard-" + place.region + "-" + hour.rfc3339,
            time: hour.advanced(byNanoseconds: knowledge), action: "CloudTrail record", actor: nil)
        let feed = regionFeed(place)
        if let handle = graph.handle(of: feed),
            graph.reading(PartitionEngine.limitHours, of: handle).time >= cause.time
        {
            return
        }
        let change = ResourceChange(
            resource: feed, cause: cause,
            writes: [
                .set(
                    PartitionEngine.regionHeard,
                    FlatValue(HeardHours.beginning(of: facts.regionHour).rfc3339)),
                .set(PartitionEngine.accountHeard, FlatValue(hour.rfc3339)),
                .set(PartitionEngine.limitHours, FlatValue(facts.limitHours)),
            ])
        _ = fold([.resource(change)], &report, into: &effects)
    }

    private func regionFeed(_ place: RegionWatch.Place) -> ResourceID {
        ResourceID(
            kind: PartitionEngine.regionFeedKind, account: place.account, region: place.region,
            nativeID: "cloudtrail")
    }

    /// One request for all that a region's verdicts rest on.
    private func askForInventory(
        of place: RegionWatch.Place, newerThan heard: Timestamp, _ report: inout StepReport,
        into effects: inout EffectBuffer
    ) {
        let feed = ResourceID(
            kind: PartitionEngine.regionFeedKind, account: place.account, region: place.region, nativeID: "")
        let source = rereads.source(
            of: PropertySet(PartitionEngine.regionHeard), PartitionEngine.regionFeedKind, in: catalog)
        let request = RereadRequest(
            resource: feed, reason: "feed silent", properties: [], calls: source.calls,
            permissions: source.permissions, newerThan: heard,
            deadline: time.advanced(byNanoseconds: options.rereadDeadlineSeconds * 1_000_000_000))
        emit(.reread(request), &report, into: &effects)
    }
}
