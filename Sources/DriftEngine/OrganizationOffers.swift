internal import CloudModel
internal import JSONTokens
internal import ResourceGraph

/// What a management account has to offer to the members of its organisation.
struct OrganizationOffers {
    static let trailKind = KindCatalog.kind("AWS::CloudTrail::Trail")
    private static let groupKind = KindCatalog.kind("AWS::Logs::LogGroup")
    private static let alarmKind = KindCatalog.kind("AWS::CloudWatch::Alarm")
    private static let topicKind = KindCatalog.kind("AWS::SNS::Topic")

    private let graph: ResourceGraph
    private let account: AccountKey
    private(set) var all: [Offer] = []

    /// Whether an account may know of something.
    enum Standing {
        case shared
        /// It is not known whether it may.
        case doubtful
        /// It may no more, from an instant on.
        case ended(Timestamp)
    }

    /// One resource, or what stands for those of a kind that may be there.
    struct Offer {
        let resource: ResourceID
        let partition: String
        let standing: Standing
        /// The facts, of whichever resource.
        let changes: [ResourceChange]
        /// When its trail became what it is.
        let time: Timestamp

        /// The copy of an account and all that is known of it.
        func copy(for asking: AccountKey, _ member: Standing) -> (ResourceID, [ResourceChange]) {
            let copy = resource.copy(for: asking, in: partition)
            return (copy, changes(of: copy, member))
        }

        private func changes(of copy: ResourceID, _ member: Standing) -> [ResourceChange] {
            switch (standing, member) {
            case (.ended(let first), .ended(let second)): [.step(.delete, copy, at: min(first, second))]
            case (.ended(let time), _), (_, .ended(let time)): [.step(.delete, copy, at: time)]
            // Come and gone at once: nobody knows whether it is there.
            case (.doubtful, _), (_, .doubtful):
                [.step(.create, copy, at: time), .step(.delete, copy, at: time)]
            case (.shared, .shared):
                changes.map {
                    ResourceChange(
                        resource: copy, cause: $0.cause, lifecycle: $0.lifecycle, writes: $0.writes)
                }
            }
        }
    }

    init(graph: ResourceGraph, account: AccountKey, trails: [ResourceHandle]) {
        self.graph = graph
        self.account = account
        for trail in trails {
            let standing = standing(of: trail)
            let time =
                OrganizationOffers.trailKind.schema.sharing?.organizationFlag.map {
                    max(Timestamp(seconds: 0), graph.reading($0, of: trail).time)
                } ?? Timestamp(seconds: 0)
            add(trail, standing, at: time)
            if case .shared = standing { addChain(of: trail, at: time) }
        }
    }

    /// True if an offer is of the resource that a copy is of.
    func names(_ copy: ResourceID) -> Bool {
        all.contains { $0.resource.copy(for: copy.account, in: $0.partition) == copy }
    }

    /// Whether a trail is the organisation's now.
    private func standing(of trail: ResourceHandle) -> Standing {
        guard let flag = OrganizationOffers.trailKind.schema.sharing?.organizationFlag else {
            return .doubtful
        }
        let reading = graph.reading(flag, of: trail)
        let isOn = reading.value.map { $0.view.bool == true }
        let gone = graph.end(of: trail)
        switch (isOn, gone) {
        case (true?, nil): return .shared
        case (false?, let gone): return .ended(gone.map { min($0, reading.time) } ?? reading.time)
        case (_, let gone?): return .ended(gone)
        case (nil, nil): return .doubtful
        }
    }

    private mutating func add(_ handle: ResourceHandle, _ standing: Standing, at time: Timestamp) {
        let id = graph.id(of: handle)
        guard let sharing = id.kind.schema.sharing, !all.contains(where: { $0.resource == id }) else {
            return
        }
        all.append(
            Offer(
                resource: id, partition: graph.partition(of: account), standing: standing,
                changes: graph.sharedChanges(of: handle, sharing.properties, as: id), time: time))
    }

    /// What may be there though nobody has seen it: the lists that it would be in are not complete in the members either.
    private mutating func addDoubt(_ kind: ResourceKind, in region: String, at time: Timestamp) {
        let id = ResourceID(kind: kind, account: account, region: region, nativeID: "*")
        guard !graph.isComplete(kind, in: account, region: region),
            !all.contains(where: { $0.resource == id })
        else { return }
        all.append(
            Offer(
                resource: id, partition: graph.partition(of: account), standing: .doubtful, changes: [],
                time: time))
    }

    /// Adds what the alarms on a trail's events rest on.
    private mutating func addChain(of trail: ResourceHandle, at time: Timestamp) {
        let id = graph.id(of: trail)
        guard let name = text("CloudWatchLogsLogGroupArn", of: trail) else { return }
        let group = ResourceID(OrganizationOffers.groupKind, named: name, from: id)
        guard !group.isCopy else { return }
        guard let handle = graph.handle(of: group), graph.existence(of: handle) != .absent else {
            return addDoubt(OrganizationOffers.groupKind, in: group.region, at: time)
        }
        add(handle, .shared, at: time)
        let metrics = self.metrics(of: handle)
        addDoubt(OrganizationOffers.alarmKind, in: group.region, at: time)
        for alarm in graph.members(of: OrganizationOffers.alarmKind, in: account, region: group.region)
        where graph.existence(of: alarm) != .absent && !graph.isCopy(alarm) && watches(alarm, metrics) {
            add(alarm, .shared, at: time)
            addTopics(of: alarm, at: time)
        }
    }

    private mutating func addTopics(of alarm: ResourceHandle, at time: Timestamp) {
        for name in value("AlarmActions", of: alarm)?.view.elements.compactMap(\.string) ?? []
        where name.contains(":sns:") {
            let topic = ResourceID(OrganizationOffers.topicKind, named: name, from: graph.id(of: alarm))
            guard !topic.isCopy else { continue }
            if let handle = graph.handle(of: topic), graph.existence(of: handle) != .absent {
                add(handle, .shared, at: time)
            } else {
                addDoubt(OrganizationOffers.topicKind, in: topic.region, at: time)
            }
        }
    }

    /// The metrics that a log group's filters write, by name and namespace.
    private func metrics(of group: ResourceHandle) -> Set<[String]> {
        var found: Set<[String]> = []
        guard let property = graph.kind(of: group).schema.property(named: "MetricFilters") else {
            return found
        }
        for filter in graph.reading(property, of: group).elements {
            for metric in filter.value.view.member("MetricTransformations")?.elements.map(\.self) ?? [] {
                found.insert([
                    metric.member("MetricName")?.string ?? "", metric.member("MetricNamespace")?.string ?? "",
                ])
            }
        }
        return found
    }

    /// True if an alarm is on one of the metrics, or may be.
    private func watches(_ alarm: ResourceHandle, _ metrics: Set<[String]>) -> Bool {
        guard let name = value("MetricName", of: alarm), let space = value("Namespace", of: alarm) else {
            return true
        }
        return metrics.contains([name.view.string ?? "", space.view.string ?? ""])
    }

    private func text(_ name: String, of handle: ResourceHandle) -> String? {
        value(name, of: handle)?.view.string
    }

    private func value(_ name: String, of handle: ResourceHandle) -> FlatValue? {
        guard let property = graph.kind(of: handle).schema.property(named: name) else { return nil }
        return graph.reading(property, of: handle).value
    }
}
