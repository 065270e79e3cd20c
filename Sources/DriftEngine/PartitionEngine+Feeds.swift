internal import CloudModel
internal import Controls
internal import JSONTokens
internal import ResourceGraph
internal import WireFormats

extension PartitionEngine {
    static let feedKind = KindCatalog.kind("AWS::::Feed")
    private static let lastHeard = feedKind.property("LastHeard")
    private static let lostTrail = feedKind.property("LostTrail")
    /// The control that says whether an account is silent.
    static let heardControl = "aws.feed.cloudtrail-heard"

    /// Follows whom the last record showed to be heard.
    func hear(_ report: inout StepReport, into effects: inout EffectBuffer) {
        for news in decoder.feeds.news {
            let entry = decoder.feeds.entries[news.entry]
            if let owns = options.owns, !owns(entry.account) { continue }
            dirtyFeeds.insert(entry.account)
            if entry.source == .cloudTrail { hearRegion(news, of: entry, &report, into: &effects) }
            if entry.source == .cloudTrail, news.isFirstOfAccount,
                feedWatch.hear(entry.account, inHour: news.hour)
            {
                publishSilences(of: entry.account)
                writeLastHeard(of: entry.account, &report, into: &effects)
            }
            coverageNews.note(
                entry.account, heardIn: entry.region, isFirstOfAccount: news.isFirstOfAccount)
        }
        decoder.feeds.news.removeAll(keepingCapacity: true)
    }

    /// Brings the graph's facts of when accounts were heard up to date. They run behind where no verdict would change, so
    /// whoever reports verdicts with their stamps asks for it first.
    public func catchUpFeeds(into effects: inout EffectBuffer) {
        var report = StepReport()
        for account in feedWatch.accountsWithNews { writeLastHeard(of: account, &report, into: &effects) }
        catchUpRegions(&report, into: &effects)
        statistics.work += report
    }

    /// The fact that verdicts and the finding of a silence rest on. It follows from the hour alone, so that whichever of the
    /// hour's records comes first, and however often, the same is written.
    private func writeLastHeard(
        of account: AccountKey, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        guard let hour = feedWatch.news(of: account) else { return }
        feedWatch.didWrite(account, hour)
        let cause = CauseRecord(
            eventID: "heard-" + hour.rfc3339, time: hour, action: "CloudTrail record", actor: nil)
        let feed = ResourceID(
            kind: PartitionEngine.feedKind, account: account, region: "", nativeID: "cloudtrail")
        let change = ResourceChange(
            resource: feed, cause: cause, writes: [.set(PartitionEngine.lastHeard, FlatValue(hour.rfc3339))])
        _ = fold(beginning(of: feed) + [.resource(change)], &report, into: &effects)
    }

    /// What holds of a feed before any record: that no trail was taken from it, as far as it tells. Older than every event, so that it
    /// does not matter with which record the feed begins.
    private func beginning(of feed: ResourceID) -> [GraphChange] {
        if let handle = graph.handle(of: feed),
            graph.reading(PartitionEngine.lostTrail, of: handle).time > .distantPast
        {
            return []
        }
        let cause = CauseRecord(
            eventID: "feed-begins", time: Timestamp(seconds: 0), action: "CloudTrail record", actor: nil)
        return [
            .resource(
                ResourceChange(
                    resource: feed, cause: cause, writes: [.set(PartitionEngine.lostTrail, .null)]))
        ]
    }

    /// The instant up to which the logs were read: silence behind it says nothing yet. Files end where they end, so in a replay
    /// it is known at the end alone, and before it nobody is silent.
    var feedTime: Timestamp { feedClock.readUpTo ?? Timestamp(seconds: 0) }

    /// Accounts fall silent up to the instant up to which the logs were read.
    func applySilences(_ report: inout StepReport, into effects: inout EffectBuffer) {
        while let instant = feedTimers.first(), instant <= feedTime {
            var keys = feedTimers.take(at: instant)
            order(&keys)
            report.timers += keys.count
            for key in keys {
                let account = graph.id(of: key.subject).account
                coverageNews.note(account)
                writeLastHeard(of: account, &report, into: &effects)
            }
            evaluate(keys, after: .unordered, .changes, &report, into: &effects)
        }
        while let instant = feedWatch.first(), instant <= feedTime {
            for account in feedWatch.take(at: instant) {
                publishSilences(of: account)
                coverageNews.note(account)
                askForInventory(of: account, &report, into: &effects)
            }
        }
    }

    /// An account that a control calls silent is told of at once when it is heard.
    func noteFeed(_ key: EvaluationKey, _ verdict: Verdict) {
        if case .pass = verdict { return }
        feedWatch.noteFailure(of: graph.id(of: key.subject).account)
    }

    private func publishSilences(of account: AccountKey) {
        guard let handle = graph.accountHandle(account) else { return }
        evaluator.silences[handle] = feedWatch.silences[account]
    }

    /// One request for all that an account's verdicts rest on.
    private func askForInventory(
        of account: AccountKey, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        let feed = ResourceID(kind: PartitionEngine.feedKind, account: account, region: "", nativeID: "")
        let heard = feedWatch.silences[account] ?? time
        let source = rereads.source(
            of: PropertySet(PartitionEngine.lastHeard), PartitionEngine.feedKind, in: catalog)
        let request = RereadRequest(
            resource: feed, reason: "feed silent", properties: [], calls: source.calls,
            permissions: source.permissions, newerThan: heard,
            deadline: time.advanced(byNanoseconds: options.rereadDeadlineSeconds * 1_000_000_000))
        emit(.reread(request), &report, into: &effects)
    }

    /// Takes up what is known of the feeds from the graph and from the state.
    func restoreFeeds() {
        for account in graph.accounts {
            for feed in graph.members(of: PartitionEngine.feedKind, in: account) {
                let reading = graph.reading(PartitionEngine.lastHeard, of: feed)
                guard reading.time > .distantPast else { continue }
                _ = feedWatch.hear(account, inHour: reading.time)
                feedWatch.didWrite(account, reading.time)
                // Whether it was silent is not looked up: the first news tells.
                feedWatch.noteFailure(of: account)
            }
        }
        restoreHeard()
        restoreSilences()
    }

    /// Takes up from the state alone when accounts were heard; the graph may know less, or no more.
    func restoreHeard() {
        for entry in decoder.feeds.entries where entry.source == .cloudTrail {
            _ = feedWatch.hear(entry.account, inHour: entry.lastHour)
        }
    }

    /// Accounts that are silent were followed when they fell silent.
    func restoreSilences() {
        while let instant = feedWatch.first(), instant <= feedTime {
            for account in feedWatch.take(at: instant) { publishSilences(of: account) }
        }
        restoreRegionSilences()
        while feedWatch.next() != nil {}
    }

    /// An observation in a silent account lets verdicts stand again that rest on it.
    func noteObservation(_ account: AccountKey) {
        if !feedWatch.silences.isEmpty, feedWatch.silences[account] != nil { feedWatch.recheck(account) }
        guard !evaluator.regionSilences.isEmpty, let handle = graph.accountHandle(account) else { return }
        if evaluator.regionSilences[handle] != nil { feedWatch.recheck(account) }
    }

    /// Puts the controls of accounts that fell silent, or were heard or read again, on the worklist, as long as that is short.
    func takeFeedWork() {
        while worklist.items.count < 1_024, let account = feedWatch.next() {
            for position in catalog.controls.indices { worklist.add(Int32(position), account, in: catalog) }
        }
    }
}
