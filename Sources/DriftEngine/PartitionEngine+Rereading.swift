internal import CloudModel
internal import Controls
internal import ResourceGraph

extension PartitionEngine {
    /// Announces what must be read again of the given resources: values that events hid or that contradict
    /// each other, and
    /// everything of a resource that an unknown event touched.
    func requestReadings(
        of resources: [ResourceHandle], _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        var seen: Set<ResourceHandle> = []
        for handle in resources where seen.insert(handle).inserted {
            requestReadings(of: handle, &report, into: &effects)
        }
    }

    func requestReadings(
        of handle: ResourceHandle, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        // What an account has of another's resource is the other's to read.
        if graph.isCopy(handle) { return }
        if let request = unnamedRequest(for: handle) { emit(.reread(request), &report, into: &effects) }
        if let request = request(for: handle) { emit(.reread(request), &report, into: &effects) }
        for request in firstbornRequests(for: handle) { emit(.reread(request), &report, into: &effects) }
    }

    /// Takes down the complete inventories that a verdict misses.
    func noteInventories(missingIn verdict: Verdict, of key: EvaluationKey) {
        guard case .unknown(let missing) = verdict else { return }
        let account = graph.id(of: key.subject).account
        for path in missing {
            guard let missing = MissingInventory(path: path) else { continue }
            rereads.miss(
                ResourceID(kind: missing.kind, account: account, region: missing.region, nativeID: ""))
        }
    }

    /// Announces the inventories that verdicts about an account, or about any, miss: one wish a scope. Inventories come in
    /// pieces, so they are asked for when an event follows, and not while they come.
    func requestInventories(
        in account: AccountKey?, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        for scope in rereads.missedInventories(in: account) {
            if graph.isComplete(scope.kind, in: scope.account, region: scope.region) {
                rereads.note(scope, isAsked: nil)
            } else {
                rereads.note(scope, isAsked: true)
                // The list was asked for when the event came.
                if graph.hasUnnamed(scope.kind, in: scope.account, region: scope.region) { continue }
                emit(
                    .reread(list(scope, reason: "no complete inventory", newerThan: nil)),
                    &report, into: &effects)
            }
        }
    }

    /// Announces every inventory that a verdict still misses; for the end of a replay.
    public func requestMissedInventories(into effects: inout EffectBuffer) {
        var report = StepReport()
        requestInventories(in: nil, &report, into: &effects)
        statistics.work += report
    }

    /// Remembers as announced what is outstanding for a resource that was put back from the changelog.
    func markAnnounced(_ handle: ResourceHandle) {
        if graph.isCopy(handle) { return }
        _ = unnamedRequest(for: handle)
        _ = request(for: handle)
        _ = firstbornRequests(for: handle)
    }

    /// What a resource's creation brought along without naming it: only a list of all of the kind shows it.
    private func firstbornRequests(for handle: ResourceHandle) -> [RereadRequest] {
        guard let created = graph.creation(of: handle) else { return [] }
        let parent = graph.id(of: handle)
        return graph.unseenFirstborn(of: handle).filter { catalog.readsAny(of: $0) }.compactMap { kind in
            let mark = ResourceID(
                kind: kind, account: parent.account, region: parent.region, nativeID: parent.nativeID)
            guard rereads.announceBrought(mark, newerThan: created) else { return nil }
            let scope = ResourceID(kind: kind, account: parent.account, region: parent.region, nativeID: "")
            return list(scope, reason: "came with \(parent.nativeID)", newerThan: created)
        }
    }

    /// A resource that an event did not name: only a list of all of the kind shows what became of it.
    private func unnamedRequest(for handle: ResourceHandle) -> RereadRequest? {
        guard graph.isUnnamed(handle), graph.existence(of: handle) != .absent,
            let time = graph.creation(of: handle), catalog.readsAny(of: graph.kind(of: handle)),
            rereads.announce(handle, properties: graph.kind(of: handle).schema.allProperties, newerThan: time)
        else { return nil }
        var scope = graph.id(of: handle)
        scope = ResourceID(kind: scope.kind, account: scope.account, region: scope.region, nativeID: "")
        return list(scope, reason: "event names no resource", newerThan: time)
    }

    /// A wish to list a whole scope.
    func list(_ scope: ResourceID, reason: String, newerThan: Timestamp?) -> RereadRequest {
        let source = rereads.listSource(of: scope.kind, in: catalog)
        return RereadRequest(
            resource: scope, reason: reason, properties: source.properties, calls: source.calls,
            permissions: source.permissions, newerThan: newerThan,
            deadline: time.advanced(byNanoseconds: options.rereadDeadlineSeconds * 1_000_000_000))
    }

    private func request(for handle: ResourceHandle) -> RereadRequest? {
        guard !graph.isUnnamed(handle), let wish = wish(for: handle) else { return nil }
        let resource = graph.id(of: handle)
        let isNew = rereads.announce(handle, properties: wish.properties, newerThan: wish.newerThan)
        guard isNew else { return nil }
        let source = rereads.source(of: wish.properties, resource.kind, in: catalog)
        return RereadRequest(
            resource: resource, reason: wish.reason,
            properties: source.properties, calls: source.calls, permissions: source.permissions,
            newerThan: wish.newerThan > .distantPast ? wish.newerThan : nil,
            deadline: time.advanced(byNanoseconds: options.rereadDeadlineSeconds * 1_000_000_000))
    }

    private struct Wish {
        var properties: PropertySet = []
        var reason = ""
        var newerThan = Timestamp.distantPast
    }

    private func wish(for handle: ResourceHandle) -> Wish? {
        let touch = graph.openTouch(of: handle)
        let existence = graph.existence(of: handle)
        let gaps = graph.gaps(of: handle)
        guard existence != .absent, touch != nil || existence == .ambiguous || !gaps.isEmpty else {
            return nil
        }
        let resource = graph.id(of: handle)
        let read = catalog.readProperties(of: resource)
        var wish = Wish()
        for property in gaps.properties {
            let reading = graph.reading(property, of: handle)
            guard let gap = reading.gap else { continue }
            // What was never observed is asked for only where a control needs it.
            if gap == .neverObserved, !read.contains(PropertySet(property)) { continue }
            wish.properties.insert(PropertySet(property))
            if gap != .neverObserved || wish.reason.isEmpty { wish.reason = gap.rawValue }
            wish.newerThan = max(wish.newerThan, reading.time)
        }
        if let touch {
            wish.properties = resource.kind.schema.allProperties
            wish.reason = "unknown event"
            wish.newerThan = max(wish.newerThan, touch.time)
        }
        if let missed = graph.missedAt(handle) {
            wish.reason = "may not be visible yet"
            wish.newerThan = max(wish.newerThan, missed)
        } else if existence == .ambiguous, wish.reason.isEmpty {
            wish.reason = "ambiguous"
        }
        return wish.reason.isEmpty ? nil : wish
    }
}
